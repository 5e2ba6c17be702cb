/** Judges a signed PDF a second time: own DER, `node:crypto`, nothing of the service's verifier and none of its libraries (S12). */
import { createHash, verify, X509Certificate } from 'node:crypto'
import type { Trust } from '../../../src/capabilities/documents/engine/certificates.ts'
import { child, childrenOf, isOid, type Node, nodeAt, octetsOf, type OIDS, timeOf } from './der.ts'

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

function must(holds: boolean, why: string): void {
  if (!holds) throw new Error(why)
}

/** One signature of a file as the outside tools want it, too. */
export interface Cut {
  readonly covered: Buffer
  readonly cms: Buffer
  readonly end: number
}

/** Cuts the signatures out of a file by their byte ranges. @throws when one covers anything but all before its end without its own hex */
export function cutsOf(file: Buffer): Cut[] {
  return [...file.toString('latin1').matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].map((match) => {
    const [start = -1, first = 0, second = 0, rest = 0] = match.slice(1).map(Number)
    const hex = file.toString('latin1', first, second)
    must(start === 0 && second + rest <= file.length && /^<[0-9a-fA-F]+>$/.test(hex), 'a byte range with a hole')
    const padded = Buffer.from(hex.slice(1, -1), 'hex')
    return { covered: Buffer.concat([file.subarray(0, first), file.subarray(second, second + rest)]), cms: nodeAt(padded).whole, end: second + rest }
  })
}

interface Opened {
  readonly certificate: X509Certificate
  readonly others: readonly X509Certificate[]
  readonly signature: Buffer
  readonly token: Buffer | undefined
  readonly content: Buffer | undefined
}

function attributeOf(attributes: Node, name: keyof typeof OIDS): Node | undefined {
  const hits = childrenOf(attributes).filter((one) => isOid(child(one, 0), name))
  must(hits.length <= 1, 'an attribute twice')
  return hits[0] && child(child(hits[0], 1), 0)
}

/** Reads one CMS signature and checks what it says of its own content. @throws Error with the reason */
function open(cms: Buffer, type: 'data' | 'tokenInfo', covered?: Buffer): Opened {
  const info = nodeAt(cms)
  must(isOid(child(info, 0), 'signedData'), 'no signed data')
  const parts = childrenOf(child(child(info, 1), 0))
  const [encapsulated, signers] = [parts[2], parts.at(-1)]
  const certificates = childrenOf(parts.find(({ tag }) => tag === 0xa0) ?? nodeAt(Buffer.from([0x30, 0]))).map(({ whole }) => new X509Certificate(whole))
  if (!encapsulated || !signers) throw new Error('no signer')
  must(childrenOf(signers).length === 1, 'not one signer')
  const fields = childrenOf(child(signers, 0))
  const [, sid, digestAlgorithm, signed] = fields
  if (!sid || !digestAlgorithm || !signed || signed.tag !== 0xa0) throw new Error('nothing is signed')
  must(isOid(child(digestAlgorithm, 0), 'sha256'), 'another digest than SHA-256')
  const certificate = certificates.find(({ raw }) => {
    const tbs = childrenOf(child(nodeAt(raw), 0))
    return tbs[3]?.whole.equals(child(sid, 0).whole) && tbs[1]?.whole.equals(child(sid, 1).whole)
  })
  if (!certificate) throw new Error('the signer’s certificate is not there')
  const carried = childrenOf(encapsulated)[1]
  const content = carried && octetsOf(child(carried, 0))
  const contentType = attributeOf(signed, 'contentType')
  const digest = attributeOf(signed, 'digest')
  const bound = attributeOf(signed, 'bound')
  const signature = fields[5]?.body
  if (!contentType || !digest || !bound || !signature) throw new Error('a signed attribute is missing')
  must(isOid(contentType, type), 'another kind of content')
  must(sha256(covered ?? content ?? Buffer.alloc(0)).equals(digest.body), 'the content was changed')
  // ESSCertIDv2: with or without its algorithm, the hash is its first octet string.
  const hash = childrenOf(child(child(bound, 0), 0)).find(({ tag }) => tag === 0x04)
  must(hash?.body.equals(sha256(certificate.raw)) === true, 'another certificate is bound')
  const asSet = Buffer.from(signed.whole)
  asSet[0] = 0x31
  must(verify('sha256', asSet, certificate.publicKey, signature), 'the signature does not hold')
  const unsigned = fields.find(({ tag }) => tag === 0xa1)
  return { certificate, others: certificates, signature, token: unsigned && attributeOf(unsigned, 'token')?.whole, content }
}

/** The value of a signature and its time stamp, for tools that want them apart. */
export function piecesOf(cms: Buffer): { readonly signature: Buffer; readonly token: Buffer | undefined } {
  const fields = childrenOf(child(childrenOf(child(child(nodeAt(cms), 1), 0)).at(-1) ?? nodeAt(cms), 0))
  const unsigned = fields.find(({ tag }) => tag === 0xa1)
  return { signature: fields.find(({ tag }) => tag === 0x04)?.body ?? Buffer.alloc(0), token: unsigned && attributeOf(unsigned, 'token')?.whole }
}

