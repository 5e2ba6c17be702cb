import { readFile } from 'node:fs/promises'

/** Resident megabytes of a process, 0 where the system does not tell (not Linux, or the process has ended). */
export async function residentMb(pid: number | undefined): Promise<number> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'latin1')
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
