/** SQL of units, memberships, signing powers and absences: dated rows, entered by one, confirmed by another, ended and never deleted. */
import { type SignatureForm, type SignedPaper, signedPapers, signingRuleOn } from '../../../catalogue/index.ts'
import { type Sql, sql } from '../../../platform/db/sql.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import { newId } from '../../../platform/values/ids.ts'
import { actorId } from '../../../platform/values/actor.ts'
import type { Work } from '../../../platform/work.ts'
import type { StaffMember } from './people.ts'

export const grantKinds = ['power', 'unit', 'member'] as const
/** What two administrators keep: signing powers with delegations, units, who belongs to a unit. */
export type GrantKind = (typeof grantKinds)[number]

interface Common {
  readonly id: string
  readonly provinceCode: string
  readonly validFrom: LocalDate
  /** The last day; null: until it is ended. */
  readonly validTo: LocalDate | null
  /** Number of the document it rests on. */
  readonly basis: string
  readonly enteredBy: string
  readonly enteredAt: Date
  readonly confirmedBy: string | null
  readonly confirmedAt: Date | null
  readonly endedBy: string | null
  readonly endedAt: Date | null
  readonly endedBasis: string | null
}

/** One row of a kind. Fields that a kind does not have are null. */
export interface Grant extends Common {
  readonly kind: GrantKind
  /** Who holds it; null for a unit. */
  readonly staffId: string | null
  /** Who delegated; null unless it is a delegation. */
  readonly giverId: string | null
  readonly unitId: string | null
  readonly papers: readonly SignedPaper[]
  readonly form: SignatureForm | null
  /** The signer's own post, printed under TL. and TUQ. */
  readonly position: string | null
  /** Of a unit. */
  readonly name: string | null
  readonly unitKind: UnitKind | null
}

export type UnitKind = 'department' | 'team'

const tables: Readonly<Record<GrantKind, Sql>> = { power: sql`identity.signing_power`, unit: sql`identity.unit`, member: sql`identity.unit_member` }

const common = sql`g.id, g.province_code as "provinceCode", g.valid_from as "validFrom", g.valid_to as "validTo", g.basis, g.entered_by as "enteredBy", g.entered_at as "enteredAt",
  g.confirmed_by as "confirmedBy", g.confirmed_at as "confirmedAt", g.ended_by as "endedBy", g.ended_at as "endedAt", g.ended_basis as "endedBasis"`

const columns: Readonly<Record<GrantKind, Sql>> = {
  power: sql`${common}, 'power' as kind, g.staff_id as "staffId", g.giver_id as "giverId", g.unit_id as "unitId", g.papers, g.form, g.position, null as name, null as "unitKind"`,
  unit: sql`${common}, 'unit' as kind, null as "staffId", null as "giverId", g.id as "unitId", '{}'::text[] as papers, null as form, null as position, g.name, g.kind as "unitKind"`,
  member: sql`${common}, 'member' as kind, g.staff_id as "staffId", null as "giverId", g.unit_id as "unitId", '{}'::text[] as papers, null as form, null as position, null as name, null as "unitKind"`,
}

/** Every row of a kind in a province, those that hold or wait first, then those that ended. */
export async function listGrants(work: Work, kind: GrantKind, provinceCode: string): Promise<Grant[]> {
  return work.db.many(sql`select ${columns[kind]} from ${tables[kind]} g where g.province_code = ${provinceCode} order by g.ended_at nulls first, g.valid_from desc, g.id limit 500`)
}

export async function findGrant(work: Work, kind: GrantKind, id: string): Promise<Grant | undefined> {
  return work.db.maybe(sql`select ${columns[kind]} from ${tables[kind]} g where g.id = ${id}`)
}

export async function lockGrant(work: Work, kind: GrantKind, id: string): Promise<Grant | undefined> {
  return work.db.maybe(sql`select ${columns[kind]} from ${tables[kind]} g where g.id = ${id} for update`)
}

export async function saveConfirmed(work: Work, kind: GrantKind, id: string): Promise<void> {
  await work.db.run(sql`update ${tables[kind]} set confirmed_by = ${actorId(work.actor)}, confirmed_at = ${work.now} where id = ${id} and confirmed_at is null and ended_at is null`)
}

export async function saveEnded(work: Work, kind: GrantKind, id: string, basis: string | null): Promise<void> {
  await work.db.run(sql`update ${tables[kind]} set ended_by = ${actorId(work.actor)}, ended_at = ${work.now}, ended_basis = ${basis} where id = ${id} and ended_at is null`)
}

