/** The table itself, apart from the watch on it, so that whoever only reads it needs no server. */
import { citizenDoors } from './citizen.ts'
import type { Door, Doors } from './door.ts'
import { everybodysDoors } from './everybody.ts'
import { machineDoors } from './machine.ts'
import { officerDoors } from './officer.ts'
import { administratorDoors, clinicDoors, counterDoors, leaderDoors, postDoors } from './places.ts'

const files: Readonly<Record<string, Doors>> = {
  Officers: officerDoors, Counters: counterDoors, Clinics: clinicDoors, 'The post': postDoors, 'Provincial leaders': leaderDoors, Administrators: administratorDoors,
  Citizens: citizenDoors, Machines: machineDoors, Everybody: everybodysDoors,
}

/** One line of the table. */
export interface Line extends Door {
  readonly method: string
  readonly url: string
  readonly audience: string
}

/** The whole table, in the order in which it is written. */
export const doors: readonly Line[] = Object.entries(files).flatMap(([audience, rows]) => Object.entries(rows).map(([key, door]) => {
  const [method = '', url = ''] = key.split(' ')
  return { ...door, method, url, audience }
}))

const byKey = new Map(doors.map((line) => [`${line.method} ${line.url}`, line]))

/** The line of an address; a HEAD is answered like its GET. */
export function doorOf(method: string, url: string | undefined): Line | undefined {
  return byKey.get(`${method} ${url}`) ?? (method === 'HEAD' ? byKey.get(`GET ${url}`) : undefined)
}

/**
 * Whether an address of ours can be opened: the table has a GET for its pattern. Where an address fits several patterns the one
 * with its own words counts before one with a name in that place, as the server reads them.
 * @param address without host, with or without a query
 */
export function isPage(address: string): boolean {
  const parts = (address.split(/[?#]/)[0] ?? '').split('/')
  const fits = doors.filter(({ url }) => {
    const own = url.split('/')
    return own.length === parts.length && own.every((part, i) => part === parts[i] || (part.startsWith(':') && parts[i] !== ''))
  })
  const named = ({ url }: Line) => url.split('/').map((part) => (part.startsWith(':') ? '1' : '0')).join('')
  const nearest = fits.map(named).sort()[0]
  return fits.some((line) => named(line) === nearest && line.method === 'GET')
}
