/**
 * One outside system is silent for seventy-two hours of shown time while people go on filing, paying and deciding. Afterwards
 * nobody is lost, everything that waited has gone on within two retry periods, and the system was never asked faster than it bears.
 */
import { vi } from 'vitest'
import { beginAuthorization } from '../../src/capabilities/identity/client.ts'
import { getDocument } from '../../src/capabilities/documents/index.ts'
import { startAttempt } from '../../src/capabilities/payments/index.ts'
import { accept, approve, claimDossier, findDecision, findDossier, handOverResult, sign } from '../../src/dossiers/index.ts'
import type { SystemName } from '../../src/platform/config.ts'
import { askLookup } from '../../src/platform/outside/lookups.ts'
import { OutsideFailure } from '../../src/platform/outside/call.ts'
import { sourceSettings } from '../../src/platform/outside/settings.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { newId } from '../../src/platform/values/ids.ts'
import { Refusal } from '../../src/platform/values/refusal.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'
import { handToPost } from '../support/hand-over.ts'
import { payAtCheckout } from '../support/pay.ts'
import { type Applicant, openApplicants } from '../models/applicants.ts'
import { serveClientKeys } from './client-keys.ts'

const machine = systemActor('test')
const HOURS = 72
/** As good as standing: a rate of zero is forbidden. */
const STILL = 1e-9
/** The longest pause between two questions is one period. */
export const periodsAllowed = 2

export interface Outlasted {
  readonly system: SystemName
  readonly dossiers: number
  /** Things that waited for the system when it came back. */
  readonly waiting: number
  /** Questions that were put to it in vain. */
  readonly inVain: number
  /** Minutes of shown time until nothing waited any more. */
  readonly resumedAfterMinutes: number
  /** The most questions in one second of shown time after it came back. */
  readonly fastest: number
  /** Lost, doubled, stuck: one sentence each. */
  readonly wrongs: readonly string[]
}

/** Look-ups of people without a dossier, where the system answers look-ups: a backlog longer than one second of its rate. */
const backlogOf: Partial<Record<SystemName, readonly string[]>> = {
  violations: ['violations:traffic-order-database', 'violations:eid-account'], 'population-register': ['population'], 'health-records': ['health-certificates:identity'],
}

/** Pushes a dossier on as far as people can today: pays, accepts, appraises, signs, prints, hands over. What is not possible stays. */
async function goOn(world: CaseWorld, applicant: Applicant): Promise<void> {
  const { platform } = world
  const { id, personId, actor } = applicant
  const [oanh, signer] = [await world.staff('appraiser'), await world.staff('signer')]
  const dossier = () => platform.read(machine, (work) => findDossier(work, id))
  const tried = (fn: () => Promise<unknown>) => fn().catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
  const now = await dossier()
  if (now?.turn === 'citizen' && now.turnCause === 'fee') {
    await tried(async () => {
      const { invitation } = await platform.work(actor, (work) => startAttempt(work, platform.config, { dossierId: id, personId, amountVnd: now.amountVnd, authorityCode: 'G01024', orderInfo: now.submissionCode }))
      // Where the checkout does not open, people come back another time.
      if (invitation.kind === 'page') await payAtCheckout(invitation.url).catch(() => undefined)
    })
  }
  if (now?.status === 'filed' || now?.status === 'accepted') {
    await tried(() => platform.work(oanh, (work) => claimDossier(work, id)))
    await tried(() => platform.work(oanh, (work) => (now.status === 'filed' ? accept(work, id) : approve(work, id))))
  }
  if (now?.status === 'approved') {
    const decision = await platform.read(machine, (work) => findDecision(work, id))
    const document = decision?.decisionDocumentId ? await platform.read(machine, (work) => getDocument(work, decision.decisionDocumentId ?? '')) : undefined
    if (document?.hash) await tried(() => platform.work(signer, (work) => sign(work, id, document.hash ?? '')))
  }
  if (now?.status === 'signed') await handToPost(world)
  if (now?.status === 'signed' && now.turnCause === 'collect') await tried(() => platform.work(oanh, (work) => handOverResult(work, id)))
  await world.workerSettles()
}

async function allGoOn(world: CaseWorld, applicants: readonly Applicant[], times: number): Promise<void> {
  for (let round = 0; round < times; round++) for (const applicant of applicants) await goOn(world, applicant)
}

async function minutesPass(world: CaseWorld, minutes: number): Promise<Date> {
  const at = await world.sandbox.clock.moveTo(new Date((await world.sandbox.clock.now()).getTime() + minutes * 60_000))
  await world.sandbox.tick()
  await world.workerSettles()
  return at
}

/** Whether somebody at the door can begin to sign in. */
async function mayKnock(world: CaseWorld): Promise<boolean> {
  return beginAuthorization(world.platform).then(() => true, (error: unknown) => {
    if (error instanceof OutsideFailure) return false
    throw error
  })
}

export interface Length {
  /** How many file before the outage, and how many during it. */
  readonly size: number
  /** Look-ups beside them, where the system answers any. */
  readonly backlog?: number
  /** Planted for the control: whoever waits is forgotten when the system comes back. */
  readonly forgets?: boolean
}

