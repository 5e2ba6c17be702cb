/**
 * The made-up certificate authority: a root, one issuing authority below it, certificates for officers, authorities and the
 * time-stamp authority, and a signed revocation list. Keys live in the sandbox's documents; nothing here is secret.
 */
import { createHash } from 'node:crypto'
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import type { Box } from '../kit/index.ts'

/** What the authorities need of a box. */
export type Needs = Pick<Box, 'docs' | 'now' | 'url'>

export type Profile = 'officer' | 'authority' | 'timestamp'

interface StoredKey {
  certificate: string
  privateKey: string
}

export interface AuthorityKeys {
  root: x509.X509Certificate
  issuing: x509.X509Certificate
  issuingKey: CryptoKey
}

/** What is remembered of every certificate given out. */
export interface IssuedCertificate {
  serial: string
  name: string
  profile: Profile
  certificate: string
  requestHash: string
  issuedAt: string
  expiresAt: string
  revokedAt: string | null
}

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 }
const organisation = 'MÔ PHỎNG, KHÔNG CÓ GIÁ TRỊ PHÁP LÝ'
const year = 365 * 86_400_000
const crlDays = 7


const newKeys = () => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])

function subject(commonName: string, unit: string): x509.JsonName {
  return [{ CN: [commonName] }, { OU: [unit] }, { O: [organisation] }]
}

const issuingName = subject('Cơ quan cấp chứng thư mô phỏng', 'Certificate authority')

/** 16 random bytes, the first bit clear so that the number is positive. */
function newSerial(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return Buffer.from(bytes).toString('hex')
}

async function exportKey(key: CryptoKey): Promise<string> {
  return Buffer.from(await crypto.subtle.exportKey('pkcs8', key)).toString('base64')
}

async function makeKeys(now: Date): Promise<{ root: StoredKey; issuing: StoredKey }> {
  const rootKeys = await newKeys()
  const issuingKeys = await newKeys()
  const notBefore = new Date(now.getTime() - 2 * year)
  const rootName = subject('Gốc tin cậy mô phỏng', 'Certificate authority')
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(), name: rootName, notBefore, notAfter: new Date(now.getTime() + 25 * year),
    keys: rootKeys, signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 1, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  })
  const issuing = await x509.X509CertificateGenerator.create({
    serialNumber: newSerial(), issuer: rootName, subject: issuingName,
    notBefore, notAfter: new Date(now.getTime() + 20 * year),
    publicKey: issuingKeys.publicKey, signingKey: rootKeys.privateKey, signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(issuingKeys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  })
  return {
    root: { certificate: root.toString('pem'), privateKey: await exportKey(rootKeys.privateKey) },
    issuing: { certificate: issuing.toString('pem'), privateKey: await exportKey(issuingKeys.privateKey) },
  }
}

/** The authority's own certificates and key, made at the first call and kept. */
export async function authorityKeys(box: Needs): Promise<AuthorityKeys> {
  const docs = box.docs<{ root: StoredKey; issuing: StoredKey }>('keys')
  const kept = await docs.get('authority') ?? await docs.update('authority', async (found) => found ?? makeKeys(await box.now()))
  return {
    root: new x509.X509Certificate(kept.root.certificate),
    issuing: new x509.X509Certificate(kept.issuing.certificate),
    issuingKey: await crypto.subtle.importKey('pkcs8', Buffer.from(kept.issuing.privateKey, 'base64'), algorithm, true, ['sign']),
  }
}

/** RFC 9336; older programs (NSS, and so pdfsig) know only emailProtection for signed contents. */
const documentSigning = '1.3.6.1.5.5.7.3.36'
const units: Record<Profile, string> = { officer: 'Cán bộ (mô phỏng)', authority: 'Cơ quan (mô phỏng)', timestamp: 'Dấu thời gian (mô phỏng)' }

/**
 * Issues a certificate for a request; the same request gets the same certificate, so that a lost answer can be asked again.
 * @throws Error with one sentence when the request's own signature does not hold
 */
