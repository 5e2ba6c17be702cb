/** How the dates of a dossier were counted, day by day, with what they rest on (C2, R9, TIM3): one body for the page of its person and for that of the office. */
import { type DueDate, noticeBeginsOn, ownerWords, supplementLimitOn, unansweredRuleOn } from '../catalogue/index.ts'
import type { Dossier, EventRow, HowCounted, Interval, TermCounted } from '../dossiers/index.ts'
import { addDays, formatDate, formatInstant, isLocalDate, type LocalDate, localDateAt, weekday } from '../platform/values/dates.ts'
import { type Lang, sentenceCase } from '../platform/values/words.ts'
import { Big, Card, Columns, DateOnly, DateTime, Details, InsetText, Table, Tag, type Tone, Vietnamese } from './kit/index.ts'
import { countedText } from './text.ts'

interface Props {
  readonly dossier: Dossier
  readonly how: HowCounted
  readonly lang: Lang
}

/** @param isWide on the screens of an office the ledger and the rules stand beside the days, and those of every term stand open */
export function HowCountedBody({ dossier, how, lang, isWide = false }: Props & { readonly isWide?: boolean }) {
  const t = countedText[lang]
  const days = (
    <>
      {how.terms.map((term, nth) => <Term term={term} how={how} lang={lang} closedAt={dossier.closedAt} isOpen={isWide || nth === 0} />)}
      {!dossier.acceptedAt && (
        <Card title={t.terms.decision}>
          {how.terms.length === 0 && <p class="govuk-body">{noTerm(dossier, lang)}</p>}
          {!dossier.closedAt && <p class="govuk-body">{t.notAccepted}</p>}
        </Card>
      )}
    </>
  )
  const grounds = (
    <>
      <Ledger dossier={dossier} how={how} lang={lang} />
      <Card title={t.moves}>
        {how.moves.length === 0 ? <p class="govuk-body">{t.movesNone}</p> : <ul class="govuk-list govuk-list--spaced">{how.moves.map((event) => <li><Move event={event} lang={lang} /></li>)}</ul>}
      </Card>
      <Rules dossier={dossier} how={how} lang={lang} />
    </>
  )
  return (
    <>
      <p class="govuk-body">{t.rule}</p>
      <Foreseen how={how} lang={lang} />
      {isWide ? <Columns aside={grounds}>{days}</Columns> : <>{days}{grounds}</>}
    </>
  )
}

const tones = { 'in-time': 'done', 'at-risk': 'waiting', overdue: 'stopped', 'stands-still': 'quiet', 'cannot-judge': 'quiet' } as const satisfies Readonly<Record<string, Tone>>

/** Whether it will be in time, and what is known of it; while the clock stands, the date that today would give. */
function Foreseen({ how: { judgement, ifAnsweredNow }, lang }: Omit<Props, 'dossier'>) {
  const t = countedText[lang]
  if (ifAnsweredNow) return <InsetText><strong>{t.stands}.</strong> {t.standsBody(formatInstant(ifAnsweredNow))}</InsetText>
  if (!judgement) return null
  return (
    <p class="govuk-body">
      <Tag tone={tones[judgement.outlook]}>{t.outlook[judgement.outlook]}{judgement.because ? `, ${t.because[judgement.because]}` : ''}</Tag>
      {judgement.usuallyBy && judgement.samples ? <> {t.usually(formatDate(judgement.usuallyBy), judgement.samples)}</> : null}
    </p>
  )
}

