/** What happened to an officer's dossiers without them: told until they have noted it. */
import { judgeOutlook } from '../../../../dossiers/index.ts'
import { Button, Card, Code, DateTime, Form, Link, Tag } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import type { StaffVisit } from '../../../request.ts'
import { leftOf, likelyOf, numberOf, ownerOf, stateOf } from '../../shared.ts'
import { listFields } from '../address.ts'
import type { WorklistPageView } from '../worklist.view.ts'
import { holdingText } from './text.ts'

export function Told({ view: { told, staff, now, list }, visit }: { readonly view: WorklistPageView; readonly visit: StaffVisit }) {
  const t = holdingText[visit.lang]
  if (told.length === 0) return null
  const name = (id: string | null) => (id === null ? t.nobody : id === visit.session.staff.id ? t.you : (staff.get(id)?.fullName ?? ''))
  return (
    <Card title={t.told}>
      <ul class="govuk-list">
        {told.map((one) => (
          <li>
            <Link href={paths.officerDossier(one.dossierId)}><Code>{numberOf(one)}</Code></Link>: {t.toldLines[one.kind](name(one.fromStaff), name(one.toStaff), name(one.byStaff))}, <DateTime at={one.at} />{one.note && <>. “<span lang="vi">{one.note}</span>”</>}
          </li>
        ))}
      </ul>
      <Form action={paths.told()} csrf={visit.csrf} hidden={{ ...listFields(list), den: now.toISOString() }}><Button look="secondary" preventDoubleClick>{t.read}</Button></Form>
    </Card>
  )
}

/** Dossiers in this officer's hands that came to be at risk or overdue since they last looked: how long is left, who is waited for and for what, by when it is usually done. */
export function ForetoldHere({ view: { foretold, list, prospects, now, today }, visit }: { readonly view: WorklistPageView; readonly visit: StaffVisit }) {
  const { lang } = visit
  const t = holdingText[lang]
  const { rows, count } = foretold
  if (count === 0) return null
  return (
    <Card title={t.foretold(count)}>
      <ul class="govuk-list">
        {rows.map((one) => {
          const left = leftOf(one, now, prospects.calendar, lang)
          const likely = likelyOf(judgeOutlook(one, prospects), today, lang)
          return <li>{left && <Tag tone={left.tone}>{left.text}</Tag>} <Link href={paths.officerDossier(one.id)}><Code>{numberOf(one)}</Code></Link>, {one.applicantName}: {stateOf(one, lang).text} ({ownerOf(one, lang)}){likely !== undefined && `, ${likely}`}</li>
        })}
        {count > rows.length && <li>{t.foretoldMore(count - rows.length)}</li>}
      </ul>
      <Form action={paths.told()} csrf={visit.csrf} hidden={{ ...listFields(list), 'du-bao': rows.map(({ eventId }) => eventId).join(' ') }}><Button look="secondary" preventDoubleClick>{t.read}</Button></Form>
    </Card>
  )
}
