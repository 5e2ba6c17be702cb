/** Alarms about what staff read: whoever supervises or inspects in the province answers why, in words that stay; nobody about themselves (S14, TH2). */
import { isConductReason, mayDo } from '../../../catalogue/index.ts'
import { isStaffPerson } from '../../../capabilities/identity/index.ts'
import { type AlarmPlace, holdStaffAlarm, listAnsweredAlarms, listStaffAlarms, saveAnswer, type StaffAlarm } from '../../../platform/outside/alarms.ts'
import { addDays, instantAt } from '../../../platform/values/dates.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { countByTenMinutes, type ReadFigures } from '../../store/worklists/readings.ts'
import { BROWSED } from './listed.ts'

/** The longest answer, in characters: the database takes no more. */
export const MOST_ANSWER = 500
/** Nobody can make anything of a shorter one. */
export const LEAST_ANSWER = 10

const OPEN_SHOWN = 50
const SHOWN_DAYS = 90
const HOUR_MS = 3_600_000

/** What was read in the hour before an alarm. */
export interface Conduct extends StaffAlarm {
  readonly from: Date
  readonly figures: ReadFigures
}

/** Open alarms about staff of the reader's province, with what was read in their hour, oldest first. */
export async function listConduct(work: Work, provinceCode: string): Promise<Conduct[]> {
  const alarms = await listStaffAlarms(work, provinceCode, OPEN_SHOWN)
  return Promise.all(alarms.map(async (alarm) => {
    const from = new Date(alarm.raisedAt.getTime() - HOUR_MS)
    return { ...alarm, from, figures: await countByTenMinutes(work, alarm.subjectId, { from, to: alarm.raisedAt, browsed: BROWSED }) }
  }))
}

/** Those answered in the last ninety days, the last first. */
export async function listConductAnswered(work: Work, provinceCode: string, page: { readonly after: AlarmPlace | undefined; readonly most: number }): Promise<StaffAlarm[]> {
  return listAnsweredAlarms(work, provinceCode, instantAt(addDays(work.today, -SHOWN_DAYS)), page)
}

/** Whether an alarm is about whoever asks, in whatever role they were when it was raised. */
export async function isAboutOneself(work: Work, { subjectId }: StaffAlarm): Promise<boolean> {
  const { actor } = work
  return actor.kind === 'staff' && (subjectId === actor.staffId || isStaffPerson(work, subjectId, actor.personId))
}

/**
 * Ends an alarm with what came of it; the very same answer of the same person once more does nothing.
 * @throws Refusal 'other-role'; 'alarm-not-found' also for one of another province; 'own-conduct'; 'answer-needed'; 'answered-before'
 */
export async function answerConduct(work: Work, alarmId: string, { reason, words }: { readonly reason: string; readonly words: string }): Promise<void> {
  const { actor } = work
  if (actor.kind !== 'staff' || !mayDo(actor.role, 'answer-conduct')) throw new Refusal('other-role')
  const alarm = await holdStaffAlarm(work, alarmId, actor.provinceCode)
  if (!alarm) throw new Refusal('alarm-not-found')
  if (await isAboutOneself(work, alarm)) throw new Refusal('own-conduct')
  const length = [...words].length
  if (!isConductReason(reason) || length < LEAST_ANSWER || length > MOST_ANSWER) throw new Refusal('answer-needed')
  if (alarm.answer?.by === actor.staffId && alarm.answer.reason === reason && alarm.answer.words === words) return
  if (alarm.settledAt !== null) throw new Refusal('answered-before')
  await saveAnswer(work, alarm, { reason, words, staffId: actor.staffId })
  work.announce('conduct.answered', { alarmId, reason })
}
