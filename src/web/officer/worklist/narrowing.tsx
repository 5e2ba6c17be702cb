/** What narrows a list, the lists somebody saved, and the choice of columns: forms that need no JavaScript. */
import { procedureSlugs, procedures } from '../../../catalogue/index.ts'
import { Button, ChoicePanel, Form, Input, Link, Select, type SummaryError } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit } from '../../request.ts'
import { words } from '../text/words.ts'
import { worklistText } from '../text/worklist.ts'
import { addressOf, fieldsOf, narrowingFields as names, narrowingOf } from './address.ts'
import { type ColumnKey, columnKeys } from './columns.ts'
import type { WorklistPageView } from './worklist.view.ts'

type Part = { readonly view: WorklistPageView; readonly visit: StaffVisit }

/** What was typed as a list's name, and why it was not kept. */
export interface NameSaid {
  readonly name: string
  readonly error: string
}

/** Causes that end a dossier are no wait. */
const ENDED = ['returned', 'refused', 'withdrawn', 'stopped']
const CLASSES = ['A1', 'A', 'A2', 'A3', 'A4', 'B1', 'B', 'B2', 'C1', 'C', 'D1', 'D2', 'D', 'E', 'BE', 'C1E', 'CE', 'D1E', 'D2E', 'DE', 'FB2', 'FC', 'FD', 'FE']
const CHANNELS = ['online', 'in-person', 'post'] as const

/** How each condition reads: the procedure, the channel, what is waited for … */
function wordsOf({ view, visit }: Part): string[] {
  const { lang } = visit
  const t = worklistText[lang].narrow
  const { procedure, channel, cause, holder, filedFrom, filedTo, licenceClass } = view.list.narrowing
  return [
    procedure && procedureName(procedure, lang), channel && worklistText[lang].channels[channel], cause && causeName(cause, lang),
    holder && (holder === 'nobody' ? worklistText[lang].nobody : t.heldBy(view.staff.get(holder)?.fullName ?? words[lang].formerStaff)),
    filedFrom && t.from(dayOf(filedFrom)), filedTo && t.to(dayOf(filedTo)), licenceClass && t.classIs(licenceClass),
  ].flatMap((one) => one || [])
}

function dayOf(date: string): string {
  return date.split('-').reverse().join('/')
}

function procedureName(slug: string, lang: StaffVisit['lang']): string {
  return procedures.filter((one) => one.slug === slug).at(-1)?.words.short[lang] ?? slug
}

function causeName(cause: string, lang: StaffVisit['lang']): string {
  const causes: Readonly<Record<string, string>> = words[lang].causes
  return causes[cause] ?? cause
}

