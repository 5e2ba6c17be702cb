/** Stands in for an examining process that a picture has taken over: tries what it must not be able to do. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

function can(act: () => unknown): boolean {
  try {
    act()
    return true
  } catch {
    return false
  }
}

process.on('message', (order: { id: number }) => {
  const measures = {
    settings: Object.keys(process.env).filter((name) => name !== 'MALLOC_ARENA_MAX' && name !== 'NODE_CHANNEL_FD' && !name.startsWith('NODE_CHANNEL_')).length,
    reads: can(() => readFileSync('/etc/passwd')) ? 1 : 0,
    writes: can(() => writeFileSync('/tmp/nosy', '')) ? 1 : 0,
    starts: can(() => execFileSync('/bin/true')) ? 1 : 0,
  }
  process.send?.({ kind: 'verdict', id: order.id, verdict: { state: 'refused', recipeVersion: 1, reason: 'no-face', measures } })
})
process.send?.({ kind: 'ready' })
