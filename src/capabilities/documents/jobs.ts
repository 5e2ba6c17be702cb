/** What the worker does with papers: draws, signs, gets certificates, keeps roots and revocation lists fresh. Cheap to repeat. */
import { createHash } from 'node:crypto'
import { formOf, isFormKind, longDate } from '../../catalogue/forms/index.ts'
import { idIn, type Jobs } from '../../platform/background/jobs.ts'
import { raiseAlarm } from '../../platform/outside/alarms.ts'
import { OutsideFailure } from '../../platform/outside/call.ts'
import type { Platform } from '../../platform/runtime.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { fetchRevocationList, fetchRoot, requestCertificate, stampDigest } from './client/authorities.ts'
import { putIntoStore } from './client/data-store.ts'
import { derOfPem, fingerprintOf, leafOf, readCertificate, readRoots, revocationOf, type Trust, trustedPath } from './engine/certificates.ts'
import { renderPdf } from './engine/render.ts'
import { certificateRequest, openSigner, signPdf } from './engine/sign.ts'
import { checkToken, verifyPdf } from './engine/verify.ts'
import { readPaper } from './paper-schema.ts'
import { paperContext, verificationPath } from './reference.ts'
import { forgetChecks } from './store/checks.ts'
import { findDeposit, getOwner, ownerContext, saveNoStore, saveReceived } from './store/deposits.ts'
import { type Document, getDocument, getSealedPaper, lockDocument, saveRendered, saveSigned } from './store/documents.ts'
import {
  findSigningKey, hasRevoked, listSignatures, saveDone, saveKeyAsked, saveKeyIssued, saveRefused, type Signature, type SigningKey, type SigningRefusal,
} from './store/signatures.ts'
import { getTrustRows, saveRevocationList, saveTrustAnchor } from './store/trust.ts'

declare module '../../platform/background/facts.ts' {
  interface Facts {
    'document.rendered': { documentId: string; dossierId: string; kind: string }
    'document.signed': { documentId: string; dossierId: string; kind: string; signerId: string; complete: boolean }
    'document.deposited': { documentId: string; dossierId: string; kind: string }
    'document.signing-refused': { documentId: string; dossierId: string; kind: string; signerId: string; reason: string }
  }
}

