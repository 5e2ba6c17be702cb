/** SIGKILL: for one of our processes, and for a database server with everything it has forked. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @param file holds the number of the process; one that is gone already is left in peace */
export function killProcess(file: string): void {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    // Numbers are used again: only a process of this proof is killed.
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('/prove/')) process.kill(pid, 'SIGKILL')
  } catch {
    // it has just died by itself
  }
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
}

/** Kills the whole tree at once, so that nobody of it writes another byte. @param data the data folder of the system @returns whether there was one */
export function killDatabase(data: string): boolean {
  try {
    const { cluster }: { cluster: string } = JSON.parse(readFileSync(join(data, 'postgres.json'), 'utf8'))
    const [line = ''] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const postmaster = Number(line)
    if (!readFileSync(`/proc/${postmaster}/cmdline`, 'utf8').includes('postgres')) return false
    process.kill(postmaster, 'SIGSTOP')
    for (const pid of childrenOf(postmaster)) process.kill(pid, 'SIGKILL')
    process.kill(postmaster, 'SIGKILL')
    return true
  } catch {
    return false
  }
}
