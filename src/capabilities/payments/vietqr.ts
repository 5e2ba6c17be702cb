/**
 * VietQR by reference (Napas, EMVCo): the code that a banking app reads, and the reference that a transfer carries.
 * In a simulation the configured account is one that no bank can have, or the service does not start.
 */
import { createHash } from 'node:crypto'
import { QRPay } from 'vietnam-qr-pay'

/** The account that the fees of all authorities arrive at. */
export interface CollectingAccount {
  /** Six digits: the bank. */
  readonly bankBin: string
  readonly number: string
  readonly holder: string
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ' // without I, L, O, U: what people read wrongly
const PREFIX = 'TP' // a pair that does not follow from itself, so that glued words rarely look like a reference
const CHARACTERS = 12
// Looking ahead, so that letters glued in front do not hide the one that counts.
const REFERENCE = new RegExp(`(?=(${PREFIX}[${ALPHABET}]{${CHARACTERS + 1}}))`, 'g')

/** A sum over places: one wrong letter never fits, two neighbours exchanged hardly ever. */
function checkLetter(letters: string): string {
  const sum = [...letters].reduce((total, letter, i) => total + ALPHABET.indexOf(letter) * (2 * i + 3), 0)
  return ALPHABET.charAt(sum % ALPHABET.length)
}

/** A reference short enough to type, from the random end of an id: sixty bits and a check letter. */
export function referenceOf(id: string): string {
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-15)}`)
  let letters = ''
  for (let i = 0; i < CHARACTERS; i++) {
    letters = ALPHABET.charAt(Number(bits % 32n)) + letters
    bits /= 32n
  }
  return `${PREFIX}${letters}${checkLetter(letters)}`
}

/** The reference in the words of a transfer, which banks put other words around; empty when none of ours is there. */
export function referenceIn(words: string): string {
  const candidates = [...words.toUpperCase().replace(/[^0-9A-Z]/g, ' ').matchAll(REFERENCE)].map((match) => match[1] ?? '')
  const found = candidates.filter((one) => {
    const letters = one.slice(PREFIX.length)
    return checkLetter(letters.slice(0, CHARACTERS)) === letters.slice(CHARACTERS)
  })
  // Two references in one transfer: nobody can say which is meant.
  return new Set(found).size === 1 ? (found[0] ?? '') : ''
}

/** What stands in the code: account, amount, reference; sealed with its own checksum. @param amountVnd whole đồng */
export function qrContent(account: CollectingAccount, amountVnd: number, reference: string): string {
  return QRPay.initVietQR({ bankBin: account.bankBin, bankNumber: account.number, amount: String(amountVnd), purpose: reference }).build()
}

/**
 * The checksum that the refund address of VietQR asks for: MD5 over a secret and fields. It proves nothing to us: what a
 * refund became is only ever believed from our own signed question.
 */
export function refundChecksum(secret: string, referenceNumber: string, amountVnd: number, bankAccount: string): string {
  return createHash('md5').update(`${secret}${referenceNumber}${amountVnd}${bankAccount}`, 'utf8').digest('hex')
}
