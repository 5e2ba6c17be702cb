/** Dossiers that went from or to this officer by others: told until they have noted it. */
import type { StaffMember } from '../../../../capabilities/identity/index.ts'
import type { Transfer } from '../../../../dossiers/index.ts'
import { Button, Card, Code, DateTime, Form, Link } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import type { StaffVisit } from '../../../request.ts'
import { numberOf } from '../../shared.ts'
import { holdingText } from './text.ts'

export function Told({ told, staff, visit, now }: { readonly told: readonly Transfer[]; readonly staff: ReadonlyMap<string, StaffMember>; readonly visit: StaffVisit; readonly now: Date }) {
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
      <Form action={paths.told()} csrf={visit.csrf} hidden={{ den: now.toISOString() }}><Button look="secondary" preventDoubleClick>{t.read}</Button></Form>
    </Card>
  )
}
