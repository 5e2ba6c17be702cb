/** Private notes and second opinions on the dossier's page: newest first, two small forms. */
import { type ConferringRole, conferringRoles, mayConfer, MOST_NOTE, type Opinion } from '../../../../dossiers/index.ts'
import { Button, Card, DateTime, Details, Form, InsetText, Link, Select, Tag, Textarea } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import type { StaffVisit } from '../../../request.ts'
import { Sub } from '../../parts.tsx'
import { withinFields } from '../../worklist/address.ts'
import type { DossierPageView } from '../dossier.view.ts'
import type { WordsForm } from './form.ts'
import { notesText } from './text.ts'

interface Part {
  readonly view: DossierPageView
  readonly visit: StaffVisit
  readonly form: WordsForm | undefined
}

export function NotesCard({ view, visit, form }: Part) {
  const { conference } = view
  if (!conference) return null
  const t = notesText[visit.lang]
  const mayWrite = mayConfer(visit.actor, view.dossier)
  return (
    <Card title={t.title} id="ghi-chu" beside={conference.toMe.length > 0 && <Link href={paths.officerQuestions()}>{t.waitingForYou(conference.toMe.length)}</Link>}>
      <p class="govuk-body-s">{t.lead}</p>
      {conference.opinions.map((opinion) => <Asked opinion={opinion} view={view} visit={visit} form={form} />)}
      {conference.notes.map((note) => <InsetText>{note.text}<Sub>{nameOf(view, note.authorId)}, <DateTime at={note.at} /></Sub></InsetText>)}
      {mayWrite && <WriteForm view={view} visit={visit} form={form?.what === 'note' ? form : undefined} />}
      {mayWrite && <AskForm view={view} visit={visit} form={form?.what === 'question' ? form : undefined} />}
    </Card>
  )
}

function nameOf(view: DossierPageView, staffId: string): string {
  return view.staff.get(staffId)?.fullName ?? ''
}

function Asked({ opinion, view, visit, form }: Part & { opinion: Opinion }) {
  const t = notesText[visit.lang]
  const isMine = opinion.askedOf === visit.actor.staffId && !opinion.answer && mayConfer(visit.actor, view.dossier)
  const own = form?.what === 'opinion' && form.opinionId === opinion.id ? form : undefined
  return (
    <InsetText>
      <strong>{t.asked(nameOf(view, opinion.askedBy), nameOf(view, opinion.askedOf))}</strong>: “{opinion.question}” <Sub><DateTime at={opinion.askedAt} /></Sub>
      {opinion.answer ? <><strong>{t.answered(nameOf(view, opinion.askedOf))}</strong>: “{opinion.answer.text}” <Sub><DateTime at={opinion.answer.at} /></Sub></> : <Tag tone={isMine ? 'yours' : 'waiting'}>{t.waiting}</Tag>}
      {isMine && (
        <Form action={paths.officerOpinion(view.dossier.id, opinion.id)} csrf={visit.csrf} hidden={withinFields(view.within)}>
          <Textarea name="opinion" rows={3} label={{ text: t.answer, classes: 'govuk-label--s' }} value={own?.entered ?? ''} errorMessage={own?.error ?? false} attributes={{ maxlength: MOST_NOTE }} />
          <Button preventDoubleClick>{t.give}</Button>
        </Form>
      )}
    </InsetText>
  )
}

function WriteForm({ view, visit, form }: Part) {
  const t = notesText[visit.lang]
  return (
    <Details summaryText={t.write} open={form !== undefined} shortcut="c">
      <Form action={paths.officerNotes(view.dossier.id)} csrf={visit.csrf} hidden={withinFields(view.within)}>
        <Textarea name="note" rows={3} label={{ text: t.note, classes: 'govuk-label--s' }} value={form?.entered ?? ''} errorMessage={form?.error ?? false} attributes={{ maxlength: MOST_NOTE }} />
        <Button look="secondary" preventDoubleClick>{t.save}</Button>
      </Form>
    </Details>
  )
}

function isConferring(role: string): role is ConferringRole {
  return conferringRoles.some((one) => one === role)
}

function AskForm({ view, visit, form }: Part) {
  const t = notesText[visit.lang]
  const colleagues = [...view.staff.values()].filter((one) => isConferring(one.role) && one.id !== visit.actor.staffId)
  return (
    <Details summaryText={t.ask} open={form !== undefined} shortcut="y">
      <Form action={paths.officerOpinions(view.dossier.id)} csrf={visit.csrf} hidden={withinFields(view.within)}>
        <Select name="colleague" label={{ text: t.colleague, classes: 'govuk-label--s' }} value={form?.colleague ?? ''} errorMessage={form?.error === t.colleagueMissing && form.error} items={[{ value: '', text: t.choose }, ...colleagues.map((one) => ({ value: one.id, text: one.fullName }))]} />
        <Textarea name="question" rows={3} label={{ text: t.question, classes: 'govuk-label--s' }} value={form?.entered ?? ''} errorMessage={form?.error !== t.colleagueMissing && form?.error} attributes={{ maxlength: MOST_NOTE }} />
        <Button look="secondary" preventDoubleClick>{t.send}</Button>
      </Form>
    </Details>
  )
}

/** Where an error leads on top of the page. */
export function wordsErrors(form: WordsForm | undefined, visit: StaffVisit): { readonly field: string; readonly text: string }[] {
  if (!form?.error) return []
  return [{ field: form.error === notesText[visit.lang].colleagueMissing ? 'colleague' : form.what, text: form.error }]
}
