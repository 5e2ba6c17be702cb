/** A process of the family ends when it is told to, or when the process that started it is gone. */

/** @param close puts everything away; given five seconds */
export function endWithParent(close: () => Promise<void>): void {
  const end = () => {
    setTimeout(() => process.exit(1), 5_000).unref()
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  process.once('disconnect', end)
}
