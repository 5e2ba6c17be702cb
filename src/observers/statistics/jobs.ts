/** Counts what happened since the last time, every few minutes: days that something happened to are counted anew, whole. */
import type { Jobs } from '../../platform/background/jobs.ts'
import { systemActor } from '../../platform/values/actor.ts'
import type { Work } from '../../platform/work.ts'
import { beginWait, isScheduled, lockProgress, recountDays, saveMark } from './store/daily.ts'
import { daysOf, type EarlierDossier, insertEarlier, listTouched, noteSynced, saveJourneys } from './store/journeys.ts'

const actor = systemActor('statistics')
const EVERY_MS = 5 * 60_000
/** Counting takes at most a twentieth of the time: in a simulation whose clock runs fast five minutes are over at once. */
const REST = 20
/** Facts counted in one transaction: the first count of a large service goes in steps. */
const STEP = 50_000

/** Begins the counting. Called when the worker starts; one that is due stays due. */
export async function scheduleStatistics(work: Work): Promise<void> {
  if (!(await isScheduled(work))) next(work, work.now)
}

/** @returns whether there is more to count */
async function count(work: Work): Promise<boolean> {
  const { readTo, waitsTo, waitIsOver, top } = await lockProgress(work)
  const to = Math.min(top, readTo + STEP)
  const touched = await listTouched(work, readTo, to)
  const before = await daysOf(work, touched)
  await saveJourneys(work, touched, readTo, to)
  const synced = await noteSynced(work)
  await recountDays(work, [...new Set([...before, ...(await daysOf(work, [...touched, ...synced]))])])
  const mark = waitIsOver ? Math.max(readTo, Math.min(waitsTo, to)) : readTo
  await saveMark(work, mark)
  if (waitIsOver && mark >= waitsTo) await beginWait(work, top)
  return waitIsOver && to < top
}

/** Takes dossiers over from the software a province used before; taking over again changes nothing. */
export async function takeOverEarlier(work: Work, dossiers: readonly EarlierDossier[]): Promise<void> {
  await lockProgress(work)
  await insertEarlier(work, dossiers)
  await recountDays(work, await daysOf(work, dossiers.map(({ id }) => id)))
}

export const jobs: Jobs = {
  'statistics.daily': async (platform) => {
    // First the next time, so that a count that fails does not end the counting.
    const began = await platform.clock.now()
    await platform.work(actor, async (work) => next(work, new Date(began.getTime() + EVERY_MS)))
    // Twice: where nobody else is writing, the wait that the first round began is over at once, and all is counted up to this moment.
    for (let round = 0; round < 2; round++) while (await platform.work(actor, count)) { /* the next stretch */ }
    const ended = await platform.clock.now()
    const rest = REST * (ended.getTime() - began.getTime())
    if (rest > EVERY_MS) await platform.work(actor, async (work) => next(work, new Date(ended.getTime() + rest)))
  },
}

function next(work: Work, at: Date): void {
  work.schedule('statistics.daily', 'regular', {}, at)
}
