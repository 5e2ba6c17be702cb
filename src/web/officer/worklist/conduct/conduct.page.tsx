/** Alarms about what staff read, for whoever supervises or inspects in their province: who, how much, and an answer that stays. */
import { conductReasons, isWithinHours, readingLimits, roles } from '../../../../catalogue/index.ts'
import { type Conduct, LEAST_ANSWER, MOST_ANSWER } from '../../../../dossiers/index.ts'
import type { StaffAlarm } from '../../../../platform/outside/alarms.ts'
import { formatDate, localDateAt, localTimeAt } from '../../../../platform/values/dates.ts'
import { groupThousands } from '../../../../platform/values/money.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { Button, Card, Columns, DateTime, ErrorSummary, Form, Heading, NotificationBanner, NoWrap, Pagination, Scroll, Select, SortableTable, SummaryList, Table, Textarea, Vietnamese } from '../../../kit/index.ts'
import { StaffLayout } from '../../../layout.tsx'
import { paths } from '../../../paths.ts'
import type { StaffVisit, Web } from '../../../request.ts'
import { Sub } from '../../parts.tsx'
import type { ConductView } from './conduct.view.ts'
import { placeText } from './place.ts'
import { type ConductRefusal, conductText } from './text.ts'

export type AnswerField = 'ly-do' | 'loi'

/** What a press came to. */
export interface ConductSaid {
  /** The alarm that the address says was answered. */
  readonly answered?: string | undefined
  readonly refused?: ConductRefusal
  /** The form of one alarm as it was sent, with what is wrong with it. */
  readonly form?: { readonly id: string; readonly typed: Readonly<Record<AnswerField, string>>; readonly errors: readonly { readonly field: AnswerField; readonly text: string }[] }
}

type Part = { readonly view: ConductView; readonly visit: StaffVisit }

export function conductPage(web: Web, visit: StaffVisit, view: ConductView, said: ConductSaid = {}) {
  const t = conductText[visit.lang]
  const errors = said.form?.errors.map(({ field, text }) => ({ text, href: `#${fieldId(field, said.form?.id ?? '')}` })) ?? []
  // Said of an answer of this visitor that is there: an address alone can claim anything.
  const isDone = view.answered.some(({ id, answer }) => id === said.answered && answer?.by === visit.session.staff.id)
  return (
    <StaffLayout web={web} visit={visit} today={view.today} current="conduct" toSign={view.toSign} title={t.title} hasError={errors.length > 0 || said.refused !== undefined}>
      {errors.length > 0 && <ErrorSummary errorList={errors} />}
      {said.refused && <NotificationBanner role="alert" titleText={t.notDone} text={t.refusals[said.refused]} />}
      {isDone && <NotificationBanner type="success" text={t.done} />}
      <Heading>{t.title}</Heading>
      <p class="govuk-body">{t.lead}</p>
      <h2 class="govuk-heading-m">{t.openTitle}</h2>
      {view.open.length === 0 ? <p class="govuk-body">{t.openNone}</p> : view.open.map((alarm) => (
        <Columns aside={<Answer alarm={alarm} view={view} visit={visit} form={said.form?.id === alarm.id ? said.form : undefined} />}><Open alarm={alarm} view={view} visit={visit} /></Columns>
      ))}
      <h2 class="govuk-heading-m" id="da-tra-loi">{t.closedTitle}</h2>
      <Answered view={view} visit={visit} />
    </StaffLayout>
  )
}

const fieldId = (field: AnswerField, alarmId: string) => `${field}-${alarmId}`

function nameOf(id: string, { view, visit }: Part): string {
  return view.staff.get(id)?.fullName ?? conductText[visit.lang].formerStaff
}

/** How many, as it was counted when the alarm was raised; of one from before that was noted the limit alone. */
function countOf({ kind, details }: StaffAlarm, lang: Lang): string {
  const t = conductText[lang]
  const { read, limit = '' } = details
  const n = read === undefined ? t.overLimit(groupThousands(Number(limit))) : groupThousands(Number(read))
  return kind === 'bulk-listing' ? t.counts['bulk-listing'](n) : t.counts['bulk-reading'](n)
}

function kindOf({ kind }: StaffAlarm, lang: Lang): string {
  const known: Readonly<Record<string, string>> = conductText[lang].kinds
  return known[kind] ?? kind
}

