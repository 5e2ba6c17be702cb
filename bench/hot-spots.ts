/**
 * `node bench/hot-spots.ts FOLDER`: where processes that ran with --cpu-prof spent their time, by function and by package.
 * `npm run bench -- --profile FOLDER` makes such profiles of web and worker.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../scripts/first/places.mjs'

interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }; readonly children?: readonly number[] }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

function placeOf(url: string): string {
  if (!url.startsWith('file:')) return url || '(native)'
  return relative(root, fileURLToPath(url))
}

/** The package of a file, or the file itself where it is ours. */
function groupOf(place: string): string {
  const at = place.lastIndexOf('node_modules/')
  if (at < 0) return place
  const [first = '', second = ''] = place.slice(at + 'node_modules/'.length).split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}

/** Own milliseconds by a name of each frame. */
function sumOf(profile: Profile, nameOf: (frame: Profile['nodes'][number]['callFrame']) => string): Map<string, number> {
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  const sums = new Map<string, number>()
  for (const [index, id] of profile.samples.entries()) {
    const name = names.get(id) ?? ''
    sums.set(name, (sums.get(name) ?? 0) + (profile.timeDeltas[index] ?? 0) / 1000)
  }
  return sums
}

/** Milliseconds of each function of ours together with all it called; a function that calls itself counts once. */
function inclusiveOf(profile: Profile): Map<string, number> {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
  const parents = new Map(profile.nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id] as const)))
  const stacks = new Map<number, readonly string[]>()
  const stackOf = (id: number): readonly string[] => {
    const known = stacks.get(id)
    if (known) return known
    const frame = nodes.get(id)?.callFrame
    const above = parents.get(id)
    const own = frame && !placeOf(frame.url).includes('node_modules/') && frame.url.startsWith('file:') ? [`${frame.functionName || '(anonymous)'} ${placeOf(frame.url)}:${frame.lineNumber + 1}`] : []
    const stack = [...new Set([...own, ...(above === undefined ? [] : stackOf(above))])]
    stacks.set(id, stack)
    return stack
  }
  const sums = new Map<string, number>()
  for (const [index, id] of profile.samples.entries()) for (const name of stackOf(id)) sums.set(name, (sums.get(name) ?? 0) + (profile.timeDeltas[index] ?? 0) / 1000)
  return sums
}

function print(title: string, sums: ReadonlyMap<string, number>, most: number): void {
  const busy = [...sums].filter(([name]) => !/^\((idle|program)\)/.test(name))
  const total = busy.reduce((sum, [, ms]) => sum + ms, 0)
  process.stdout.write(`\n${title}: ${Math.round(total)} ms busy\n`)
  for (const [name, ms] of busy.sort((a, b) => b[1] - a[1]).slice(0, most)) process.stdout.write(`${((100 * ms) / total).toFixed(1).padStart(6)} %  ${Math.round(ms).toString().padStart(7)} ms  ${name}\n`)
}

const [, , folder = '.'] = process.argv
for (const name of readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'))) {
  const profile: Profile = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  print(`${name}, by package or file`, sumOf(profile, ({ functionName, url }) => (functionName.startsWith('(') ? functionName : groupOf(placeOf(url)))), 25)
  print(`${name}, functions of ours with all they called`, inclusiveOf(profile), 40)
  print(`${name}, by function`, sumOf(profile, ({ functionName, url, lineNumber }) => (functionName.startsWith('(') ? functionName : `${functionName || '(anonymous)'} ${placeOf(url)}:${lineNumber + 1}`)), 40)
}
