/** The file of stamps beside the file of checkpoints. It only grows: a line a stamp, of size, SHA-256 of the checkpoint and the token in base64. And the roots that the first stamp was trusted by. */
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { readRoots } from '../../../capabilities/documents/index.ts'
import { LogBroken } from '../broken.ts'

/** The file in its folder. */
export function stampsPath(folder: string): string {
  return join(folder, 'stamps.txt')
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown')

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw new LogBroken(`the file of stamps cannot be read: ${codeOf(error)}`)
  }
}

/** What is written of a stamp. */
export function stampLine(stamp: { readonly size: number; readonly note: string; readonly token: Buffer }): string {
  return `${stamp.size} ${createHash('sha256').update(stamp.note).digest('hex')} ${stamp.token.toString('base64')}`
}

/** All lines in order, once each; one that broke off while it was written does not count where the next begins with it, or none follows. */
export function readStampLines(folder: string): string[] {
  const lines = readText(stampsPath(folder)).split('\n')
  const last = lines.pop() ?? ''
  const whole = lines.filter((line, i) => !(lines[i + 1] ?? last).startsWith(line))
  return whole
}

/**
 * Adds lines and waits until they are on the disk.
 * @throws LogBroken when they cannot be written
 */
export function appendStampLines(folder: string, lines: readonly string[]): void {
  const before = readText(stampsPath(folder))
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    const file = openSync(stampsPath(folder), 'a', 0o644)
    try {
      writeSync(file, `${before === '' || before.endsWith('\n') ? '' : '\n'}${lines.map((line) => `${line}\n`).join('')}`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw new LogBroken(`the file of stamps cannot be written: ${codeOf(error)}`)
  }
}

const pinnedPath = (folder: string) => join(folder, 'stamp-roots.pem')

/** Keeps the roots outside the database, once: whoever owns it can name no authority of their own later. In production they stand in the keys folder. */
export function pinRoots(folder: string, roots: readonly string[]): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  try {
    writeFileSync(pinnedPath(folder), roots.join('\n'), { flag: 'wx', mode: 0o644 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw new LogBroken(`the roots of stamps cannot be written: ${codeOf(error)}`)
  }
}

/** The roots that stamps are believed by: those of the keys folder, else those that were kept with the first stamp. */
export function stampRoots(keysDir: string, folder: string): readonly string[] {
  const own = readRoots(keysDir)
  return own.length > 0 ? own : [readText(pinnedPath(folder))].filter(Boolean)
}
