/** The file of checkpoints outside the database. It only grows: a note, an empty line, the next note. */
import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { LogBroken } from '../broken.ts'
import { isWhole, splitNotes, TORN } from '../note.ts'

/** Some forty notes. */
const TAIL_BYTES = 16_384

/** The file in its folder. */
export function outsidePath(folder: string): string {
  return join(folder, 'checkpoints.txt')
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown')

/** What a reading gives, '' where there is no file yet. @throws LogBroken when it is there and cannot be read */
function orNothing(read: () => string): string {
  try {
    return read()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw new LogBroken(`the file outside cannot be read: ${codeOf(error)}`)
  }
}

/** All notes, in order; none where the file is not there. */
export function readOutside(folder: string): string[] {
  return splitNotes(orNothing(() => readFileSync(outsidePath(folder), 'utf8')))
}

/** The end of the file: a year of notes is not read each minute. */
function readTail(folder: string): string {
  return orNothing(() => {
    const file = openSync(outsidePath(folder), 'r')
    try {
      const { size } = fstatSync(file)
      const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES))
      readSync(file, bytes, 0, bytes.length, size - bytes.length)
      return bytes.toString()
    } finally {
      closeSync(file)
    }
  })
}

/** The last note that was written whole; undefined where there is none. */
export function lastOutside(folder: string): string | undefined {
  return splitNotes(readTail(folder)).filter(isWhole).at(-1)
}

/**
 * Adds a note and waits until it is on the disk. What an earlier writing left half done is closed off, and stays.
 * @throws LogBroken when it cannot be written
 */
export function appendOutside(folder: string, note: string): void {
  const before = readTail(folder)
  const isComplete = before === '' || (before.endsWith('\n\n') && /\n\u2014 [^\n]*\n$/.test(before.slice(0, -1)))
  const closing = isComplete ? '' : isWhole(before) ? '\n' : `\n${TORN}\n`
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    const file = openSync(outsidePath(folder), 'a', 0o644)
    try {
      writeSync(file, `${closing}${note}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw new LogBroken(`the file outside cannot be written: ${codeOf(error)}`)
  }
}