function Open({ alarm, ...part }: Part & { readonly alarm: Conduct }) {
  const { lang } = part.visit
  const t = conductText[lang]
  const { raisedAt, from, figures } = alarm
  const member = part.view.staff.get(alarm.subjectId)
  const [day, opened] = [localDateAt(raisedAt), figures.opened.reduce((sum, n) => sum + n, 0)]
  const hours = isWithinHours(day, localTimeAt(raisedAt)) ? t.within(readingLimits.from, readingLimits.to) : t.outside
  return (
    <Card title={nameOf(alarm.subjectId, part)} headingLevel={3} beside={member && <span>{roles[member.role].words[lang]}</span>}>
      <p class="govuk-body"><strong>{kindOf(alarm, lang)}</strong></p>
      <SummaryList
        rows={[
          { key: t.facts.what, value: countOf(alarm, lang) },
          { key: t.facts.hour, value: <><NoWrap>{localTimeAt(from)}–{localTimeAt(raisedAt)}</NoWrap>, <NoWrap>{formatDate(day)}</NoWrap></> },
          { key: t.facts.limit, value: <>{t.limit(groupThousands(Number(alarm.details['limit'] ?? 0)))}, {hours} <Sub><Vietnamese>{readingLimits.source.document}</Vietnamese> ({readingLimits.source.note})</Sub></> },
          { key: t.facts.since, value: <DateTime at={raisedAt} /> },
          ...(opened > 0 ? [{ key: t.facts.handled, value: t.handled(groupThousands(figures.handled), groupThousands(opened)) }] : []),
        ]}
      />
      <h4 class="govuk-heading-s">{t.figures}</h4>
      <Scroll label={t.figuresOf(nameOf(alarm.subjectId, part), localTimeAt(from))}>
        <Table
          caption={t.figures} captionClasses="govuk-visually-hidden" firstCellIsHeader
          head={[t.dossiers, ...figures.opened.map((_, index) => ({ text: localTimeAt(new Date(from.getTime() + index * 600_000)), format: 'numeric' })), { text: t.sum, format: 'numeric' }]}
          rows={[rowOf(t.opened, figures.opened), rowOf(t.listed, figures.listed)]}
        />
      </Scroll>
      <p class="govuk-hint">{t.kept}</p>
    </Card>
  )
}

function rowOf(name: string, parts: readonly number[]) {
  return [name, ...[...parts, parts.reduce((sum, n) => sum + n, 0)].map((n) => ({ text: groupThousands(n), format: 'numeric' }))]
}

function Answer({ alarm, form, ...part }: Part & { readonly alarm: Conduct & { readonly isOwn: boolean }; readonly form: ConductSaid['form'] }) {
  const { visit } = part
  const t = conductText[visit.lang]
  if (alarm.isOwn) return <Card title={t.answer} headingLevel={3}><p class="govuk-body">{t.aboutYou}</p></Card>
  const errorOf = (field: AnswerField) => form?.errors.find((one) => one.field === field)?.text
  return (
    <Card title={t.answer} headingLevel={3}>
      <Form action={paths.conductAnswer(alarm.id)} csrf={visit.csrf}>
        <Select id={fieldId('ly-do', alarm.id)} name="ly-do" label={{ text: t.reason }} value={form?.typed['ly-do'] ?? ''} errorMessage={errorOf('ly-do')} items={[{ value: '', text: t.choose }, ...conductReasons.map((reason) => ({ value: reason, text: t.reasons[reason] }))]} />
        <Textarea id={fieldId('loi', alarm.id)} name="loi" rows={4} label={{ text: t.words }} hint={t.wordsHint(MOST_ANSWER)} value={form?.typed.loi ?? ''} errorMessage={errorOf('loi')} attributes={{ maxlength: MOST_ANSWER, lang: 'vi' }} />
        <Button preventDoubleClick>{t.send}<span class="govuk-visually-hidden">{t.sendOf(nameOf(alarm.subjectId, part))}</span></Button>
      </Form>
    </Card>
  )
}

/** What is wrong with an answer as it was typed, for its form. */
export function errorsIn(typed: Readonly<Record<AnswerField, string>>, isReason: boolean, lang: Lang): NonNullable<ConductSaid['form']>['errors'] {
  const { errors } = conductText[lang]
  const length = [...typed.loi].length
  return [
    ...(isReason ? [] : [{ field: 'ly-do' as const, text: errors.reason }]),
    ...(length < LEAST_ANSWER ? [{ field: 'loi' as const, text: errors.wordsMissing(LEAST_ANSWER) }] : length > MOST_ANSWER ? [{ field: 'loi' as const, text: errors.wordsLong(MOST_ANSWER) }] : []),
  ]
}

function Answered({ view, visit }: Part) {
  const t = conductText[visit.lang]
  const reasons: Readonly<Record<string, string>> = t.reasons
  return (
    <>
      <SortableTable
        caption={t.closedTitle}
        columns={(['who', 'what', 'raised', 'answer', 'by'] as const).map((key) => ({ key, text: t.columns[key] }))}
        rows={view.answered.map((alarm) => ({
          cells: {
            who: <div class="tt-name">{nameOf(alarm.subjectId, { view, visit })}</div>, what: <>{kindOf(alarm, visit.lang)}<Sub>{countOf(alarm, visit.lang)}</Sub></>, raised: <DateTime at={alarm.raisedAt} />,
            answer: alarm.answer && <><strong>{reasons[alarm.answer.reason] ?? alarm.answer.reason}</strong><br /><Vietnamese>{alarm.answer.words}</Vietnamese></>,
            by: alarm.answer && <>{nameOf(alarm.answer.by, { view, visit })}<Sub><DateTime at={alarm.answer.at} /></Sub></>,
          },
        }))}
        empty={t.closedNone}
      />
      {(view.isLater || view.next) && (
        <Pagination
          previous={view.isLater ? { href: `${paths.conduct()}#da-tra-loi`, text: t.first } : undefined}
          next={view.next && { href: `${paths.conduct(placeText(view.next))}#da-tra-loi`, text: t.next }}
        />
      )}
    </>
  )
}
