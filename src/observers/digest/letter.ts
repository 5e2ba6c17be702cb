/** Writes the digest of one office from sums. Pure: the same sums give the same letter. */
import { type Duty, dutyFor, limitWords, ownerWords, partyName, systemWords } from '../../catalogue/index.ts'
import type { DutyKept, Foretold, ProvinceWaits } from '../../dossiers/index.ts'
import type { SourceHealth } from '../../platform/outside/source-health.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import { type Lang, percentOf, sentenceCase, type Words } from '../../platform/values/words.ts'
import { digestText } from './text.ts'

/** A letter names so many dossiers of each kind; of the others it gives the number and where their list is. With all of them no carrier would take it. */
const MOST_NAMED = 150
/** Where the office reads its lists, and the leader theirs. */
const LISTS = '/can-bo/ho-so?xem='
const LEADERS_PAGE = '/lanh-dao'

interface Heading {
  readonly day: LocalDate
  /** The figures are: the letter says so. */
  readonly madeUp: boolean
  /** Where the service is read, for addresses. */
  readonly publicUrl: string
}

export interface Digest extends Heading {
  readonly office: Words
  /** The day that it tells of. */
  readonly yesterday: LocalDate
  readonly waits: ProvinceWaits
  /** Dossiers that came to be at risk or overdue since the morning before. */
  readonly foretold: readonly Foretold[]
  readonly sources: readonly Pick<SourceHealth, 'system' | 'state' | 'available24h'>[]
}

/** Vietnamese first; who reads English finds the same below. */
export function writeDigest(digest: Digest): { readonly subject: string; readonly body: string } {
  return { subject: digestText.vi.subject(digest.office.vi, digest.day), body: [...linesOf(digest, 'vi'), '', '———', '', ...linesOf(digest, 'en')].join('\n') }
}

function linesOf({ office, day, madeUp, publicUrl, yesterday, waits, foretold, sources }: Digest, lang: Lang): string[] {
  const t = digestText[lang]
  const kinds: Readonly<Record<string, string>> = t.kinds
  const silent = sources.filter(({ state, available24h }) => state === 'down' || (available24h !== null && available24h < 1))
  return [
    t.subject(office[lang], day), ...(madeUp ? [t.madeUp] : []), '',
    t.overdue(waits.overdue), t.atRisk(waits.atRisk), t.notPassedOn(waits.notPassedOn), '',
    ...foretoldLines(foretold, listOf(publicUrl), lang),
    ...(waits.open.length === 0 ? [t.openNone] : [t.openTitle, ...waits.open.map((one) => t.open(`${ownerWords[one.owner][lang]}${kinds[one.cause] ? ` (${kinds[one.cause]})` : ''}`, one.dossiers, one.oldestSince, one.oldestCode, one.late))]), '',
    ...(waits.past.length === 0 ? [] : [t.pastTitle(yesterday), ...waits.past.map((one) => t.past(ownerWords[one.owner][lang], one.dossiers, one.hours)), '']),
    ...(waits.questions.length === 0 ? [] : [t.questionsTitle, ...waits.questions.map((one) => t.question(kinds[one.kind] ?? one.kind, one.dossiers, one.oldestSince)), '']),
    ...(silent.length === 0 ? [t.sourcesNone] : [t.sourcesTitle, ...silent.map((one) => t.source(systemWords[one.system][lang], percentOf(one.available24h, lang), one.state === 'down'))]), '',
    t.foot,
  ]
}

const listOf = (publicUrl: string) => (outlook: Foretold['outlook']) => `${publicUrl}${LISTS}${outlook}`

