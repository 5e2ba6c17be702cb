/**
 * Prints who signs on a paper that was drawn before it was known: the lines of the post over the signature's frame (templates/paper.typ), the name under it. It belongs to
 * the signature's own addition to the file, so that the file that was shown stays its beginning, byte for byte.
 * Legal: NĐ 30/2020/NĐ-CP, Phụ lục I (quyền hạn, chức vụ, họ tên của người ký).
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ops, type PDF } from '@libpdf/core'
import { SIGNING_FRAME } from '../../../catalogue/forms/index.ts'

export interface SignatureBlock {
  /** Lines above the signature, such as "KT. TRƯỞNG PHÒNG" over "PHÓ TRƯỞNG PHÒNG". */
  readonly titles: string
  readonly name: string
}

const SIZE = 13
/** From the frame's line of text to the last line of the post, and to the name, in points. */
const TITLES_ABOVE = 44
const NAME_BELOW = 27
const LEADING = 15.5
/** Half the page's text, less a margin: a longer line is drawn smaller. */
const WIDEST = 235

let bold: Buffer | undefined

/** The drawing's own serif, in bold. */
function boldSerif(): Buffer {
  bold ??= readFileSync(join(dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/package.json'))), '700Bold/Tinos_700Bold.ttf'))
  return bold
}

/** A long post on two lines, broken at the space nearest to its middle. */
function halves(line: string): string[] {
  const spaces = [...line.matchAll(/ /g)].map(({ index }) => index)
  const [at] = spaces.sort((a, b) => Math.abs(a - line.length / 2) - Math.abs(b - line.length / 2))
  return at === undefined ? [line] : [line.slice(0, at), line.slice(at + 1)]
}

/** @returns false where the paper has no place for a block: one that was drawn with its signer's name */
export function printBlock(pdf: PDF, { titles, name }: SignatureBlock): boolean {
  const places = pdf.getPages().flatMap((page) => page.findText(SIGNING_FRAME).map(({ bbox }) => ({ page, frame: bbox })))
  const place = places.at(-1)
  if (!place) return false
  const { page, frame } = place
  const font = pdf.embedFont(boldSerif())
  const centre = frame.x + frame.width / 2
  const print = (text: string, y: number) => {
    const words = text.normalize('NFC')
    const size = Math.min(SIZE, (SIZE * WIDEST) / font.widthOfTextAtSize(words, SIZE))
    page.drawText(words, { x: centre - font.widthOfTextAtSize(words, size) / 2, y, font, size })
  }
  // Beside the structure that a voice reads: every painted thing of an archival file is in it or said not to be. The signature tells its signer's name.
  page.drawOperators([ops.beginMarkedContent('/Artifact')])
  const isLong = (line: string) => font.widthOfTextAtSize(line.normalize('NFC'), SIZE) > WIDEST
  // The last line stands right over "(Ký số)", the others above it.
  for (const [above, line] of titles.split('\n').flatMap((one) => (isLong(one) ? halves(one) : [one])).reverse().entries()) print(line, frame.y + TITLES_ABOVE + above * LEADING)
  print(name, frame.y - NAME_BELOW)
  page.drawOperators([ops.endMarkedContent()])
  // Only the letters that were used: the whole typeface would weigh four times the paper.
  pdf.fonts.finalize(true)
  return true
}