export interface NewSpan {
  readonly provinceCode: string
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly basis: string
}

export interface NewPower extends NewSpan {
  readonly staffId: string
  readonly giverId: string | null
  readonly unitId: string | null
  readonly papers: readonly SignedPaper[]
  readonly form: SignatureForm
  readonly position: string | null
}

/** A live row that says just this already, so that pressing twice enters it once. */
export async function findSamePower(work: Work, p: NewPower): Promise<string | undefined> {
  return (await work.db.maybe<{ id: string }>(sql`select id from identity.signing_power where staff_id = ${p.staffId} and province_code = ${p.provinceCode} and giver_id is not distinct from ${p.giverId}::uuid
    and papers = ${[...p.papers]}::text[] and form = ${p.form} and position is not distinct from ${p.position}::text and valid_from = ${p.validFrom} and valid_to is not distinct from ${p.validTo}::date and basis = ${p.basis} and ended_at is null`))?.id
}

export async function insertPower(work: Work, p: NewPower): Promise<string> {
  const id = newId()
  await work.db.run(sql`insert into identity.signing_power (id, province_code, staff_id, giver_id, unit_id, papers, form, position, valid_from, valid_to, basis, entered_by, entered_at)
    values (${id}, ${p.provinceCode}, ${p.staffId}, ${p.giverId}, ${p.unitId}, ${[...p.papers]}::text[], ${p.form}, ${p.position}, ${p.validFrom}, ${p.validTo}, ${p.basis}, ${actorId(work.actor)}, ${work.now})`)
  return id
}

/** A row that counts from the beginning: of those who took the service over. */
export async function insertFounding(work: Work, p: NewPower): Promise<void> {
  await work.db.run(sql`insert into identity.signing_power (id, province_code, staff_id, giver_id, unit_id, papers, form, position, valid_from, valid_to, basis, entered_by, entered_at, confirmed_by, confirmed_at)
    values (${newId()}, ${p.provinceCode}, ${p.staffId}, ${p.giverId}, ${p.unitId}, ${[...p.papers]}::text[], ${p.form}, ${p.position}, ${p.validFrom}, ${p.validTo}, ${p.basis}, 'founding-table', ${p.validFrom}::date, 'founding-review', ${p.validFrom}::date)`)
}

/** A live unit of this name, whether confirmed or not. */
export async function findUnitNamed(work: Work, provinceCode: string, name: string): Promise<Grant | undefined> {
  return work.db.maybe(sql`select ${columns.unit} from identity.unit g where g.province_code = ${provinceCode} and g.name = ${name} and g.ended_at is null`)
}

export async function insertUnit(work: Work, u: NewSpan & { readonly name: string; readonly unitKind: UnitKind }): Promise<string> {
  const id = newId()
  await work.db.run(sql`insert into identity.unit (id, province_code, kind, name, valid_from, valid_to, basis, entered_by, entered_at)
    values (${id}, ${u.provinceCode}, ${u.unitKind}, ${u.name}, ${u.validFrom}, ${u.validTo}, ${u.basis}, ${actorId(work.actor)}, ${work.now})`)
  return id
}

/** A live membership of somebody, in whatever unit: one at a time. */
export async function findMembership(work: Work, staffId: string): Promise<Grant | undefined> {
  return work.db.maybe(sql`select ${columns.member} from identity.unit_member g where g.staff_id = ${staffId} and g.ended_at is null and coalesce(g.valid_to, 'infinity') >= ${work.today} order by g.valid_from desc limit 1`)
}

export async function insertMember(work: Work, m: NewSpan & { readonly unitId: string; readonly staffId: string }): Promise<string> {
  const id = newId()
  await work.db.run(sql`insert into identity.unit_member (id, province_code, unit_id, staff_id, valid_from, valid_to, basis, entered_by, entered_at)
    values (${id}, ${m.provinceCode}, ${m.unitId}, ${m.staffId}, ${m.validFrom}, ${m.validTo}, ${m.basis}, ${actorId(work.actor)}, ${work.now})`)
  return id
}

/** Whether a row counts on a day: confirmed, not ended, within its span. */
export function holdsOn(alias: Sql, on: Sql): Sql {
  return sql`${alias}.confirmed_at is not null and ${alias}.ended_at is null and ${alias}.valid_from <= ${on} and coalesce(${alias}.valid_to, 'infinity') >= ${on}`
}

/** The power by which somebody may sign a paper of a province today. */
export interface SigningPower {
  readonly id: string
  readonly paper: SignedPaper
  readonly staffId: string
  readonly fullName: string
  readonly giverId: string | null
  readonly form: SignatureForm
  readonly position: string | null
}