/** How many there are, then dossiers by number, with who is waited for; nothing where none is new. @param list where those stand that are not named */
function foretoldLines(foretold: readonly Foretold[], list: (outlook: Foretold['outlook']) => string, lang: Lang): string[] {
  const t = digestText[lang]
  const kinds: Readonly<Record<string, string>> = t.kinds
  return (['overdue', 'at-risk'] as const).flatMap((outlook) => {
    const those = foretold.filter((one) => one.outlook === outlook)
    if (those.length === 0) return []
    const named = those.slice(0, MOST_NAMED).map((one) => t.foretold(one.code, t.terms[one.term], one.dueOn, `${ownerWords[one.owner][lang]}${kinds[one.cause] ? ` (${kinds[one.cause]})` : ''}`, one.held))
    return [t.foretoldTitle[outlook](those.length), ...named, ...(those.length > named.length ? [t.foretoldMore(those.length - named.length, list(outlook))] : []), '']
  })
}

export interface SupervisorDigest extends Heading {
  readonly name: Words
  readonly foretold: readonly Foretold[]
}

/** To whoever supervises: each dossier once when it comes to be at risk, and once when it is late. */
export function writeSupervisorDigest({ name, day, madeUp, publicUrl, foretold }: SupervisorDigest): { readonly subject: string; readonly body: string } {
  const lines = (lang: Lang) => [digestText[lang].supervisor.subject(name[lang], day), ...(madeUp ? [digestText[lang].madeUp] : []), '', ...foretoldLines(foretold, listOf(publicUrl), lang), digestText[lang].supervisor.foot]
  return { subject: digestText.vi.supervisor.subject(name.vi, day), body: [...lines('vi'), '', '———', '', ...lines('en')].join('\n') }
}

export interface LeaderDigest extends Heading {
  readonly province: string
  readonly name: Words
  readonly duties: readonly Duty[]
  readonly open: ProvinceWaits['open']
  /** Dossiers that became overdue since the morning before. */
  readonly overdue: readonly Foretold[]
  /** How each duty was kept this month, and the month's name as 'YYYY-MM'. */
  readonly kept: readonly DutyKept[]
  /** The year whose working calendar lacks, so that nobody can tell what was late; null when none does. */
  readonly missingYear: string | null
  readonly month: string
}

/** To the provincial leader: which party is past the time it agreed to, and how the month stands. */
export function writeLeaderDigest(digest: LeaderDigest): { readonly subject: string; readonly body: string } {
  return { subject: digestText.vi.leader.subject(digest.name.vi, digest.day), body: [...leaderLines(digest, 'vi'), '', '———', '', ...leaderLines(digest, 'en')].join('\n') }
}

function leaderLines({ province, name, day, madeUp, publicUrl, duties, open, overdue, kept, missingYear, month }: LeaderDigest, lang: Lang): string[] {
  const t = digestText[lang].leader
  const who = (duty: Duty) => `${sentenceCase(partyName(duty.party, province, day)[lang])}, ${duty.task[lang]}`
  const past = open.flatMap((one) => {
    const duty = dutyFor(duties, one.owner, one.cause)
    return duty && one.late > 0 ? [t.past(who(duty), one.late, one.dossiers, limitWords(duty.limit.value)[lang], one.oldestSince, one.oldestCode)] : []
  })
  const late = kept.flatMap((one) => {
    const duty = duties.find(({ id }) => id === one.duty)
    return duty && one.late > 0 ? [t.late(who(duty), one.late, one.settled, percentOf(one.late / one.settled, lang))] : []
  })
  // What cannot be judged is not praised.
  const none = (words: string) => (missingYear === null ? [words, ''] : [])
  return [
    t.subject(name[lang], day), ...(madeUp ? [digestText[lang].madeUp] : []), '', ...(missingYear === null ? [] : [t.cannotJudge(missingYear), '']), ...foretoldLines(overdue, () => `${publicUrl}${LEADERS_PAGE}`, lang),
    ...(past.length === 0 ? none(t.pastNone) : [t.pastTitle, ...past, '']), ...(late.length === 0 ? none(t.lateNone(month)) : [t.lateTitle(month), ...late, '']), t.foot,
  ]
}
