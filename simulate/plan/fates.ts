/**
 * What will befall each person: drawn from the seed before anything starts, so that the service and yesterday's process meet the
 * same faults with the same people. A rate is a share of the people in the run, rounded up, not a throw of dice for each.
 */
import type { CastPerson } from '../world/outside.ts'
import { type Random, seededRandom } from '../world/random.ts'
import type { Rates } from './rates.ts'

export type PaymentFate = 'plain' | 'slow' | 'double' | 'lost' | 'failAfterCharge'

/** Pictures that people take before a good one. Each is refused for a reason that somebody can act on. */
export const badPictures = ['eyes-closed', 'dark', 'two-faces', 'small-face', 'blurred', 'no-face'] as const
export type BadPicture = (typeof badPictures)[number]

export interface Fate {
  /** Hours after the first question until the gateway has the certificate; 'on-paper': never. Undefined: it is there, or none is needed. */
  readonly certificate: { readonly lateHours: number } | 'on-paper' | undefined
  readonly payment: PaymentFate
  readonly picture: BadPicture | undefined
}

const LATE_HOURS = { least: 1, most: 72 }

/** The little of a person that decides what can befall them. */
export interface Befallen extends Pick<CastPerson, 'identityNumber' | 'story'> {
  readonly certificates: readonly { readonly sentAt: string | null }[]
}

/** A clinic of a story sends a day late. */
const STORY_LATE_HOURS = 24

const lateByStory = ({ certificates }: Befallen) => (certificates.some(({ sentAt }) => sentAt === null) ? { lateHours: STORY_LATE_HOURS } : undefined)

/** What the story of somebody says, where no profile deals out faults. */
export function fateOf(person: Befallen): Fate {
  return { certificate: lateByStory(person), payment: person.story.kind === 'charged-twice' ? 'double' : 'plain', picture: undefined }
}

/** Draws everybody's fate. Only people who may exchange get so far that something can go wrong. */
export function drawFates(people: readonly Befallen[], rates: Rates, seed: number): Map<string, Fate> {
  const eligible = people.filter(({ story }) => story.eligible)
  const withCertificate = eligible.filter(({ certificates }) => certificates.length > 0)
  const random = seededRandom(seed * 104_729 + 5)
  const [late, onPaper] = deal(withCertificate, [rates.certificateLate, rates.certificateOnPaper], withCertificate.length, random)
  const [failing, double, lost, slow] = deal(eligible, [rates.paymentFailsAfterCharge, rates.paymentDouble, rates.paymentLost, rates.paymentSlow], people.length, random)
  const [pictured] = deal(eligible, [rates.portraitBad], people.length, random)
  const has = (group: ReadonlySet<string> | undefined, person: Befallen) => group?.has(person.identityNumber) ?? false
  return new Map(eligible.map((person) => [person.identityNumber, {
    certificate: has(onPaper, person) ? 'on-paper' : has(late, person) ? { lateHours: hours(random) } : lateByStory(person),
    payment: has(failing, person) ? 'failAfterCharge' : has(double, person) ? 'double' : has(lost, person) ? 'lost' : has(slow, person) ? 'slow' : 'plain',
    picture: has(pictured, person) ? badPictures[Math.floor(random() * badPictures.length)] : undefined,
  }]))
}

const hours = (random: Random) => LATE_HOURS.least + Math.floor(random() * (LATE_HOURS.most - LATE_HOURS.least + 1))

/** Deals people into groups that do not overlap, each of its share of `of` people, as long as there are any. */
function deal(people: readonly Befallen[], shares: readonly number[], of: number, random: Random): ReadonlySet<string>[] {
  const shuffled = people.map(({ identityNumber }) => ({ identityNumber, lot: random() })).sort((a, b) => a.lot - b.lot).map(({ identityNumber }) => identityNumber)
  let from = 0
  return shares.map((share) => {
    const group = new Set(shuffled.slice(from, from + Math.ceil(share * of - 1e-9)))
    from += group.size
    return group
  })
}

/** How many people a plan deals each fault to. */
export function countFates(fates: Iterable<Fate>): Readonly<Record<'certificateLate' | 'certificateOnPaper' | 'paymentSlow' | 'paymentDouble' | 'paymentLost' | 'paymentFailsAfterCharge' | 'portraitBad', number>> {
  const all = [...fates]
  const paying = (payment: PaymentFate) => all.filter((fate) => fate.payment === payment).length
  return {
    certificateLate: all.filter(({ certificate }) => typeof certificate === 'object').length,
    certificateOnPaper: all.filter(({ certificate }) => certificate === 'on-paper').length,
    paymentSlow: paying('slow'), paymentDouble: paying('double'), paymentLost: paying('lost'), paymentFailsAfterCharge: paying('failAfterCharge'),
    portraitBad: all.filter(({ picture }) => picture !== undefined).length,
  }
}
