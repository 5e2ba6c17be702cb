/**
 * Drawn portraits: an illustrated frontal face, different for every seed, and a few bad ones for the refusals. They are
 * drawings and say nothing about how a face check treats real people: that limit belongs in every report about it.
 */
import sharp from 'sharp'
import { seededRandom } from '../../kit/random.ts'
import type { Sex } from '../person.ts'
import { definitions, figure } from './face.ts'
import { type Traits, traitsOf } from './traits.ts'

export const flaws = ['none', 'two-faces', 'eyes-closed', 'dark', 'small-face', 'busy-background', 'tilted', 'blurred', 'no-face', 'large'] as const
/** What is wrong with the picture; 'large' is good but of 12 megapixels. */
export type Flaw = (typeof flaws)[number]

export interface PortraitWish {
  seed: number
  sex: Sex
  /** Year of birth. */
  born: number
  flaw?: Flaw
  /** Width in pixels of a 3:4 picture; 1200, or 3024 for 'large'. */
  width?: number
}

/** A JPEG without any metadata. */
export async function drawPortrait(wish: PortraitWish): Promise<Buffer> {
  const flaw = wish.flaw ?? 'none'
  const width = wish.width ?? (flaw === 'large' ? 3024 : 1200)
  const height = Math.round(width * 4 / 3)
  let image = sharp(Buffer.from(drawing(wish, flaw)), { density: 72 * width / 1200, limitInputPixels: 60e6 }).resize(width, height, { fit: 'fill' })
  if (flaw === 'dark') image = image.linear(0.16, 0)
  if (flaw === 'blurred') image = image.blur(width / 75)
  return image.flatten({ background: '#ffffff' }).jpeg({ quality: 90, chromaSubsampling: '4:4:4' }).toBuffer()
}

function drawing(wish: PortraitWish, flaw: Flaw): string {
  const traits = traitsOf(wish.seed, wish.sex, wish.born)
  const person = figure(traits, flaw === 'eyes-closed')
  const background = `<rect width="1200" height="1600" fill="${traits.background}"/>${flaw === 'busy-background' ? clutter(wish.seed) : ''}`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1600" viewBox="0 0 1200 1600">${definitions(traits)}${background}${placed(person, flaw, traits)}${lit(traits)}</svg>`
}

/** Light that falls from one side over all of the picture. */
function lit({ light: { x, y, strength } }: Traits): string {
  return `<radialGradient id="lit" cx="${x}%" cy="${y}%" r="110%"><stop offset="0" stop-color="#fff" stop-opacity="${strength}"/><stop offset="1" stop-color="#000" stop-opacity="${strength}"/></radialGradient><rect width="1200" height="1600" fill="url(#lit)"/>`
}

function placed(person: string, flaw: Flaw, { lean }: Traits): string {
  switch (flaw) {
    case 'two-faces':
      return `<g transform="translate(-40 520) scale(.62)">${person}</g><g transform="translate(490 520) scale(.62)">${person}</g>`
    case 'small-face':
      return `<g transform="translate(520 1000) scale(.13)">${person}</g>`
    case 'tilted':
      return `<g transform="rotate(24 600 900)">${person}</g>`
    case 'no-face':
      return '<g fill="#d9822b"><circle cx="600" cy="900" r="330"/><path d="M 590 560 q 40 -120 150 -130 q -30 110 -130 140 z" fill="#3f7d3a"/></g>'
    default:
      return `<g transform="rotate(${lean} 600 1000)">${person}</g>`
  }
}

function clutter(seed: number): string {
  const random = seededRandom(seed + 77)
  const colours = ['#e4572e', '#f3a712', '#2e933c', '#20639b', '#f7f4ea', '#3d2b56', '#111111', '#b8336a']
  return Array.from({ length: 70 }, (_, index) => {
    const size = 60 + random() * 190
    const x = random() * 1200 - 60
    const y = random() * 1400 - 60
    const fill = colours[index % colours.length]
    return index % 2 ? `<rect x="${x}" y="${y}" width="${size}" height="${size * (0.4 + random())}" fill="${fill}"/>` : `<circle cx="${x}" cy="${y}" r="${size / 2}" fill="${fill}"/>`
  }).join('')
}
