/** An office that signs with the simulated authorities, for good and for the corpus of forged files: every way in which a signature can be made wrongly. */
import { createHash, type createPrivateKey, generateKeyPairSync, sign as signBytes } from 'node:crypto'
import 'reflect-metadata'
import { PDF } from '@libpdf/core'
import * as x509 from '@peculiar/x509'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { certificateAuthority, timestampAuthority } from '../../../sandbox/signing-service/system.ts'
import { type Sandbox, startSandbox } from '../../../sandbox/start.ts'
import { asArrayBuffer, derOfPem, fingerprintOf, leafOf, type Trust } from '../../../src/capabilities/documents/engine/certificates.ts'
import { certificateRequest, type Signer } from '../../../src/capabilities/documents/engine/sign.ts'

/** Somebody with a key and a chain of certificates, leaf first, without the root. */
export interface Holder {
  readonly signer: Signer
  readonly key: ReturnType<typeof createPrivateKey>
  readonly chain: readonly Uint8Array[]
  readonly fingerprint: string
}

type Stamp = (digest: Uint8Array) => Promise<Uint8Array>

export interface SigningWay {
  /** Null: none at all. */
  readonly stamp?: Stamp | null
  /** Older programs' form: the certificate is not bound into the signature. */
  readonly isUnbound?: boolean
  /** Signs with this key whatever the certificate says. */
  readonly key?: Holder
}

export interface Office {
  readonly sandbox: Sandbox
  holder(name: string, profile?: 'officer' | 'authority' | 'timestamp'): Promise<Holder>
  /** A certificate that this holder gave out to a friend, as if theirs were an authority's. */
  friendOf(issuer: Holder, name: string): Promise<Holder>
  stamp: Stamp
  /** A token for the digest, made by a holder of ours. */
  stampedBy(holder: Holder, genTime?: Date): Stamp
  signed(bytes: Uint8Array, holder: Holder, way?: SigningWay): Promise<Buffer>
  /** A stamped signature over any bytes, for byte ranges of one's own making. */
  cmsOver(bytes: Uint8Array, holder: Holder): Promise<Buffer>
  trust(): Promise<Trust>
  revoke(name: string): Promise<void>
  pass(ms: number): Promise<void>
  close(): Promise<void>
}

function newKey(): { key: Holder['key']; signer: Signer; pair: { publicKey: Buffer; privateKey: Buffer } } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  return {
    key: privateKey, pair: { publicKey: spki, privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }) },
    signer: { sign: async (data) => signBytes('sha256', data, privateKey), publicKey: async () => spki },
  }
}

/** A bare RFC 3161 request: the client's own is not its judge. */
function requestFor(digest: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from('3039020101' + '3031300d06096086480165030402010500' + '0420', 'hex'), Buffer.from(digest), Buffer.from('0101ff', 'hex')])
}

const OID = { data: '1.2.840.113549.1.7.1', tokenInfo: '1.2.840.113549.1.9.16.1.4', contentType: '1.2.840.113549.1.9.3', digest: '1.2.840.113549.1.9.4', bound: '1.2.840.113549.1.9.16.2.47', token: '1.2.840.113549.1.9.16.2.14' }
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const sha256 = (bytes: Uint8Array) => asArrayBuffer(createHash('sha256').update(bytes).digest())

/** A signature over bytes, as a token carries its content and a paper does not. */
async function signedData(holder: Holder, type: string, content: Uint8Array, isCarried: boolean): Promise<pkijs.SignedData> {
  const certificate = leafOf(holder.chain)
  const bound = new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: sha256(holder.chain[0] ?? new Uint8Array()) })] })] })] })
  const signed = new pkijs.SignedData({
    version: isCarried ? 3 : 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: type, ...(isCarried ? { eContent: new asn1js.OctetString({ valueHex: asArrayBuffer(content) }) } : {}) }),
    certificates: holder.chain.map((der) => pkijs.Certificate.fromBER(asArrayBuffer(der))),
    signerInfos: [new pkijs.SignerInfo({
      version: 1, sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
      signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: [
        new pkijs.Attribute({ type: OID.contentType, values: [new asn1js.ObjectIdentifier({ value: type })] }),
        new pkijs.Attribute({ type: OID.digest, values: [new asn1js.OctetString({ valueHex: sha256(content) })] }),
        new pkijs.Attribute({ type: OID.bound, values: [bound] }),
      ] }),
    })],
  })
  await signed.sign(await crypto.subtle.importKey('pkcs8', asArrayBuffer(holder.key.export({ type: 'pkcs8', format: 'der' })), RSA, false, ['sign']), 0, 'SHA-256', asArrayBuffer(content))
  return signed
}

const derOfSigned = (signed: pkijs.SignedData) => Buffer.from(new pkijs.ContentInfo({ contentType: pkijs.ContentInfo.SIGNED_DATA, content: signed.toSchema(true) }).toSchema().toBER(false))