const actor = systemActor('documents')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A list may be this old while the certificate authority does not answer (X-Road's tolerance for its stampers). */
const OLDEST_LIST_MS = 4 * HOUR_MS

export const jobs: Jobs = {
  'documents.render': (platform, payload) => render(platform, idIn(payload, 'documentId')),
  'documents.sign': (platform, payload) => sign(platform, idIn(payload, 'documentId')),
  'documents.certify': (platform, payload) => certify(platform, idIn(payload, 'holderId')).then(() => undefined),
  'documents.forget-checks': (platform) => platform.work(actor, async (work) => {
    await forgetChecks(work)
    work.schedule('documents.forget-checks', 'hourly', {}, new Date(work.now.getTime() + HOUR_MS))
  }),
  'documents.deposit': (platform, payload) => deposit(platform, idIn(payload, 'documentId')),
  'documents.refresh-trust': async (platform) => {
    await platform.work(actor, async (work) => work.schedule('documents.refresh-trust', 'daily', {}, new Date(work.now.getTime() + DAY_MS)))
    await refreshTrust(platform)
  },
}

/** Draws a prepared paper and stores the file. */
async function render(platform: Platform, documentId: string): Promise<void> {
  const drawn = await platform.read(actor, async (work) => {
    const document = await getDocument(work, documentId)
    if (document.hash !== null || !isFormKind(document.kind)) return undefined
    const paper = readPaper(await work.open(document.personId, paperContext(document.id), await getSealedPaper(work, document.id)))
    return { document, paper, form: formOf(document.kind) }
  })
  if (!drawn) return
  const { document, paper, form } = drawn
  const bytes = await renderPdf({
    paper, number: document.numberText, title: form.title.vi, author: paper.issuer?.name ?? '', madeOn: document.madeOn, longDate: longDate(document.madeOn),
    verifyUrl: platform.config.publicUrl + verificationPath(document.verificationCode), simulation: platform.config.simulation,
    portrait: paper.layout === 'licence' ? await platform.files.get(paper.portraitHash) : null,
    pages: paper.layout === 'scan' ? await Promise.all(paper.pageHashes.map((hash) => platform.files.get(hash))) : [],
  })
  const hash = await platform.files.put(bytes)
  await platform.work(actor, async (work) => {
    const now = await lockDocument(work, documentId)
    if (now.hash !== null) return
    const waiting = (await listSignatures(work, documentId)).some((one) => one.state === 'asked')
    await saveRendered(work, documentId, hash, waiting ? 'signing' : 'rendered')
    work.announce('document.rendered', { documentId, dossierId: now.dossierId, kind: now.kind }, now.personId)
    if (waiting) work.enqueue('documents.sign', { documentId })
  })
}

/** Makes the next signature of a paper. Nothing is kept unless our own check accepts the whole file. */
async function sign(platform: Platform, documentId: string): Promise<void> {
  const { document, signatures } = await platform.read(actor, async (work) => ({
    document: await getDocument(work, documentId), signatures: await listSignatures(work, documentId),
  }))
  // After a refusal nothing goes on until a person asks another signer.
  const next = signatures.find((one) => one.state === 'asked' || one.state === 'refused')
  if (!next || next.state === 'refused' || document.hash === null) return
  const before = document.signedHash ?? document.hash
  if (next.shownHash !== null && next.shownHash !== before) return refuse(platform, document, next, 'changed-since-shown')
  const key = await certify(platform, next.signerId)
  const trust = await freshTrust(platform)
  const certificate = leafOf(key.chain)
  const path = await trustedPath(certificate, key.chain.map(readCertificate), trust.roots, trust.now)
  if (path && (await revocationOf(path, trust.now, trust)) === 'revoked') return refuse(platform, document, next, 'certificate-revoked')

  const original = await platform.files.get(before)
  const bytes = await signPdf(original, {
    signer: openSigner(platform.config, key.holderId, key.generation),
    // The root stays outside: who checks must have it already.
    chain: key.chain.filter((der) => !readCertificate(der).issuer.isEqual(readCertificate(der).subject)),
    at: trust.now, reason: document.title, ...(next.titles === null ? {} : { block: { titles: next.titles, name: key.name } }), stamp: (digest) => stampDigest(platform, digest),
  })
  const done = signatures.flatMap((one) => (one.certificate === null ? [] : [one.certificate]))
  const verdict = await verifyPdf(bytes, { ...trust, now: await exactNow(platform) }, [...done, key.fingerprint])
  const stampedAt = verdict.signatures.at(-1)?.stampedAt
  if (!verdict.valid || !stampedAt || !bytes.subarray(0, original.length).equals(original)) {
    throw new Error(`our own check refused the signature: ${JSON.stringify([verdict.problems, ...verdict.signatures.map((one) => one.problems)])}`)
  }
  const hash = await platform.files.put(bytes)
  await platform.work(actor, async (work) => {
    const now = await lockDocument(work, documentId)
    const all = await listSignatures(work, documentId)
    if (all.find((one) => one.ordinal === next.ordinal)?.state !== 'asked' || (now.signedHash ?? now.hash) !== before) return
    await saveDone(work, { documentId, ordinal: next.ordinal, stampedAt, certificate: key.fingerprint, hash })
    const complete = all.every((one) => one.ordinal === next.ordinal || one.state === 'done' || one.state === 'replaced')
    await saveSigned(work, documentId, hash, complete ? 'signed' : 'signing')
    work.announce('document.signed', { documentId, dossierId: now.dossierId, kind: now.kind, signerId: next.signerId, complete }, now.personId)
    if (!complete) work.enqueue('documents.sign', { documentId })
  })
}

/** Carries a signed paper into its owner's store. It counts as there only with the store's receipt for these very bytes. */
async function deposit(platform: Platform, documentId: string): Promise<void> {
  const asked = await platform.read(actor, async (work) => {
    const [document, deposit] = await Promise.all([getDocument(work, documentId), findDeposit(work, documentId)])
    if (!deposit || deposit.state === 'received') return undefined
    return { document, deposit, identityNumber: await work.open(deposit.personId, ownerContext(documentId), await getOwner(work, documentId)) }
  })
  if (!asked || asked.document.signedHash === null) return
  const { document, deposit: { dossierCode }, identityNumber } = asked
  const fileHash = asked.document.signedHash
  const receipt = await putIntoStore(platform, {
    documentId, identityNumber, dossierCode, kind: document.kind, title: document.title, authorityCode: document.authorityCode, madeOn: document.madeOn, bytes: await platform.files.get(fileHash),
  })
  await platform.work(actor, async (work) => {
    if (!receipt) {
      await saveNoStore(work, documentId)
      return work.schedule('documents.deposit', documentId, { documentId }, new Date(work.now.getTime() + DAY_MS))
    }
    if (await saveReceived(work, documentId, { ...receipt, fileHash })) work.announce('document.deposited', { documentId, dossierId: document.dossierId, kind: document.kind }, document.personId)
  })
}

async function refuse(platform: Platform, document: Document, signature: Signature, reason: SigningRefusal): Promise<void> {
  await platform.work(actor, async (work) => {
    await lockDocument(work, document.id)
    const now = (await listSignatures(work, document.id)).find((one) => one.ordinal === signature.ordinal)
    if (now?.state !== 'asked') return
    // One alarm a holder: until there is a new key, everything else of theirs waits for the same.
    if (reason === 'certificate-revoked' && !(await hasRevoked(work, signature.signerId))) raiseAlarm(work, { kind: 'key-revoked', system: 'certificate-authority', subjectId: document.id, details: { holder: signature.signerId } })
    await saveRefused(work, document.id, signature.ordinal, reason)
    work.announce('document.signing-refused', { documentId: document.id, dossierId: document.dossierId, kind: document.kind, signerId: signature.signerId, reason }, document.personId)
  })
}

type CertifiedKey = SigningKey & { readonly chain: readonly Buffer[]; readonly fingerprint: string }

/** The certified key of a holder who was asked for; gets the certificate, or a new one before the old one ends. */
async function certify(platform: Platform, holderId: string): Promise<CertifiedKey> {
  const now = await exactNow(platform)
  const known = await platform.read(actor, (work) => findSigningKey(work, holderId))
  if (!known) throw new Error('nobody asked for a signing key of this holder')
  if (known.chain && known.fingerprint && known.expiresAt && known.expiresAt.getTime() - now.getTime() > 7 * DAY_MS) return { ...known, chain: known.chain, fingerprint: known.fingerprint }
  const generation = known.chain ? known.generation + 1 : known.generation
  if (known.chain) await platform.work(actor, (work) => saveKeyAsked(work, holderId, generation, known.name, known.profile))
  const signer = openSigner(platform.config, holderId, generation)
  const chain = await requestCertificate(platform, await certificateRequest(signer, known.name), await signer.publicKey(), known.profile, known.name)
  const certificate = leafOf(chain)
  const issued = { holderId, generation, chain, fingerprint: fingerprintOf(certificate), expiresAt: certificate.notAfter.value }
  // Where two asked at once, the one that was kept is the certificate of this key.
  const kept = await platform.work(actor, async (work) => {
    await saveKeyIssued(work, issued)
    return findSigningKey(work, holderId)
  })
  return kept?.chain && kept.fingerprint ? { ...kept, chain: kept.chain, fingerprint: kept.fingerprint } : { ...known, ...issued }
}

/** Reads roots (production: from the keys folder; simulation: also the made-up authority's) and the current revocation list. */
async function refreshTrust(platform: Platform): Promise<void> {
  const own = readRoots(platform.config.keysDir).map((pem) => ({ pem, source: 'keys folder' as const }))
  const simulated = platform.config.simulation ? [{ pem: await fetchRoot(platform), source: 'simulated authority' as const }] : []
  const list = await fetchRevocationList(platform)
  await platform.work(actor, async (work) => {
    for (const { pem, source } of [...own, ...simulated]) {
      for (const der of derOfPem(pem)) await saveTrustAnchor(work, fingerprintOf(readCertificate(der)), pem, source)
    }
    await saveRevocationList(work, { issuer: 'certificate-authority', ...list })
  })
}

/** The shown time as SQL has it: a page's copy may be a quarter of a second old, in which a demonstration passes a day. */
function exactNow(platform: Platform): Promise<Date> {
  return platform.work(actor, async (work) => work.now)
}

/** A time-stamp token (RFC 3161), the time that it proves, and the roots that its certificate leads to. */
export interface Stamp {
  readonly token: Buffer
  readonly at: Date
  readonly roots: readonly string[]
}

/**
 * Has bytes stamped by the time-stamp authority; only a token that our own check accepts is one. For jobs: the authority may be silent.
 * @throws OutsideFailure while it is silent, or when what came is not to be trusted
 */
export async function stampBytes(platform: Platform, bytes: Buffer): Promise<Stamp> {
  const trust = await freshTrust(platform)
  const token = await stampDigest(platform, createHash('sha256').update(bytes).digest())
  const at = await checkToken(token, bytes, { ...trust, now: await exactNow(platform) })
  if (!(at instanceof Date)) throw new OutsideFailure('timestamp-authority', 'malformed', 'a token that does not verify')
  return { token, at, roots: trust.roots }
}

/** Trust as good as it can be had now: a list younger than an hour, or, while the authority is silent, than four. */
async function freshTrust(platform: Platform): Promise<Trust> {
  const read = () => platform.work(actor, async (work) => ({ now: work.now, rows: await getTrustRows(work) }))
  const age = ({ now, rows }: Awaited<ReturnType<typeof read>>) =>
    rows.roots.length === 0 || rows.lists.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...rows.lists.map((list) => now.getTime() - list.fetchedAt.getTime()))
  let current = await read()
  if (age(current) > HOUR_MS) {
    try {
      await refreshTrust(platform)
      current = await read()
    } catch (error) {
      if (!(error instanceof OutsideFailure) || age(current) > OLDEST_LIST_MS) throw error
    }
  }
  return { roots: current.rows.roots, revocationLists: current.rows.lists.map((list) => list.der), now: current.now }
}
