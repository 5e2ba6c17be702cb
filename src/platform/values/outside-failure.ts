/** The system did not give a usable answer. Nothing about the person may be concluded from it. */
export class OutsideFailure extends Error {
  readonly system: string
  readonly kind: 'timeout' | 'unreachable' | 'error' | 'malformed' | 'busy'
  readonly retryAfterMs: number | undefined
  /** The system understood and said no: the same question gets the same answer, so a person has to look into it. */
  readonly definite: boolean

  constructor(system: string, kind: OutsideFailure['kind'], detail: string, retryAfterMs?: number, definite = false) {
    super(`${system}: ${kind}: ${detail}`)
    this.name = 'OutsideFailure'
    this.system = system
    this.kind = kind
    this.retryAfterMs = retryAfterMs
    this.definite = definite
  }
}
