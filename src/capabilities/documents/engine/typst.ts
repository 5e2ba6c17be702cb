/**
 * Draws papers: Typst, PDF/A-2a, tagged. Data goes in as `inputs`, never as source, so that no name can become markup.
 * Native code, about 5 ms a paper once warm. Its memory grows by
 * about 0.1 MB a paper inside a long-lived process, so the worker runs it in one that is replaced (render.ts).
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { toString as qrToString } from 'qrcode'
import type { Paper } from '../../../catalogue/forms/index.ts'

/** Everything a drawing needs beside the paper itself. */
export interface Drawing {
  readonly paper: Paper
  /** Number as printed ('12/BPTNTKQ'), empty for a form without. */
  readonly number: string
  readonly title: string
  readonly author: string
  /** Day printed on the paper, 'YYYY-MM-DD'. */
  readonly madeOn: string
  readonly longDate: string
  /** Address where a reader can check it; also the QR. */
  readonly verifyUrl: string
  /** True draws the watermark on every page. */
  readonly simulation: boolean
  /** The 3×4 picture (JPEG or PNG), for papers with `portraitHash`. */
  readonly portrait: Uint8Array | null
  /** The pages (JPEG) of a paper with `pageHashes`, in order. */
  readonly pages?: readonly Uint8Array[]
}

const TEMPLATES = { paper: 'paper.typ', licence: 'licence.typ', scan: 'scan.typ' } as const

const FONT_FOLDERS: readonly (readonly [string, readonly string[]])[] = [
  ['@expo-google-fonts/tinos/package.json', ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']],
  ['@expo-google-fonts/be-vietnam-pro/package.json', ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']],
]

let compiler: NodeCompiler | undefined

/** The templates lie beside this folder, or beside the bundle in `templates/`. */
function templateFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const found = [join(here, '../templates'), join(here, 'templates')].find((folder) => existsSync(join(folder, 'common.typ')))
  if (found === undefined) throw new Error(`document templates not found beside ${here}`)
  return found
}

function open(): { compiler: NodeCompiler; folder: string } {
  const folder = templateFolder()
  const fontPaths = FONT_FOLDERS.flatMap(([manifest, faces]) => {
    const root = dirname(fileURLToPath(import.meta.resolve(manifest)))
    return faces.map((face) => join(root, face))
  })
  compiler ??= NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths }] })
  return { compiler, folder }
}

/** Every text in NFC: some fonts and every search treat decomposed letters as others. */
function composed<T>(value: T): T {
  const json = JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? inner.normalize('NFC') : inner))
  return JSON.parse(json)
}

const PREFERENCES = Buffer.from('/Direction /L2R')
const SHOWN = Buffer.from(' /DisplayDocTitle true')

/**
 * Has a reader's window named by the paper's title and not by its file's name, which the compiler asks for in other standards only.
 * It writes the catalogue as the last object: nothing moves but the table behind it.
 * @throws Error when the compiler writes its files in another way
 */
function showTitle(pdf: Buffer): Buffer {
  const at = pdf.lastIndexOf(PREFERENCES) + PREFERENCES.length
  const tail = pdf.subarray(at).toString('latin1')
  const table = /^\s*>>\s*>>\s*endobj\s*(?=xref\n)/.exec(tail)?.[0].length
  const start = table === undefined ? undefined : tail.lastIndexOf(`startxref\n${at + table}\n`)
  if (table === undefined || start === undefined || start < 0) throw new Error('the catalogue of the drawn file is not its last object')
  return Buffer.concat([pdf.subarray(0, at), SHOWN, Buffer.from(`${tail.slice(0, start)}startxref\n${at + SHOWN.length + table}\n%%EOF`, 'latin1')])
}

/**
 * Draws one paper. The same drawing gives the same bytes.
 * @returns a PDF/A-2a file
 * @throws Error naming Typst's complaint when a template cannot draw the data
 */
export async function renderPdf(drawing: Drawing): Promise<Buffer> {
  const qr = await qrToString(drawing.verifyUrl, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
  const { compiler: typst, folder } = open()
  const [year, month, day] = drawing.madeOn.split('-').map(Number)
  if (!year || !month || !day) throw new Error('a document needs the day it is made')
  const data = composed({
    paper: drawing.paper,
    portraitPath: '/portrait.img',
    pagePaths: (drawing.pages ?? []).map((_, i) => `/page-${i}.img`),
    meta: {
      number: drawing.number, title: drawing.title, author: drawing.author, year, month, day, longDate: drawing.longDate,
      verifyUrl: drawing.verifyUrl, simulation: drawing.simulation, qr,
    },
  })
  const pictures = [...(drawing.portrait ? [{ name: 'portrait.img', bytes: drawing.portrait }] : []), ...(drawing.pages ?? []).map((bytes, i) => ({ name: `page-${i}.img`, bytes }))]
  // Compiling is synchronous, so no other drawing can meet these pictures.
  for (const { name, bytes } of pictures) typst.mapShadow(join(folder, name), Buffer.from(bytes))
  try {
    const pdf = typst.pdf(
      { mainFilePath: join(folder, TEMPLATES[drawing.paper.layout]), inputs: { data: JSON.stringify(data) } },
      { pdfStandard: 'a-2a', creationTimestamp: Date.UTC(year, month - 1, day) / 1000 },
    )
    // Its memory of earlier papers saves 1 ms a paper and costs 0.2 MB: no paper is like the last.
    typst.evictCache(0)
    return showTitle(Buffer.from(pdf))
  } finally {
    for (const { name } of pictures) typst.unmapShadow(join(folder, name))
  }
}
