/** The certificate authority and the time-stamp authority. */
import { createHash, randomBytes, X509Certificate } from 'node:crypto'
import { fetchRevocationList, fetchRoot, requestCertificate, stampDigest } from '../../../src/capabilities/documents/client/authorities.ts'
import { readRevocationList } from '../../../src/capabilities/documents/engine/certificates.ts'
import { certificateRequest, openSigner } from '../../../src/capabilities/documents/engine/sign.ts'
import { newId } from '../../../src/platform/values/ids.ts'
import { type Client, outages } from '../matrix.ts'
import type { OutageWorld } from '../world.ts'

const file = 'src/capabilities/documents/client/authorities.ts'
const authority = { system: 'certificate-authority', file } as const

interface Applicant {
  readonly name: string
  readonly request: string
  readonly publicKey: Buffer
}

async function applicant(world: OutageWorld): Promise<Applicant> {
  const signer = openSigner(world.platform.config, newId(), 1)
  const name = 'Lê Thị Ước'
  return { name, request: await certificateRequest(signer, name), publicKey: await signer.publicKey() }
}

const certificate: Client<Applicant> = {
  ...authority, name: 'a certificate for a signing key', purposes: ['issue'],
  subject: applicant,
  other: applicant,
  subjects: { negative: async (world) => ({ ...(await applicant(world)), request: '-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n' }) },
  ask: (platform, one) => requestCertificate(platform, one.request, one.publicKey, 'officer', one.name),
  fits: (value, { publicKey }) => Array.isArray(value) && Buffer.isBuffer(value[0])
    && new X509Certificate(value[0]).publicKey.export({ type: 'spki', format: 'der' }).equals(publicKey),
  expected: {
    ...outages,
    negative: 'definite no',
    'not found': { never: 'an authority issues or refuses' },
    'answer for another person': 'unavailable: malformed',
    // The same request always gets the same certificate.
    'stale answer': 'value',
  },
}

const root: Client<null> = {
  ...authority, name: 'the root certificate', purposes: ['root'],
  subject: async () => null,
  other: async () => null,
  ask: (platform) => fetchRoot(platform),
  fits: (value) => typeof value === 'string' && new X509Certificate(value).ca,
  expected: {
    ...outages,
    negative: { never: 'nothing is asked of anybody' },
    'not found': { never: 'an authority has a root' },
    'answer for another person': { never: 'there is one root' },
    'stale answer': 'value',
  },
}

const revocations: Client<null> = {
  ...authority, name: 'the revocation list', purposes: ['revocations'],
  subject: async () => null,
  other: async () => null,
  async meanwhile(world) {
    await world.control('certificate-authority', 'revoke', { certificate: 'Lê Thị Ước' }).catch(() => 'nobody to revoke')
  },
  ask: (platform) => fetchRevocationList(platform),
  fits: (value) => value !== null && typeof value === 'object' && 'der' in value && Buffer.isBuffer(value.der) && readRevocationList(value.der).issuer.typesAndValues.length > 0,
  expected: {
    ...outages,
    negative: { never: 'nothing is asked of anybody' },
    'not found': { never: 'an authority has a list' },
    'answer for another person': { never: 'there is one list' },
    // The newer of two lists is kept, and a list past its end convinces nobody (documents/engine/certificates.ts).
    'stale answer': 'value',
  },
}

const stamp: Client<Buffer> = {
  name: 'a time-stamp', system: 'timestamp-authority', file, purposes: ['stamp'],
  subject: async () => createHash('sha256').update(randomBytes(8)).digest(),
  other: async () => createHash('sha256').update(randomBytes(8)).digest(),
  subjects: { negative: async () => Buffer.alloc(20) },
  ask: (platform, digest) => stampDigest(platform, digest),
  fits: (value, digest) => Buffer.isBuffer(value) && value.includes(digest),
  expected: {
    ...outages,
    negative: 'unavailable: error',
    'not found': { never: 'an authority stamps or refuses' },
    'answer for another person': 'unavailable: malformed',
    'stale answer': 'unavailable: malformed',
  },
}

export const papers = [certificate, root, revocations]
export const stamps = [stamp]
