/** Handing a dossier over, or reassigning it: to whom, and what they should know. */
import { NOTE_MOST } from '../../../../dossiers/index.ts'
import { sentenceCase } from '../../../../platform/values/words.ts'
import { Button, Card, DateTime, Details, Form, Select, Textarea } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import type { StaffVisit } from '../../../request.ts'
import { heldBy } from '../../shared.ts'
import { words } from '../../text/words.ts'
import type { DossierPageView } from '../../dossier/dossier.view.ts'
import { withinFields } from '../address.ts'
import { shownIn } from './shown.ts'
import { holdingText } from './text.ts'

/** The form as it was sent, with what is wrong with it. */
export interface GiveForm {
  readonly to: string
  readonly note: string
  readonly errors: readonly { readonly field: 'give-to' | 'give-note'; readonly text: string }[]
}

export function GiveCard({ view, visit, form }: { readonly view: DossierPageView; readonly visit: StaffVisit; readonly form: GiveForm | undefined }) {
  const t = holdingText[visit.lang]
  const { dossier } = view
  if (dossier.closedAt !== null || dossier.status === 'approved' || dossier.status === 'signed') return null
  const held = heldBy(dossier, view.now)
  const isSupervisor = visit.session.staff.role === 'supervisor'
  const errorOf = (field: 'give-to' | 'give-note') => form?.errors.find((one) => one.field === field)?.text
  return (
    <Card title={t.holder}>
      <p class="govuk-body">{held ? <>{held.staffId === visit.session.staff.id ? sentenceCase(words[visit.lang].you) : (view.staff.get(held.staffId)?.fullName ?? words[visit.lang].formerStaff)}, {t.holdsUntil} <DateTime at={held.until} show="time" /></> : t.nobodyHolds}</p>
      {view.receivers.length > 0 && (
        <Details summaryText={isSupervisor ? t.reassign : t.give} open={form !== undefined} shortcut="g">
          <p class="govuk-body-s">{isSupervisor ? t.reassignLead : t.giveLead}</p>
          <Form action={paths.giveDossier(view.dossier.id)} csrf={visit.csrf} hidden={{ ...withinFields(view.within), ...shownIn(view) }}>
            <Select
              id="give-to" name="to" label={{ text: t.to }} value={form?.to ?? ''} errorMessage={errorOf('give-to')}
              items={[{ text: t.choose, value: '' }, ...view.receivers.map((one) => ({ value: one.id, disabled: one.coverId !== null, text: [one.fullName, one.unitName, one.coverId !== null && t.away].filter(Boolean).join(', ') }))]}
            />
            <Textarea id="give-note" name="note" rows={2} label={{ text: isSupervisor ? t.reason : t.note }} hint={t.noteHint} value={form?.note ?? ''} errorMessage={errorOf('give-note')} attributes={{ maxlength: NOTE_MOST, lang: 'vi' }} />
            <Button look="secondary" preventDoubleClick>{isSupervisor ? t.sendReassign : t.send}</Button>
          </Form>
        </Details>
      )}
    </Card>
  )
}
