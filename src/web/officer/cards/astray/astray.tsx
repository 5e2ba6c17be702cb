/** The part of the page of cards about those that came back or got lost. */
import type { Lang } from '../../../../platform/values/words.ts'
import { Button, Code, Form, Link, SortableTable, Tag } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import type { StaffVisit } from '../../../request.ts'
import { numberOf } from '../../shared.ts'
import { type AstrayAct, astrayText } from '../../text/astray.ts'
import type { AstrayRow } from './astray.view.ts'

export function Astray({ rows, visit }: { readonly rows: readonly AstrayRow[]; readonly visit: StaffVisit }) {
  const t = astrayText[visit.lang]
  if (rows.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{t.title}</h2>
      <p class="govuk-body">{t.lead}</p>
      <SortableTable
        caption={t.title}
        columns={(['dossier', 'applicant', 'card', 'what', 'act'] as const).map((key) => ({ key, text: t.columns[key] }))}
        rows={rows.map((row) => ({
          mark: row.what === 'lost' || row.what === 'proposed' ? 'late' : 'changed',
          cells: {
            dossier: <Link href={paths.officerDossier(row.dossier.id)}><Code>{numberOf(row.dossier)}</Code></Link>, applicant: row.dossier.applicantName, card: <Code>{row.card.cardSerial}</Code>,
            what: <Tag tone={row.what === 'lost' || row.what === 'proposed' ? 'stopped' : 'waiting'}>{t.what[row.what]}</Tag>, act: <Acts row={row} visit={visit} />,
          },
        }))}
      />
    </section>
  )
}

const SECOND: readonly string[] = ['signer', 'supervisor']

function Acts({ row, visit }: { readonly row: AstrayRow; readonly visit: StaffVisit }) {
  const t = astrayText[visit.lang]
  const { role } = visit.session.staff
  if (row.what === 'proposed') {
    if (!SECOND.includes(role)) return <span class="govuk-hint">{t.waits.second}</span>
    return <div><Act row={row} visit={visit} act="dong-y-in-lai" lang={visit.lang} /> <Act row={row} visit={visit} act="khong-in-lai" lang={visit.lang} /></div>
  }
  if (role !== 'appraiser') return <span class="govuk-hint">{t.waits.appraiser}</span>
  return <Act row={row} visit={visit} act={row.what === 'lost' ? 'de-nghi-in-lai' : 'nhan-lai'} lang={visit.lang} />
}

function Act({ row, visit, act, lang }: { readonly row: AstrayRow; readonly visit: StaffVisit; readonly act: AstrayAct; readonly lang: Lang }) {
  const t = astrayText[lang]
  return (
    <Form action={paths.cardAct(row.dossier.id, act)} csrf={visit.csrf}>
      <Button look="secondary" preventDoubleClick>{t.acts[act]}<span class="govuk-visually-hidden"> {t.of(row.dossier.applicantName)}</span></Button>
    </Form>
  )
}
