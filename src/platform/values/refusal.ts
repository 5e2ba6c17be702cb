/**
 * The domain says no, for a reason a person can be told. Not a bug and not an outage.
 * `code` is declared by the module that refuses; the pages hold its words in both languages.
 */
export class Refusal extends Error {
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: string, details: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}
