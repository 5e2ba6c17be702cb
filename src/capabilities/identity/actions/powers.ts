/** Powers, units and memberships are entered by one administrator and count once another has confirmed them (C1, AUZ). */
import { mayDo, mayUseForm, needsPosition, type SignatureForm, type SignedPaper, signingRuleOn } from '../../../catalogue/index.ts'
import { actorId } from '../../../platform/values/actor.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { findStaff, isSamePerson, type StaffMember } from '../store/people.ts'
import {
  coversOwn, findGrant, findMembership, findSamePower, findUnitNamed, type Grant, type GrantKind, insertFounding, insertMember, insertPower, insertUnit, lockGrant, type NewPower, saveConfirmed, saveEnded, type UnitKind,
} from '../store/powers.ts'

declare module '../../../platform/background/facts.ts' {
  interface Facts {
    /** A signing power, a unit or a membership was entered, began to count, or ended; what is whose is read from the row. */
    'power.changed': { kind: GrantKind; grantId: string; change: 'entered' | 'confirmed' | 'ended' }
  }
}

/** Administrators enter and confirm for their own province. @throws Refusal wrong-role, power-other-province */
function mayChange(work: Work, verb: 'enter-powers' | 'confirm-powers', provinceCode?: string): string {
  const { actor } = work
  if (actor.kind !== 'staff' || !mayDo(actor.role, verb)) throw new Refusal('wrong-role')
  if (provinceCode !== undefined && provinceCode !== actor.provinceCode) throw new Refusal('power-other-province')
  return actor.provinceCode
}

interface Span {
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly basis: string
}

/** @throws Refusal power-basis-missing, power-span-wrong */
function checkedSpan({ validFrom, validTo, basis }: Span): Span {
  if (basis.trim() === '') throw new Refusal('power-basis-missing')
  if (validTo !== null && validTo < validFrom) throw new Refusal('power-span-wrong')
  return { validFrom, validTo, basis: basis.trim() }
}

function isSameSpan(a: Span, b: Span): boolean {
  return a.validFrom === b.validFrom && a.validTo === b.validTo && a.basis === b.basis
}

/** A member of staff of the province. @throws Refusal power-nobody */
async function colleague(work: Work, staffId: string, provinceCode: string): Promise<StaffMember> {
  const staff = isId(staffId) ? await findStaff(work, staffId) : undefined
  if (staff?.provinceCode !== provinceCode) throw new Refusal('power-nobody')
  return staff
}

/** Nobody gives a power, or a place, to themselves under another post. @throws Refusal power-for-oneself */
async function notForOneself(work: Work, staffId: string): Promise<void> {
  if (await isSamePerson(work, actorId(work.actor), staffId)) throw new Refusal('power-for-oneself')
}

export interface AskedPower extends Span {
  readonly staffId: string
  /** Who delegates; null for a power of one's own. */
  readonly giverId: string | null
  readonly unitId: string | null
  readonly papers: readonly SignedPaper[]
  /** Of an own power; a delegation is always TUQ. */
  readonly form: Exclude<SignatureForm, 'TUQ'>
  /** The signer's own post; printed, and asked for, where the signature is by order or by delegation. */
  readonly position: string | null
}

/**
 * Enters a signing power or, with a giver, a delegation. Entering the same again changes nothing. @returns its id
 * @throws Refusal wrong-role, power-nobody, power-not-a-signer for a paper that their post does not sign, power-form-unfit, power-position-missing, power-no-paper, power-basis-missing, power-span-wrong, power-for-oneself, and as `checkDelegation`
 */
export async function enterPower(work: Work, asked: AskedPower): Promise<string> {
  const provinceCode = mayChange(work, 'enter-powers')
  const span = checkedSpan(asked)
  if (asked.papers.length === 0) throw new Refusal('power-no-paper')
  const staff = await colleague(work, asked.staffId, provinceCode)
  if (asked.papers.some((paper) => !signingRuleOn(paper, work.today).value.holders.includes(staff.role))) throw new Refusal('power-not-a-signer')
  const form = asked.giverId === null ? asked.form : 'TUQ'
  if (!mayUseForm(staff.role, form)) throw new Refusal('power-form-unfit')
  const position = needsPosition(form) ? asked.position?.trim() || null : null
  if (needsPosition(form) && position === null) throw new Refusal('power-position-missing')
  await notForOneself(work, staff.id)
  const power: NewPower = { ...span, provinceCode, staffId: staff.id, giverId: asked.giverId, unitId: asked.unitId, papers: asked.papers, form, position }
  if (power.giverId !== null) await checkDelegation(work, power, power.giverId)
  const known = await findSamePower(work, power)
  if (known) return known
  return entered(work, 'power', await insertPower(work, power))
}

/**
 * A delegation is the head's to give, limited in time, lies within what the head holds, and is not given on: it prints "TUQ." before the head's post.
 * Legal: NĐ 30/2020/NĐ-CP, Điều 13.
 * @throws Refusal delegation-needs-end, delegation-to-oneself, delegation-beyond-power
 */
