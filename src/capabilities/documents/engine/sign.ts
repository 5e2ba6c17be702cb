/**
 * Signs PDFs as PAdES B-T. Which key signs is decided by configuration: a key in a file, or later a token behind PKCS #11;
 * both are one `Signer`, so that nothing else changes.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign as signBytes } from 'node:crypto'
import { join } from 'node:path'
import { PDF } from '@libpdf/core'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { readOrMakeKeyFile } from '../../../platform/secrets/keys.ts'
import { asArrayBuffer } from './certificates.ts'
import { printBlock, type SignatureBlock } from './signature-block.ts'

/** Something that holds a private RSA key and signs with it (RSASSA-PKCS1-v1_5, SHA-256). */
export interface Signer {
  sign(data: Uint8Array): Promise<Uint8Array>
  /** DER SubjectPublicKeyInfo. */
  publicKey(): Promise<Buffer>
}

export interface SignerOptions {
  readonly signer: 'file-key'
  readonly keysDir: string
}

/**
 * The key of one holder, made at first use where keys are files.
 * @param holderId a staff id or an authority's code
 */
export function openSigner(options: SignerOptions, holderId: string, generation: number): Signer {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,80}$/.test(holderId)) throw new Error('not a holder id')
  switch (options.signer) {
    case 'file-key':
      return fileSigner(join(options.keysDir, 'signers'), `${holderId}.${generation}.pem`)
  }
}

function fileSigner(folder: string, name: string): Signer {
  const make = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const key = createPrivateKey(readOrMakeKeyFile(folder, name, make))
  return {
    sign: async (data) => signBytes('sha256', data, key),
    publicKey: async () => createPublicKey(key).export({ type: 'spki', format: 'der' }),
  }
}

const SHA256_WITH_RSA = '1.2.840.113549.1.1.11'

/** A certificate request (PKCS #10, PEM) for the signer's key; the authority decides what the certificate says. */
export async function certificateRequest(signer: Signer, name: string): Promise<string> {
  const subject = new pkijs.RelativeDistinguishedNames({ typesAndValues: [new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: name }) })] })
  const info = new asn1js.Sequence({ value: [
    new asn1js.Integer({ value: 0 }),
    subject.toSchema(),
    pkijs.PublicKeyInfo.fromBER(asArrayBuffer(await signer.publicKey())).toSchema(),
    new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [] }), // no attributes
  ] })
  const request = new asn1js.Sequence({ value: [
    info,
    new pkijs.AlgorithmIdentifier({ algorithmId: SHA256_WITH_RSA, algorithmParams: new asn1js.Null() }).toSchema(),
    new asn1js.BitString({ valueHex: asArrayBuffer(await signer.sign(new Uint8Array(info.toBER(false)))) }),
  ] })
  const lines = Buffer.from(request.toBER(false)).toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE REQUEST-----\n${lines.join('\n')}\n-----END CERTIFICATE REQUEST-----\n`
}

export interface Signing {
  readonly signer: Signer
  /** DER certificates, leaf first, without the root. */
  readonly chain: readonly Uint8Array[]
  readonly at: Date
  readonly reason: string
  /** Who signs, printed on a paper that was drawn before it was known; elsewhere it is not printed. */
  readonly block?: SignatureBlock
  /** Gets a RFC 3161 token (DER) for a SHA-256 digest. */
  readonly stamp: (digest: Uint8Array) => Promise<Uint8Array>
}

/**
 * Adds one signature as an incremental update: the bytes given stay the beginning of the bytes returned.
 * @throws whatever `stamp` throws, so that an outage of the time-stamp authority leaves nothing behind
 */
export async function signPdf(bytes: Uint8Array, signing: Signing): Promise<Buffer> {
  const [certificate, ...rest] = signing.chain
  if (!certificate) throw new Error('an empty certificate chain')
  const pdf = await PDF.load(bytes)
  if (signing.block) printBlock(pdf, signing.block)
  const { bytes: signed } = await pdf.sign({
    signer: {
      certificate, certificateChain: [...rest], keyType: 'RSA', signatureAlgorithm: 'RSASSA-PKCS1-v1_5',
      sign: (data) => signing.signer.sign(data),
    },
    level: 'B-T',
    signingTime: signing.at,
    reason: signing.reason,
    digestAlgorithm: 'SHA-256',
    // Certificates of signer and time-stamp authority with their issuers: 6 to 7 KB; a little more than twice that.
    estimatedSize: 16_384,
    timestampAuthority: { timestamp: (digest) => signing.stamp(digest) },
  })
  return Buffer.from(signed)
}
