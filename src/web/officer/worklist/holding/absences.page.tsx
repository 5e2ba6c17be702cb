/** Who is away, who covers, entering an absence. */
import type { Absence, Colleague } from '../../../../capabilities/identity/index.ts'
import { roles } from '../../../../catalogue/index.ts'
import { formatDate, type LocalDate } from '../../../../platform/values/dates.ts'
import { BackLink, Button, Card, Columns, ErrorSummary, Form, Heading, Input, NotificationBanner, Select, SortableTable, Tag } from '../../../kit/index.ts'
import { StaffLayout } from '../../../layout.tsx'
import { paths } from '../../../paths.ts'
import type { StaffVisit, Web } from '../../../request.ts'
import { holdingText } from './text.ts'

export type AbsenceField = 'staff' | 'cover' | 'from' | 'until'

export interface AbsencesView {
  readonly absences: readonly Absence[]
  readonly colleagues: readonly Colleague[]
  readonly today: LocalDate
}

export interface AbsencesSaid {
  readonly done?: string | undefined
  readonly refused?: string | undefined
  readonly typed?: Readonly<Partial<Record<AbsenceField, string>>>
  readonly errors?: Readonly<Partial<Record<AbsenceField, string>>>
}

const desk = ['appraiser', 'signer', 'supervisor'] as const

export function AbsencesPage({ web, visit, view, said }: { readonly web: Web; readonly visit: StaffVisit; readonly view: AbsencesView; readonly said: AbsencesSaid }) {
  const { lang } = visit
  const t = holdingText[lang]
  const { staff } = visit.session
  const errors = Object.entries(said.errors ?? {}).flatMap(([field, text]) => (text ? [{ text, href: `#${field}` }] : []))
  const nameOf = (id: string) => view.colleagues.find((one) => one.id === id)?.fullName ?? ''
  const isSupervisor = staff.role === 'supervisor'
  const own = view.colleagues.filter(({ role }) => desk.some((one) => one === role))
  const itemOf = (one: Colleague) => ({ text: `${one.fullName} (${roles[one.role].words[lang]})`, value: one.id })
  const typed = (field: AbsenceField) => said.typed?.[field] ?? ''
  const date = (field: 'from' | 'until', text: string) => <Input name={field} label={{ text }} hint={t.dateHint} value={typed(field)} errorMessage={said.errors?.[field]} autocomplete="off" spellcheck={false} classes="govuk-input--width-10" />
  return (
    <StaffLayout web={web} visit={visit} today={view.today} current="worklist" title={t.absences} hasError={errors.length > 0 || said.refused !== undefined} before={<BackLink href={paths.desk()}>{t.backToList}</BackLink>}>
      {errors.length > 0 && <ErrorSummary errorList={errors} />}
      {said.done && <NotificationBanner type="success" text={said.done} />}
      {said.refused && <NotificationBanner role="alert" titleText={t.notDone} text={said.refused} />}
      <Heading>{t.absences}</Heading>
      <p class="govuk-body">{t.absencesLead}</p>
      <Columns
        aside={(
          <Card title={t.enter}>
            <Form action={paths.absences()} csrf={visit.csrf}>
              {isSupervisor && <Select name="staff" label={{ text: t.who }} value={typed('staff') || staff.id} errorMessage={said.errors?.staff} items={own.map(itemOf)} />}
              <Select name="cover" label={{ text: t.cover }} value={typed('cover')} errorMessage={said.errors?.cover} items={[{ text: t.choose, value: '' }, ...own.filter((one) => isSupervisor || (one.role === staff.role && one.id !== staff.id)).map(itemOf)]} />
              {date('from', t.from)}
              {date('until', t.until)}
              <Button preventDoubleClick>{t.enterButton}</Button>
            </Form>
          </Card>
        )}
      >
        {view.absences.length === 0 ? <p class="govuk-body">{t.absencesEmpty}</p> : (
          <SortableTable
            caption={t.absencesCaption} columns={(['who', 'cover', 'span', 'state', 'action'] as const).map((key) => ({ key, text: t.absenceColumns[key] }))}
            rows={view.absences.map((one) => ({
              cells: {
                who: nameOf(one.staffId), cover: nameOf(one.coverId), span: `${formatDate(one.fromOn)} – ${formatDate(one.toOn)}`, state: one.fromOn <= view.today ? <Tag tone="waiting">{t.now}</Tag> : <Tag tone="quiet">{t.later}</Tag>,
                action: isSupervisor || one.staffId === staff.id ? <Form action={paths.absenceEnd(one.id)} csrf={visit.csrf}><Button look="secondary" preventDoubleClick>{one.fromOn <= view.today ? t.back : t.drop}<span class="govuk-visually-hidden"> ({one.fromOn <= view.today ? t.backOf(nameOf(one.staffId)) : nameOf(one.staffId)})</span></Button></Form> : '',
              },
            }))}
          />
        )}
      </Columns>
    </StaffLayout>
  )
}
