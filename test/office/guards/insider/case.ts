/** One deed of an insider, beside the same deed done rightly in the same world: by another person, with evidence, in time. */
import type { Answer } from '../sweep.ts'
import type { Insiders } from './world.ts'

export interface Case {
  readonly what: string
  /** What the answer to the deed says: words of the page, or 'alarm'. */
  readonly says: string
  /** What makes the deed one that must not be done. */
  readonly given?: (w: Insiders) => Promise<unknown>
  readonly deed: (w: Insiders) => Promise<Answer>
  /** What is different for the twin, where it is not only who does it. */
  readonly mend?: (w: Insiders) => Promise<unknown>
  readonly twin: (w: Insiders) => Promise<Answer>
  /** Leaves the world to the next case as it was found. */
  readonly after?: (w: Insiders) => Promise<unknown>
}

export const NOT_THERE = 'Không tìm thấy trang'
export const OTHER_ROLE = 'Trang này dành cho vai trò khác'

/** A press goes on to a page; who is sent to sign in has done nothing. */
const wentThrough = ({ status, location }: Answer) => status < 400 && !location.startsWith('/dang-nhap')

/** The beginning of a page, as text. */
const told = ({ body }: Answer) => body.slice(Math.max(0, body.indexOf('<main'))).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').slice(0, 300)

/** What is wrong about a deed that ought to be refused; undefined when it was, in words and without a trace. */
export async function wrongAbout(w: Insiders, { deed, says, given }: Case): Promise<string | undefined> {
  await given?.(w)
  const before = await w.state()
  const answer = await deed(w)
  if (wentThrough(answer)) return `the deed went through: ${answer.status} ${answer.location}`
  if (!`${answer.location} ${answer.body}`.includes(says)) return `the deed is refused without its words: ${answer.status} ${answer.location} ${told(answer)}`
  if ((says === NOT_THERE || says === OTHER_ROLE) && w.names.some((name) => answer.body.includes(name))) return 'the refusal tells of the person'
  if ((await w.state()) !== before) return 'the refused deed left something behind'
  return undefined
}

/** What is wrong with the permitted twin; undefined when it went through. */
export async function wrongWithTwin(w: Insiders, { mend, twin }: Case): Promise<string | undefined> {
  await mend?.(w)
  const before = await w.state()
  const answer = await twin(w)
  if (answer.status === 303 && (await w.state()) === before) return 'the twin changed nothing'
  return wentThrough(answer) ? undefined : `the twin was refused: ${answer.status} ${told(answer)}`
}
