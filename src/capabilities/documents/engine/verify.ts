/**
 * Checks signed PDFs with other code than signed them (A17, S12): whole file covered, digest, signature, the certificate
 * bound into the signature, its role, its chain, its term and revocation at the proven time, and the time-stamp itself.
 */
import { createHash, createPublicKey, verify as verifyBytes } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import {
  asArrayBuffer, derOf, extendedUsages, fingerprintOf, inTerm, mayCommit, nameOf, organisationOf, revocationOf, SKEW_MS, serialOf, type Trust, trustedPath,
} from './certificates.ts'
import { type FoundSignature, findSignatures } from './pdf-signatures.ts'

/** Why a signature is not accepted. */
type SignatureProblem =
  | 'malformed' | 'altered' | 'untrusted' | 'wrong-role' | 'expired' | 'revoked' | 'revocation-unknown' | 'no-timestamp' | 'timestamp-invalid'

/** Why a file is not accepted as a whole. */
type FileProblem = 'unsigned' | 'malformed' | 'too-many-signatures' | 'appended-after-signing' | 'unexpected-signer' | 'another-file'

interface CheckedSignature {
  readonly name: string
  readonly organisation: string
  /** Serial number of the certificate, hex. */
  readonly serial: string
  /** SHA-256 of the certificate, hex; empty when it could not be read. */
  readonly fingerprint: string
  /** The proven time, from the time-stamp. */
  readonly stampedAt: Date | null
  readonly problems: readonly SignatureProblem[]
}

export interface Verdict {
  /** True only when the file and each of its signatures are without a problem. */
  readonly valid: boolean
  readonly problems: readonly FileProblem[]
  readonly signatures: readonly CheckedSignature[]
}

const OID = {
  data: '1.2.840.113549.1.7.1', tstInfo: '1.2.840.113549.1.9.16.1.4', contentType: '1.2.840.113549.1.9.3', messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.47', timeStampToken: '1.2.840.113549.1.9.16.2.14', timeStamping: '1.3.6.1.5.5.7.3.8',
}
const DIGESTS = new Map([['2.16.840.1.101.3.4.2.1', 'sha256'], ['2.16.840.1.101.3.4.2.2', 'sha384'], ['2.16.840.1.101.3.4.2.3', 'sha512']])
/** RSA PKCS #1 v1.5 and ECDSA with SHA-2; nothing older. */
const SIGNATURES = new Set(['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.11', '1.2.840.113549.1.1.12', '1.2.840.113549.1.1.13', '1.2.840.10045.4.3.2', '1.2.840.10045.4.3.3', '1.2.840.10045.4.3.4'])

/**
 * Judges a PDF.
 * @param signers fingerprints that must be exactly the signers, in order; without it any trusted signer will do
 * @param shown the file that the signers were shown: what is signed must begin with it, byte for byte
 */
export async function verifyPdf(bytes: Uint8Array, trust: Trust, signers?: readonly string[], shown?: Uint8Array): Promise<Verdict> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { signatures, malformed, tooMany } = findSignatures(file)
  if (tooMany) return { valid: false, problems: ['too-many-signatures'], signatures: [] }
  const problems: FileProblem[] = []
  if (malformed) problems.push('malformed')
  if (signatures.length === 0) problems.push('unsigned')
  else if (signatures.at(-1)?.end !== file.length) problems.push('appended-after-signing')
  const checked: CheckedSignature[] = []
  for (const found of signatures) checked.push(await checkSignature(found, trust))
  if (signers && (signers.length !== checked.length || signers.some((fingerprint, i) => checked[i]?.fingerprint !== fingerprint))) problems.push('unexpected-signer')
  if (shown && !file.subarray(0, shown.length).equals(shown)) problems.push('another-file')
  return { valid: problems.length === 0 && checked.every((one) => one.problems.length === 0), problems, signatures: checked }
}

const UNREADABLE: CheckedSignature = { name: '', organisation: '', serial: '', fingerprint: '', stampedAt: null, problems: ['malformed'] }

