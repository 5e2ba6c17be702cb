/** How one drawn face differs from the next; everything follows from the seed. */
import { between, pick, seededRandom } from '../../kit/random.ts'
import type { Sex } from '../person.ts'

export interface Traits {
  sex: Sex
  skin: { light: string; mid: string; dark: string; line: string }
  hair: { base: string; shine: string }
  hairStyle: 'short' | 'parted' | 'cropped' | 'long' | 'bob' | 'bun'
  lips: string
  iris: string
  cloth: { base: string; fold: string }
  collar: 'shirt' | 'round' | 'v'
  background: string
  /** Pixels on a drawing 1200 wide and 1600 high. */
  cheek: number
  jaw: number
  chin: number
  eyeGap: number
  eyeWidth: number
  eyeOpen: number
  browLift: number
  browWeight: number
  noseWidth: number
  mouthWidth: number
  lipHeight: number
  /** 0 none to 1 many lines. */
  age: number
  /** Degrees to the right; nobody holds the head quite straight. */
  lean: number
  /** Where the light comes from, in hundredths of the picture, and how strong it is, 0 to 1: no two photos are lit alike. */
  light: { x: number; y: number; strength: number }
}

const skins = [
  { light: '#f8d9bd', mid: '#eec19c', dark: '#cf9a72', line: '#9c6243' },
  { light: '#f3cba6', mid: '#e4b186', dark: '#bf875d', line: '#8a5334' },
  { light: '#ecbf95', mid: '#d8a374', dark: '#b17a4e', line: '#7c482b' },
  { light: '#fadfc8', mid: '#f0caaa', dark: '#d3a381', line: '#a16a4c' },
  { light: '#e0ae82', mid: '#ca9263', dark: '#a06c42', line: '#6e3f24' },
] as const

/** `born` gives the age that shows; the drawing is of about the year 2026. */
export function traitsOf(seed: number, sex: Sex, born: number): Traits {
  const random = seededRandom(seed * 2_654_435 + 17)
  const photo = seededRandom(seed * 7_919 + 5)
  const from = photo() * 2 * Math.PI
  const years = 2026 - born
  const age = Math.min(1, Math.max(0, (years - 30) / 45))
  const grey = years > 62
  const hair = grey
    ? pick(random, [{ base: '#8d8984', shine: '#b9b5b0' }, { base: '#a7a39d', shine: '#cfcbc5' }])
    : pick(random, [{ base: '#1c1715', shine: '#3b332f' }, { base: '#241a15', shine: '#473529' }, { base: '#17171a', shine: '#35353c' }, { base: '#2e2019', shine: '#54402f' }])
  return {
    sex, hair, age,
    skin: pick(random, skins),
    hairStyle: sex === 'male' ? pick(random, ['short', 'parted', 'cropped'] as const) : pick(random, ['long', 'bob', 'bun'] as const),
    lips: sex === 'male' ? pick(random, ['#b5705c', '#a9654f', '#bd7a66']) : pick(random, ['#b8544f', '#c0605c', '#a94a4a']),
    iris: pick(random, ['#3a2418', '#2b1a12', '#4a2f1e']),
    cloth: pick(random, [
      { base: '#f4f4f2', fold: '#d4d6d8' }, { base: '#e8ecf3', fold: '#bfc8d6' }, { base: '#2f3e57', fold: '#1f2b3f' },
      { base: '#7a2f37', fold: '#571f26' }, { base: '#efe6d6', fold: '#cfc1a6' }, { base: '#3c5a4c', fold: '#294036' },
    ]),
    collar: pick(random, ['shirt', 'round', 'v'] as const),
    background: pick(random, ['#5aa7e6', '#62abe6', '#57a2e2', '#66b0ea']),
    cheek: between(random, sex === 'male' ? 206 : 196, sex === 'male' ? 222 : 212),
    jaw: between(random, sex === 'male' ? 158 : 138, sex === 'male' ? 178 : 156),
    chin: between(random, 1116, 1146),
    eyeGap: between(random, 94, 104),
    eyeWidth: between(random, 46, 53),
    eyeOpen: between(random, 19, 23),
    browLift: between(random, 60, 72),
    browWeight: between(random, sex === 'male' ? 15 : 10, sex === 'male' ? 21 : 14),
    noseWidth: between(random, 46, 58),
    mouthWidth: between(random, 74, 90),
    lipHeight: between(random, 15, 22),
    lean: between(photo, -25, 25) / 10,
    light: { x: Math.round(50 + 50 * Math.cos(from)), y: Math.round(50 + 50 * Math.sin(from)), strength: between(photo, 10, 20) / 100 },
  }
}
