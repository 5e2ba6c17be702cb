/** Clinics join, prove themselves, change keys and are stopped. */
import { createHash, randomBytes } from 'node:crypto'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { readSigningCertificate } from '../engine/xml-signature.ts'
import { type Clinic, type ClinicDelay, type ClinicListing, findClinic, listClinicDelays, listCredentials, redeemInvitation, saveAdmitted, saveClinicState, saveCredential, saveInvited, withdrawKeys } from '../store/clinics.ts'

declare module '../../../platform/background/facts.ts' {
  interface Facts {
    'clinic.joined': { clinicCode: string }
    'clinic.state-changed': { clinicCode: string; state: string }
  }
}

const INVITATION_DAYS = 7
const DAY_MS = 86_400_000
const sha256 = (text: string) => createHash('sha256').update(text).digest()

/** Hospital programs send the MD5 of their password in this header; the key is long and random, so its MD5 is as hard to guess. */
const forms = (key: string) => [key, createHash('md5').update(key).digest('hex')]

/**
 * Names a clinic that may join, as the health authority lists it.
 * @returns a one-time code for the clinic, shown once; good for seven days
 */
export async function inviteClinic(work: Work, clinic: Pick<Clinic, 'code' | 'name' | 'mail'>): Promise<{ code: string }> {
  const code = randomBytes(15).toString('base64url')
  await saveInvited(work, clinic, { hash: sha256(code), endsAt: new Date(work.now.getTime() + INVITATION_DAYS * DAY_MS) })
  return { code }
}

/**
 * A clinic joins with its one-time code: from this moment what it sends is usable (P3).
 * @param joining.certificatePem for programs that sign; without it the key alone proves the clinic
 * @returns the key, shown once
 * @throws Refusal 'invitation-wrong', 'signing-certificate-wrong'
 */
export async function joinClinic(work: Work, joining: { readonly clinicCode: string; readonly code: string; readonly certificatePem?: string | undefined }): Promise<{ apiKey: string; clinic: Clinic }> {
  if (!(await redeemInvitation(work, joining.clinicCode, sha256(joining.code)))) throw new Refusal('invitation-wrong')
  const apiKey = randomBytes(24).toString('base64url')
  await giveKey(work, joining.clinicCode, apiKey)
  if (joining.certificatePem !== undefined) await addSigningCertificate(work, joining.clinicCode, joining.certificatePem)
  const clinic = await findClinic(work, joining.clinicCode)
  if (!clinic) throw new Error('a clinic joined that is not there')
  work.announce('clinic.joined', { clinicCode: clinic.code })
  return { apiKey, clinic }
}

/** Lets a clinic prove itself by a key it has. @param apiKey at least 24 characters, random */
async function giveKey(work: Work, clinicCode: string, apiKey: string): Promise<void> {
  for (const form of forms(apiKey)) await saveCredential(work, clinicCode, { kind: 'api-key', fingerprint: sha256(form), certificatePem: null })
}

/** Lets a clinic sign with a certificate: what it sends must then be signed. @throws Refusal 'signing-certificate-wrong' also when another clinic has it */
export async function addSigningCertificate(work: Work, clinicCode: string, certificatePem: string): Promise<void> {
  const certificate = readSigningCertificate(certificatePem)
  if (!certificate) throw new Refusal('signing-certificate-wrong')
  if (await saveCredential(work, clinicCode, { kind: 'certificate', fingerprint: certificate.fingerprint, certificatePem: certificate.pem })) return
  const own = (await listCredentials(work, clinicCode)).some((one) => one.fingerprint.equals(certificate.fingerprint))
  if (!own) throw new Refusal('signing-certificate-wrong')
}

/** Replaces the key of a clinic. @returns the new one, shown once */
export async function renewKey(work: Work, clinicCode: string): Promise<{ apiKey: string }> {
  await withdrawKeys(work, clinicCode)
  const apiKey = randomBytes(24).toString('base64url')
  await giveKey(work, clinicCode, apiKey)
  return { apiKey }
}

/** Stops a clinic, or lets it go on. What it issued before stays. */
export async function setClinicState(work: Work, clinicCode: string, state: 'active' | 'suspended'): Promise<void> {
  await saveClinicState(work, clinicCode, state)
  work.announce('clinic.state-changed', { clinicCode, state })
}

/** A clinic taken over from a list, with the key and certificate it has there, if any. Only a simulation does this. Repeating it changes nothing. */
export async function takeOverClinic(work: Work, clinic: Pick<ClinicListing, 'code' | 'name' | 'mail'> & { readonly provinceCode: string; readonly apiKey: string | null; readonly certificatePem: string | null }): Promise<void> {
  await saveAdmitted(work, clinic)
  if (clinic.apiKey !== null) await giveKey(work, clinic.code, clinic.apiKey)
  if (clinic.certificatePem !== null) await addSigningCertificate(work, clinic.code, clinic.certificatePem)
}

/** A clinic that has proven itself by its key, as far as a key is asked of it. */
export interface Sender {
  readonly clinic: Clinic
  /** PEM; when there is any, what it issues or corrects must be signed by one of them. Taking back asks for the key only: it gives nobody anything. */
  readonly signingCertificates: readonly string[]
}

/**
 * Who sends. A clinic with a key must show it; one that only signs is known by its signature afterwards.
 * @param proof 'key': nothing will be signed, so only a key proves anything; 'key-alone': the same, and who signs is refused, since a stolen key must not issue in its name
 * @throws Refusal 'clinic-unknown' for any wrong name or key, 'clinic-suspended', 'signature-missing'
 */
export async function senderOf(work: Work, clinicCode: string, apiKey: string, proof: 'key' | 'key-alone' | 'key-or-signature'): Promise<Sender> {
  const clinic = /^\d{5}$/.test(clinicCode) ? await findClinic(work, clinicCode) : undefined
  const credentials = clinic ? await listCredentials(work, clinic.code) : []
  const keys = credentials.filter((one) => one.kind === 'api-key')
  const signingCertificates = credentials.flatMap((one) => one.certificatePem ?? [])
  const given = sha256(apiKey)
  const proven = keys.length > 0 ? keys.some((one) => one.fingerprint.equals(given)) : proof === 'key-or-signature' && signingCertificates.length > 0
  if (!clinic || !proven || clinic.state === 'invited') throw new Refusal('clinic-unknown')
  if (clinic.state === 'suspended') throw new Refusal('clinic-suspended')
  if (proof === 'key-alone' && signingCertificates.length > 0) throw new Refusal('signature-missing')
  return { clinic, signingCertificates }
}

/** For how many days back the delays of clinics are told. */
export const DELAY_DAYS = 30

/** How long each clinic's certificates took to become usable in the last days: for the pages that say who waits for whom. @param among only these certificates, by id */
export function clinicDelays(work: Work, among?: readonly string[]): Promise<ClinicDelay[]> {
  return listClinicDelays(work, new Date(work.now.getTime() - DELAY_DAYS * DAY_MS), among)
}