/** What a time-stamp authority would answer, by whoever holds a key. */
async function tokenBy(holder: Holder, digest: Uint8Array, genTime: Date): Promise<Uint8Array> {
  const info = new pkijs.TSTInfo({
    version: 1, policy: '2.999.97.2', serialNumber: new asn1js.Integer({ value: 97 }), genTime,
    messageImprint: new pkijs.MessageImprint({ hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' }), hashedMessage: new asn1js.OctetString({ valueHex: asArrayBuffer(digest) }) }),
  })
  return derOfSigned(await signedData(holder, OID.tokenInfo, new Uint8Array(info.toSchema().toBER(false)), true))
}

export async function openOffice(): Promise<Office> {
  const sandbox = await startSandbox({ systems: [certificateAuthority, timestampAuthority] })
  const ask = (path: string, type: string, body: string | Uint8Array<ArrayBuffer>) => fetch(sandbox.url + path, { method: 'POST', headers: { 'content-type': type }, body })
  const office: Office = {
    sandbox,
    async holder(name, profile = 'officer') {
      const { key, signer } = newKey()
      const answer = await ask('/ca/certificates', 'application/json', JSON.stringify({ csr: await certificateRequest(signer, name), profile, name }))
      const chain = derOfPem(await answer.text())
      return { signer, key, chain: chain.slice(0, -1), fingerprint: fingerprintOf(leafOf(chain)) }
    },
    async friendOf(issuer, name) {
      const { key, signer, pair } = newKey()
      const now = await sandbox.clock.now()
      const parent = new x509.X509Certificate(asArrayBuffer(issuer.chain[0] ?? new Uint8Array()))
      const certificate = await x509.X509CertificateGenerator.create({
        serialNumber: '4097', issuer: parent.subject, subject: `CN=${name}`, notBefore: new Date(now.getTime() - 3_600_000), notAfter: new Date(now.getTime() + 86_400_000 * 365),
        publicKey: asArrayBuffer(pair.publicKey), signingAlgorithm: RSA, signingKey: await crypto.subtle.importKey('pkcs8', asArrayBuffer(issuer.key.export({ type: 'pkcs8', format: 'der' })), RSA, false, ['sign']),
        extensions: [new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true)],
      })
      const chain = [new Uint8Array(certificate.rawData), ...issuer.chain]
      return { signer, key, chain, fingerprint: fingerprintOf(leafOf(chain)) }
    },
    async stamp(digest) {
      const token = pkijs.TimeStampResp.fromBER(await (await ask('/tsa', 'application/timestamp-query', new Uint8Array(requestFor(digest)))).arrayBuffer()).timeStampToken
      if (!token) throw new Error('no token')
      return new Uint8Array(token.toSchema().toBER(false))
    },
    stampedBy: (holder, genTime) => async (digest) => tokenBy(holder, digest, genTime ?? await sandbox.clock.now()),
    async signed(bytes, holder, way = {}) {
      const [certificate, ...rest] = holder.chain
      if (!certificate) throw new Error('nobody signs without a certificate')
      const { stamp = office.stamp } = way
      const made = await (await PDF.load(bytes)).sign({
        signer: { certificate, certificateChain: rest, keyType: 'RSA', signatureAlgorithm: 'RSASSA-PKCS1-v1_5', sign: (data) => (way.key ?? holder).signer.sign(data) },
        ...(way.isUnbound ? { subFilter: 'adbe.pkcs7.detached' as const } : { level: stamp ? 'B-T' as const : 'B-B' as const }),
        signingTime: await sandbox.clock.now(), digestAlgorithm: 'SHA-256', estimatedSize: 16_384, ...(stamp ? { timestampAuthority: { timestamp: (digest: Uint8Array) => stamp(digest) } } : {}),
      })
      return Buffer.from(made.bytes)
    },
    async cmsOver(bytes, holder) {
      const signed = await signedData(holder, OID.data, bytes, false)
      const [info] = signed.signerInfos
      if (!info) throw new Error('nobody signed')
      const token = asn1js.fromBER(asArrayBuffer(await office.stamp(createHash('sha256').update(Buffer.from(info.signature.getValue())).digest()))).result
      info.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [new pkijs.Attribute({ type: OID.token, values: [token] })] })
      return derOfSigned(signed)
    },
    async trust() {
      const [root, list] = await Promise.all([fetch(`${sandbox.url}/ca/root.pem`).then((answer) => answer.text()), fetch(`${sandbox.url}/ca/crl`).then((answer) => answer.arrayBuffer())])
      return { roots: [root], revocationLists: [Buffer.from(list)], now: await sandbox.clock.now() }
    },
    async revoke(name) {
      const done = await ask('/control/api/systems/certificate-authority/actions/revoke', 'application/json', JSON.stringify({ certificate: name }))
      if (!done.ok) throw new Error(await done.text())
    },
    pass: async (ms) => {
      await sandbox.clock.moveTo(new Date((await sandbox.clock.now()).getTime() + ms))
    },
    close: () => sandbox.close(),
  }
  return office
}
