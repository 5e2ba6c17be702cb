/** The item number as bars that every scanner of the post reads. */

/** Bars of 3 pixels at the least, quiet zones of ten bars: what a label printer of 203 dots an inch can print. */
const PIXELS_A_BAR = 3
const QUIET = 10
const HEIGHT_MM = 14

/** A Code 128 picture (PNG) of an item number, with the quiet zones that a reader needs; the characters stand beside it, not in it. */
export async function drawBarcode(itemNumber: string): Promise<Buffer> {
  // Only the few who print labels need it: loading it takes as long as many pages.
  const { default: bwip } = await import('bwip-js')
  return bwip.toBuffer({ bcid: 'code128', text: itemNumber, scale: PIXELS_A_BAR, height: HEIGHT_MM, paddingwidth: QUIET, paddingheight: 2, backgroundcolor: 'FFFFFF' })
}
