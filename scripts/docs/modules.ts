/** Which module uses which, from the imports. What everybody may use (platform, catalogue) is left out of the arrows. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const GROUPS = ['capabilities', 'observers', 'web'] as const
const EVERYBODYS = ['platform', 'catalogue', 'web/kit', 'web']
/** What puts the others together. */
const TOP = ['app', 'web']

/** The module of a source file: `dossiers`, `capabilities/payments`, `web/citizen`; a file above them is `app`. */
function moduleOf(path: string): string {
  const [, first = '', second = ''] = path.split('/')
  if (!path.startsWith('src/') || first.includes('.')) return 'app'
  return GROUPS.some((group) => group === first) ? (second.includes('.') ? first : `${first}/${second}`) : first
}

function sourceFiles(root: string): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

function importsOf(root: string, path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(/\bfrom '(\.[^']+)'/g)].map(([, target = '']) => relative(root, join(root, dirname(path), target)).replaceAll('\\', '/'))
}

/** A Mermaid flow chart, one box a module, grouped as the folders are. */
export function drawModules(root: string): string {
  const edges = new Set<string>()
  const modules = new Set<string>()
  for (const path of sourceFiles(root)) {
    const from = moduleOf(path)
    if (path.startsWith('src/web/assets/')) continue
    modules.add(from)
    for (const target of importsOf(root, path)) {
      const to = moduleOf(target)
      if (from !== to && target.startsWith('src/') && !TOP.includes(from) && !EVERYBODYS.includes(to)) edges.add(`  ${idOf(from)} --> ${idOf(to)}`)
    }
  }
  const all = [...modules].filter((name) => name !== 'app').sort()
  const group = (name: string) => [`  subgraph ${name}`, ...all.filter((module) => module.startsWith(`${name}/`)).map((module) => `    ${idOf(module)}[${module.slice(name.length + 1)}]`), '  end']
  return [
    '%% Drawn from the imports below src by `npm run docs`. Everybody may use catalogue, platform and web/kit; app.ts knows everybody.', 'flowchart TD',
    ...group('web'), ...group('observers'), '  dossiers[dossiers]', ...group('capabilities'), '  catalogue[catalogue]', '  platform[platform]',
    ...[...edges].sort(), '  capabilities --> catalogue', '  catalogue --> platform', '',
  ].join('\n')
}

function idOf(module: string): string {
  return module.replace(/^(capabilities|observers|web)\//, '').replaceAll('-', '_')
}
