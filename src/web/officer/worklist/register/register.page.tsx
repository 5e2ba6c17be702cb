/** The register of dossiers (Mẫu 06): one month, a page at a time, and extracts of it under the authority's seal. */
import { getProcedure } from '../../../../catalogue/index.ts'
import { type Dossier, LINES_A_PART } from '../../../../dossiers/index.ts'
import { formatDate, localDateAt } from '../../../../platform/values/dates.ts'
import { newId } from '../../../../platform/values/ids.ts'
import { groupThousands } from '../../../../platform/values/money.ts'
import { Button, Card, Checklist, Code, Columns, DateOnly, DateTime, FilterPills, Form, Heading, Link, NotificationBanner, Pagination, Select, SortableTable, type SortableRow } from '../../../kit/index.ts'
import { StaffLayout } from '../../../layout.tsx'
import { paths } from '../../../paths.ts'
import type { StaffVisit, Web } from '../../../request.ts'
import { noPowerWords } from '../../dossier/possible.ts'
import { words } from '../../text/words.ts'
import { PAGE_LINES, type RegisterView } from './register.view.ts'
import { registerText } from './text.ts'

type Part = { readonly view: RegisterView; readonly visit: StaffVisit }

/** Who answers for the handling may take an extract; who inspects reads. */
const TAKES: readonly string[] = ['appraiser', 'signer', 'supervisor']

export function registerPage(web: Web, visit: StaffVisit, view: RegisterView, said: { readonly asked?: string | undefined; readonly refused?: string } = {}) {
  const t = registerText[visit.lang]
  // Said of an extract that this visitor asked for and that is not there yet: an address alone can claim anything.
  const isAsked = view.extracts.some((one) => one.id === said.asked && one.askedBy === visit.session.staff.id && one.paper?.state !== 'signed')
  const no = Object.entries(t.refusals).find(([code]) => code === said.refused)?.[1]
  return (
    <StaffLayout web={web} visit={visit} today={view.today} current="register" toSign={view.toSign} title={t.title} hasError={no !== undefined}>
      {no && <NotificationBanner role="alert" titleText={words[visit.lang].notDone} text={no} />}
      {isAsked && <NotificationBanner type="success" text={t.asked} />}
      <Heading beside={<span>{t.form} · {t.count(groupThousands(view.total))}</span>}>{t.title}</Heading>
      <p class="govuk-body">{t.lead}</p>
      <Months view={view} visit={visit} />
      <Lines view={view} visit={visit} />
      {TAKES.includes(visit.session.staff.role) && view.total > 0 && <Columns aside={<Made view={view} visit={visit} />}><Extract view={view} visit={visit} /></Columns>}
    </StaffLayout>
  )
}

/** The month that is shown between its neighbours, as far as months have come. */
function Months({ view, visit }: Part) {
  const t = registerText[visit.lang]
  const now = view.today.slice(0, 7)
  const months = [-2, -1, 0, 1, 2].map((step) => monthAway(view.month, step)).filter((month) => month <= now)
  return <FilterPills label={t.title} items={months.map((month) => ({ text: t.month(month), href: paths.register(month), current: month === view.month }))} />
}

function monthAway(month: string, step: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + step
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

function Lines({ view, visit }: Part) {
  const t = registerText[visit.lang]
  const first = (view.page - 1) * PAGE_LINES
  return (
    <>
      <SortableTable
        caption={t.month(view.month)}
        columns={[
          { key: 'order', text: t.columns.order }, { key: 'number', text: t.columns.number }, { key: 'procedure', text: t.columns.procedure }, { key: 'applicant', text: t.columns.applicant },
          { key: 'received', text: t.columns.received }, { key: 'due', text: t.columns.due }, { key: 'returned', text: t.columns.returned }, { key: 'way', text: t.columns.way },
        ]}
        rows={view.lines.map((dossier, index) => lineOf(dossier, first + index + 1, visit))}
        empty={t.none}
      />
      <Pagination
        previous={view.page > 1 ? { href: paths.register(view.month, view.page - 1), text: t.previous, attributes: { 'data-shortcut': 'k' } } : undefined}
        next={first + view.lines.length < view.total ? { href: paths.register(view.month, view.page + 1), text: t.next, attributes: { 'data-shortcut': 'j' } } : undefined}
      />
    </>
  )
}

function lineOf(dossier: Dossier, order: number, visit: StaffVisit): SortableRow {
  const t = registerText[visit.lang]
  return {
    cells: {
      order: String(order),
      number: <Link href={paths.officerDossier(dossier.id)}><Code>{dossier.officialNumber ?? dossier.submissionCode}</Code></Link>,
      procedure: getProcedure(dossier.procedure, dossier.procedureVersion).words.short[visit.lang],
      applicant: dossier.applicantName,
      received: dossier.acceptedAt ? <DateTime at={dossier.acceptedAt} /> : '–',
      due: dossier.dueAt ? <DateOnly on={localDateAt(dossier.dueAt)} /> : '–',
      returned: dossier.status === 'returned' && dossier.closedAt ? <DateTime at={dossier.closedAt} /> : dossier.status === 'refused' || dossier.status === 'withdrawn' || dossier.status === 'stopped' ? t.ends[dossier.status] : '–',
      way: t.ways[dossier.channel],
    },
  }
}

function Extract({ view, visit }: Part) {
  const t = registerText[visit.lang]
  if (!view.powers.some(({ staffId }) => staffId === visit.session.staff.id)) return <Card title={t.extract}><p class="govuk-body">{noPowerWords('register', view, visit)}</p></Card>
  const parts = Math.ceil(view.total / LINES_A_PART)
  const items = Array.from({ length: parts }, (_, index) => ({ value: String(index + 1), text: t.partOf(index + 1, parts, index * LINES_A_PART + 1, Math.min(view.total, (index + 1) * LINES_A_PART)) }))
  return (
    <Card title={t.extract}>
      <Form action={paths.register()} csrf={visit.csrf} hidden={{ thang: view.month, ma: newId() }}>
        <Select name="phan" label={`${t.part}, ${t.period(formatDate(view.from), formatDate(view.to))}`} hint={t.noted} items={items} />
        <Button preventDoubleClick>{t.ask}</Button>
      </Form>
    </Card>
  )
}

function Made({ view, visit }: Part) {
  const t = registerText[visit.lang]
  if (view.extracts.length === 0) return null
  return (
    <Card title={t.made}>
      <Checklist items={view.extracts.map((one) => {
        const { paper } = one
        const name = `${t.period(formatDate(one.fromOn), formatDate(one.toOn))}, ${one.part}/${one.parts}`
        return {
          tone: paper?.state === 'signed' ? 'done' as const : 'waiting' as const, status: t.states[paper?.state ?? 'requested'], detail: <>{paper?.numberText && <><Code>{paper.numberText}</Code>, </>}<DateTime at={one.askedAt} /></>,
          title: paper?.state === 'signed' ? <Link href={paths.registerFile(one.id)}>{name} (PDF)</Link> : name,
        }
      })} />
    </Card>
  )
}