async function checkSignature(found: FoundSignature, trust: Trust): Promise<CheckedSignature> {
  let opened: Opened
  try {
    opened = openCms(found.cms)
  } catch {
    return UNREADABLE
  }
  const { certificate } = opened
  const problems: SignatureProblem[] = []
  if (!holds(opened, found.covered, OID.data)) problems.push('altered')
  const stampedAt = await timeOf(opened, trust)
  if (stampedAt === 'none') problems.push('no-timestamp')
  else if (stampedAt === 'invalid') problems.push('timestamp-invalid')
  const at = stampedAt instanceof Date ? stampedAt : typeof stampedAt === 'object' ? stampedAt.unsure : trust.now
  if (!mayCommit(certificate) || extendedUsages(certificate).usages.includes(OID.timeStamping)) problems.push('wrong-role')
  if (inTerm(certificate, at)) problems.push(...(await chainProblems(opened, at, trust)))
  else problems.push('expired')
  if (typeof stampedAt === 'object' && !(stampedAt instanceof Date) && !problems.includes('revocation-unknown')) problems.push('revocation-unknown')
  return {
    name: nameOf(certificate), organisation: organisationOf(certificate), serial: serialOf(certificate), fingerprint: fingerprintOf(certificate),
    stampedAt: stampedAt instanceof Date ? stampedAt : null, problems,
  }
}

async function chainProblems(opened: Opened, at: Date, trust: Trust): Promise<SignatureProblem[]> {
  const path = await trustedPath(opened.certificate, opened.certificates, trust.roots, at)
  if (!path) return ['untrusted']
  const revocation = await revocationOf(path, at, trust)
  return revocation === 'good' ? [] : [revocation === 'revoked' ? 'revoked' : 'revocation-unknown']
}

interface Opened {
  readonly signer: pkijs.SignerInfo
  readonly certificate: pkijs.Certificate
  readonly certificates: readonly pkijs.Certificate[]
  /** The content carried inside, for time-stamp tokens. */
  readonly content: Buffer | undefined
}

/** Every one may be tried for a path to a root: a signer's chain has two to five. */
const MOST_CERTIFICATES = 32

/** @throws when the structure is not a SignedData with exactly one signer whose certificate is included among a few */
function openCms(der: Buffer): Opened {
  const info = pkijs.ContentInfo.fromBER(asArrayBuffer(der))
  if (info.contentType !== pkijs.ContentInfo.SIGNED_DATA) throw new Error('not signed data')
  const data = new pkijs.SignedData({ schema: info.content })
  const [signer, second] = data.signerInfos
  if (!signer || second || !(signer.sid instanceof pkijs.IssuerAndSerialNumber)) throw new Error('not one signer')
  const { issuer, serialNumber } = signer.sid
  const certificates = (data.certificates ?? []).filter((one): one is pkijs.Certificate => one instanceof pkijs.Certificate)
  if (certificates.length > MOST_CERTIFICATES) throw new Error('more certificates than a path has')
  const certificate = certificates.find((one) => one.issuer.isEqual(issuer) && one.serialNumber.isEqual(serialNumber))
  if (!certificate) throw new Error('no certificate of the signer')
  const inner = data.encapContentInfo.eContent
  return { signer, certificate, certificates, content: inner === undefined ? undefined : Buffer.from(inner.getValue()) }
}

function attribute(signer: pkijs.SignerInfo, type: string): unknown {
  const hits = signer.signedAttrs?.attributes.filter((one) => one.type === type) ?? []
  const [hit] = hits
  return hits.length === 1 && hit && hit.values.length === 1 ? hit.values[0] : undefined
}

