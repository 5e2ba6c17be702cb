/** A page of a PDF as a picture: Typst draws what the file says, sharp makes dots of it. No headless browser shows a PDF. */
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import sharp from 'sharp'

const DOTS_PER_INCH = 200

/** @returns a PNG of the first page */
export async function drawFirstPage(pdf: Buffer): Promise<Buffer> {
  const workspace = tmpdir()
  const typst = NodeCompiler.create({ workspace })
  typst.mapShadow(join(workspace, 'shown.pdf'), pdf)
  const svg = typst.svg({ mainFileContent: '#set page(width: auto, height: auto, margin: 0pt)\n#image("shown.pdf", page: 1)' })
  return sharp(Buffer.from(svg), { density: DOTS_PER_INCH }).flatten({ background: 'white' }).png().toBuffer()
}
