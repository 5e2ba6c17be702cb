/** Certificates and revocation lists: reading, naming, the chain to a trusted root, and whether a list names a certificate. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import * as pkijs from 'pkijs'

/** What a signature is judged against. Instants by the shown clock. */
export interface Trust {
  /** PEM roots. */
  readonly roots: readonly string[]
  /** DER revocation lists. */
  readonly revocationLists: readonly Uint8Array[]
  /** The instant of judging: lists must be current now. */
  readonly now: Date
}

/** Clocks of two machines differ. */
export const SKEW_MS = 60_000

const OID = { commonName: '2.5.4.3', organisation: '2.5.4.10', keyUsage: '2.5.29.15', extendedKeyUsage: '2.5.29.37' }

/** All certificates of a PEM text, as DER. */
export function derOfPem(pem: string): Buffer[] {
  return [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)].map((match) => Buffer.from(match[1] ?? '', 'base64'))
}

/** A copy in memory of its own, as the ASN.1 library wants it. */
export function asArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  return copy
}

/** @throws when the bytes are not a certificate */
export function readCertificate(der: Uint8Array): pkijs.Certificate {
  return pkijs.Certificate.fromBER(asArrayBuffer(der))
}

/** @throws when the bytes are not a revocation list */
export function readRevocationList(der: Uint8Array): pkijs.CertificateRevocationList {
  return pkijs.CertificateRevocationList.fromBER(asArrayBuffer(der))
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

/**
 * What was once proven about given bytes stays proven: the same few certificates and lists come again with each paper.
 * Checking a signed paper took 67 ms without these and 23 ms with them (median, two busy cores). Terms and revocation
 * are judged anew each time.
 */
const knownDer = new WeakMap<pkijs.Certificate, Buffer>()
const provenPaths = new LRUCache<string, readonly pkijs.Certificate[]>({ max: 500 })
const knownLists = new LRUCache<string, pkijs.CertificateRevocationList>({ max: 20 })
const provenLists = new LRUCache<string, boolean>({ max: 100 })

/** The first certificate of a chain. @throws when the chain is empty */
export function leafOf(chain: readonly Uint8Array[]): pkijs.Certificate {
  const [leaf] = chain
  if (!leaf) throw new Error('an empty certificate chain')
  return readCertificate(leaf)
}

/** Roots that the operator trusts: `trust/*.pem` in the keys folder. */
export function readRoots(keysDir: string): string[] {
  const folder = join(keysDir, 'trust')
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => name.endsWith('.pem')).sort().map((name) => readFileSync(join(folder, name), 'utf8'))
}

export function derOf(certificate: pkijs.Certificate): Buffer {
  const known = knownDer.get(certificate) ?? Buffer.from(certificate.toSchema().toBER(false))
  knownDer.set(certificate, known)
  return known
}

/** SHA-256 of the certificate, hex: the name by which lists of signers know it. */
export function fingerprintOf(certificate: pkijs.Certificate): string {
  return sha256(derOf(certificate))
}

export function serialOf(certificate: pkijs.Certificate): string {
  return Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString('hex')
}

/** One attribute of the subject, empty where it has none. */
function subjectPart(certificate: pkijs.Certificate, type: string): string {
  const value: unknown = certificate.subject.typesAndValues.find((part) => part.type === type)?.value.valueBlock.value
  return typeof value === 'string' ? value : ''
}

export const nameOf = (certificate: pkijs.Certificate) => subjectPart(certificate, OID.commonName)
export const organisationOf = (certificate: pkijs.Certificate) => subjectPart(certificate, OID.organisation)

/** Whether the instant lies within the certificate's term. */
export function inTerm(certificate: pkijs.Certificate, at: Date): boolean {
  return certificate.notBefore.value <= at && at <= certificate.notAfter.value
}

/** Extended key usages; empty where the certificate names none. */
export function extendedUsages(certificate: pkijs.Certificate): { usages: readonly string[]; critical: boolean } {
  const extension = certificate.extensions?.find((one) => one.extnID === OID.extendedKeyUsage)
  const parsed: unknown = extension?.parsedValue
  return { usages: parsed instanceof pkijs.ExtKeyUsage ? parsed.keyPurposes : [], critical: extension?.critical ?? false }
}

/** Whether the key may sign what binds its holder (bit 1 of key usage: nonRepudiation, also called contentCommitment). */
export function mayCommit(certificate: pkijs.Certificate): boolean {
  const parsed: unknown = certificate.extensions?.find((one) => one.extnID === OID.keyUsage)?.parsedValue
  if (parsed === null || typeof parsed !== 'object' || !('valueBlock' in parsed)) return false
  const block = parsed.valueBlock
  if (block === null || typeof block !== 'object' || !('valueHexView' in block) || !(block.valueHexView instanceof Uint8Array)) return false
  return ((block.valueHexView[0] ?? 0) & 0x40) !== 0
}

/**
 * The path from a certificate to a trusted root, as it was valid at an instant (RFC 5280 §6, by pkijs: names, signatures,
 * terms, CA flags, path length).
 * @returns leaf first, root last; undefined when there is none
 */
export async function trustedPath(leaf: pkijs.Certificate, others: readonly pkijs.Certificate[], roots: readonly string[], at: Date): Promise<readonly pkijs.Certificate[] | undefined> {
  const key = [fingerprintOf(leaf), ...roots.map(sha256)].join()
  const proven = provenPaths.get(key)
  if (proven) return proven.every((one) => inTerm(one, at)) ? proven : undefined
  const trustedCerts = roots.flatMap((pem) => derOfPem(pem).map(readCertificate))
  if (trustedCerts.length === 0) return undefined
  // The engine takes the last of the list for the one to be judged.
  const certs = [...others.filter((one) => fingerprintOf(one) !== fingerprintOf(leaf)), leaf]
  const result = await new pkijs.CertificateChainValidationEngine({ trustedCerts, certs, checkDate: at }).verify()
  if (!result.result || !result.certificatePath) return undefined
  provenPaths.set(key, result.certificatePath)
  return result.certificatePath
}

/**
 * Whether the issuer had taken the certificate back by an instant.
 * @param path from `trustedPath`
 * @returns 'unknown' when no current, properly signed list of the issuer is at hand
 */
export async function revocationOf(path: readonly pkijs.Certificate[], at: Date, trust: Trust): Promise<'good' | 'revoked' | 'unknown'> {
  const [leaf, issuer] = path
  if (!leaf || !issuer) return 'unknown'
  let verdict: 'good' | 'unknown' = 'unknown'
  for (const der of trust.revocationLists) {
    const name = sha256(der)
    const list = knownLists.get(name) ?? readRevocationList(der)
    knownLists.set(name, list)
    if (!list.issuer.isEqual(issuer.subject)) continue
    const key = `${name},${fingerprintOf(issuer)}`
    const signed = provenLists.get(key) ?? (await list.verify({ issuerCertificate: issuer }))
    provenLists.set(key, signed)
    if (!signed) continue
    if (list.thisUpdate.value.getTime() > trust.now.getTime() + SKEW_MS || !list.nextUpdate || list.nextUpdate.value < trust.now) continue
    const hit = list.revokedCertificates?.find((entry) => entry.userCertificate.isEqual(leaf.serialNumber))
    if (hit && hit.revocationDate.value <= at) return 'revoked'
    verdict = 'good'
  }
  return verdict
}
