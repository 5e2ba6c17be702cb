/** Consent to assisted filing: what proves that the person was there and wants this filed — xác nhận của công dân. Pure. */
import { z } from 'zod'

export const CODE_DIGITS = 6
/** How long a code may be used, and how often it may be mistyped. */
export const CODE_MINUTES = 10
export const CODE_TRIES = 5
/** How many codes one visit may have sent. */
export const CODES_A_VISIT = 5

/** A phone may agree for a family; one that agrees for more people within so many days is no longer anybody's own. */
export const PHONE_PEOPLE = 4
export const PHONE_DAYS = 30

export type ConsentMethod = 'code' | 'signature' | 'paper'

export interface Consent {
  readonly id: string
  readonly visitId: string
  readonly personId: string
  readonly helperId: string
  readonly officeCode: string
  readonly draftId: string
  /** SHA-256 of the answers as they would be frozen. */
  readonly contentHash: Buffer
  readonly method: ConsentMethod
  readonly state: 'asked' | 'given' | 'ended'
  readonly askedAt: Date
  readonly givenAt: Date | null
  readonly codeHash: Buffer | null
  readonly expiresAt: Date | null
  readonly tries: number
  readonly sentAt: Date | null
  /** Whether the message with the code still has to leave. */
  readonly toSend: boolean
}

/** A stroke is a row of points on a plate of 1000 by 300. */
const PLATE = { width: 1000, height: 300 }
const MOST_POINTS = 5_000
/** Fewer points are a slip of the hand, no signature. */
const FEWEST_POINTS = 12

const point = z.tuple([z.number().int().min(0).max(PLATE.width), z.number().int().min(0).max(PLATE.height)])

/** What stands as proof beside the consent, sealed. */
export const proofShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('drawn'), cardShown: z.literal(true), strokes: z.array(z.array(point).min(1)).min(1) }),
  z.object({ kind: z.literal('typed'), cardShown: z.literal(true), name: z.string().min(1).max(120), declared: z.literal(true) }),
  z.object({ kind: z.literal('paper'), fileHash: z.string().regex(/^[0-9a-f]{64}$/) }),
])
export type Proof = z.infer<typeof proofShape>

/**
 * Reads strokes as the page sends them: 'x,y x,y;x,y x,y'. Numbers only: nothing that a browser sends is ever decoded as a picture.
 * @returns undefined when it is no signature
 */
export function parseStrokes(text: string): [number, number][][] | undefined {
  if (!/^[\d, ;]{1,60000}$/.test(text)) return undefined
  const strokes: [number, number][][] = []
  let points = 0
  for (const stroke of text.split(';')) {
    const row: [number, number][] = []
    for (const pair of stroke.trim().split(' ')) {
      const [x = NaN, y = NaN, ...rest] = pair.split(',').map(Number)
      if (rest.length > 0 || !(x >= 0 && x <= PLATE.width && y >= 0 && y <= PLATE.height)) return undefined
      row.push([Math.round(x), Math.round(y)])
    }
    points += row.length
    strokes.push(row)
  }
  return points >= FEWEST_POINTS && points <= MOST_POINTS ? strokes : undefined
}
