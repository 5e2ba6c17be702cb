/** What a guide is made of. Pure. */
import type { Words } from '../../../platform/values/words.ts'
import type { PictureName } from './pictures.ts'

export interface Step {
  readonly title: Words
  readonly text: readonly Words[]
  readonly picture?: { readonly name: PictureName; readonly alt: Words }
}

export interface Guide {
  /** In the address. */
  readonly slug: string
  readonly title: Words
  readonly lead: Words
  readonly steps: readonly Step[]
  /** What often goes wrong, and what helps. */
  readonly trouble: readonly { readonly question: Words; readonly answer: Words }[]
}
