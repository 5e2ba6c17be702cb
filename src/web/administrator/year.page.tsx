/** A year of the working calendar for one province: its days, entering one, opening the next year. */
import type { CalendarEntry } from '../../capabilities/calendars/index.ts'
import type { ProposedDay } from '../../catalogue/index.ts'
import { formatDate, type LocalDate, weekday } from '../../platform/values/dates.ts'
import type { Lang } from '../../platform/values/words.ts'
import { Button, Card, Checkboxes, Columns, ErrorSummary, Form, Heading, Input, InsetText, Link, NotificationBanner, NoWrap, Select, SortableTable, Tag, type Tone, Vietnamese, WarningText } from '../kit/index.ts'
import { paths } from '../paths.ts'
import type { StaffVisit, Web } from '../request.ts'
import { type DayErrors, type DayField, dayKinds, type Typed } from './form.ts'
import { AdministratorLayout } from './layout.tsx'
import { calendarText } from './text.ts'
import type { YearView } from './view.ts'

export interface YearSaid {
  readonly done?: string
  readonly refused?: string
  readonly typed?: Typed
  readonly errors?: DayErrors
  /** What is wrong with the proposal of the next year. */
  readonly chosen?: { readonly days: readonly string[]; readonly decree: string; readonly errors: { readonly days?: string; readonly decree?: string } }
}

interface Shown {
  readonly web: Web
  readonly visit: StaffVisit
  readonly view: YearView
  readonly said: YearSaid
}

/** A day with its weekday. */
export function dayOf(date: LocalDate, lang: Lang): string {
  return `${calendarText[lang].weekdays[weekday(date) - 1]}, ${formatDate(date)}`
}

/** How a row stands, as a word and a tone. */
export function standOf(entry: CalendarEntry): { readonly word: 'counts' | 'proposed' | 'leaving' | 'gone'; readonly tone: Tone } {
  if (entry.withdrawnBy !== null) return { word: 'gone', tone: 'quiet' }
  if (entry.confirmedBy === null) return { word: 'proposed', tone: 'yours' }
  return entry.withdrawalBy === null ? { word: 'counts', tone: 'done' } : { word: 'leaving', tone: 'waiting' }
}

export function YearPage(shown: Shown) {
  const { web, visit, view, said } = shown
  const t = calendarText[visit.lang]
  const title = t.ofYear(view.year, view.province.name[visit.lang])
  const errors = [...Object.entries(said.errors ?? {}), ...Object.entries(said.chosen?.errors ?? {}).map(([field, text]) => [`next-${field}`, text] as const)].flatMap(([field, text]) => (text ? [{ text, href: `#${field}` }] : []))
  return (
    <AdministratorLayout web={web} visit={visit} today={view.today} title={title} hasError={errors.length > 0}>
      {errors.length > 0 && <ErrorSummary errorList={errors} />}
      {said.done && <NotificationBanner type="success" text={said.done} />}
      {said.refused && <NotificationBanner role="alert" titleText={t.notDone} text={said.refused} />}
      <Heading>{title}</Heading>
      <p class="govuk-body">{t.lead}</p>
      {view.endsSoon && view.loaded && <WarningText>{t.soon(String(Number(view.loaded.last) + 1))}</WarningText>}
      <InsetText>{view.loaded ? t.loaded(view.loaded.first, view.loaded.last) : t.none}</InsetText>
      <Columns aside={<><Choose {...shown} /><Enter {...shown} /></>}>
        <SortableTable
          caption={t.caption} empty={t.empty}
          columns={(['day', 'name', 'where', 'decree', 'sure', 'state'] as const).map((key) => ({ key, text: t.columns[key] }))}
          rows={view.entries.map((entry) => ({ cells: cellsOf(entry, view, visit.lang) }))}
        />
        {view.next && <Next {...shown} next={view.next} />}
      </Columns>
    </AdministratorLayout>
  )
}

function cellsOf(entry: CalendarEntry, view: YearView, lang: Lang) {
  const t = calendarText[lang]
  const { word, tone } = standOf(entry)
  return {
    day: <Link href={paths.calendarDay(entry.id)}>{dayOf(entry.date, lang)}</Link>, name: <span><Vietnamese>{entry.name}</Vietnamese><span class="tt-sub">{t.kinds[entry.kind]}</span></span>,
    where: <NoWrap>{entry.province === null ? t.country : view.province.name[lang]}</NoWrap>,
    decree: <span>{entry.decreeNo ?? t.noDecree}{entry.source !== entry.decreeNo && <span class="tt-sub tt-sub--wraps"><Vietnamese>{entry.source}</Vietnamese></span>}</span>,
    sure: t.sure(entry.confidence), state: <Tag tone={tone}>{t.states[word]}</Tag>,
  }
}