/** Lives through the three days and what follows, until nothing moves any more. */
export async function outlast(system: SystemName, { size, backlog = 50, forgets = false }: Length): Promise<Outlasted> {
  const keys = await serveClientKeys()
  await using world = await openCaseWorld(undefined, keys.webUrl)
  const { platform } = world
  keys.show(platform)
  if (forgets) platform.breaksPromises()
  const applies = await openApplicants(world)
  const delivery = { how: 'post' as const, recipient: 'Đỗ Thị Hạnh', phone: '0000123456', provinceCode: '24', commune: 'Hoa Gạo Mẫu', street: '12 Phố Ví Dụ' }
  const applicants: Applicant[] = []
  const people = async (count: number) => {
    for (let n = 0; n < count; n++) applicants.push(await applies({ delivery }))
  }
  const waiting = async () => (await platform.asOwner<{ n: number }>('select count(*)::int as n from platform.due where system = $1', [system]))[0]?.n ?? 0

  // Some are well on their way when it begins, one step apart.
  await people(size)
  await world.workerSettles()
  for (const [at, applicant] of applicants.entries()) for (let step = 0; step < at % 6; step++) await goOn(world, applicant)
  await world.fault(system, { mode: 'error503', share: 1 })
  await people(size)
  for (let n = 0; n < backlog; n++) {
    for (const source of backlogOf[system] ?? []) {
      const [personId, identityNumber] = [newId(), `0971530${String(n).padStart(5, '0')}`]
      await platform.work(machine, (work) => askLookup(work, { source, freshMinutes: 60 }, personId, { personId, identityNumber, fullName: 'Nguyễn Văn Ví Dụ', birthDate: '1980-01-01' }))
    }
  }
  const began = await world.sandbox.clock.now()
  for (let hour = 0; hour < HOURS; hour += 3) {
    await minutesPass(world, 180)
    if (hour % 12 === 0) await allGoOn(world, applicants, 2)
    if (system === 'national-id' && (await mayKnock(world))) throw new Error('the eID answers although it is down')
  }
  const waited = await waiting()
  const inVain = (await platform.asOwner<{ n: number }>(`select count(*)::int as n from platform.exchange where system = $1 and asked_at >= $2 and outcome = 'unavailable'`, [system, began]))[0]?.n ?? 0

  await world.fault(system, { mode: 'ok', share: 1 })
  const back = await world.sandbox.clock.now()
  if (forgets) await platform.asOwner('delete from platform.due where system = $1', [system])
  const resumedAfterMinutes = await resume(world, system, back)
  // A token is asked for once a process, whatever waits.
  const [fast] = await platform.asOwner<{ n: number }>(`select count(*)::int as n from platform.exchange where system = $1 and purpose <> 'token' and asked_at > $2 group by date_trunc('second', asked_at) order by n desc limit 1`, [system, back])
  const figures = { system, dossiers: applicants.length, waiting: waited, inVain, resumedAfterMinutes, fastest: fast?.n ?? 0 }

  for (let day = 0; day < 12 && (await unfinished(world)).length > 0; day++) {
    await allGoOn(world, applicants, 4)
    await minutesPass(world, 24 * 60)
  }
  const wrongs = await wrongsOf(world, applicants)
  keys.close()
  return { ...figures, wrongs }
}

/** Seconds at first, then minutes where nobody would ask, until nothing that waited at its return still does. @returns minutes */
async function resume(world: CaseWorld, system: SystemName, back: Date): Promise<number> {
  const still = async () => {
    // Nobody waits for the eID but the person at the door.
    if (system === 'national-id') return !(await mayKnock(world))
    return (await world.platform.asOwner('select key from platform.due where system = $1 and waiting_since <= $2', [system, back])).length > 0
  }
  const most = (periodsAllowed * sourceSettings[system].retryMs) / 60_000
  const passed = async () => ((await world.sandbox.clock.now()).getTime() - back.getTime()) / 60_000
  // Seconds pass as they do, for what goes on in the same second asks too; only the breaker's rest before its probe is passed over.
  await world.sandbox.clock.setRate(1)
  await world.sandbox.clock.moveTo(new Date((await world.sandbox.clock.now()).getTime() + 29_000))
  const goesOn = async () => {
    await world.sandbox.tick()
    await world.workerSettles()
    return !(await still())
  }
  await vi.waitUntil(goesOn, { interval: 50, timeout: 60_000 }).catch(() => undefined)
  await world.sandbox.clock.setRate(STILL)
  while ((await still()) && (await passed()) < 2 * most) await minutesPass(world, 1)
  return Math.round((await passed()) * 100) / 100
}

const unfinished = (world: CaseWorld) => world.platform.asOwner<{ id: string; status: string; turn_cause: string }>(`select id, status, turn_cause from dossiers.dossier where status <> 'returned'`)

async function wrongsOf(world: CaseWorld, applicants: readonly Applicant[]): Promise<string[]> {
  const { platform } = world
  const wrongs = Object.keys(await world.broken()).map((name) => `broken: ${name}`)
  const ids = new Set((await platform.asOwner<{ id: string }>('select id from dossiers.dossier')).map(({ id }) => id))
  for (const { id } of applicants) if (!ids.has(id)) wrongs.push('a dossier is lost')
  for (const { status, turn_cause } of await unfinished(world)) wrongs.push(`a dossier ended ${status}, waiting for ${turn_cause}`)
  for (const { task, error } of await platform.asOwner<{ task: string; error: string }>('select task, error from platform.stuck_job')) wrongs.push(`stuck: ${task}: ${error}`)
  const kept = await platform.asOwner<{ n: number }>(`select count(*)::int as n from payments.charge where use = 'fee' group by dossier_id having count(*) > 1`)
  if (kept.length > 0) wrongs.push(`${kept.length} paid twice and kept`)
  const decided = await platform.asOwner(`select dossier_id from dossiers.event where to_status = 'signed' group by dossier_id having count(*) > 1`)
  if (decided.length > 0) wrongs.push(`${decided.length} decided twice`)
  return wrongs
}
