/** What kind of file a scanner sent, told from its first bytes: names and types that a browser gives are not believed. Pure. */
import type { DigitisationRules, DigitisedKind } from '../../catalogue/forms/index.ts'
import { lookDistance } from '../../platform/values/picture-look.ts'

/** A few scanned pages; more is no paper of a dossier. */
export const SCAN_BYTES = 10 * 1024 * 1024

const beginnings = [
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
] as const

/** Undefined for anything that is neither PDF, JPEG nor PNG. */
export function scanTypeOf(bytes: Uint8Array): (typeof beginnings)[number]['mediaType'] | undefined {
  return beginnings.find((one) => one.bytes.every((byte, index) => bytes[index] === byte))?.mediaType
}

export type ScanType = (typeof beginnings)[number]['mediaType']

/** What the looking process is given. */
export interface LookOrder {
  readonly bytes: Uint8Array
  readonly type: ScanType
  readonly most: number
}

/** A page as it was seen. */
export interface SeenPage {
  /** Decoded and written anew: JPEG, upright, at most A4 at 300 dots per inch. */
  readonly picture: Uint8Array
  /** As it was scanned, upright, in pixels. */
  readonly width: number
  readonly height: number
  /** Share of the page that is darker than its paper, 0 to 1. */
  readonly ink: number
  readonly look: Uint8Array
}

export type FileProblem = 'unreadable' | 'no-pictures' | 'too-many-pages'
export type Looked = { readonly pages: readonly SeenPage[] } | { readonly problem: FileProblem }

export type PageProblem = 'blank' | 'too-coarse'

/** Why a page does not count; undefined when it does. */
export function problemOf(page: Pick<SeenPage, 'width' | 'height' | 'ink'>, kind: DigitisedKind, rules: DigitisationRules): PageProblem | undefined {
  if (dpiOf(page, kind, rules) < rules.dpi * (1 - rules.tolerance)) return 'too-coarse'
  return page.ink < rules.leastInk ? 'blank' : undefined
}

/** Dots per inch, were the page exactly as large as its kind of paper. */
export function dpiOf({ width, height }: Pick<SeenPage, 'width' | 'height'>, kind: DigitisedKind, { sizes }: DigitisationRules): number {
  const [short, long] = [Math.min(sizes[kind].width, sizes[kind].height), Math.max(sizes[kind].width, sizes[kind].height)]
  return Math.floor(Math.min(Math.min(width, height) / short, Math.max(width, height) / long) * 25.4)
}

/** Pages that look like an earlier one, by id: a reason to look, for somebody may hold the same sheet twice. */
export function twinsAmong(pages: readonly { readonly id: string; readonly pictureHash: string; readonly look: Uint8Array }[], rules: DigitisationRules): ReadonlyMap<string, number> {
  const twins = new Map<string, number>()
  for (const [i, page] of pages.entries()) {
    const twin = pages.findIndex((other, j) => j < i && (other.pictureHash === page.pictureHash || lookDistance(other.look, page.look) <= rules.sameLook))
    if (twin >= 0) twins.set(page.id, twin + 1)
  }
  return twins
}

/** A paper with what was said of it and what was found. */
export interface PaperCount {
  readonly kind: DigitisedKind
  readonly declaredPages: number
  readonly pages: number
}

export type Lack = { readonly kind: DigitisedKind; readonly why: 'missing' | 'count' }

/** What keeps a dossier's papers from being whole; empty when nothing does. */
export function lacksOf(papers: readonly PaperCount[], rules: DigitisationRules): Lack[] {
  return [
    ...rules.required.filter((kind) => !papers.some((paper) => paper.kind === kind)).map((kind) => ({ kind, why: 'missing' as const })),
    ...papers.filter((paper) => paper.pages !== paper.declaredPages || paper.pages === 0).map(({ kind }) => ({ kind, why: 'count' as const })),
  ]
}
