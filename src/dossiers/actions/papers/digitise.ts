/** Digitising a dossier filed on paper (C4): its papers become documents signed by the clerk; then it counts as digitised. */
import { closePapers, completePapers, findDigitisation, type PaperCase } from '../../../capabilities/counters/index.ts'
import { type Document, listDocuments, listRefusedDossiers, listSignatures, prepare, requestSignature, requestSigningKey } from '../../../capabilities/documents/index.ts'
import { findStaff } from '../../../capabilities/identity/index.ts'
import { findServicePoint } from '../../../catalogue/index.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { issuingAuthority } from '../../papers/values.ts'
import { type Dossier, findDossier, findFilingHelp } from '../../store/dossiers.ts'

/** A dossier filed on paper at the clerk's own office; undefined for every other. */
export async function findToDigitise(work: Work, dossierId: string): Promise<{ readonly dossier: Dossier; readonly of: PaperCase } | undefined> {
  const { actor } = work
  if (actor.kind !== 'staff' || actor.role !== 'clerk' || actor.officeCode === null) return undefined
  const dossier = await findDossier(work, dossierId)
  if (dossier?.channel !== 'in-person' || (await findFilingHelp(work, dossierId))?.officeCode !== actor.officeCode) return undefined
  return { dossier, of: { dossierId, personId: dossier.personId, officeCode: actor.officeCode } }
}

/**
 * Closes the papers and has each drawn as PDF/A and signed by this clerk; the worker does it.
 * @throws Refusal 'dossier-not-found', 'papers-incomplete', 'papers-closed'
 */
export async function closeDigitisation(work: Work, dossierId: string): Promise<void> {
  const { actor } = work
  const found = await findToDigitise(work, dossierId)
  if (!found || actor.kind !== 'staff') throw new Refusal('dossier-not-found')
  const { dossier, of } = found
  const clerk = await findStaff(work, actor.staffId)
  if (!clerk) throw new Refusal('wrong-role')
  const on = localDateAt(dossier.filedAt)
  await requestSigningKey(work, { holderId: clerk.id, name: clerk.fullName, profile: 'officer' })
  await closePapers(work, of, ({ kind, pages }) => prepare(work, {
    kind: 'digitised-paper', dossierId, personId: dossier.personId, key: kind, signWith: [clerk.id],
    values: {
      authority: issuingAuthority(dossier.authorityProvince, on), paperKind: kind, dossierCode: dossier.officialNumber ?? dossier.submissionCode,
      servicePoint: findServicePoint(of.officeCode, on)?.name.vi ?? '', clerk: clerk.fullName, scannedAt: pages.at(-1)?.scannedAt ?? work.now, pageHashes: pages.map(({ pictureHash }) => pictureHash),
    },
  }))
}

/** Which of these dossiers have a digitised paper of which no signature was made; one question for all of them. */
export async function unsignableAmong(work: Work, dossierIds: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set(await listRefusedDossiers(work, 'digitised-paper', dossierIds))
}

/** Digitised papers of which no signature was made: the certificate of who was to sign is revoked. */
async function listUnsignable(work: Work, dossierId: string): Promise<Document[]> {
  const papers = (await listDocuments(work, dossierId)).filter(({ kind, state }) => kind === 'digitised-paper' && state === 'signing')
  const refused = await Promise.all(papers.map(async ({ id }) => (await listSignatures(work, id)).some(({ state }) => state === 'refused')))
  return papers.filter((_, i) => refused[i])
}

/**
 * Has the papers whose signature was refused signed by this clerk instead. Asking again changes nothing.
 * @throws Refusal 'dossier-not-found'
 */
export async function signDigitisationAnew(work: Work, dossierId: string): Promise<void> {
  const { actor } = work
  const clerk = (await findToDigitise(work, dossierId)) && actor.kind === 'staff' ? await findStaff(work, actor.staffId) : undefined
  if (!clerk) throw new Refusal('dossier-not-found')
  // Of two clerks who press at once the second finds nothing refused any more.
  await findDigitisation(work, dossierId, true)
  const papers = await listUnsignable(work, dossierId)
  if (papers.length > 0) await requestSigningKey(work, { holderId: clerk.id, name: clerk.fullName, profile: 'officer' })
  for (const { id, hash, signedHash } of papers) await requestSignature(work, { documentId: id, signerId: clerk.id, shownHash: signedHash ?? hash ?? '' })
}

/** A paper was signed: with the last one the dossier is digitised. */
export async function completeDigitisation(work: Work, dossierId: string): Promise<void> {
  const signed = new Set((await listDocuments(work, dossierId)).filter(({ state }) => state === 'signed').map(({ id }) => id))
  const dossier = await findDossier(work, dossierId)
  if (dossier && (await completePapers(work, dossierId, (id) => signed.has(id)))) work.announce('dossier.digitised', { dossierId }, dossier.personId)
}
