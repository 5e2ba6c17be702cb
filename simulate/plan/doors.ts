/** Through which door each person comes, dealt out by the seed before anything starts. The shares are ours: they make every door used. */
import type { CastPerson } from '../world/outside.ts'
import { seededRandom } from '../world/random.ts'

/**
 * 'code', 'signature': filed online with a clerk's help, and confirmed by a code on the own phone or by card and signature.
 * 'paper': filed in person. 'clinic': online, examined at a clinic that works on our pages. 'lost': online, the licence is lost.
 */
export const doors = ['online', 'code', 'signature', 'paper', 'clinic', 'lost'] as const
export type Door = (typeof doors)[number]

const shares: Readonly<Record<Exclude<Door, 'online'>, number>> = { code: 0.2, signature: 0.1, paper: 0.2, clinic: 0.15, lost: 0.1 }

/** Doors at which a clerk files; the rest of the way is the same. */
export function isHelped(door: Door): boolean {
  return door === 'code' || door === 'signature' || door === 'paper'
}

/** @returns a door for everybody; whoever needs no certificate is not sent to a clinic, and whoever may not exchange comes online */
export function dealDoors(people: readonly CastPerson[], seed: number): Map<string, Door> {
  const random = seededRandom(seed * 15_485_863 + 3)
  const eligible = people.filter(({ story }) => story.eligible).map((person) => ({ person, lot: random() })).sort((a, b) => a.lot - b.lot).map(({ person }) => person)
  const dealt = new Map<string, Door>()
  for (const door of doors) {
    if (door === 'online') continue
    const free = eligible.filter((person) => !dealt.has(person.identityNumber) && suits(door, person))
    for (const person of free.slice(0, Math.max(1, Math.round(shares[door] * people.length)))) dealt.set(person.identityNumber, door)
  }
  return new Map(people.map(({ identityNumber }) => [identityNumber, dealt.get(identityNumber) ?? 'online']))
}

function suits(door: Door, { story, certificates, licences }: CastPerson): boolean {
  // What somebody's story is about stays their own affair.
  if (story.kind === 'two-licences' || story.kind === 'charged-twice' || story.kind === 'late-certificate') return false
  return door === 'clinic' ? certificates.length > 0 : licences.length === 1
}
