/** Where a test run puts what nobody wants to keep. */
import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** The memory that Linux lets be used as a folder. */
const MEMORY = '/dev/shm'
/** A run leaves less than a quarter of this there at any time. */
const ENOUGH_BYTES = 4 * 1024 ** 3

/**
 * A folder for the databases of a test run: in memory where there is plenty, else the temporary one. A database is copied from its
 * template some four hundred times in a run: about 25 ms each in memory, up to a second on a disk that is slow to write.
 */
export function scratchFolder(): string {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= ENOUGH_BYTES ? MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}
