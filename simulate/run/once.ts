/** One run of people through the service: what befalls them is dealt out, the days pass, and the books are compared. */
import { Agent } from 'undici'
import { runAsWas } from '../as-was/arm.ts'
import { openBooks } from '../books/read.ts'
import { report } from '../books/report.ts'
import { type Memory, openMemory } from '../citizen/memory.ts'
import type { Options } from '../options.ts'
import { type Burst, drawBursts } from '../plan/bursts.ts'
import { dealDoors, type Door } from '../plan/doors.ts'
import { drawFates, type Fate } from '../plan/fates.ts'
import { faultKinds } from '../plan/rates.ts'
import { openPlaces } from '../office/places.ts'
import { openBrowser, type Traffic } from '../visitor/browser.ts'
import { openShownClock } from '../world/clock.ts'
import { type Killing, killAlong } from '../world/kills.ts'
import { beginOutages } from '../world/outages.ts'
import { type CastPerson, openOutside, type Outside } from '../world/outside.ts'
import { seededRandom } from '../world/random.ts'
import type { Running } from '../world/running.ts'
import { runDays } from './conductor.ts'

export interface Hands {
  readonly tell: (line: string) => void
  readonly abort: AbortSignal
  /** Seconds since the command was given. */
  readonly seconds: () => number
}

export interface Ran {
  readonly figures: Awaited<ReturnType<typeof report>>
  readonly memories: readonly Memory[]
}

/** The decision takes five working days at most and the post a few more. A sweep also tries what never ends. */
const MOST_DAYS = 30
const SWEEP_DAYS = 15
/** Bursts are planned for longer than any run lasts. */
const PLANNED_DAYS = 60

/** Deals out what belongs to the outside world: clinics, the post, chaos. Payments and pictures go wrong in people's own hands. */
async function deal(outside: Outside, { rates, chaos }: Options, fates: ReadonlyMap<string, Fate>): Promise<void> {
  await outside.setChaos(chaos)
  await outside.act('post', 'shares', { lost: String(rates.postLost) })
  const all = [...fates]
  const late = all.flatMap(([id, { certificate }]) => (typeof certificate === 'object' ? `${id}:${certificate.lateHours}` : []))
  const paper = all.flatMap(([id, { certificate }]) => (certificate === 'on-paper' ? id : []))
  if (late.length + paper.length > 0) await outside.act('health-records', 'shares', { late: late.join(' '), paper: paper.join(' ') })
}

/** The first so many made-up people; the cast of the demonstration only where there is nobody else. */
export function choose(citizens: readonly CastPerson[], options: Pick<Options, 'citizens'>): CastPerson[] {
  const madeUp = citizens.filter(({ story }) => /^g-\d/.test(story.slug))
  return (madeUp.length > 0 ? madeUp : [...citizens]).slice(0, options.citizens)
}

/** @param dealt who takes part, with their fates; the first of the cast, drawn from the seed, unless told */
export async function runOnce(options: Options, running: Running, hands: Hands, dealt?: { readonly people: readonly CastPerson[]; readonly fates: ReadonlyMap<string, Fate> }): Promise<Ran> {
  const agent = new Agent({ connections: 64 })
  const outside = openOutside(running.sandboxUrl, agent)
  const books = openBooks(running.databaseUrl, running.sandboxDatabaseUrl)
  const { seed, rates, kills } = options
  try {
    const cast = await outside.readCast()
    const chosen = dealt?.people ?? choose(cast.citizens, options)
    const faulty = faultKinds.some((kind) => rates[kind] > 0)
    const fates = dealt?.fates ?? (faulty ? drawFates(chosen, rates, seed) : new Map<string, Fate>())
    await deal(outside, options, fates)
    const doors = options.mixedDoors ? dealDoors(chosen, seed) : new Map<string, Door>()
    const atClinic = chosen.filter(({ identityNumber }) => doors.get(identityNumber) === 'clinic')
    if (atClinic.length > 0) await outside.act('health-records', 'shares', { late: '', paper: atClinic.map(({ identityNumber }) => identityNumber).join(' ') })
    const memories = chosen.map((person) => openMemory(person, fates.get(person.identityNumber), doors.get(person.identityNumber)))
    const traffic: Traffic = { requests: 0, errors: {}, pageMs: [] }
    const from = await outside.now()
    const bursts: Burst[] = drawBursts(seed, rates.violationsDown, from, PLANNED_DAYS)
    const asWas = faulty ? runAsWas(chosen, fates, { bursts, from, seed }, rates.portraitBad) : undefined
    const clock = openShownClock(outside, options.keyboard)
    await outside.setRate(options.keyboard)
    const broken = new AbortController()
    const outages = bursts.length > 0 ? beginOutages(outside, clock, bursts, (error) => broken.abort(error)) : undefined
    const places = openPlaces(cast.officers, (officer) => ({ officer, browser: openBrowser(traffic, agent, running.webUrl), home: running.webUrl }), outside)
    let atWork = true
    const killing: Promise<Killing[]> = running.system && kills > 0 ? killAlong(running.system, books, seededRandom(seed + 97), kills, () => atWork) : Promise.resolve([])
    killing.catch(() => undefined)
    const days = await runDays({
      home: running.webUrl, seed, atOnce: options.atOnce, mostDays: options.sweep ? SWEEP_DAYS : MOST_DAYS, memories, officers: cast.officers, outside, ...places, books, agent, traffic, tell: hands.tell, clock,
      pace: { keyboard: options.keyboard, between: options.compress }, abort: AbortSignal.any([hands.abort, broken.signal]),
    }).finally(() => { atWork = false })
    const killings = await killing
    for (const one of killings) hands.tell(`killed ${one.process}: back after ${one.backMs} ms${one.takenUpMs === undefined ? '' : `, its jobs taken up after ${one.takenUpMs} ms`}`)
    const downShare = (await outages?.end()) ?? 0
    await outside.setChaos(0)
    return { memories, figures: await report({ options, memories, traffic, killings, days, seconds: hands.seconds(), downShare, asWas }, books, outside) }
  } finally {
    // A system that runs already goes on as if nothing had been.
    await Promise.allSettled([outside.setRate(1), outside.setChaos(0), outside.act('post', 'shares', { lost: '0' })])
    await books.close()
    await agent.close()
  }
}