/** The path to a trusted root, everybody in their term at the instant. @throws when there is none */
function pathOf({ certificate, others }: Opened, trust: Trust, at: Date): X509Certificate[] {
  const roots = trust.roots.map((pem) => new X509Certificate(pem))
  const path = [certificate]
  for (let last = certificate; !roots.some((root) => root.fingerprint256 === last.fingerprint256);) {
    const issuer = [...others, ...roots].find((one) => one.ca && last.checkIssued(one) && last.verify(one.publicKey))
    if (!issuer || path.length > 4) throw new Error('no path to a root that we trust')
    path.push(issuer)
    last = issuer
  }
  for (const one of path) must(new Date(one.validFrom) <= at && at <= new Date(one.validTo), 'a certificate out of its term')
  return path
}

function mayBind({ raw }: X509Certificate): boolean {
  const extensions = childrenOf(child(nodeAt(raw), 0)).find(({ tag }) => tag === 0xa3)
  const usage = extensions && childrenOf(child(extensions, 0)).find((one) => isOid(child(one, 0), 'keyUsage'))
  const bits = usage && nodeAt(octetsOf(childrenOf(usage).at(-1) ?? usage))
  return bits !== undefined && ((bits.body[1] ?? 0) & 0x40) !== 0
}

function mustNotBeRevoked([leaf, issuer]: readonly X509Certificate[], trust: Trust, at: Date): void {
  if (!leaf || !issuer) throw new Error('nobody issued it')
  const tbsOf = ({ raw }: X509Certificate) => childrenOf(child(nodeAt(raw), 0))
  const lists = trust.revocationLists.map((der) => nodeAt(Buffer.from(der))).filter((list) => child(child(list, 0), 2).whole.equals(tbsOf(issuer)[5]?.whole ?? Buffer.alloc(0)))
  must(lists.length > 0, 'nobody says whether it was revoked')
  for (const list of lists) {
    const [tbs, , bits] = childrenOf(list)
    if (!tbs || !bits) throw new Error('no list')
    must(verify('sha256', tbs.whole, issuer.publicKey, bits.body.subarray(1)), 'the list is not its issuer’s')
    const fields = childrenOf(tbs)
    const [, , , thisUpdate, nextUpdate, entries] = fields
    must(thisUpdate !== undefined && nextUpdate !== undefined && timeOf(nextUpdate) >= trust.now && timeOf(thisUpdate).getTime() <= trust.now.getTime() + 60_000, 'the list is not of now')
    const hit = entries?.tag === 0x30 ? childrenOf(entries).find((one) => child(one, 0).whole.equals(tbsOf(leaf)[1]?.whole ?? Buffer.alloc(0))) : undefined
    must(!hit || timeOf(child(hit, 1)) > at, 'revoked')
  }
}

/** The instant that a token proves for a signature. @throws when it proves none */
function provenTime(token: Buffer | undefined, signature: Buffer, trust: Trust): Date {
  if (!token) throw new Error('no time stamp')
  const opened = open(token, 'tokenInfo')
  const info = childrenOf(nodeAt(opened.content ?? Buffer.alloc(0)))
  const [, , imprint, , time] = info
  if (!imprint || !time) throw new Error('no time')
  must(child(imprint, 1).body.equals(sha256(signature)), 'the time stamp of something else')
  const at = timeOf(time)
  must(at.getTime() <= trust.now.getTime() + 60_000, 'a time stamp from the future')
  must(String(opened.certificate.keyUsage) === TIME_STAMPING, 'no stamper’s certificate')
  mustNotBeRevoked(pathOf(opened, trust, at), trust, at)
  return at
}

/**
 * @param signers fingerprints that must be the signers, in order
 * @param shown the file that they were shown
 * @returns 'good', or why not
 */
export function readAgain(file: Buffer, trust: Trust, signers: readonly string[], shown: Buffer): string {
  try {
    const cuts = cutsOf(file)
    must(cuts.length > 0, 'unsigned')
    must(cuts.at(-1)?.end === file.length, 'something stands behind the last signature')
    must(file.subarray(0, shown.length).equals(shown), 'another file than was shown')
    const found = cuts.map(({ cms, covered }) => {
      const opened = open(cms, 'data', covered)
      const at = provenTime(opened.token, opened.signature, trust)
      must(mayBind(opened.certificate) && !opened.certificate.keyUsage?.includes(TIME_STAMPING), 'a certificate that may not bind its holder')
      mustNotBeRevoked(pathOf(opened, trust, at), trust, at)
      return sha256(opened.certificate.raw).toString('hex')
    })
    must(found.join() === signers.join(), 'another signer')
    return 'good'
  } catch (error) {
    return error instanceof Error ? error.message : 'unreadable'
  }
}
