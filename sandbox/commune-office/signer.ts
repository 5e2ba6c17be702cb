/** The commune's seal: a key certified by the made-up certificate authority, and PAdES B-T signatures with it. */
import 'reflect-metadata'
import { PDF } from '@libpdf/core'
import * as x509 from '@peculiar/x509'
import * as pkijs from 'pkijs'
import type { Box } from '../kit/index.ts'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 }

export const officeName = 'Ủy ban nhân dân xã Ví Dụ (mô phỏng)'

interface StoredSeal {
  privateKey: string
  /** DER, Base64, leaf first, without the root. */
  chain: string[]
}

async function exported(keys: CryptoKeyPair): Promise<string> {
  return Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
}

/** Asks the certificate authority at HTTP, as a real one would be asked. */
async function makeSeal(box: Box): Promise<StoredSeal> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const request = await x509.Pkcs10CertificateRequestGenerator.create({ name: 'CN=Seal', keys, signingAlgorithm: algorithm })
  const answer = await fetch(`${box.url}/ca/certificates`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ csr: request.toString('pem'), profile: 'authority', name: officeName }),
  })
  if (!answer.ok) throw new Error(`The certificate authority answered ${answer.status}.`)
  const pems = (await answer.text()).match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  return { privateKey: await exported(keys), chain: pems.slice(0, -1).map((pem) => Buffer.from(new x509.X509Certificate(pem).rawData).toString('base64')) }
}

/** A seal under a root that nobody trusts, made by whoever holds it. */
async function makeForeignSeal(now: Date): Promise<StoredSeal> {
  const [root, own] = await Promise.all([0, 1].map(() => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])))
  if (!root || !own) throw new Error('no keys')
  const [notBefore, notAfter] = [new Date(now.getTime() - 86_400_000), new Date(now.getTime() + 365 * 86_400_000)]
  const issuer: x509.JsonName = [{ CN: ['Gốc lạ (mô phỏng)'] }]
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: '41'.padEnd(32, '3'), issuer, subject: [{ CN: [officeName] }], notBefore, notAfter, publicKey: own.publicKey, signingKey: root.privateKey, signingAlgorithm: algorithm,
    extensions: [new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true)],
  })
  return { privateKey: await exported(own), chain: [Buffer.from(certificate.rawData).toString('base64')] }
}

/** A bare RFC 3161 request for a SHA-256 digest, and the token out of its answer. */
async function stamp(box: Box, digest: Uint8Array): Promise<Uint8Array> {
  const request = Buffer.concat([Buffer.from('30390201013031300d060960864801650304020105000420', 'hex'), Buffer.from(digest), Buffer.from('0101ff', 'hex')])
  const answer = await fetch(`${box.url}/tsa`, { method: 'POST', headers: { 'content-type': 'application/timestamp-query' }, body: new Uint8Array(request) })
  const token = pkijs.TimeStampResp.fromBER(await answer.arrayBuffer()).timeStampToken
  if (!token) throw new Error(`The time-stamp authority answered ${answer.status}.`)
  return new Uint8Array(token.toSchema().toBER(false))
}

/** Signs a PDF with the commune's seal, or with one of a root nobody trusts. */
export async function seal(box: Box, pdf: Uint8Array, root: 'trusted' | 'foreign'): Promise<Buffer> {
  const now = await box.now()
  const docs = box.docs<StoredSeal>('seal')
  const stored = await docs.update(root, async (found) => found ?? (root === 'trusted' ? makeSeal(box) : makeForeignSeal(now)))
  const key = await crypto.subtle.importKey('pkcs8', Buffer.from(stored.privateKey, 'base64'), algorithm, false, ['sign'])
  const [certificate, ...rest] = stored.chain.map((one) => new Uint8Array(Buffer.from(one, 'base64')))
  if (!certificate) throw new Error('a seal without a certificate')
  const { bytes } = await (await PDF.load(pdf)).sign({
    signer: { certificate, certificateChain: rest, keyType: 'RSA', signatureAlgorithm: 'RSASSA-PKCS1-v1_5', sign: async (data) => new Uint8Array(await crypto.subtle.sign(algorithm.name, key, new Uint8Array(data))) },
    level: 'B-T', signingTime: now, reason: 'Chứng thực bản sao điện tử từ bản chính (mô phỏng)', digestAlgorithm: 'SHA-256', estimatedSize: 16_384,
    timestampAuthority: { timestamp: (digest) => stamp(box, digest) },
  })
  return Buffer.from(bytes)
}
