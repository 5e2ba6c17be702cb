/**
 * Takes the pictures of the guides anew: runs the browser tests that keep their screens, cuts the screens to size and writes
 * them to src/web/assets/guides.
 *   npm run pictures           runs the tests, then cuts
 *   npm run pictures -- --cut  cuts the screens that an earlier run kept in .data/screens
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { cuts, pictures } from '../../src/web/public/guides/pictures.ts'

const root = resolve(import.meta.dirname, '..', '..')
const screens = join(root, '.data', 'screens')
const folder = join(root, 'src', 'web', 'assets', 'guides')

if (!process.argv.includes('--cut')) {
  // A screen of an earlier run would hide that no test takes it any more.
  rmSync(screens, { recursive: true, force: true })
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'browser'], { cwd: root, stdio: 'inherit', env: { ...process.env, SCREENS: '1' } })
  if (status !== 0) process.exit(status ?? 1)
}

mkdirSync(folder, { recursive: true })
const missing = []
for (const [name, { of, cut, top }] of Object.entries(pictures)) {
  const { screen, height, width, shown } = cuts[cut]
  const from = join(screens, `${of}-${screen}.png`)
  if (!existsSync(from)) {
    missing.push(from)
    continue
  }
  const { width: whole = screen, height: tall = height } = await sharp(from).metadata()
  const begin = Math.max(0, Math.min(top, tall - height))
  // A short page is filled up with its own paper.
  const piece = await sharp(from).extract({ left: 0, top: begin, width: Math.min(screen, whole), height: Math.min(height, tall - begin) }).toBuffer()
  await sharp(piece).resize({ width: screen, height, fit: 'contain', position: 'top', background: '#fbf8f3' }).resize({ width, height: shown, fit: 'fill' }).webp({ quality: 72, effort: 6 }).toFile(join(folder, `${name}.webp`))
}
for (const name of readdirSync(folder)) if (!Object.hasOwn(pictures, name.replace(/\.webp$/, ''))) rmSync(join(folder, name))
if (missing.length > 0) {
  process.stderr.write(`no browser test kept these screens:\n${missing.join('\n')}\n`)
  process.exit(1)
}
process.stdout.write(`${Object.keys(pictures).length} pictures in ${folder}\n`)
