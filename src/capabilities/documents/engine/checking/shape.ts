/** Why a brought file has no signature that can be read, where it is not the signer's doing: words for whoever holds it, never a reason to trust. Pure. */

/** `cut-off`: it ends before a PDF does; `locked`: a password was put on it, which writes it anew. */
export type ShapeProblem = 'cut-off' | 'locked'

/** How far from its end a PDF may say that it ends (ISO 32000-1, Annex H: readers look at the last 1,024 bytes). */
const TAIL = 1024
const NAME = '/Encrypt'
const REFERENCE = /^\s*(?:\d{1,10}\s+\d{1,5}\s+R|<<)/

/** @returns undefined for a file that is whole and open */
export function shapeProblem(file: Buffer): ShapeProblem | undefined {
  if (!file.subarray(-TAIL).includes('%%EOF')) return 'cut-off'
  for (let at = file.indexOf(NAME); at >= 0; at = file.indexOf(NAME, at + NAME.length)) {
    if (REFERENCE.test(file.toString('latin1', at + NAME.length, at + NAME.length + 40))) return 'locked'
  }
  return undefined
}
