/** What can be done with papers inside a transaction: prepare one, ask for a signature, ask for a signer's certificate. */
import { randomUUID } from 'node:crypto'
import { type FormKind, type FormValues, formOf, type IssuingAuthority } from '../../catalogue/forms/index.ts'
import { sha256Hex } from '../../platform/files/contract.ts'
import type { Platform } from '../../platform/runtime.ts'
import { type Actor, publicActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { checkPdf } from './engine/checking/check.ts'
import { shapeProblem } from './engine/checking/shape.ts'
import { type Verdict, verifyPdf } from './engine/verify.ts'
import { newVerificationCode, paperContext } from './reference.ts'
import { saveCheck } from './store/checks.ts'
import { ownerContext, saveDepositAsked } from './store/deposits.ts'
import { type Document, findByFileHash, findDocument, getDocument, lockDocument, saveNewDocument, saveState } from './store/documents.ts'
import { askRevokedAgain, findSigningKey, type HolderProfile, listSignatures, replaceRefused, saveAsked, saveCancelled, saveKeyAsked } from './store/signatures.ts'
import { getTrustRows } from './store/trust.ts'

/** A paper to be made. */
export interface Preparation<K extends FormKind> {
  readonly kind: K
  readonly dossierId: string
  /** Whose data the paper holds: their key seals it. */
  readonly personId: string
  readonly values: FormValues<K> & { readonly authority: IssuingAuthority }
  /** Tells papers of one form in one dossier apart (the second supplement request, say). */
  readonly key?: string
  /** A number given elsewhere, for forms that are not numbered here (the receipt's). */
  readonly number?: string
  /** Who signs as soon as it is drawn, in this order: staff ids or the authority's code for its seal. */
  readonly signWith?: readonly string[]
}

/**
 * Prepares a paper: freezes its text, gives it the next number of its series and leaves drawing (and signing) to the worker.
 * The same dossier, form and key again changes nothing.
 * @returns the document's id
 */
export async function prepare<K extends FormKind>(work: Work, preparation: Preparation<K>): Promise<string> {
  const { dossierId, kind, values, personId } = preparation
  const key = preparation.key ?? ''
  const known = await findDocument(work, dossierId, kind, key)
  if (known) return known.id
  const form = formOf(kind)
  const id = newId()
  const paper = await work.seal(personId, paperContext(id), JSON.stringify(form.paper(values)))
  await saveNewDocument(work, {
    id, dossierId, personId, kind, key, authorityCode: values.authority.code, suffix: form.numberSuffix, givenNumber: preparation.number ?? '',
    formVersion: form.version, title: form.title.vi, verificationCode: newVerificationCode(), paper,
  })
  for (const signerId of preparation.signWith ?? []) await saveAsked(work, id, signerId, null)
  work.enqueue('documents.render', { documentId: id })
  return id
}

/**
 * Asks a signer to sign a drawn paper; the worker does it. Asking the same signer again changes nothing; after a refusal this
 * asks anew.
 * @param asked `shownHash`: SHA-256 of the file that the signer saw; another file is never signed (DEC6); `titles`: lines printed over the signer's name with the signature, on a
 * paper that was drawn before it was known who signs
 * @throws Refusal 'document-not-ready' before it is drawn, 'document-changed' when it is not the file that was shown
 */
export async function requestSignature(work: Work, asked: { readonly documentId: string; readonly signerId: string; readonly shownHash: string; readonly titles?: string }): Promise<void> {
  const document = await lockDocument(work, asked.documentId)
  if (document.hash === null) throw new Refusal('document-not-ready')
  if ((document.signedHash ?? document.hash) !== asked.shownHash) {
    const repeated = (await listSignatures(work, document.id)).some((one) => one.signerId === asked.signerId && one.state === 'done' && one.shownHash === asked.shownHash)
    if (repeated) return
    throw new Refusal('document-changed')
  }
  await replaceRefused(work, document.id)
  if (!(await saveAsked(work, document.id, asked.signerId, asked.shownHash, asked.titles ?? null))) return
  await saveState(work, document.id, 'signing')
  work.enqueue('documents.sign', { documentId: document.id })
}

/**
 * Takes back an order to sign while no signature is made: the worker keeps nothing of what it is at.
 * @throws Refusal 'no-signature-asked' when the signature was made, or the order was cancelled before
 */
export async function cancelSignature(work: Work, asked: { readonly documentId: string; readonly signerId: string }): Promise<void> {
  const document = await lockDocument(work, asked.documentId)
  if (!(await saveCancelled(work, document.id, asked.signerId))) throw new Refusal('no-signature-asked')
  if (document.signedHash === null) await saveState(work, document.id, 'rendered')
}

/**
 * Asks the certificate authority, through a job, to certify a key for a holder. A holder who has one keeps it.
 * @param holder `name` is printed in the certificate; `profile` 'officer' for a person, 'authority' for a seal
 */
export async function requestSigningKey(work: Work, holder: { readonly holderId: string; readonly name: string; readonly profile: HolderProfile }): Promise<void> {
  const key = await findSigningKey(work, holder.holderId)
  if (key?.chain) return
  if (!key) await saveKeyAsked(work, holder.holderId, 1, holder.name.normalize('NFC'), holder.profile)
  work.enqueue('documents.certify', { holderId: holder.holderId })
}

/**
 * Gives a holder whose certificate was revoked a new key, which the certificate authority certifies through a job. What an authority was to seal
 * meanwhile is sealed then by itself; what a person was to sign, somebody orders anew. Nothing happens to a holder who has no certificate yet.
 */
export async function renewKey(work: Work, holderId: string): Promise<void> {
  const key = await findSigningKey(work, holderId)
  if (!key?.chain) return
  await saveKeyAsked(work, holderId, key.generation + 1, key.name, key.profile)
  work.enqueue('documents.certify', { holderId })
  if (key.profile === 'officer') return
  for (const documentId of await askRevokedAgain(work, holderId)) work.enqueue('documents.sign', { documentId })
}

/** The bytes of a paper: with its signatures where there are any. Undefined before it is drawn. */
export async function readBytes(platform: Pick<Platform, 'files'>, document: Document): Promise<Buffer | undefined> {
  const hash = document.signedHash ?? document.hash
  return hash === null ? undefined : platform.files.get(hash)
}

/** Checks the kept file of a paper: that it is the file that was drawn and shown, its signatures, and that they are exactly those that were asked for. */
export async function checkDocument(platform: Pick<Platform, 'files'>, work: Work, documentId: string): Promise<Verdict> {
  const document = await getDocument(work, documentId)
  const bytes = await readBytes(platform, document)
  if (!bytes) return { valid: false, problems: ['unsigned'], signatures: [] }
  const expected = (await listSignatures(work, documentId)).flatMap((one) => (one.certificate === null ? [] : [one.certificate]))
  const drawn = document.hash === null || document.signedHash === null ? undefined : await platform.files.get(document.hash)
  return verifyPdf(bytes, await trustOf(work), expected, drawn)
}

/**
 * Checks a file that somebody brings, in a process of its own. That may take seconds, and no transaction is open meanwhile:
 * who calls this begins theirs with what came of it.
 * @returns the verdict, and the paper of ours whose bytes these are, if any
 * @throws Refusal 'too-many-checks' when too many files wait already
 */
export async function checkFile(platform: Pick<Platform, 'read'>, actor: Actor, bytes: Uint8Array, hash: string): Promise<{ verdict: Verdict; document: Document | undefined }> {
  const verdict = await checkPdf(bytes, await platform.read(actor, trustOf), actor)
  return { verdict, document: await platform.read(actor, (work) => findByFileHash(work, hash, NOT_SIGNED)) }
}

/** Papers that their applicant declares and nobody signs. */
const NOT_SIGNED: readonly FormKind[] = ['application']

/** Whether a certificate was withdrawn could not be told: newer lists are asked for. */
export function askFreshTrust(work: Work): void {
  work.enqueue('documents.refresh-trust', {})
}

/** How long the outcome of a check can be read again: the page that tells it is reached by a redirect. */
const TOLD_MS = 30 * 60_000

/**
 * Checks a file that a stranger brings and keeps what came of it, not the file. Where the lists of revoked certificates are
 * too old to tell, fresh ones are asked for.
 * @returns where the outcome stands, not to be guessed
 * @throws Refusal 'too-many-checks' when too many files wait already
 */
export async function checkBrought(platform: Pick<Platform, 'read' | 'work'>, bytes: Uint8Array): Promise<string> {
  const hash = sha256Hex(bytes)
  const { verdict, document } = await checkFile(platform, publicActor, bytes, hash)
  const found = [...verdict.problems, ...verdict.signatures.flatMap((one) => one.problems)]
  const shape = found.includes('unsigned') || found.includes('malformed') ? shapeProblem(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) : undefined
  const problems = [...new Set([...found, ...(shape && !document ? [shape] : [])])]
  const id = randomUUID()
  await platform.work(publicActor, async (work) => {
    await saveCheck(work, {
      id, documentId: document?.id ?? null, isWhole: document?.state === 'signed' && document.signedHash === hash, signatures: verdict.signatures.length, problems,
    }, new Date(work.now.getTime() + TOLD_MS))
    if (problems.includes('revocation-unknown')) askFreshTrust(work)
  })
  return id
}

/**
 * Puts a completely signed paper on its way into its owner's electronic data store; the worker carries it, as long as it takes.
 * Asking again changes nothing.
 * @param asked `identityNumber`: by which the store knows its owner; `dossierCode`: as the national portal knows the dossier
 */
export async function askDeposit(work: Work, asked: { readonly documentId: string; readonly identityNumber: string; readonly dossierCode: string }): Promise<void> {
  const { id: documentId, personId, state } = await getDocument(work, asked.documentId)
  if (state !== 'signed') throw new Refusal('document-not-ready')
  const owner = await work.seal(personId, ownerContext(documentId), asked.identityNumber)
  if (await saveDepositAsked(work, { documentId, personId, owner, dossierCode: asked.dossierCode })) work.enqueue('documents.deposit', { documentId })
}

async function trustOf(work: Work): Promise<Parameters<typeof verifyPdf>[1]> {
  const { roots, lists } = await getTrustRows(work)
  return { roots, revocationLists: lists.map((list) => list.der), now: work.now }
}
