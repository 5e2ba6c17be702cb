/** The certificate authority and the time-stamp authority (RFC 3161). Their wire ends here. */
import { randomBytes, X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { OutsideFailure } from '../../../platform/outside/call.ts'
import type { Platform } from '../../../platform/runtime.ts'
import { asArrayBuffer, derOfPem, readRevocationList } from '../engine/certificates.ts'
import type { HolderProfile } from '../store/signatures.ts'

const SHA256 = '2.16.840.1.101.3.4.2.1'

/**
 * Asks for a certificate; the same request again gets the same one.
 * @param request PKCS #10 in PEM
 * @param publicKey DER SubjectPublicKeyInfo of the key that the certificate is for
 * @returns the chain as DER, leaf first, root last
 */
export async function requestCertificate(platform: Platform, request: string, publicKey: Buffer, profile: HolderProfile, name: string): Promise<Buffer[]> {
  const { value } = await platform.outside.call<Buffer>({
    system: 'certificate-authority', purpose: 'issue', method: 'POST', path: '/certificates', json: { csr: request, profile, name }, expect: 'bytes', refusedOn: [400, 409, 422],
  })
  const chain = derOfPem(value?.toString() ?? '')
  if (chain.length < 2) throw new OutsideFailure('certificate-authority', 'malformed', 'no certificate chain')
  if (!publicKeyOf(chain[0]).equals(publicKey)) throw new OutsideFailure('certificate-authority', 'malformed', 'a certificate for another key')
  return chain
}

function publicKeyOf(certificate: Buffer | undefined): Buffer {
  try {
    return new X509Certificate(certificate ?? Buffer.alloc(0)).publicKey.export({ type: 'spki', format: 'der' })
  } catch {
    return Buffer.alloc(0)
  }
}

/** The authority's root, PEM. Trusted only in a simulation; production brings its roots in the keys folder. */
export async function fetchRoot(platform: Platform): Promise<string> {
  const { value } = await platform.outside.call<Buffer>({ system: 'certificate-authority', purpose: 'root', method: 'GET', path: '/root.pem', expect: 'bytes' })
  const pem = value?.toString() ?? ''
  if (derOfPem(pem).length !== 1) throw new OutsideFailure('certificate-authority', 'malformed', 'no root certificate')
  return pem
}

export interface FetchedRevocationList {
  readonly der: Buffer
  readonly thisUpdate: Date
  readonly nextUpdate: Date
}

/** The current revocation list. Its signature is checked where it is used. */
export async function fetchRevocationList(platform: Platform): Promise<FetchedRevocationList> {
  const { value } = await platform.outside.call<Buffer>({ system: 'certificate-authority', purpose: 'revocations', method: 'GET', path: '/crl', expect: 'bytes' })
  try {
    const der = value ?? Buffer.alloc(0)
    const list = readRevocationList(der)
    if (!list.nextUpdate) throw new Error('a list without an end')
    return { der, thisUpdate: list.thisUpdate.value, nextUpdate: list.nextUpdate.value }
  } catch {
    throw new OutsideFailure('certificate-authority', 'malformed', 'not a revocation list')
  }
}

/**
 * A time-stamp token over a SHA-256 digest.
 * @returns the token (DER of ContentInfo); whether it is to be trusted is checked with the finished signature
 */
export async function stampDigest(platform: Platform, digest: Uint8Array): Promise<Buffer> {
  const nonceBytes = randomBytes(8)
  nonceBytes[0] = ((nonceBytes[0] ?? 0) & 0x7f) | 0x40
  const nonce = new asn1js.Integer({ valueHex: asArrayBuffer(nonceBytes) })
  const request = new pkijs.TimeStampReq({
    version: 1, certReq: true, nonce,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: SHA256, algorithmParams: new asn1js.Null() }),
      hashedMessage: new asn1js.OctetString({ valueHex: asArrayBuffer(digest) }),
    }),
  })
  const { value } = await platform.outside.call<Buffer>({
    system: 'timestamp-authority', purpose: 'stamp', method: 'POST', path: '', deadlineMs: 5_000, expect: 'bytes',
    headers: { accept: 'application/timestamp-reply' },
    bytes: { body: new Uint8Array(request.toSchema().toBER(false)), type: 'application/timestamp-query' },
  })
  return tokenIn(value ?? Buffer.alloc(0), nonce, digest)
}

function tokenIn(answer: Buffer, nonce: asn1js.Integer, digest: Uint8Array): Buffer {
  const malformed = (detail: string) => new OutsideFailure('timestamp-authority', 'malformed', detail)
  let response: pkijs.TimeStampResp
  try {
    response = pkijs.TimeStampResp.fromBER(asArrayBuffer(answer))
  } catch {
    throw malformed('not a time-stamp reply')
  }
  const granted = response.status.status === pkijs.PKIStatus.granted || response.status.status === pkijs.PKIStatus.grantedWithMods
  if (!granted || !response.timeStampToken) throw new OutsideFailure('timestamp-authority', 'error', `status ${response.status.status}`)
  try {
    const data = new pkijs.SignedData({ schema: response.timeStampToken.content })
    const info = pkijs.TSTInfo.fromBER(data.encapContentInfo.eContent?.getValue() ?? new ArrayBuffer(0))
    // Somebody else's token, or an old one played back, would be a good token for the wrong thing.
    if (!info.nonce?.isEqual(nonce)) throw new Error('another nonce')
    if (!Buffer.from(info.messageImprint.hashedMessage.getValue()).equals(Buffer.from(digest))) throw new Error('another digest')
  } catch {
    throw malformed('the token is not for what was asked')
  }
  return Buffer.from(response.timeStampToken.toSchema().toBER(false))
}
