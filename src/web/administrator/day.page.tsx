/** One day of the calendar: who stands for it, what deciding would move, and what became of the dossiers. */
import { findProvince } from '../../catalogue/index.ts'
import type { Preview } from '../../dossiers/index.ts'
import { formatDate } from '../../platform/values/dates.ts'
import type { Lang } from '../../platform/values/words.ts'
import { BackLink, Button, Card, Code, Columns, DateOnly, Form, Heading, Input, InsetText, NotificationBanner, SortableTable, SummaryList, Tag, Vietnamese } from '../kit/index.ts'
import { paths } from '../paths.ts'
import type { StaffVisit, Web } from '../request.ts'
import { AdministratorLayout } from './layout.tsx'
import { calendarText } from './text.ts'
import type { DayView } from './view.ts'
import { dayOf, standOf } from './year.page.tsx'

export interface DaySaid {
  readonly done?: 'confirmed' | 'dropped' | 'leaving' | 'gone'
  readonly refused?: string
}

interface Shown {
  readonly web: Web
  readonly visit: StaffVisit
  readonly view: DayView
  readonly said: DaySaid
}

export function DayPage(shown: Shown) {
  const { web, visit, view, said } = shown
  const { lang } = visit
  const t = calendarText[lang]
  const { entry } = view
  const { word, tone } = standOf(entry)
  const nameOf = (id: string | null) => (id === null ? '' : (view.names.get(id) ?? (id.startsWith('founding-') ? t.founding : t.former)))
  const provinceName = entry.province === null ? t.country : (findProvince(entry.province, view.today)?.name[lang] ?? entry.province)
  const back = paths.calendar({ nam: entry.date.slice(0, 4), tinh: entry.province ?? visit.session.staff.provinceCode })
  return (
    <AdministratorLayout web={web} visit={visit} today={view.today} title={dayOf(entry.date, lang)} before={<BackLink href={back}>{t.back}</BackLink>} hasError={said.refused !== undefined}>
      {said.done && <NotificationBanner type="success" text={t[said.done]} />}
      {said.refused && <NotificationBanner role="alert" titleText={t.notDone} text={said.refused} />}
      <Heading beside={<Tag tone={tone}>{t.states[word]}</Tag>}>{dayOf(entry.date, lang)}</Heading>
      <p class="govuk-body"><Vietnamese>{entry.name}</Vietnamese></p>
      <Columns aside={<Decide {...shown} />}>
        <SummaryList rows={[
          { key: t.kind, value: t.kinds[entry.kind] }, { key: t.where, value: provinceName }, { key: t.decree, value: entry.decreeNo ?? t.noDecree }, entry.source !== entry.decreeNo && { key: t.source, value: <Vietnamese>{entry.source}</Vietnamese> },
          { key: t.columns.sure, value: t.sure(entry.confidence) }, { key: t.enteredBy, value: nameOf(entry.enteredBy) },
          entry.confirmedBy !== null && { key: t.confirmedBy, value: nameOf(entry.confirmedBy) },
          entry.withdrawalBy !== null && { key: t.withdrawalDecree, value: entry.withdrawalDecreeNo ?? '' }, entry.withdrawalBy !== null && { key: t.withdrawalBy, value: nameOf(entry.withdrawalBy) },
          entry.withdrawnBy !== null && { key: t.withdrawnBy, value: nameOf(entry.withdrawnBy) },
        ]} />
        {view.preview && <Effect title={entry.confirmedBy === null ? t.preview : t.previewLeave} preview={view.preview} view={view} lang={lang} />}
        {view.recounts.length > 0 && (
          <Card title={t.carried}>
            {view.recounts.map((one) => <p class="govuk-body"><strong>{t.changes[one.change]}</strong>: {one.finishedAt === null ? t.carrying : t.carriedLine(one.seen, one.moved)}{one.uncounted > 0 && ` ${t.uncounted(one.uncounted)}.`}</p>)}
          </Card>
        )}
      </Columns>
    </AdministratorLayout>
  )
}

function Effect({ title, preview, view, lang }: { readonly title: string; readonly preview: Preview; readonly view: DayView; readonly lang: Lang }) {
  const t = calendarText[lang]
  const { later, earlier, overdue, uncounted, short, rows } = preview
  const lines = [
    later > 0 && t.later(later), earlier > 0 && t.earlier(earlier), overdue > 0 && t.overdue(overdue), uncounted > 0 && t.uncounted(uncounted),
    ...(['notice', 'transfer', 'supplement-wait'] as const).map((term) => short[term] > 0 && t.short[term](short[term])),
  ].filter((line) => line !== false)
  return (
    <Card title={title}>
      {lines.length === 0 ? <p class="govuk-body">{t.nothingMoves}</p> : <ul class="govuk-list govuk-list--bullet">{lines.map((line) => <li>{line}</li>)}</ul>}
      {rows.length > 0 && <p class="govuk-body-s">{t.firstOnes(rows.length)}</p>}
      {rows.length > 0 && (
        <SortableTable
          caption={title} columns={(['code', 'where', 'from', 'to'] as const).map((key) => ({ key, text: t.previewColumns[key] }))}
          rows={rows.map((row) => ({
            cells: { code: <Code>{row.code}</Code>, where: findProvince(row.province, view.today)?.name[lang] ?? row.province, from: <DateOnly on={row.from} />, to: row.to === null ? t.notYet : <strong>{formatDate(row.to)}</strong> },
          }))}
        />
      )}
    </Card>
  )
}

/** What this administrator may do about the day now. */
function Decide({ visit, view }: Shown) {
  const t = calendarText[visit.lang]
  const { entry } = view
  const { staff } = visit.session
  const act = (name: 'xac-nhan' | 'bo' | 'xac-nhan-bo') => paths.calendarDayAct(entry.id, name)
  if (entry.withdrawnBy !== null) return <InsetText>{t.states.gone}</InsetText>
  if (entry.province !== null && entry.province !== staff.provinceCode) return <InsetText>{t.otherProvince}</InsetText>
  if (entry.confirmedBy === null) {
    return (
      <Card title={t.states.proposed}>
        {!view.isLoaded && <p class="govuk-body">{t.waitsForYear(entry.date.slice(0, 4))}</p>}
        {view.isLoaded && entry.enteredBy === staff.id && <p class="govuk-body">{t.yourOwn}</p>}
        {view.isLoaded && entry.enteredBy !== staff.id && <Form action={act('xac-nhan')} csrf={visit.csrf}><Button preventDoubleClick>{t.confirm}</Button></Form>}
        <Form action={act('bo')} csrf={visit.csrf}><Button look="secondary" preventDoubleClick>{t.drop}</Button></Form>
      </Card>
    )
  }
  if (entry.withdrawalBy !== null) {
    return (
      <Card title={t.states.leaving}>
        {entry.withdrawalBy === staff.id ? <p class="govuk-body">{t.yourOwnLeaving}</p> : <Form action={act('xac-nhan-bo')} csrf={visit.csrf}><Button look="warning" preventDoubleClick>{t.confirmLeave}</Button></Form>}
      </Card>
    )
  }
  return (
    <Card title={t.leave}>
      <p class="govuk-body">{t.leaveLead}</p>
      <Form action={act('bo')} csrf={visit.csrf}>
        <Input name="decree" label={{ text: t.decree }} hint={t.decreeHint} autocomplete="off" spellcheck={false} attributes={{ maxlength: 200 }} />
        <Button look="secondary" preventDoubleClick>{t.leave}</Button>
      </Form>
    </Card>
  )
}
