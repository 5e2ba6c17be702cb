/** Every kind of fact: who declares it, and which jobs hear it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { jobs, subscriptions } from '../../src/app.ts'
import { heading, table } from './markdown.ts'

const DECLARATION = /^declare module '[./]+(?:platform\/)?(?:background\/)?facts\.ts' \{([\s\S]*?)\n\}/gm
const KIND = /^ {4}'([a-z-]+\.[a-z-]+)': (\{.*\})$/gm

/** Facts as their owners declare them. A payload is written as it stands in the code: ids and small words. */
export function drawFacts(root: string): string {
  const facts = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
    .flatMap((entry) => {
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
      return [...text.matchAll(DECLARATION)].flatMap(([, body = '']) => [...body.matchAll(KIND)].map(([, kind = '', payload = '']) => ({ kind, payload })))
    })
    .sort((a, b) => (a.kind < b.kind ? -1 : 1))
  const tasks = Object.keys(jobs).sort()
  return [
    ...heading(1, 'Facts and jobs'),
    'A fact is a row of `platform.fact`, written in the transaction in which it happened; each job that hears it is enqueued in the same transaction.', '',
    ...table(['fact', 'payload', 'heard by'], facts.map(({ kind, payload }) => [`\`${kind}\``, `\`${payload}\``, (subscriptions[kind] ?? []).map((task) => `\`${task}\``).join(', ') || 'nobody: kept as history'])),
    ...heading(2, 'Every job of the worker'),
    tasks.map((task) => `\`${task}\``).join(' · '), '',
  ].join('\n')
}
