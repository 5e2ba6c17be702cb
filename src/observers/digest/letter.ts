/** Writes the digest of one office from sums. Pure: the same sums give the same letter. */
import type { ProvinceWaits } from '../../dossiers/index.ts'
import type { SourceHealth } from '../../platform/outside/source-health.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Lang, Words } from '../../platform/values/words.ts'
import { digestText } from './text.ts'

export interface Digest {
  readonly office: Words
  /** The morning it is for, and the day it tells of. */
  readonly day: LocalDate
  readonly yesterday: LocalDate
  readonly waits: ProvinceWaits
  readonly sources: readonly Pick<SourceHealth, 'system' | 'state' | 'available24h'>[]
}

/** Vietnamese first; who reads English finds the same below. */
export function writeDigest(digest: Digest): { readonly subject: string; readonly body: string } {
  return { subject: digestText.vi.subject(digest.office.vi, digest.day), body: [...linesOf(digest, 'vi'), '', '———', '', ...linesOf(digest, 'en')].join('\n') }
}

function linesOf({ office, day, yesterday, waits, sources }: Digest, lang: Lang): string[] {
  const t = digestText[lang]
  const kinds: Readonly<Record<string, string>> = t.kinds
  const silent = sources.filter(({ state, available24h }) => state === 'down' || (available24h !== null && available24h < 1))
  return [
    t.subject(office[lang], day), '',
    t.overdue(waits.overdue), t.atRisk(waits.atRisk), '',
    ...(waits.open.length === 0 ? [t.openNone] : [t.openTitle, ...waits.open.map((one) => t.open(`${t.owners[one.owner]}${kinds[one.cause] ? ` (${kinds[one.cause]})` : ''}`, one.dossiers, one.oldestSince, one.oldestCode))]), '',
    ...(waits.past.length === 0 ? [] : [t.pastTitle(yesterday), ...waits.past.map((one) => t.past(t.owners[one.owner], one.dossiers, one.hours)), '']),
    ...(waits.questions.length === 0 ? [] : [t.questionsTitle, ...waits.questions.map((one) => t.question(kinds[one.kind] ?? one.kind, one.dossiers, one.oldestSince)), '']),
    ...(silent.length === 0 ? [t.sourcesNone] : [t.sourcesTitle, ...silent.map((one) => t.source(t.systems[one.system], percentOf(one.available24h, lang), one.state === 'down'))]), '',
    t.foot,
  ]
}

/** Never rounded up to the whole. */
function percentOf(share: number | null, lang: Lang): string {
  if (share === null) return '?'
  const text = (Math.floor(share * 1000) / 10).toFixed(1)
  return `${lang === 'vi' ? text.replace('.', ',') : text} %`
}
