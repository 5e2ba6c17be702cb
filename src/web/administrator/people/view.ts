/** What the pages about powers and units show. */
import { type Colleague, findGrant, type Grant, type GrantKind, listColleagues, listGrants, namesOf } from '../../../capabilities/identity/index.ts'
import { authorityOf } from '../../../catalogue/index.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import { isId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { Tone } from '../../kit/index.ts'

export interface PeopleView {
  readonly authority: string
  readonly powers: readonly Grant[]
  readonly units: readonly Grant[]
  readonly members: readonly Grant[]
  readonly colleagues: readonly Colleague[]
  /** Of everybody who is named in a row, also of those who are staff no more. */
  readonly names: ReadonlyMap<string, string>
  readonly today: LocalDate
}

export interface GrantView {
  readonly grant: Grant
  readonly unit: Grant | undefined
  readonly names: ReadonlyMap<string, string>
  readonly today: LocalDate
}

const namedIn = (grant: Grant) => [grant.staffId, grant.giverId, grant.enteredBy, grant.confirmedBy, grant.endedBy].filter((id): id is string => id !== null && isId(id))

export async function readPeople(work: Work, provinceCode: string): Promise<PeopleView> {
  const [powers, units, members, colleagues] = await Promise.all([listGrants(work, 'power', provinceCode), listGrants(work, 'unit', provinceCode), listGrants(work, 'member', provinceCode), listColleagues(work, provinceCode)])
  const names = await namesOf(work, [...powers, ...units, ...members].flatMap(namedIn))
  return { authority: authorityOf(provinceCode, work.today).name.vi, powers, units, members, colleagues, names, today: work.today }
}

/** A row of the administrator's own province; others are not there. */
export async function readGrant(work: Work, kind: GrantKind, id: string, provinceCode: string): Promise<GrantView | undefined> {
  const grant = isId(id) ? await findGrant(work, kind, id) : undefined
  if (grant?.provinceCode !== provinceCode) return undefined
  const unit = grant.unitId !== null && kind !== 'unit' ? await findGrant(work, 'unit', grant.unitId) : undefined
  return { grant, unit, names: await namesOf(work, namedIn(grant)), today: work.today }
}

/** How a row stands today, as a word and a tone. */
export function standOf(grant: Grant, today: LocalDate): { readonly word: 'holds' | 'waits' | 'later' | 'over' | 'ended'; readonly tone: Tone } {
  if (grant.endedAt !== null) return { word: 'ended', tone: 'quiet' }
  if (grant.confirmedAt === null) return { word: 'waits', tone: 'yours' }
  if (grant.validFrom > today) return { word: 'later', tone: 'waiting' }
  return grant.validTo !== null && grant.validTo < today ? { word: 'over', tone: 'quiet' } : { word: 'holds', tone: 'done' }
}
