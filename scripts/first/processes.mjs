/** Knowing a process again: numbers are given out anew, so a number alone proves nothing. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * What tells this process from a later one with the same number: the machine's boot and the process's start.
 * @param {number} pid
 * @returns {string | undefined} undefined when it has ended (a zombie has)
 */
export function markOf(pid) {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (fields[0] === 'Z' || fields[0] === 'X') return undefined
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`
    } catch {
      return undefined
    }
  }
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return undefined
  }
  if (process.platform === 'win32') return 'alive'
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

/** @param {{ pid: number, mark: string }} known @returns {boolean} whether the very same process still runs */
export function runs(known) {
  return markOf(known.pid) === known.mark
}

/**
 * Waits for processes to end by themselves.
 * @param {readonly { pid: number, mark: string }[]} known
 * @param {number} withinMs
 * @returns {Promise<boolean>} whether all have ended
 */
export async function ended(known, withinMs) {
  const until = performance.now() + withinMs
  while (known.some(runs)) {
    if (performance.now() > until) return false
    await pause(50)
  }
  return true
}

/**
 * Sends a signal to a process, and to its group where it leads one; one that has ended is no error.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signal(pid, signal) {
  for (const target of process.platform === 'win32' ? [pid] : [-pid, pid]) {
    try {
      process.kill(target, signal)
      return
    } catch {
      // no such group or process: the next target, or nothing to do
    }
  }
}
