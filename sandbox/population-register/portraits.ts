/** Which portrait the register holds of a person: most have a good one, some an old small one, some none. */
import type { Person } from '../people/person.ts'
import { portraitOf } from '../people/portrait/store.ts'

export type Holding = 'good' | 'old-and-small' | 'none'

/** Of ten people one has none and one a small one from before; follows from the person, so it is the same each time. */
export function holdingOf(person: Pick<Person, 'portraitSeed'>): Holding {
  const last = person.portraitSeed % 10
  return last === 7 ? 'none' : last === 3 ? 'old-and-small' : 'good'
}

/** The JPEG that the register gives out, undefined where it has none. A drawing: nobody is shown. */
export async function registeredPortraitOf(person: Person): Promise<Buffer | undefined> {
  const holding = holdingOf(person)
  if (holding === 'none') return undefined
  return portraitOf(person, { width: holding === 'good' ? 900 : 240 })
}