export async function issue(box: Needs, input: { csr: string; profile: Profile; name: string }): Promise<string> {
  const request = new x509.Pkcs10CertificateRequest(input.csr)
  if (!(await request.verify())) throw new Error('The request is not signed with its own key.')
  const keys = await authorityKeys(box)
  const requestHash = createHash('sha256').update(Buffer.from(request.rawData)).update(`\0${input.profile}\0${input.name}`).digest('hex')
  const issued = box.docs<IssuedCertificate>('issued')
  const kept = await issued.update(requestHash, async (found) => {
    if (found !== undefined) return found
    const now = await box.now()
    const notAfter = new Date(now.getTime() + (input.profile === 'officer' ? 3 : 5) * year)
    const serialNumber = newSerial()
    const stamping = input.profile === 'timestamp'
    const flags = x509.KeyUsageFlags.digitalSignature | (stamping ? 0 : x509.KeyUsageFlags.nonRepudiation)
    const certificate = await x509.X509CertificateGenerator.create({
      serialNumber, issuer: issuingName, subject: subject(input.name, units[input.profile]),
      // A little earlier than now: the clocks of two machines are never quite the same.
      notBefore: new Date(now.getTime() - 3_600_000), notAfter,
      publicKey: await request.publicKey.export(), signingKey: keys.issuingKey, signingAlgorithm: algorithm,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(flags, true),
        new x509.ExtendedKeyUsageExtension(stamping ? [x509.ExtendedKeyUsage.timeStamping] : [documentSigning, x509.ExtendedKeyUsage.emailProtection], stamping),
        await x509.SubjectKeyIdentifierExtension.create(request.publicKey),
        await x509.AuthorityKeyIdentifierExtension.create(keys.issuing.publicKey),
        new x509.CRLDistributionPointsExtension([`${box.url}/ca/crl`]),
      ],
    })
    return {
      serial: serialNumber, name: input.name, profile: input.profile, certificate: certificate.toString('pem'), requestHash,
      issuedAt: now.toISOString(), expiresAt: notAfter.toISOString(), revokedAt: null,
    }
  })
  return `${kept.certificate}\n${keys.issuing.toString('pem')}\n${keys.root.toString('pem')}\n`
}

/** Everything given out, newest first. */
export function listIssued(box: Needs): Promise<IssuedCertificate[]> {
  return box.docs<IssuedCertificate>('issued').list({ newestFirst: true })
}

/** Revokes every certificate in force that bears this serial number or this name. @returns how many */
export async function revoke(box: Needs, serialOrName: string): Promise<number> {
  const wanted = serialOrName.normalize('NFC').trim().toLowerCase()
  const now = await box.now()
  const hit = (await listIssued(box)).filter((one) => one.revokedAt === null && (one.serial === wanted || one.name.normalize('NFC').toLowerCase() === wanted))
  for (const one of hit) {
    await box.docs<IssuedCertificate>('issued').update(one.requestHash, (found) => ({ ...(found ?? one), revokedAt: now.toISOString() }))
  }
  return hit.length
}

/** The revocation list of the moment, DER. Good for seven days. */
export async function revocationList(box: Needs): Promise<Buffer> {
  const keys = await authorityKeys(box)
  const now = await box.now()
  const entries = (await listIssued(box)).flatMap((one) => one.revokedAt === null ? [] : [{ serialNumber: one.serial, revocationDate: new Date(one.revokedAt), reason: x509.X509CrlReason.keyCompromise }])
  const list = await x509.X509CrlGenerator.create({
    issuer: issuingName, thisUpdate: now, nextUpdate: new Date(now.getTime() + crlDays * 86_400_000),
    entries, signingKey: keys.issuingKey, signingAlgorithm: algorithm,
    extensions: [await x509.AuthorityKeyIdentifierExtension.create(keys.issuing.publicKey)],
  })
  return Buffer.from(list.rawData)
}
