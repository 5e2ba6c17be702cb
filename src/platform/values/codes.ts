/**
 * Codes people read aloud and type: Crockford's base 32 (no I, L, O, U), grouped, with a check character
 * so that one wrong or two swapped characters are noticed before anything is looked up.
 */
import { randomInt } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const PRIME = 31

function checkCharacter(body: string): string {
  let sum = 0
  for (const [i, c] of [...body].entries()) sum = (sum + ALPHABET.indexOf(c) * (i + 2)) % PRIME
  return ALPHABET[sum] ?? '0'
}

/** A new submission code 'TT-7K4M-29QX': seven random characters and a check character. */
export function newSubmissionCode(): string {
  let body = ''
  // The last letter of the alphabet is left out of the body: the check runs modulo 31.
  for (let i = 0; i < 7; i++) body += ALPHABET[randomInt(PRIME)]
  const all = body + checkCharacter(body)
  return `TT-${all.slice(0, 4)}-${all.slice(4)}`
}

/** The code as it is stored, from whatever a person typed; undefined when the check character is wrong. */
export function parseSubmissionCode(text: string): string | undefined {
  const all = text.toUpperCase().replace(/[\s-]/g, '').replace(/^TT/, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Z]{8}$/.test(all)) return undefined
  return checkCharacter(all.slice(0, 7)) === all[7] ? `TT-${all.slice(0, 4)}-${all.slice(4)}` : undefined
}
