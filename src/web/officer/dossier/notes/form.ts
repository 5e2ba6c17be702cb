/** One field of words that came back: which form it was, what was typed, what is wrong with it. */
export interface WordsForm {
  readonly what: 'note' | 'question' | 'opinion' | 'allow'
  readonly entered: string
  /** The question that an opinion answers. */
  readonly opinionId?: string
  /** Of whom an opinion is asked. */
  readonly colleague?: string
  readonly error?: string
}