/** Which posts may hold a power for which paper today, as a table of two columns. */
function holdersToday(work: Work): Sql {
  const pairs = signedPapers.flatMap((paper) => signingRuleOn(paper, work.today).value.holders.map((role) => [paper, role] as const))
  return sql`(select * from unnest(${pairs.map(([paper]) => paper)}::text[], ${pairs.map(([, role]) => role)}::text[])) r(paper, role)`
}

/**
 * Who may sign which papers of a province today, for each paper the head first, then deputies, by order, by delegation; of somebody an own power
 * before a delegated one.
 */
export async function listSigningPowers(work: Work, of: { readonly provinceCode: string; readonly staffId?: string; readonly paper?: SignedPaper }): Promise<SigningPower[]> {
  const today = sql`${work.today}::date`
  return work.db.many(sql`select p.id, r.paper, p.staff_id as "staffId", s.full_name as "fullName", p.giver_id as "giverId", p.form, p.position
    from identity.signing_power p join identity.staff s on s.id = p.staff_id join ${holdersToday(work)} on r.paper = any(p.papers) and r.role = s.role
    where p.province_code = ${of.provinceCode} and s.province_code = p.province_code
      and (${of.staffId ?? null}::uuid is null or p.staff_id = ${of.staffId ?? null}::uuid) and (${of.paper ?? null}::text is null or r.paper = ${of.paper ?? null}) and ${holdsOn(sql`p`, today)}
      and s.active_from <= ${today} and coalesce(s.active_to, 'infinity') > ${today}
      and (p.giver_id is null or exists (select from identity.signing_power o join identity.staff g on g.id = o.staff_id where o.staff_id = p.giver_id and o.giver_id is null and o.form = 'head' and o.province_code = p.province_code
        and r.paper = any(o.papers) and ${holdsOn(sql`o`, today)} and g.active_from <= ${today} and coalesce(g.active_to, 'infinity') > ${today}))
    order by p.giver_id nulls first, array_position(array['head', 'KT', 'TL', 'TUQ', 'duty'], p.form), p.valid_from, s.full_name, p.id`)
}

/** By which power somebody may sign a paper of a province today. */
export async function findSigningPower(work: Work, of: { readonly staffId: string; readonly provinceCode: string; readonly paper: SignedPaper }): Promise<SigningPower | undefined> {
  return (await listSigningPowers(work, of))[0]
}

/** Whether the head's own confirmed powers cover these papers on both ends of a span: who signs for the head, by order or by assignment gives nothing on. Legal: NĐ 30/2020/NĐ-CP, Điều 13 khoản 3. */
export async function coversOwn(work: Work, giverId: string, p: Pick<NewPower, 'provinceCode' | 'papers' | 'validFrom' | 'validTo'>): Promise<boolean> {
  return (await work.db.maybe(sql`select from identity.signing_power o where o.staff_id = ${giverId} and o.giver_id is null and o.form = 'head' and o.province_code = ${p.provinceCode} and o.papers @> ${[...p.papers]}::text[]
    and o.confirmed_at is not null and o.ended_at is null and o.valid_from <= ${p.validFrom} and coalesce(o.valid_to, 'infinity') >= ${p.validTo ?? p.validFrom}::date`)) !== undefined
}

/** A member of staff with the unit of today. */
export interface Colleague extends StaffMember {
  readonly unitId: string | null
  readonly unitName: string | null
  /** Away today, and who covers. */
  readonly coverId: string | null
}

/** Those who hold a post in a province today. */
export async function listColleagues(work: Work, provinceCode: string): Promise<Colleague[]> {
  const today = sql`${work.today}::date`
  return work.db.many(sql`select s.id, s.full_name as "fullName", s.role, s.province_code as "provinceCode", s.office_code as "officeCode", u.id as "unitId", u.name as "unitName", a.cover_id as "coverId"
    from identity.staff s
    left join lateral (select n.id, n.name from identity.unit_member m join identity.unit n on n.id = m.unit_id where m.staff_id = s.id and ${holdsOn(sql`m`, today)} and ${holdsOn(sql`n`, today)} order by m.valid_from desc limit 1) u on true
    left join lateral (select cover_id from identity.absence b where b.staff_id = s.id and b.ended_at is null and ${today} between b.from_on and b.to_on order by b.entered_at desc limit 1) a on true
    where s.province_code = ${provinceCode} and s.active_from <= ${today} and coalesce(s.active_to, 'infinity') > ${today} order by s.role, u.name nulls last, s.full_name`)
}
