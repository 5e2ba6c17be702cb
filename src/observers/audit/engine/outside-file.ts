/** The file of checkpoints outside the database. It only grows: a note, an empty line, the next note. */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { splitNotes } from '../note.ts'

/** The file in its folder. */
export function outsidePath(folder: string): string {
  return join(folder, 'checkpoints.txt')
}

function read(folder: string): string {
  try {
    return readFileSync(outsidePath(folder), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

/** All notes, in order; none where the file is not there. */
export function readOutside(folder: string): string[] {
  return splitNotes(read(folder))
}

/** Adds a note and waits until it is on the disk. What an earlier writing left half done is closed off, and stays. */
export function appendOutside(folder: string, note: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const before = read(folder)
  const closing = before === '' || before.endsWith('\n\n') ? '' : /\n\u2014 [^\n]*\n$/.test(before) ? '\n' : '\n\u2014 torn\n\n'
  const file = openSync(outsidePath(folder), 'a', 0o644)
  try {
    writeSync(file, `${closing}${note}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
