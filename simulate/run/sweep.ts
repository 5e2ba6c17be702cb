/**
 * Each rate from nothing to always, alone, in steps of a tenth: where does the service first lose somebody, where did yesterday's
 * process? What befalls single people is tried for all of them in one run; what befalls everybody at once needs a run a step.
 */
import { Agent } from 'undici'
import { isSettled } from '../citizen/memory.ts'
import type { Options } from '../options.ts'
import { type Befallen, drawFates, type Fate } from '../plan/fates.ts'
import { type FaultKind, faultKinds, noFaults } from '../plan/rates.ts'
import { type CastPerson, openOutside } from '../world/outside.ts'
import type { Running } from '../world/running.ts'
import { asWasOf, makeUp } from './arms.ts'
import { type Hands, runOnce } from './once.ts'

const STEPS = Array.from({ length: 11 }, (_, tenth) => tenth / 10)
const FOR_EVERYBODY: readonly FaultKind[] = ['violationsDown', 'postLost']
const OF_CERTIFICATES: readonly FaultKind[] = ['certificateLate', 'certificateOnPaper']
/** Enough people that a share of the model is no accident. */
const AS_WAS_PEOPLE = 500

interface Step {
  readonly kind: FaultKind
  readonly rate: number
  readonly people: readonly CastPerson[]
}

interface Stepped {
  readonly rate: number
  readonly eligible: number
  readonly completed: number
  readonly asWasShare: number
}

export interface Curve {
  readonly kind: FaultKind
  /** The lowest rate at which somebody who may exchange did not get there; undefined: at none. */
  readonly serviceFirstLosesAt: number | undefined
  readonly asWasFirstLosesAt: number | undefined
  readonly steps: readonly Stepped[]
}

/** May exchange, and has no fault of their own story. */
function isPlain({ story }: Befallen): boolean {
  return story.eligible && story.kind !== 'late-certificate' && story.kind !== 'charged-twice'
}

/** The model alone, with many people. */
export function sweepAsWas(seed: number, now: Date): Map<FaultKind, number[]> {
  const people = makeUp(AS_WAS_PEOPLE, seed, now).filter(isPlain)
  return new Map(faultKinds.map((kind) => [kind, STEPS.map((rate) => asWasOf(people, { ...noFaults, [kind]: rate }, seed, now).completedShare)]))
}

/** The lowest rate whose share is not whole. */
export function firstBelowWhole(rates: readonly number[], shares: readonly number[]): number | undefined {
  return rates.find((_, index) => (shares[index] ?? 1) < 1)
}

/** @param open a system that starts on its own day: each batch has one, since licences run out while the shown clock runs on */
export async function runSweep(options: Options, open: () => Promise<Running>, hands: Hands): Promise<object> {
  const steps = plan(await within(open, readCitizens), options.citizens)
  const completed = new Map<Step, number>()
  const single = steps.filter(({ kind }) => !FOR_EVERYBODY.includes(kind))
  const batches = [single, ...steps.filter((step) => !single.includes(step)).map((step) => [step])]
  for (const batch of batches) {
    const [first] = batch
    hands.tell(batch.length > 1 ? 'what befalls single people, every rate' : `${first?.kind} at ${first?.rate}`)
    const everybody = batch.length === 1 && first ? { ...noFaults, [first.kind]: first.rate } : noFaults
    const fates = new Map(batch.flatMap((step) => [...fatesOf(step, options.seed)]))
    const people = batch.flatMap((step) => step.people)
    const { memories } = await within(open, (running) => runOnce({ ...options, rates: everybody, faultsAtLeast: 0 }, running, hands, { people, fates }))
    const done = new Set(memories.filter((memory) => isSettled(memory) && memory.completedAt).map(({ person }) => person.identityNumber))
    for (const step of batch) completed.set(step, step.people.filter(({ identityNumber }) => done.has(identityNumber)).length)
  }
  const asWas = sweepAsWas(options.seed, new Date())
  const curves = faultKinds.map((kind) => curveOf(kind, steps.filter((step) => step.kind === kind), completed, asWas.get(kind) ?? []))
  for (const line of tableOf(curves)) hands.tell(line)
  return { sweep: curves, peopleAStep: options.citizens, asWasPeople: AS_WAS_PEOPLE, seed: options.seed, seconds: Math.round(hands.seconds()) }
}

async function within<T>(open: () => Promise<Running>, use: (running: Running) => Promise<T>): Promise<T> {
  const running = await open()
  return await use(running).finally(() => running.close())
}

async function readCitizens({ sandboxUrl }: Running): Promise<readonly CastPerson[]> {
  const agent = new Agent({ connections: 4 })
  const { citizens } = await openOutside(sandboxUrl, agent).readCast().finally(() => agent.close())
  return citizens
}

/** Fresh people for every step: nobody exchanges twice. */
function plan(cast: readonly CastPerson[], each: number): Step[] {
  const left = new Set(cast.filter(isPlain))
  const take = (suits: (person: CastPerson) => boolean) => {
    const taken = [...left].filter(suits).slice(0, each)
    for (const person of taken) left.delete(person)
    return taken
  }
  const ofCertificates = faultKinds.filter((kind) => OF_CERTIFICATES.includes(kind))
  const others = faultKinds.filter((kind) => !OF_CERTIFICATES.includes(kind))
  return [...ofCertificates, ...others].flatMap((kind) => STEPS.map((rate) => ({
    kind, rate, people: take((person) => !OF_CERTIFICATES.includes(kind) || person.certificates.length > 0),
  })))
}

function fatesOf({ kind, rate, people }: Step, seed: number): Map<string, Fate> {
  const befallen: readonly Befallen[] = people
  return drawFates(befallen, FOR_EVERYBODY.includes(kind) ? noFaults : { ...noFaults, [kind]: rate }, seed)
}

function curveOf(kind: FaultKind, steps: readonly Step[], completed: ReadonlyMap<Step, number>, asWas: readonly number[]): Curve {
  const stepped = steps.map((step, index) => ({ rate: step.rate, eligible: step.people.length, completed: completed.get(step) ?? 0, asWasShare: asWas[index] ?? 0 }))
  return {
    kind, steps: stepped,
    serviceFirstLosesAt: firstBelowWhole(STEPS, stepped.map((step) => (step.eligible === 0 ? 1 : step.completed / step.eligible))),
    asWasFirstLosesAt: firstBelowWhole(STEPS, asWas),
  }
}

function tableOf(curves: readonly Curve[]): string[] {
  const at = (rate: number | undefined) => (rate === undefined ? 'at none' : `at ${Math.round(rate * 100)} %`)
  return [
    `${'first loses somebody'.padEnd(28)}${'service'.padStart(12)}${'as it was'.padStart(12)}`,
    ...curves.map(({ kind, serviceFirstLosesAt, asWasFirstLosesAt }) => `${kind.padEnd(28)}${at(serviceFirstLosesAt).padStart(12)}${at(asWasFirstLosesAt).padStart(12)}`),
  ]
}