/** The panel of conditions; what is chosen is part of the address. */
export function NarrowPanel({ view, visit }: Part) {
  const { lang } = visit
  const t = worklistText[lang].narrow
  const { list } = view
  const { narrowing } = list
  const any = { value: '', text: t.any }
  return (
    <ChoicePanel summary={t.title} shortcut="f" wide>
      <form method="get" action={paths.search()}>
        {Object.entries({ xem: list.view, ...fieldsOf({ ...list, narrowing: {} }) }).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        <div class="tt-choice__fields">
          <Select label={{ text: t.procedure }} name={names.procedure} value={narrowing.procedure ?? ''} items={[any, ...procedureSlugs.map((value) => ({ value, text: procedureName(value, lang) }))]} />
          <Select label={{ text: t.cause }} name={names.cause} value={narrowing.cause ?? ''} items={[any, ...Object.keys(words.vi.causes).filter((one) => !ENDED.includes(one)).map((value) => ({ value, text: causeName(value, lang) }))]} />
          <Select
            label={{ text: t.holder }} name={names.holder} value={narrowing.holder ?? ''}
            items={[any, { value: 'nobody', text: worklistText[lang].nobody }, ...holdersIn(view, lang)]}
          />
          <Select label={{ text: t.channel }} name={names.channel} value={narrowing.channel ?? ''} items={[any, ...CHANNELS.map((value) => ({ value, text: worklistText[lang].channels[value] }))]} />
          <Select label={{ text: t.licenceClass }} name={names.licenceClass} value={narrowing.licenceClass ?? ''} items={[any, ...CLASSES.map((value) => ({ value, text: value }))]} />
          <div class="tt-choice__pair">
            <Input label={{ text: t.filedFrom }} name={names.filedFrom} value={narrowing.filedFrom} attributes={{ type: 'date' }} />
            <Input label={{ text: t.filedTo }} name={names.filedTo} value={narrowing.filedTo} attributes={{ type: 'date' }} />
          </div>
        </div>
        <Button look="secondary" classes="tt-choice__apply">{t.apply}</Button>
      </form>
    </ChoicePanel>
  )
}

/** Who can hold a dossier; and whom a saved list asks for though they are here no more. */
function holdersIn({ staff, list }: WorklistPageView, lang: StaffVisit['lang']) {
  const { holder } = list.narrowing
  const here = [...staff.values()].filter(({ role }) => role === 'appraiser').map((one) => ({ value: one.id, text: one.fullName }))
  return holder === undefined || holder === 'nobody' || here.some(({ value }) => value === holder) ? here : [...here, { value: holder, text: staff.get(holder)?.fullName ?? words[lang].formerStaff }]
}

/** What the list is narrowed to, the way out of it, and its name to keep. */
export function Narrowed({ view, visit, said }: Part & { readonly said?: NameSaid | undefined }) {
  const t = worklistText[visit.lang].narrow
  const { list } = view
  const conditions = wordsOf({ view, visit })
  const saved = view.saved.find((one) => one.id === list.savedId)
  if (conditions.length === 0 && !saved) return null
  const hidden = { xem: list.view, ...narrowingOf(list.narrowing) }
  return (
    <div class="tt-narrowed">
      <p class="govuk-body">{t.narrowedTo} <strong>{conditions.length > 0 ? conditions.join(' · ') : t.nothing}</strong> <Link href={paths.worklist(list.view)}>{t.clear}</Link></p>
      {list.search === '' && mayKeep(visit) && (
        <Form action={saved ? paths.savedList(saved.id) : paths.savedLists()} csrf={visit.csrf} hidden={hidden} classes="tt-narrowed__save">
          <Input label={{ text: t.name, classes: 'govuk-visually-hidden' }} name="ten" id="ten" value={said?.name ?? saved?.name} errorMessage={said && { text: said.error }} autocomplete="off" attributes={{ maxlength: 60, placeholder: t.namePlace }} />
          <Button look="secondary">{saved ? t.change : t.save}</Button>
          {saved && <Button look="secondary" attributes={{ formaction: paths.savedListDrop(saved.id) }}>{t.drop}</Button>}
        </Form>
      )}
    </div>
  )
}

/** The address of a saved list. */
export function savedAddress(saved: WorklistPageView['saved'][number]): string {
  return addressOf({ view: saved.view, search: '', token: '', narrowing: saved.narrowing, savedId: saved.id })
}

/** The error of a list's name, as the page's summary shows it. */
export function nameErrors(said: NameSaid | undefined): SummaryError[] {
  return said ? [{ text: said.error, href: '#ten' }] : []
}

/** Whoever inspects reads everything and changes nothing, not even what they see. */
function mayKeep(visit: StaffVisit): boolean {
  return visit.session.staff.role !== 'inspector'
}

/** Which columns are shown, and in which order. */
export function ColumnPanel({ view, visit }: Part) {
  if (!mayKeep(visit)) return null
  const t = worklistText[visit.lang]
  const order: readonly ColumnKey[] = [...view.columns, ...columnKeys.filter((key) => !view.columns.includes(key))]
  return (
    <ChoicePanel summary={t.columnChoice.title} shortcut="c">
      <Form action={paths.listColumns()} csrf={visit.csrf} hidden={{ xem: view.list.view, ...fieldsOf(view.list) }}>
        <p class="govuk-body-s">{t.columnChoice.help}</p>
        <ul class="tt-choice__list">
          {order.filter((key) => key !== 'number').map((key) => {
            const place = view.columns.indexOf(key)
            return (
              <li class="tt-choice__row">
                <label class="tt-choice__item"><input type="checkbox" name="cot" value={key} checked={place >= 0} /> {t.columns[key]}</label>
                <input class="tt-choice__place" type="number" name={`thu-tu-${key}`} min="1" max={String(columnKeys.length)} value={place >= 0 ? String(place) : undefined} aria-label={t.columnChoice.place(t.columns[key])} />
              </li>
            )
          })}
        </ul>
        <div class="tt-choice__buttons">
          <Button look="secondary" classes="tt-choice__apply">{t.columnChoice.apply}</Button>
          <Button look="secondary" classes="tt-choice__apply" name="mac-dinh" value="1">{t.columnChoice.usual}</Button>
        </div>
      </Form>
    </ChoicePanel>
  )
}
