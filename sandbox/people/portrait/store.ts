/** Drawn portraits, each made once and kept in memory while there is room. */
import type { Person } from '../person.ts'
import { drawPortrait, type Flaw } from './portrait.ts'

const room = 96
const kept = new Map<string, Promise<Buffer>>()

/** A JPEG of this person; `width` in pixels (1200 unless told), 3:4. */
export function portraitOf(person: Pick<Person, 'portraitSeed' | 'sex' | 'birthDate'>, wish: { flaw?: Flaw; width?: number } = {}): Promise<Buffer> {
  const key = `${person.portraitSeed}/${person.sex}/${wish.flaw ?? 'none'}/${wish.width ?? ''}`
  const found = kept.get(key)
  if (found) {
    kept.delete(key)
    kept.set(key, found)
    return found
  }
  const made = drawPortrait({ seed: person.portraitSeed, sex: person.sex, born: Number(person.birthDate.slice(0, 4)), flaw: wish.flaw, width: wish.width })
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  const oldest = kept.keys().next()
  if (kept.size > room && !oldest.done) kept.delete(oldest.value)
  return made
}
