/** How a paper is named to the outside and to the seal. */
import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 16 signs of Crockford's alphabet, 80 random bits: not to be guessed. */
export function newVerificationCode(): string {
  return [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]).join('')
}

/** Path of the page that checks a paper. */
export function verificationPath(code: string): string {
  return `/kiem-tra-giay-to/${code}`
}

/** What the seal of a paper is bound to. */
export function paperContext(documentId: string): string {
  return `documents.document.paper:${documentId}`
}