/** @param isOpen whether the days stand open; folded they are one press away */
function Term({ term, how, lang, closedAt, isOpen }: { readonly term: TermCounted; readonly closedAt: Date | null; readonly isOpen: boolean } & Omit<Props, 'dossier'>) {
  const t = countedText[lang]
  const { counted } = term
  const dueOn = localDateAt(term.dueAt)
  const days = counted && (
    <Table
      caption={t.caption} captionClasses="govuk-visually-hidden" classes="tt-counted" head={[t.day, t.what]} firstCellIsHeader
      rows={stretches(counted, lang).map(({ from, to, what }) => [<><Day on={from} lang={lang} />{to !== from && <> –<br /><Day on={to} lang={lang} /></>}</>, what])}
    />
  )
  return (
    <Card title={t.terms[term.kind]}>
      <Big><DateOnly on={dueOn} /></Big>
      <p class="govuk-body"><strong>{term.kind === 'supplement' ? t.dueWholeDay(formatDate(dueOn)) : t.due(formatInstant(term.dueAt))}</strong> {keptWords(term, how.now, closedAt, lang)}</p>
      <p class="govuk-body">{t.began[term.kind](formatInstant(term.beganAt))} {counted && <>{t.startsAfter(formatDate(counted.startOn))} {t.length(counted.days.value)}</>}</p>
      {counted && counted.dueOn !== dueOn && <p class="govuk-body">{t.asTold(formatDate(dueOn))}</p>}
      {!days && <p class="govuk-body">{t.none}</p>}
      {days && (isOpen ? days : <Details summaryText={t.caption}>{days}</Details>)}
    </Card>
  )
}

function Day({ on, lang }: { readonly on: LocalDate; readonly lang: Lang }) {
  return <>{countedText[lang].weekdays[weekday(on) - 1]}, <DateOnly on={on} /></>
}

interface Stretch {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly what: string
}

/** Every day of a term in order, those together that are left out one after another for the same reason. */
function stretches({ counted, skipped }: DueDate, lang: Lang): readonly Stretch[] {
  const t = countedText[lang]
  const out = skipped.map(({ date, why }) => ({ date, what: why === 'weekend' ? t.weekend : why === 'stands-still' ? t.standsStill : t.off(why.decreeNo ? `${why.name} (${why.decreeNo})` : why.name) }))
  const days = [...counted.map((date, index) => ({ date, what: t.counts(index + 1) })), ...out].sort((a, b) => (a.date < b.date ? -1 : 1))
  const told: Stretch[] = []
  for (const { date, what } of days) {
    const last = told.at(-1)
    if (last?.what === what && addDays(last.to, 1) === date) told[told.length - 1] = { ...last, to: date }
    else told.push({ from: date, to: date, what })
  }
  return told
}

/** What became of a term; one that was still running when the dossier ended is neither kept nor missed. */
function keptWords({ kind, keptAt, dueAt }: TermCounted, now: Date, closedAt: Date | null, lang: Lang): string {
  const t = countedText[lang]
  if (keptAt) return keptAt <= dueAt ? t.kept(formatInstant(keptAt)) : t.keptLate(formatInstant(keptAt))
  const until = closedAt ?? now
  // The whole last day of a supplement is the citizen's.
  if (kind === 'supplement' ? localDateAt(until) > localDateAt(dueAt) : until > dueAt) return t.passed
  return closedAt ? t.endedBefore(formatInstant(closedAt)) : ''
}

/** Why no term has begun: the clock of the first one waits for a whole filing, not only for a calendar. */
function noTerm(dossier: Dossier, lang: Lang): string {
  const t = countedText[lang]
  if (dossier.closedAt) return t.noneRan
  return dossier.turnCause === 'to-accept' ? t.none : t.notWhole
}

