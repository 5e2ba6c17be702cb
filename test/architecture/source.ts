/** The source tree as the architecture tests read it: paths with forward slashes, below the root. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** All files below a folder, as `src/web/paths.ts`. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/'))
    .sort()
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Source files of the service, tests apart. */
export function sourceFiles(): string[] {
  return filesBelow('src').filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
}

/** A source text without its comments; lines keep their numbers, strings stay. */
export function withoutComments(text: string): string {
  return text.replace(/("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(^|[^:\\])\/\/[^\n]*/g, (whole, quoted: string | undefined, before: string | undefined) =>
    quoted ?? (before ?? '') + whole.slice((before ?? '').length).replace(/[^\n]/g, ''),
  )
}

/** `file:line` of every line, comments apart, that a pattern finds in the files. */
export function linesWith(pattern: RegExp, paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const lines = withoutComments(read(path)).split('\n')
    return lines.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 120)}`] : []))
  })
}
