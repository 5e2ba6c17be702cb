/**
 * The other evidence of a health certificate: a certified electronic copy of the paper (bản sao điện tử có chứng thực). Its
 * signature must hold against trusted roots when it comes and again when an officer reads it; only what was read counts (P3).
 */
import { checkFile, type Verdict } from '../../capabilities/documents/index.ts'
import { type CertifiedCopy, type CopyRejection, confirmCopy, findCopy, type HeldCopy, keepCopy, rejectCopy } from '../../capabilities/health-certificates/index.ts'
import { getPerson } from '../../capabilities/identity/index.ts'
import type { Platform } from '../../platform/runtime.ts'
import type { Actor } from '../../platform/values/actor.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { type Dossier, findDossier } from '../store/dossiers.ts'

/** Why a file is not taken, the gravest first; each has its own words on the page. */
const problems = [
  'copy-not-pdf', 'copy-too-many-signatures', 'copy-unsigned', 'copy-altered', 'copy-untrusted', 'copy-revoked', 'copy-signature-expired', 'copy-no-timestamp', 'copy-trust-unknown', 'copy-of-our-own-paper',
] as const
export type CopyProblem = (typeof problems)[number]

export function isCopyProblem(code: string): code is CopyProblem {
  return problems.some((one) => one === code)
}

const meaning: Readonly<Record<Verdict['problems'][number] | Verdict['signatures'][number]['problems'][number], CopyProblem>> = {
  unsigned: 'copy-unsigned', 'too-many-signatures': 'copy-too-many-signatures', malformed: 'copy-altered', 'appended-after-signing': 'copy-altered', 'unexpected-signer': 'copy-untrusted', 'another-file': 'copy-altered', altered: 'copy-altered', untrusted: 'copy-untrusted',
  'wrong-role': 'copy-untrusted', expired: 'copy-signature-expired', revoked: 'copy-revoked', 'revocation-unknown': 'copy-trust-unknown', 'no-timestamp': 'copy-no-timestamp', 'timestamp-invalid': 'copy-no-timestamp',
}

interface BroughtCopy {
  /** Whose certificate it is said to be. */
  readonly personId: string
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes. */
  readonly fileHash: string
}

/**
 * Checks a file that somebody brings as a certified copy; nothing is written, and no transaction is open meanwhile.
 * @throws Refusal with a `CopyProblem`, or 'too-many-checks' when too many files wait already
 */
export async function examineCopy(platform: Pick<Platform, 'read'>, actor: Actor, { personId, bytes, fileHash }: BroughtCopy): Promise<HeldCopy> {
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') throw new Refusal('copy-not-pdf')
  const { verdict, document } = await checkFile(platform, actor, bytes, fileHash)
  // A decision of ours is signed and trusted too, and certifies nothing about health.
  if (document) throw new Refusal('copy-of-our-own-paper')
  const found = new Set([...verdict.problems, ...verdict.signatures.flatMap((one) => one.problems)].map((one) => meaning[one]))
  const gravest = problems.find((one) => found.has(one))
  if (gravest) throw new Refusal(gravest)
  const signer = verdict.signatures.at(-1)
  if (!signer?.stampedAt) throw new Refusal('copy-no-timestamp')
  return { personId, fileHash, signerName: signer.name, signerOrganisation: signer.organisation, signerFingerprint: signer.fingerprint, stampedAt: signer.stampedAt }
}

/** Keeps an examined copy for an officer; meanwhile the lists of revoked certificates are fetched anew. @returns its id */
export async function receiveCopy(work: Work, copy: HeldCopy): Promise<string> {
  work.enqueue('documents.refresh-trust', {})
  return keepCopy(work, copy)
}

/** Asks for fresh lists of revoked certificates, for who shall try again. */
export function refreshTrustForCopies(work: Work): void {
  work.enqueue('documents.refresh-trust', {})
}

/** A dossier and one of its applicant's copies. @throws Refusal 'dossier-not-found' also when they do not belong together */
export async function copyOfDossier(work: Work, dossierId: string, copyId: string): Promise<{ dossier: Dossier; copy: CertifiedCopy }> {
  const [dossier, copy] = await Promise.all([findDossier(work, dossierId), findCopy(work, copyId)])
  if (!dossier || !copy || dossier.personId !== copy.personId) throw new Refusal('dossier-not-found')
  return { dossier, copy }
}

/** Only an appraiser of the dossier's province reads a copy, and nobody reads their own. @throws Refusal 'wrong-role', 'wrong-province', 'own-dossier' */
function mayRead(work: Work, dossier: Dossier): void {
  const { actor } = work
  if (actor.kind !== 'staff' || actor.role !== 'appraiser') throw new Refusal('wrong-role')
  if (actor.provinceCode !== dossier.authorityProvince) throw new Refusal('wrong-province')
  if (actor.personId === dossier.personId) throw new Refusal('own-dossier')
}

/**
 * An officer confirms what a copy says; the file is checked once more, as trust stands now. A copy's file never changes, so
 * that the transaction begins only after the check: nothing is locked while files of others are checked.
 * @throws Refusal from `mayRead`, `examineCopy` and `confirmCopy`
 */
export async function confirmCertifiedCopy(platform: Pick<Platform, 'read' | 'work' | 'files'>, actor: Actor, of: { readonly dossierId: string; readonly copyId: string }, read: Parameters<typeof confirmCopy>[3]): Promise<void> {
  const open = async (work: Work) => {
    const opened = await copyOfDossier(work, of.dossierId, of.copyId)
    mayRead(work, opened.dossier)
    return opened
  }
  const { copy } = await platform.read(actor, open)
  await examineCopy(platform, actor, { personId: copy.personId, fileHash: copy.fileHash, bytes: await platform.files.get(copy.fileHash) })
  await platform.work(actor, async (work) => {
    const { dossier } = await open(work)
    const { identityNumber, fullName } = await getPerson(work, dossier.personId)
    await confirmCopy(work, copy.id, { identityNumber, fullName }, read)
  })
}

/** An officer does not take a copy. @throws Refusal from `mayRead` and `rejectCopy` */
export async function rejectCertifiedCopy(work: Work, dossierId: string, copyId: string, rejection: CopyRejection): Promise<void> {
  const { dossier } = await copyOfDossier(work, dossierId, copyId)
  mayRead(work, dossier)
  await rejectCopy(work, copyId, rejection)
  work.announce('dossier.copy-rejected', { dossierId }, dossier.personId)
}
