/** The log no longer fits itself or what lies outside: nothing is sealed, and no receipt given, until somebody has looked. */
export class LogBroken extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'LogBroken'
  }
}
