/**
 * A clinic's own program: it sends a certificate to the service itself, in the national form (JSON or XML around a signed
 * document, RSA-SHA1) or as one signed XML document (RSA-SHA256). Keys lie in the sandbox's documents: nothing here is secret.
 */
import { createHash, createPrivateKey, randomBytes, randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import type { Box } from '../kit/index.ts'
import { clinics } from '../people/places.ts'
import type { WireCertificate } from './records.ts'

/** Its own types would bring the browser's globals into every file. */
interface Signing {
  addReference(reference: { xpath: string; isEmptyUri: boolean; transforms: string[]; digestAlgorithm: string }): void
  computeSignature(xml: string): void
  getSignedXml(): string
}
const require = createRequire(import.meta.url)
const { SignedXml }: { SignedXml: new (options: { privateKey: string; publicCert: string; canonicalizationAlgorithm: string; signatureAlgorithm: string }) => Signing } = require('xml-crypto')

export interface SoftwareClinic {
  code: string
  name: string
  mail: string
  apiKey: string
  /** Null: this clinic proves itself by its key alone. */
  certificatePem: string | null
  privateKeyPem: string | null
}

/** Of the made-up clinics the first proves itself by its key, the second signs as well; the others have no program. */
const named = clinics.slice(0, 2).map(({ code, name }, place) => ({ code, name, signs: place === 1 }))

export type SignatureKind = 'rsa-sha1' | 'rsa-sha256'
const algorithms: Record<SignatureKind, { signature: string; digest: string }> = {
  'rsa-sha1': { signature: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1', digest: 'http://www.w3.org/2000/09/xmldsig#sha1' },
  'rsa-sha256': { signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', digest: 'http://www.w3.org/2001/04/xmlenc#sha256' },
}
const c14n = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'

const pem = (label: string, der: ArrayBuffer) => `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64').match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END ${label}-----\n`

/** A key and a certificate that its owner made for itself: whoever trusts it has been given it by hand. */
export async function makeSigningKey(name: string, now: Date): Promise<{ certificatePem: string; privateKeyPem: string }> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 }
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '40'.padEnd(32, '7'), name: [{ CN: [name] }, { O: ['MÔ PHỎNG, KHÔNG CÓ GIÁ TRỊ PHÁP LÝ'] }], keys, signingAlgorithm: algorithm,
    notBefore: new Date(now.getTime() - 3_600_000), notAfter: new Date(now.getTime() + 3 * 365 * 86_400_000),
  })
  return { certificatePem: certificate.toString('pem'), privateKeyPem: pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey)) }
}

/** The clinics whose programs are connected, with their keys; made at the first call. */
export async function clinicsWithSoftware(box: Box): Promise<SoftwareClinic[]> {
  const now = await box.now()
  return Promise.all(named.map(({ code, name, signs }) => box.docs<SoftwareClinic>('clinics').update(code, async (found) => found ?? {
    code, name, mail: `kskl.${code}@vidu.invalid`, apiKey: randomBytes(24).toString('base64url'),
    ...(signs ? await makeSigningKey(name, now) : { certificatePem: null, privateKeyPem: null }),
  })))
}

/** The clinic of the cast's doctor: it has no program and enters its certificates on the service's own pages. */
export const clinicsByHand = clinics.slice(2, 3).map(({ code, name }) => ({ code, name, mail: `kskl.${code}@vidu.invalid`, apiKey: null, certificatePem: null }))

const escapeXml = (text: string) => text.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`)

/** The document that programs sign: without the clinic and the state, with one tag spelled otherwise. */
export function rootXml(record: Partial<WireCertificate> & { UUID?: string; CREATEDDATE?: string }, withState = false): string {
  const { STATE, SIGNDATA: _signature, NGAYTHANGNAMCAPCMND, IDBENHVIEN, BENHVIEN, ...rest } = record
  const fields = { UUID: '', CREATEDDATE: '', USERCREATE: '', STATUS: '', ACTION: '', ECITIZENCODE: '', MOBILE: '', EMAIL: '', ...rest, NGAYTHANGNAMCAPCMD: NGAYTHANGNAMCAPCMND ?? '' }
  const all = withState ? { ...fields, IDBENHVIEN, BENHVIEN, STATE } : fields
  return `<root>${Object.entries(all).map(([name, value]) => `<${name}>${escapeXml(String(value ?? ''))}</${name}>`).join('')}</root>`
}

/** Signs a whole document, the signature within it (enveloped XMLDSig). */
export function signXml(xml: string, key: { privateKeyPem: string; certificatePem: string }, kind: SignatureKind = 'rsa-sha1'): string {
  const { signature, digest } = algorithms[kind]
  const signing = new SignedXml({ privateKey: createPrivateKey(key.privateKeyPem).export({ type: 'pkcs8', format: 'pem' }).toString(), publicCert: key.certificatePem, canonicalizationAlgorithm: c14n, signatureAlgorithm: signature })
  signing.addReference({ xpath: '/*', isEmptyUri: true, transforms: [enveloped], digestAlgorithm: digest })
  signing.computeSignature(xml)
  return signing.getSignedXml()
}

/** A message as it goes over the wire. */
export interface Letter {
  headers: Record<string, string>
  body: string
}

export type Form = 'json' | 'xml' | 'signed-xml'

/** Puts a record into one of the three forms. */
export function letterOf(clinic: SoftwareClinic, record: WireCertificate, form: Form, kind: SignatureKind = 'rsa-sha1'): Letter {
  const key = clinic.privateKeyPem && clinic.certificatePem ? { privateKeyPem: clinic.privateKeyPem, certificatePem: clinic.certificatePem } : undefined
  // Programs send the password as its MD5.
  const headers = { username: clinic.code, password: createHash('md5').update(clinic.apiKey).digest('hex') }
  const full = { ...record, UUID: randomUUID(), IDBENHVIEN: clinic.code, BENHVIEN: clinic.name }
  if (form === 'signed-xml') {
    if (!key) throw new Error('Cơ sở này không ký số. / This clinic does not sign.')
    return { headers: { ...headers, 'content-type': 'application/xml' }, body: `<?xml version="1.0" encoding="UTF-8"?>${signXml(rootXml(full, true), key, kind)}` }
  }
  const SIGNDATA = key ? Buffer.from(signXml(rootXml(full), key, kind)).toString('base64') : ''
  if (form === 'json') return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ ...full, SIGNDATA }) }
  const fields = Object.entries({ ...full, SIGNDATA }).map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`).join('')
  return { headers: { ...headers, 'content-type': 'application/xml' }, body: `<?xml version="1.0" encoding="UTF-8"?><GKSK>${fields}</GKSK>` }
}

/** Sends it. @returns what the service answered, in its own words */
export async function push(box: Box, letter: Letter): Promise<string> {
  const answer = await fetch(`${box.webUrl}/may/giay-kham`, { method: 'POST', headers: letter.headers, body: letter.body })
  return `HTTP ${answer.status}: ${(await answer.text()).slice(0, 400)}`
}
