/** The system did not give a usable answer. Nothing about the person may be concluded from it. */
export class OutsideFailure extends Error {
  readonly system: string
  readonly kind: 'timeout' | 'unreachable' | 'error' | 'malformed' | 'busy'
  readonly retryAfterMs: number | undefined

  constructor(system: string, kind: OutsideFailure['kind'], detail: string, retryAfterMs?: number) {
    super(`${system}: ${kind}: ${detail}`)
    this.name = 'OutsideFailure'
    this.system = system
    this.kind = kind
    this.retryAfterMs = retryAfterMs
  }
}