/** Content type, digest of the content, the certificate bound in, and the signature over the signed attributes. */
function holds(opened: Opened, content: readonly Uint8Array[], contentType: string): boolean {
  const { signer, certificate } = opened
  const digest = DIGESTS.get(signer.digestAlgorithm.algorithmId)
  if (digest === undefined || !SIGNATURES.has(signer.signatureAlgorithm.algorithmId) || !signer.signedAttrs) return false
  const type = attribute(signer, OID.contentType)
  const imprint = attribute(signer, OID.messageDigest)
  if (!(type instanceof asn1js.ObjectIdentifier) || type.getValue() !== contentType) return false
  if (!(imprint instanceof asn1js.OctetString) || !digestOf(digest, content).equals(Buffer.from(imprint.getValue()))) return false
  if (!bindsCertificate(signer, certificate)) return false
  const key = createPublicKey({ key: Buffer.from(certificate.subjectPublicKeyInfo.toSchema().toBER(false)), format: 'der', type: 'spki' })
  return verifyBytes(digest, Buffer.from(signer.signedAttrs.encodedValue), key, Buffer.from(signer.signature.getValue()))
}

function digestOf(algorithm: string, parts: readonly Uint8Array[]): Buffer {
  const hash = createHash(algorithm)
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** signing-certificate-v2 (RFC 5035): the hash of the signer's own certificate is among what is signed. */
function bindsCertificate(signer: pkijs.SignerInfo, certificate: pkijs.Certificate): boolean {
  const value = attribute(signer, OID.signingCertificate)
  const list = value instanceof asn1js.Sequence ? value.valueBlock.value[0] : undefined
  const first = list instanceof asn1js.Sequence ? list.valueBlock.value[0] : undefined
  if (!(first instanceof asn1js.Sequence)) return false
  const [head, next] = first.valueBlock.value
  let digest: string | undefined = 'sha256' // the default when no algorithm is named
  if (head instanceof asn1js.Sequence) {
    const named = head.valueBlock.value[0]
    digest = named instanceof asn1js.ObjectIdentifier ? DIGESTS.get(named.getValue()) : undefined
  }
  const hash = head instanceof asn1js.OctetString ? head : next
  if (digest === undefined || !(hash instanceof asn1js.OctetString)) return false
  return createHash(digest).update(derOf(certificate)).digest().equals(Buffer.from(hash.getValue()))
}

/** A time, or one of which only whether its stamper's certificate was withdrawn is not known, which speaks against nobody. */
type Stamped = Date | { readonly unsure: Date } | 'invalid'

/** The time proven by the token over this signature's value (RFC 3161), or why there is none. */
async function timeOf(opened: Opened, trust: Trust): Promise<Stamped | 'none'> {
  const hit = opened.signer.unsignedAttrs?.attributes.find((one) => one.type === OID.timeStampToken)
  const value: unknown = hit?.values[0]
  if (!(value instanceof asn1js.Sequence)) return 'none'
  return checkToken(Buffer.from(value.toBER(false)), Buffer.from(opened.signer.signature.getValue()), trust)
}

/**
 * Judges a time-stamp token.
 * @param stamped the bytes whose digest the token must bear
 * @returns the time it proves, one that is unsure, or 'invalid'
 */
export async function checkToken(token: Buffer, stamped: Buffer, trust: Trust): Promise<Stamped> {
  try {
    const opened = openCms(token)
    if (!opened.content || !holds(opened, [opened.content], OID.tstInfo)) return 'invalid'
    const info = pkijs.TSTInfo.fromBER(asArrayBuffer(opened.content))
    const digest = DIGESTS.get(info.messageImprint.hashAlgorithm.algorithmId)
    if (digest === undefined) return 'invalid'
    if (!createHash(digest).update(stamped).digest().equals(Buffer.from(info.messageImprint.hashedMessage.getValue()))) return 'invalid'
    const usage = extendedUsages(opened.certificate)
    if (!usage.critical || usage.usages.length !== 1 || usage.usages[0] !== OID.timeStamping) return 'invalid'
    if (info.genTime.getTime() > trust.now.getTime() + SKEW_MS) return 'invalid'
    if (!inTerm(opened.certificate, info.genTime)) return 'invalid'
    const problems = await chainProblems(opened, info.genTime, trust)
    if (problems.some((one) => one !== 'revocation-unknown')) return 'invalid'
    return problems.length === 0 ? info.genTime : { unsure: info.genTime }
  } catch {
    return 'invalid'
  }
}