async function checkDelegation(work: Work, power: Pick<NewPower, 'staffId' | 'provinceCode' | 'papers' | 'validFrom' | 'validTo'>, giverId: string): Promise<void> {
  if (power.validTo === null) throw new Refusal('delegation-needs-end')
  await colleague(work, giverId, power.provinceCode)
  if (await isSamePerson(work, giverId, power.staffId)) throw new Refusal('delegation-to-oneself')
  if (!(await coversOwn(work, giverId, power))) throw new Refusal('delegation-beyond-power')
}

/** Enters a unit of the own authority. @throws Refusal wrong-role, power-basis-missing, power-span-wrong, unit-name-missing, unit-exists */
export async function enterUnit(work: Work, asked: Span & { readonly name: string; readonly unitKind: UnitKind }): Promise<string> {
  const provinceCode = mayChange(work, 'enter-powers')
  const span = checkedSpan(asked)
  const name = asked.name.trim()
  if (name === '') throw new Refusal('unit-name-missing')
  const known = await findUnitNamed(work, provinceCode, name)
  if (known?.confirmedBy === null && known.enteredBy === actorId(work.actor) && known.unitKind === asked.unitKind && isSameSpan(known, span)) return known.id
  if (known) throw new Refusal('unit-exists')
  return entered(work, 'unit', await insertUnit(work, { ...span, provinceCode, name, unitKind: asked.unitKind }))
}

/** Puts a member of staff into a unit; they leave one before they enter another, or the same with other days. Entering the same again changes nothing. @returns its id @throws Refusal wrong-role, power-nobody, unit-missing, member-here, member-elsewhere, power-basis-missing, power-span-wrong, power-for-oneself */
export async function enterMember(work: Work, asked: Span & { readonly unitId: string; readonly staffId: string }): Promise<string> {
  const provinceCode = mayChange(work, 'enter-powers')
  const span = checkedSpan(asked)
  const staff = await colleague(work, asked.staffId, provinceCode)
  const unit = isId(asked.unitId) ? await findGrant(work, 'unit', asked.unitId) : undefined
  if (!unit || unit.provinceCode !== provinceCode || unit.endedAt !== null) throw new Refusal('unit-missing')
  await notForOneself(work, staff.id)
  const known = await findMembership(work, staff.id)
  if (known?.unitId === unit.id && isSameSpan(known, span)) return known.id
  if (known) throw new Refusal(known.unitId === unit.id ? 'member-here' : 'member-elsewhere')
  return entered(work, 'member', await insertMember(work, { ...span, provinceCode, unitId: unit.id, staffId: staff.id }))
}

function entered(work: Work, kind: GrantKind, grantId: string): string {
  work.announce('power.changed', { kind, grantId, change: 'entered' })
  return grantId
}

/** @throws Refusal wrong-role, power-other-province, power-missing */
async function locked(work: Work, kind: GrantKind, id: string): Promise<Grant> {
  const grant = isId(id) ? await lockGrant(work, kind, id) : undefined
  if (!grant || grant.endedAt !== null) throw new Refusal('power-missing')
  mayChange(work, 'confirm-powers', grant.provinceCode)
  return grant
}

/**
 * Confirms what somebody else entered: from now on it counts. A confirmed one stays as it is.
 * @throws Refusal wrong-role, power-other-province, power-missing, power-second-person, power-for-oneself, and of a delegation as when entered
 */
export async function confirmGrant(work: Work, kind: GrantKind, id: string): Promise<void> {
  const grant = await locked(work, kind, id)
  if (grant.confirmedBy !== null) return
  const me = actorId(work.actor)
  if (grant.enteredBy === me || (isId(grant.enteredBy) && (await isSamePerson(work, me, grant.enteredBy)))) throw new Refusal('power-second-person')
  if (grant.staffId !== null) await notForOneself(work, grant.staffId)
  if (grant.staffId !== null && grant.giverId !== null) {
    await notForOneself(work, grant.giverId)
    await checkDelegation(work, { ...grant, staffId: grant.staffId }, grant.giverId)
  }
  await saveConfirmed(work, kind, id)
  work.announce('power.changed', { kind, grantId: id, change: 'confirmed' })
}

/**
 * Ends a row at once: one that counts by a document, one that waits without. One person is enough, for nobody gains by it and a power
 * that must not be used any more cannot wait for a colleague. @throws Refusal wrong-role, power-other-province, power-missing, power-basis-missing
 */
export async function endGrant(work: Work, kind: GrantKind, id: string, basis: string): Promise<void> {
  const grant = await locked(work, kind, id)
  if (grant.confirmedBy !== null && basis.trim() === '') throw new Refusal('power-basis-missing')
  await saveEnded(work, kind, id, basis.trim() || null)
  work.announce('power.changed', { kind, grantId: id, change: 'ended' })
}

/** The power that a member of the made-up cast holds from the beginning; only for a simulation's take-over. Repeating it changes nothing. */
export async function takeOverPower(work: Work, power: NewPower): Promise<void> {
  if (await findSamePower(work, power)) return
  await insertFounding(work, power)
}
