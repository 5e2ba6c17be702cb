/**
 * Words shared by the web process and the examining child process: what was measured, and what was decided.
 * Imports nothing, so that the child stays small.
 */

/**
 * Version of the recipe: decoding, thresholds and cropping together. A crop is reproducible from its original
 * with the recipe of the same version (POR4), so any change that alters a verdict or a byte of a crop raises it.
 */
export const recipeVersion = 2

/** Width and height of the crop in pixels: 3 to 4, enough for 3 x 4 cm at 762 dots per inch. */
export const cropSize = { width: 900, height: 1200 } as const

/** Why a picture was refused: a closed list, each with one sentence and one thing to do in `text.ts`. */
const refusalReasons = [
  'not-an-image',
  'unreadable',
  'too-large',
  'too-slow',
  'busy',
  'no-face',
  'several-faces',
  'face-too-small',
  'too-tight',
  'head-turned',
  'head-tilted',
  'eyes-closed',
  'mouth-open',
  'blurred',
  'too-dark',
  'too-bright',
  'background-busy',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/**
 * Reasons that a person may answer with "my picture is right": the measure is known to be unsure for some faces
 * (narrow or deep-set eyes, dark or very light skin, glasses). The portrait is then taken, and the officer
 * is shown the doubt and decides by looking.
 */
export const disputableReasons = ['eyes-closed', 'mouth-open', 'too-dark', 'too-bright', 'background-busy'] as const
export type DisputableReason = (typeof disputableReasons)[number]

/** True for a reason that a person may dispute. */
export function isDisputable(reason: string): reason is DisputableReason {
  return disputableReasons.some((known) => known === reason)
}

export type PictureType = 'jpeg' | 'png' | 'webp' | 'heic'

/**
 * What was measured. Lengths in pixels, angles in degrees, shares from 0 to 1, light from 0 (black) to 255.
 * Nothing here identifies a face: no embedding is ever computed.
 */
export interface Measures {
  readonly type?: PictureType
  readonly width?: number
  readonly height?: number
  readonly faces?: number
  readonly boxScore?: number
  readonly faceScore?: number
  /** Quarter turns that had to be undone: 0, 90, 180 or 270. */
  readonly turnedBy?: number
  readonly eyeDistance?: number
  /** Lid gap divided by eye width, of the less open eye. */
  readonly eyesOpen?: number
  /** Lip gap divided by mouth width. */
  readonly mouthOpen?: number
  readonly yaw?: number
  readonly pitch?: number
  readonly roll?: number
  /** Variance of the Laplacian over the variance of light, of the face at 200 pixels. */
  readonly sharpness?: number
  readonly light?: number
  readonly darkShare?: number
  readonly brightShare?: number
  /** Greatest deviation of a colour channel beside the head. */
  readonly background?: number
  /** Mean colour beside the head, as #rrggbb. */
  readonly backgroundColour?: string
  /** Height of the head divided by the height of the crop. */
  readonly headShare?: number
  /** Milliseconds the child worked on it. */
  readonly tookMs?: number
}

/**
 * How a 3 x 4 picture looks, and how it would look in a mirror: 256 bits each, in 32 bytes (`platform/values/picture-look.ts`). In how many
 * places two looks differ tells whether it is one picture, never who is in it.
 */
export interface PictureLook {
  readonly look: Uint8Array
  readonly mirrored: Uint8Array
}

/** The answer of an examination. `doubts` are disputable reasons that the person insisted against. */
export type Verdict =
  | {
      readonly state: 'accepted'
      readonly recipeVersion: number
      readonly measures: Measures
      readonly doubts: readonly DisputableReason[]
      /** The 3 x 4 picture: JPEG, sRGB, no metadata. */
      readonly crop: Uint8Array
      /** Of that picture. */
      readonly look: PictureLook
    }
  | {
      readonly state: 'refused'
      readonly recipeVersion: number
      readonly measures: Measures
      readonly reason: RefusalReason
    }

/** What the parent sends to a child: a picture to examine, or a 3 x 4 picture that was kept and whose look alone is wanted. */
export interface ExaminationOrder {
  readonly id: number
  readonly bytes: Uint8Array
  readonly insist: readonly DisputableReason[] | 'look-only'
}

/** The look of a picture that was kept, of which nothing else was asked. */
export interface Looked {
  readonly state: 'looked'
  readonly look: PictureLook
}

/** What a child sends back: `ready` once after warming, then one answer per order. */
export type ChildMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'verdict'; readonly id: number; readonly verdict: Verdict | Looked }
