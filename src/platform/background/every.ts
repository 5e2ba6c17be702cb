/** What a process does again and again for as long as it lives. */
import type { Logger } from '../observability/log.ts'

/** Calls again and again, never twice at once; a failure is logged and the next turn tries anew. @returns how to stop it */
export function every(ms: number, fn: () => Promise<unknown>, log: Logger, what: string): () => void {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const turn = async () => {
    await fn().catch((err: unknown) => log.warn({ err, what }, 'a sweep failed'))
    if (!stopped) timer = setTimeout(turn, ms)
  }
  void turn()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
