/**
 * A provision is one value that the law sets for a span of days, with where it is written and how sure we are.
 * Everything in the catalogue that a decree could change is one, so that an old dossier reads the old law.
 */
import type { LocalDate } from '../platform/values/dates.ts'

/** A value with its ground: law and article, or the published page it was read from. */
export interface Basis<T> {
  readonly value: T
  /** Law and article, or a published page. */
  readonly source: string
  /** 0 to 1: how sure we are that the value is what the source says and that the source is in force. */
  readonly confidence: number
  /** No source says so: our choice until one does. Pages mark such values. */
  readonly assumed?: true
}

/** A basis for a span of days, both ends included; without `to` it is open-ended. */
export interface Provision<T> extends Basis<T> {
  readonly from: LocalDate
  readonly to?: LocalDate
}

/** Provisions of one subject over time; never overlapping. */
export interface Dated<T> {
  readonly what: string
  readonly rows: readonly Provision<T>[]
}

/** The catalogue holds no value for that day. Never answered by a guess. */
export class NoProvision extends Error {
  readonly what: string
  readonly on: LocalDate

  constructor(what: string, on: LocalDate) {
    super(`The catalogue has no provision for "${what}" on ${on}`)
    this.name = 'NoProvision'
    this.what = what
    this.on = on
  }
}

/** Makes a dated table. Throws at start-up when rows overlap, run backwards or lack a source. */
export function dated<T>(what: string, rows: readonly Provision<T>[]): Dated<T> {
  const sorted = [...rows].sort((a, b) => (a.from < b.from ? -1 : 1))
  for (const [i, row] of sorted.entries()) {
    checkBasis(what, row)
    if (row.to !== undefined && row.to < row.from) throw new Error(`${what}: a provision ends on ${row.to} before it begins on ${row.from}`)
    const next = sorted[i + 1]
    if (next !== undefined && (row.to === undefined || row.to >= next.from)) throw new Error(`${what}: two provisions cover ${next.from}`)
  }
  return { what, rows: sorted }
}

/** Throws when a value lacks its source or its confidence is not between 0 and 1. */
export function checkBasis(what: string, basis: Basis<unknown>): void {
  if (basis.source.trim() === '') throw new Error(`${what}: a value without a source`)
  if (!(basis.confidence >= 0 && basis.confidence <= 1)) throw new Error(`${what}: confidence ${basis.confidence} is not between 0 and 1`)
}

/** The provision in force on a day. @throws NoProvision when no row covers the day */
export function at<T>(table: Dated<T>, on: LocalDate): Provision<T> {
  const row = table.rows.find((r) => r.from <= on && (r.to === undefined || on <= r.to))
  if (row === undefined) throw new NoProvision(table.what, on)
  return row
}

/** Whether any row covers the day, for lists that show only what is known. */
export function covers(table: Dated<unknown>, on: LocalDate): boolean {
  return table.rows.some((r) => r.from <= on && (r.to === undefined || on <= r.to))
}
