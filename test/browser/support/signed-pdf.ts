/** Judges a signed PDF with neither the library that signs nor our own verifier: byte ranges by hand, CMS by pkijs. */
import { X509Certificate } from 'node:crypto'
import * as pkijs from 'pkijs'

export interface Judgement {
  readonly signers: readonly string[]
  /** Each signature covers the file up to its own end, holds, and leads to the root; the last one covers all of it. */
  readonly holds: boolean
}

/**
 * @param root of the authority, PEM
 * @param at the instant for which certificates are judged
 */
export async function judgePdf(bytes: Buffer, root: string, at: Date): Promise<Judgement> {
  const ranges = [...bytes.toString('latin1').matchAll(/\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].map((match) => match.slice(1).map(Number))
  const signers: string[] = []
  let holds = ranges.length > 0
  let end = 0
  for (const [first = 0, second = 0, length = 0] of ranges) {
    const covered = Buffer.concat([bytes.subarray(0, first), bytes.subarray(second, second + length)])
    const cms = Buffer.from(bytes.toString('latin1', first + 1, second - 1), 'hex')
    const { name, good } = await judgeOne(cms, covered, root, at)
    signers.push(name)
    holds &&= good
    end = second + length
  }
  return { signers, holds: holds && end === bytes.length }
}

async function judgeOne(cms: Buffer, covered: Buffer, root: string, checkDate: Date): Promise<{ name: string; good: boolean }> {
  try {
    const content = pkijs.ContentInfo.fromBER(exact(cms))
    const signed = new pkijs.SignedData({ schema: content.content })
    const trusted = pkijs.Certificate.fromBER(exact(new X509Certificate(root).raw))
    const verdict = await signed.verify({ signer: 0, data: exact(covered), trustedCerts: [trusted], checkChain: true, checkDate, extendedMode: true })
    const name = verdict.signerCertificate?.subject.typesAndValues.find(({ type }) => type === '2.5.4.3')?.value.valueBlock.value
    return { name: String(name ?? ''), good: verdict.signatureVerified === true && verdict.signerCertificateVerified === true }
  } catch {
    return { name: '', good: false }
  }
}

/** pkijs wants an ArrayBuffer that is exactly the bytes. */
function exact(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}