function Choose({ visit, view }: Shown) {
  const t = calendarText[visit.lang]
  const [first, last] = view.loaded ? [Number(view.loaded.first), Number(view.loaded.last) + 1] : [view.year, view.year]
  return (
    <Card title={t.choose}>
      <form method="get" action={paths.calendar()}>
        <Select name="nam" label={{ text: t.year }} value={view.year} items={Array.from({ length: last - first + 1 }, (_, i) => ({ text: String(first + i), value: first + i }))} />
        <Select name="tinh" label={{ text: t.province }} value={view.province.id} items={view.provinces.map(({ id, name }) => ({ text: name[visit.lang], value: id }))} />
        <Button look="secondary">{t.show}</Button>
      </form>
    </Card>
  )
}

function Enter({ visit, view, said }: Shown) {
  const { lang } = visit
  const t = calendarText[lang]
  const own = view.provinces.find(({ id }) => id === visit.session.staff.provinceCode)
  const typed = (field: DayField) => said.typed?.[field] ?? ''
  const vietnamese: Readonly<Record<string, string>> = lang === 'en' ? { lang: 'vi' } : {}
  const input = (name: 'date' | 'name' | 'decree' | 'source', text: string, hint: string, attributes: Readonly<Record<string, string>> = {}) => (
    <Input name={name} label={{ text }} hint={hint} value={typed(name)} errorMessage={said.errors?.[name]} autocomplete="off" spellcheck={false} attributes={{ maxlength: 200, ...attributes }} />
  )
  return (
    <Card title={t.enter}>
      <p class="govuk-body">{t.enterLead}</p>
      <Form action={paths.calendar({ nam: String(view.year), tinh: view.province.id })} csrf={visit.csrf}>
        {input('date', t.date, t.dateHint)}
        <Select name="kind" label={{ text: t.kind }} value={typed('kind') || 'leave'} errorMessage={said.errors?.kind} items={dayKinds.map((kind) => ({ text: t.kinds[kind], value: kind }))} />
        {input('name', t.name, t.nameHint, vietnamese)}
        <Select name="where" label={{ text: t.where }} value={typed('where') || 'country'} items={[{ text: t.country, value: 'country' }, ...(own ? [{ text: own.name[lang], value: 'province' }] : [])]} />
        {input('decree', t.decree, t.decreeHint, vietnamese)}
        {input('source', t.source, t.sourceHint, vietnamese)}
        <Select name="confidence" label={{ text: t.confidence }} value={typed('confidence') || 'read'} items={[{ text: t.read, value: 'read' }, { text: t.told, value: 'told' }]} />
        <Button preventDoubleClick>{t.enterButton}</Button>
      </Form>
    </Card>
  )
}

function Next({ visit, view, said, next }: Shown & { readonly next: NonNullable<YearView['next']> }) {
  const { lang } = visit
  const t = calendarText[lang]
  const { proposed, entered } = next
  return (
    <>
      {proposed?.length !== 0 && (
        <Card title={t.next(view.year)}>
          {proposed === undefined ? <p class="govuk-body">{t.notTabled(view.year)}</p> : (
            <>
              <p class="govuk-body">{t.nextLead}</p>
              <Form action={paths.calendarYearAct(view.year, 'de-xuat')} csrf={visit.csrf}>
                <Checkboxes
                  name="next-days" classes="govuk-checkboxes--small" values={said.chosen?.days ?? proposed.map(({ date }) => date)} errorMessage={said.chosen?.errors.days}
                  fieldset={{ legend: { text: t.caption, classes: 'govuk-visually-hidden' } }} items={proposed.map((day) => ({ value: day.date, text: choiceOf(day, lang), hint: `${day.source}, ${t.sure(day.confidence)}` }))}
                />
                <Input name="next-decree" label={{ text: t.decree }} hint={t.decreeHint} value={said.chosen?.decree ?? ''} errorMessage={said.chosen?.errors.decree} autocomplete="off" spellcheck={false} attributes={{ maxlength: 200 }} classes="govuk-input--width-20" />
                <Button look="secondary" preventDoubleClick>{t.enterChosen}</Button>
              </Form>
            </>
          )}
        </Card>
      )}
      {entered > 0 && (
        <Card title={t.open(view.year)}>
          <p class="govuk-body">{t.openLead(entered)}</p>
          <Form action={paths.calendarYearAct(view.year, 'mo')} csrf={visit.csrf}><Button preventDoubleClick>{t.open(view.year)}</Button></Form>
        </Card>
      )}
    </>
  )
}

function choiceOf(day: ProposedDay, lang: Lang) {
  return <>{dayOf(day.date, lang)}: <Vietnamese>{day.name}</Vietnamese> ({calendarText[lang].kinds[day.kind]})</>
}
