/**
 * The driver inside a process under test: notes every boundary it passes and, once it is told to, dies at each one of them for
 * the first time; or the database does, or the other process. Imported first by the entries beside it, never by the service.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { driveBoundaries } from '../../../src/platform/db/boundary.ts'
import { isDeadly } from './deadly.ts'
import { killDatabase, killProcess } from './killing.ts'

const folder = process.env.PROVE_FOLDER ?? ''
const seed = Number(process.env.PROVE_SEED ?? 1)
const name = basename(process.argv[1] ?? '', '.mjs')
const other = name === 'worker' ? 'main' : 'worker'
/** A database that was killed is given time to come back before it is killed again. */
const DATABASE_APART_MS = 12_000

const placesFile = join(folder, `places-${name}`)
const deathsFile = join(folder, 'deaths')
const linesOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [])
const places = new Set(linesOf(placesFile))
const own = () => linesOf(deathsFile).map((line) => line.split('\t')).filter(([process_]) => process_ === name)
const deaths = new Set(own().map(([, place]) => place))

/** A number from 0 to 1 that the seed and the place give: the same run kills the same victims. */
function lot(place: string): number {
  let hash = seed >>> 0
  for (const character of place) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0) / 0x1_0000_0000
}

function victimOf(place: string): 'self' | 'database' | 'other' {
  const drawn = lot(place)
  if (drawn < 0.8) return 'self'
  if (drawn > 0.88) return 'other'
  const last = linesOf(deathsFile).filter((line) => line.includes('\tdatabase\t')).at(-1)?.split('\t')[3] ?? '0'
  return Date.now() - Number(last) > DATABASE_APART_MS ? 'database' : 'self'
}

if (process.env.MODE === 'production') throw new Error('a driven process is for proofs only')
if (folder) {
  writeFileSync(join(folder, `${name}.pid`), String(process.pid))
  driveBoundaries((kind, about) => {
    const place = `${kind} ${about}`
    if (!places.has(place)) {
      places.add(place)
      appendFileSync(placesFile, `${place}\n`)
    }
    if (deaths.has(place) || !isDeadly(place) || !existsSync(join(folder, 'armed'))) return
    deaths.add(place)
    const victim = victimOf(place)
    appendFileSync(deathsFile, `${name}\t${place}\t${victim}\t${Date.now()}\n`)
    if (victim === 'self') process.kill(process.pid, 'SIGKILL')
    else if (victim === 'other') killProcess(join(folder, `${other}.pid`))
    else killDatabase(process.env.DATA_DIR ?? '')
  })
}
