/**
 * Provinces — tỉnh, thành phố: names, codes and mergers by date. An id is the name without diacritics ('bac-ninh');
 * the same id before and after 1 July 2025 may stand for a larger territory.
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import { NoProvision } from '../provision.ts'
import { provinces34 } from './provinces-34.ts'
import { provinces63 } from './provinces-63.ts'

/** A province as it is on one day. */
export interface Province {
  readonly id: string
  readonly name: Words
  /** 'Thành phố Hà Nội', 'Tỉnh Bắc Ninh'. */
  readonly fullName: Words
  /** Two digits, valid only on that day. */
  readonly code2: string
  readonly city: boolean
  /** The online exchange is open here. */
  readonly live: boolean
  readonly mergedFrom: readonly string[]
}

const MERGER: LocalDate = '2025-07-01'
const FIRST: LocalDate = '2004-01-01'

function named(id: string, name: string, code2: string, city: boolean, live: boolean, mergedFrom: readonly string[]): Province {
  return { id, name: { vi: name, en: name }, fullName: { vi: `${city ? 'Thành phố' : 'Tỉnh'} ${name}`, en: city ? `${name} City` : `${name} Province` }, code2, city, live, mergedFrom }
}

/** All provinces on a day, in code order. @throws NoProvision before 2004, when the list was another one */
export function provincesOn(on: LocalDate): readonly Province[] {
  if (on < FIRST) throw new NoProvision('provinces', on)
  if (on < MERGER) return provinces63.map((p) => named(p.id, p.name, p.code2, p.city, p.liveFrom <= on, [p.id]))
  return provinces34.map((p) => named(p.id, p.name, p.code2, p.city, true, p.mergedFrom))
}

/** The province of that id, or of that two-digit code, on a day; undefined when there is none that day. */
export function findProvince(idOrCode: string, on: LocalDate): Province | undefined {
  return provincesOn(on).find((p) => p.id === idOrCode || p.code2 === idOrCode)
}

/** The province of that id or code on a day. @throws NoProvision when it does not exist that day */
export function getProvince(idOrCode: string, on: LocalDate): Province {
  const found = findProvince(idOrCode, on)
  if (found === undefined) throw new NoProvision(`province ${idOrCode}`, on)
  return found
}

/** Provinces whose online exchange is open on a day (A1: roll-out by province). */
export function liveProvinces(on: LocalDate): readonly Province[] {
  return provincesOn(on).filter((p) => p.live)
}
