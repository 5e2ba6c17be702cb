/** Each morning writes one letter to every office with an open dossier and one to the leader of its province, and sends each once. */
import { authorityOf, dutiesOn, getProvince } from '../../catalogue/index.ts'
import { type Foretold, limitsSince, listForetold, listWaitingProvinces, spanOfMonth, sumKept, sumOpenWaits, sumWaits } from '../../dossiers/index.ts'
import { idIn, type Jobs } from '../../platform/background/jobs.ts'
import { listSourceHealth } from '../../platform/outside/source-health.ts'
import type { Platform } from '../../platform/runtime.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { addDays, instantAt } from '../../platform/values/dates.ts'
import type { Work } from '../../platform/work.ts'
import { send } from './client.ts'
import { writeDigest, writeLeaderDigest, writeSupervisorDigest } from './letter.ts'
import { findUntold, findWaiting, hasLetter, insertLetter, isScheduled, type Reader, saveSent, saveUndeliverable } from './store.ts'

const actor = systemActor('digest')
/** Before the office opens. */
const MORNING = '07:00'

/** Begins the daily digest. Called when the worker starts; one that is due stays due. */
export async function scheduleDigest(work: Work): Promise<void> {
  if (await isScheduled(work)) return
  const today = instantAt(work.today, MORNING)
  work.schedule('digest.write', 'daily', {}, work.now <= today ? today : instantAt(addDays(work.today, 1), MORNING))
}

type ToWrite = { readonly province: string; readonly madeUp: boolean; readonly publicUrl: string }

async function writeToOffice(work: Work, { province, madeUp, publicUrl }: ToWrite): Promise<void> {
  if (await hasLetter(work, 'office', province, work.today)) return
  const yesterday = addDays(work.today, -1)
  const [waits, foretold, sources] = await Promise.all([
    sumWaits(work, province, { from: instantAt(yesterday), to: instantAt(work.today) }), newsFor(work, 'office', province), listSourceHealth(work),
  ])
  await keep(work, 'office', province, foretold, writeDigest({ office: authorityOf(province, work.today).shortName, day: work.today, madeUp, publicUrl, yesterday, waits, foretold, sources }))
}

/** What was foretold and this reader was not told: in one of their letters, whichever morning it could be written. */
async function newsFor(work: Work, reader: Reader, province: string): Promise<Foretold[]> {
  return listForetold(work, province, await findUntold(work, reader, province))
}

async function keep(work: Work, reader: Reader, province: string, foretold: readonly Foretold[], letter: { readonly subject: string; readonly body: string }): Promise<void> {
  const letterId = await insertLetter(work, { reader, province, day: work.today, ...letter, told: foretold.map(({ eventId }) => eventId) })
  if (letterId !== undefined) work.enqueue('digest.send', { letterId })
}

/** Who supervises hears which dossiers came to be at risk or late; without any there is no letter. */
async function writeToSupervisor(work: Work, { province, madeUp, publicUrl }: ToWrite): Promise<void> {
  if (await hasLetter(work, 'supervisor', province, work.today)) return
  const foretold = await newsFor(work, 'supervisor', province)
  if (foretold.length === 0) return
  await keep(work, 'supervisor', province, foretold, writeSupervisorDigest({ name: getProvince(province, work.today).name, day: work.today, madeUp, publicUrl, foretold }))
}

/** What is past its agreed time goes to the head: who answers for the agreement hears of it the next morning. */
async function writeToLeader(work: Work, { province, madeUp, publicUrl }: ToWrite): Promise<void> {
  if (await hasLetter(work, 'leader', province, work.today)) return
  // The month of yesterday: on the first day of a month the leader reads how the last one ended.
  const month = addDays(work.today, -1).slice(0, 7)
  const span = spanOfMonth(month)
  const limits = await limitsSince(work, province, span.from)
  const [open, kept, foretold] = await Promise.all([sumOpenWaits(work, province, limits), sumKept(work, province, span, limits), newsFor(work, 'leader', province)])
  await keep(work, 'leader', province, foretold, writeLeaderDigest({
    province, name: getProvince(province, work.today).name, day: work.today, madeUp, publicUrl, duties: dutiesOn(province, work.today), open, kept, overdue: foretold.filter(({ outlook }) => outlook === 'overdue'), missingYear: limits.missingYear, month,
  }))
}

function addressOf({ config }: Platform, reader: Reader): (province: string) => string {
  return { office: config.officeMail, supervisor: config.supervisorMail, leader: config.leaderMail }[reader]
}

export const jobs: Jobs = {
  'digest.write': async (platform) => {
    // First tomorrow's, so that a morning that fails does not end the mornings.
    await platform.work(actor, async (work) => work.schedule('digest.write', 'daily', {}, instantAt(addDays(work.today, 1), MORNING)))
    const failures: unknown[] = []
    const { simulation: madeUp, publicUrl } = platform.config
    for (const province of await platform.read(actor, listWaitingProvinces)) {
      // One reader who cannot be written to does not silence the others; the job is tried again for it.
      for (const write of [writeToOffice, writeToSupervisor, writeToLeader]) await platform.work(actor, (work) => write(work, { province, madeUp, publicUrl })).catch((error: unknown) => failures.push(error))
    }
    if (failures.length > 0) throw failures[0]
  },
  'digest.send': async (platform, payload) => {
    const id = idIn(payload, 'letterId')
    const waiting = await platform.read(actor, (work) => findWaiting(work, id))
    if (!waiting) return
    const receipt = await send(platform, id, { to: addressOf(platform, waiting.reader)(waiting.province), subject: waiting.subject, text: waiting.body })
    await platform.work(actor, (work) => (receipt === undefined ? saveUndeliverable(work, id) : saveSent(work, id, receipt)))
  },
}
