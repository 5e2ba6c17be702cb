/** A process of the family says when it works, and ends when it is told to, or when the process that started it is gone. */
import { flushCompileCache } from 'node:module'

/** Tells the parent that this process works. Its compiled code is kept at once: who is killed writes nothing at the end, and the next one would compile anew. */
export function sayReady(): void {
  process.send?.({ ready: true })
  flushCompileCache()
}

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