/** The time ledger: every stretch from filing to the end, with what the clock did. */
function Ledger({ dossier, how, lang }: Props) {
  const t = countedText[lang]
  const causes: Readonly<Record<string, string>> = t.causes
  const begun = (one: Interval) => dossier.acceptedAt !== null && (one.toAt ?? how.now) > dossier.acceptedAt
  return (
    <Card title={t.ledger}>
      <ol class="govuk-list govuk-list--spaced">
        {how.intervals.map((one) => (
          <li>
            <strong>{sentenceCase(ownerWords[one.owner][lang])}: {causes[one.cause] ?? one.cause}</strong> {begun(one) && <Tag tone={one.pauses ? 'quiet' : 'waiting'}>{one.pauses ? t.paused : t.runs}</Tag>}<br />
            {sentenceCase(t.since)} <DateTime at={one.fromAt} /> {t.until} {one.toAt ? <DateTime at={one.toAt} /> : t.now}{one.workingDays === null ? '' : `, ${t.days(one.workingDays)}`}<br />
            <span class="govuk-hint">{begun(one) ? one.rule.words[lang] : sentenceCase(t.before)}.</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** Which of the dates an event moved; undefined for the one that everything else is about. */
const movedTerm: Readonly<Record<string, TermCounted['kind']>> = { 'move-notice': 'notice', 'notice-counted': 'notice', 'move-transfer': 'transfer', 'move-supplement': 'supplement', 'supplement-counted': 'supplement', apologise: 'again' }

function Move({ event, lang }: { readonly event: EventRow; readonly lang: Lang }) {
  const t = countedText[lang]
  const text = (key: string) => (typeof event.details[key] === 'string' ? String(event.details[key]) : '')
  const day = (key: string) => (isLocalDate(text(key)) ? formatDate(text(key)) : text(key))
  const moved = !text('dueOn') ? t.countedOn(day('newDueOn')) : text('newDueOn') ? t.moved(day('dueOn'), day('newDueOn')) : t.uncountedMove(day('dueOn'))
  return (
    <>
      {t.terms[movedTerm[event.kind] ?? 'decision']}: <strong>{moved}</strong>, <DateTime at={event.at} />. {whyOf(event, text, day, lang)}
      {text('newTransferDueOn') && ` ${t.terms.transfer}: ${t.moved(day('transferDueOn'), day('newTransferDueOn'))}.`}
    </>
  )
}

/** What stood still, which day of the calendar changed, or both. */
function whyOf(event: EventRow, text: (key: string) => string, day: (key: string) => string, lang: Lang): string {
  const { why } = countedText[lang]
  const own = event.kind === 'resume-clock' || event.kind === 'apologise' ? why[event.kind] : ''
  return [own, calendarWhy(text, day, lang)].filter((one) => one !== '').join(' ')
}

function calendarWhy(text: (key: string) => string, day: (key: string) => string, lang: Lang): string {
  const { why } = countedText[lang]
  const [on, decree, isMakeUp] = [day('day'), text('decreeNo'), text('kind') === 'make-up']
  switch (text('change')) {
    case 'confirmed':
      return isMakeUp ? why.makeUp(on, decree) : why.dayOff(on, decree)
    case 'withdrawn':
      return isMakeUp ? why.noMakeUp(on, decree) : why.noDayOff(on, decree)
    case 'year-opened':
      return why['year-opened'](text('day').slice(0, 4), decree)
    default:
      return ''
  }
}

/** Each rule that was used, once, with its source and how sure it is. */
function Rules({ dossier, how, lang }: Props) {
  const t = countedText[lang]
  const limit = supplementLimitOn(localDateAt(dossier.filedAt))
  const notice = noticeBeginsOn(localDateAt(dossier.filedAt))
  const unanswered = unansweredRuleOn(localDateAt(dossier.filedAt))
  const rows = [
    ...how.terms.flatMap(({ kind, counted }) => (counted ? [{ words: `${t.termRule[kind]}: ${t.days(counted.days.value)}`, ...counted.days }] : [])),
    ...(how.terms.some(({ kind }) => kind === 'notice') ? [{ ...notice, words: notice.value[lang] }] : []),
    ...(how.terms.some(({ kind }) => kind === 'supplement') ? [{ ...unanswered, words: unanswered.value[lang] }] : []),
    ...how.intervals.map(({ rule }) => ({ ...rule, words: rule.words[lang] })),
    { ...limit, words: t.limit(limit.value) },
  ]
  const once = rows.filter((row, index) => rows.findIndex((other) => other.words === row.words) === index)
  return (
    <Card title={t.rules}>
      <Details summaryText={t.rulesFold(once.length)}>
        <ul class="govuk-list govuk-list--spaced">
          {once.map((row) => <li>{row.words}.<br /><span class="govuk-hint">{t.source}: <Vietnamese>{row.source}</Vietnamese> ({t.sure(Math.round(100 * row.confidence))}{row.assumed ? `, ${t.assumed}` : ''})</span></li>)}
        </ul>
      </Details>
    </Card>
  )
}
