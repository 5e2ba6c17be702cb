/** The made-up time-stamp authority: RFC 3161 over HTTP, SHA-2 digests, its certificate from the made-up certificate authority. */
import 'reflect-metadata'
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { Needs } from './authority.ts'

interface StoredStamper {
  privateKey: string
  chain: string[]
}

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 }
/** A policy of no real authority: below the arc for examples, 2.999. */
const policy = '2.999.97.1'
const tstInfo = '1.2.840.113549.1.9.16.1.4'
const digests = new Map([['2.16.840.1.101.3.4.2.1', 32], ['2.16.840.1.101.3.4.2.2', 48], ['2.16.840.1.101.3.4.2.3', 64]])

const derOf = (pem: string) => Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64')

/** Asks the certificate authority at HTTP, as a real one would be asked. */
async function makeStamper(box: Needs): Promise<StoredStamper> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const request = await Pkcs10CertificateRequestGenerator.create({ name: 'CN=Time-stamp', keys, signingAlgorithm: algorithm })
  const answer = await fetch(`${box.url}/ca/certificates`, {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ csr: request.toString('pem'), profile: 'timestamp', name: 'Dấu thời gian mô phỏng' }),
  })
  if (!answer.ok) throw new Error(`The certificate authority answered ${answer.status}.`)
  const chain = (await answer.text()).match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  return { privateKey: Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64'), chain: [...chain] }
}

async function stamper(box: Needs): Promise<{ key: CryptoKey; chain: pkijs.Certificate[] }> {
  const docs = box.docs<StoredStamper>('keys')
  const kept = await docs.get('stamper') ?? await docs.update('stamper', async (found) => found ?? makeStamper(box))
  return {
    key: await crypto.subtle.importKey('pkcs8', Buffer.from(kept.privateKey, 'base64'), algorithm, false, ['sign']),
    chain: kept.chain.map((pem) => pkijs.Certificate.fromBER(derOf(pem))),
  }
}

function refused(text: string): Buffer {
  const status = new pkijs.PKIStatusInfo({ status: pkijs.PKIStatus.rejection, statusStrings: [new asn1js.Utf8String({ value: text })] })
  return Buffer.from(new pkijs.TimeStampResp({ status }).toSchema().toBER(false))
}

/**
 * Answers one TimeStampReq (DER) with a TimeStampResp (DER). What cannot be stamped is answered with status "rejection",
 * as RFC 3161 has it, not with an HTTP error.
 */
export async function stamp(box: Needs, body: Buffer): Promise<Buffer> {
  let request: pkijs.TimeStampReq
  try {
    request = pkijs.TimeStampReq.fromBER(new Uint8Array(body))
  } catch {
    return refused('badDataFormat')
  }
  const length = digests.get(request.messageImprint.hashAlgorithm.algorithmId)
  if (length === undefined) return refused('badAlg: SHA-256, SHA-384 and SHA-512 only')
  if (request.messageImprint.hashedMessage.valueBlock.valueHexView.byteLength !== length) return refused('badDataFormat: the digest has the wrong length')
  const { key, chain } = await stamper(box)
  const certificate = chain[0]
  if (certificate === undefined) throw new Error('The time-stamp authority has no certificate.')
  const serial = crypto.getRandomValues(new Uint8Array(12))
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  const info = new pkijs.TSTInfo({
    version: 1, policy, messageImprint: request.messageImprint,
    serialNumber: new asn1js.Integer({ valueHex: serial.buffer }), genTime: await box.now(),
    accuracy: new pkijs.Accuracy({ seconds: 1 }),
    ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
  })
  const content = info.toSchema().toBER(false)
  const signed = new pkijs.SignedData({
    version: 3,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: tstInfo, eContent: new asn1js.OctetString({ valueHex: content }) }),
    signerInfos: [new pkijs.SignerInfo({
      version: 1,
      sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
      signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: await signedAttributes(content, certificate) }),
    })],
    certificates: request.certReq === true ? chain.slice(0, -1) : [],
  })
  await signed.sign(key, 0, 'SHA-256', content)
  const token = new pkijs.ContentInfo({ contentType: pkijs.ContentInfo.SIGNED_DATA, content: signed.toSchema(true) })
  const status = new pkijs.PKIStatusInfo({ status: pkijs.PKIStatus.granted })
  return Buffer.from(new pkijs.TimeStampResp({ status, timeStampToken: token }).toSchema().toBER(false))
}

/** contentType, messageDigest and signing-certificate-v2 (RFC 5816), which binds the token to this certificate. */
async function signedAttributes(content: ArrayBuffer, certificate: pkijs.Certificate): Promise<pkijs.Attribute[]> {
  const digest = await crypto.subtle.digest('SHA-256', content)
  const certificateHash = await crypto.subtle.digest('SHA-256', certificate.toSchema().toBER(false))
  const issuerSerial = new asn1js.Sequence({ value: [
    new asn1js.Sequence({ value: [new pkijs.GeneralName({ type: 4, value: certificate.issuer }).toSchema()] }),
    certificate.serialNumber,
  ] })
  return [
    new pkijs.Attribute({ type: '1.2.840.113549.1.9.3', values: [new asn1js.ObjectIdentifier({ value: tstInfo })] }),
    new pkijs.Attribute({ type: '1.2.840.113549.1.9.4', values: [new asn1js.OctetString({ valueHex: digest })] }),
    new pkijs.Attribute({ type: '1.2.840.113549.1.9.16.2.47', values: [new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [
      new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: certificateHash }), issuerSerial] }),
    ] })] })] }),
  ]
}
