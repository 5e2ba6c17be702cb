/** An authority lets a clinic issue electronically: once, and from that moment its doctors and its program may (P3). */
import { mayDo } from '../../../catalogue/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { beginSeries, type Clinic, type ClinicListing, listClinicsOf, saveAdmitted } from '../store/clinics.ts'
import { inviteClinic, renewKey, setClinicState } from './clinics.ts'

declare module '../../../platform/background/facts.ts' {
  interface Facts {
    /** A clinic that no province had is this one's from now on: whose officer took it, and when, stays on record. */
    'clinic.admitted': { clinicCode: string; provinceCode: string }
    /** A clinic that is this province's already was let in once more: its name and mail are as said now. */
    'clinic.named-anew': { clinicCode: string }
    /** A one-time code was given out for the clinic's program. */
    'clinic.invited': { clinicCode: string }
    'clinic.key-renewed': { clinicCode: string }
    /** `known`: they were there already, nothing changed. */
    'clinic.doctor-named': { clinicCode: string; post: 'given' | 'known' }
  }
}

/** The province of whoever acts. @throws Refusal 'wrong-role' */
function admitting(work: Work): string {
  if (work.actor.kind !== 'staff' || !mayDo(work.actor.role, 'admit-clinics')) throw new Refusal('wrong-role')
  return work.actor.provinceCode
}

/** @throws Refusal 'wrong-role', 'clinic-unknown' also for a clinic of another province, and for one of none before a province has let it in */
async function ownClinic(work: Work, code: string): Promise<Clinic> {
  const province = admitting(work)
  const own = (await listClinicsOf(work, province)).find((one) => one.code === code && one.provinceCode === province)
  if (!own) throw new Refusal('clinic-unknown')
  return own
}

/**
 * Lets a clinic in. One that is in already is only named anew; one that was stopped stays stopped. A clinic that no province had belongs to
 * the actor's from then on, and a fact says so: its code tells nobody where it lies.
 * @param clinic.first the first serial number that is still free this year, where the clinic issued on paper or elsewhere before; without it numbers begin at 1
 * @throws Refusal 'wrong-role', 'clinic-code-wrong', 'clinic-of-another-province', 'first-number-wrong' (not 1 to 99999), 'numbers-begun' (this year's begin elsewhere)
 */
export async function admitClinic(work: Work, clinic: Pick<Clinic, 'code' | 'name' | 'mail'> & { readonly first?: number | undefined }): Promise<void> {
  const provinceCode = admitting(work)
  if (!/^\d{5}$/.test(clinic.code)) throw new Refusal('clinic-code-wrong')
  const before = (await listClinicsOf(work, provinceCode)).find((one) => one.code === clinic.code)
  if (!(await saveAdmitted(work, { ...clinic, provinceCode }))) throw new Refusal('clinic-of-another-province')
  if (clinic.first !== undefined) {
    if (!Number.isInteger(clinic.first) || clinic.first < 1 || clinic.first > 99_999) throw new Refusal('first-number-wrong')
    if (!(await beginSeries(work, clinic.code, Number(work.today.slice(0, 4)), clinic.first))) throw new Refusal('numbers-begun')
  }
  if (before?.provinceCode === provinceCode) work.announce('clinic.named-anew', { clinicCode: clinic.code })
  else work.announce('clinic.admitted', { clinicCode: clinic.code, provinceCode })
  if (before?.state !== 'active' && before?.state !== 'suspended') work.announce('clinic.joined', { clinicCode: clinic.code })
}

/** A one-time code for the clinic's program, shown once. @throws Refusal 'wrong-role', 'clinic-unknown' */
export async function inviteProgram(work: Work, code: string): Promise<{ code: string }> {
  const clinic = await ownClinic(work, code)
  work.announce('clinic.invited', { clinicCode: clinic.code })
  return inviteClinic(work, clinic)
}

/** A new key for the clinic's program; the old one opens nothing from now on. @throws Refusal 'wrong-role', 'clinic-unknown' */
export async function renewClinicKey(work: Work, code: string): Promise<{ apiKey: string }> {
  const clinic = await ownClinic(work, code)
  work.announce('clinic.key-renewed', { clinicCode: clinic.code })
  return renewKey(work, clinic.code)
}

/**
 * Names a doctor of a clinic. @param give gives them the post: who they are is the identity's to keep
 * @throws Refusal 'wrong-role', 'clinic-unknown', and what `give` throws
 */
export async function nameDoctor(work: Work, code: string, give: () => Promise<'given' | 'known'>): Promise<'given' | 'known'> {
  const clinic = await ownClinic(work, code)
  const post = await give()
  work.announce('clinic.doctor-named', { clinicCode: clinic.code, post })
  return post
}

/** Stops a clinic or lets it go on. @throws Refusal 'wrong-role', 'clinic-unknown' */
export async function stopClinic(work: Work, code: string, state: 'active' | 'suspended'): Promise<void> {
  const clinic = await ownClinic(work, code)
  if (clinic.state !== state) await setClinicState(work, code, state)
}

/** The clinics that an authority looks after, and those that came with a list and have no authority yet. */
export function clinicsOf(work: Work, provinceCode: string): Promise<ClinicListing[]> {
  return listClinicsOf(work, provinceCode)
}
