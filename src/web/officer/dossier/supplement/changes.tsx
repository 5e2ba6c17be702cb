/** What was asked for and what came back, before beside after; the earlier version stays readable (B7). */
import { pointWords, reasonWords } from '../../../../catalogue/index.ts'
import { receiptHash } from '../../../../capabilities/portraits/index.ts'
import { can, pointValue, type PointAnswer, type SupplementPoint, type SupplementRequest } from '../../../../dossiers/index.ts'
import { formatDate, localDateAt } from '../../../../platform/values/dates.ts'
import { Button, Card, Code, CompareTable, type Content, DateTime, Details, Form, Picture, Textarea } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import type { StaffVisit } from '../../../request.ts'
import { Hash, Sub } from '../../parts.tsx'
import { withinFields } from '../../worklist/address.ts'
import type { DossierPageView } from '../dossier.view.ts'
import type { WordsForm } from '../notes/form.ts'
import { askText } from './text.ts'
import { turnToAsk } from './view.ts'

interface Part {
  readonly view: DossierPageView
  readonly visit: StaffVisit
}

export function SupplementsCard({ view, visit, form }: Part & { form: WordsForm | undefined }) {
  const t = askText[visit.lang]
  const { requests, permissions } = view.supplements
  if (requests.length === 0) return null
  return (
    <Card title={t.history} id="bo-sung-ho-so">
      {[...requests].reverse().map((request) => <Request view={view} visit={visit} request={request} />)}
      {permissions.map((one) => <p class="govuk-body"><strong>{t.allowed}</strong>, {view.staff.get(one.allowedBy)?.fullName}, <DateTime at={one.allowedAt} />: “{one.reason}”</p>)}
      <Allow view={view} visit={visit} form={form} />
    </Card>
  )
}

function Request({ view, visit, request }: Part & { request: SupplementRequest }) {
  const { lang } = visit
  const t = askText[lang]
  const asker = request.askedBy === null ? t.byService : (view.staff.get(request.askedBy)?.fullName ?? '')
  const head = <><strong>{t.askedAt}</strong>, {asker}, <DateTime at={request.askedAt} />{request.permissionId !== null && ` (${t.again})`}</>
  if (!request.answeredAt) {
    return (
      <>
        <p class="govuk-body">{head}. {view.dossier.closedAt ? t.unanswered : t.waiting} <LastDay view={view} visit={visit} /></p>
        <ul class="govuk-list govuk-list--bullet">{request.points.map(({ kind, reason, note }) => <li>{pointWords(kind)[lang]} {t.because(reasonWords(reason)[lang])}{note && <>: “{note}”</>}</li>)}</ul>
      </>
    )
  }
  return (
    <>
      <p class="govuk-body">{head}. <strong>{t.answeredAt}</strong>, <DateTime at={request.answeredAt} />.</p>
      <CompareTable
        label={`${t.history}, ${t.before} – ${t.after}`} head={[t.before, t.after]} differsText={t.differs}
        rows={request.points.map((point) => ({
          name: <>{pointWords(point.kind)[lang]} <Sub>{reasonWords(point.reason)[lang]}</Sub></>,
          values: [<Value view={view} visit={visit} point={point} value={point.before} />, <Value view={view} visit={visit} point={point} value={point.answer} isAfter />],
          differs: isChanged(view, point),
        }))}
      />
      <Details summaryText={t.note}>
        <ul class="govuk-list govuk-list--bullet">{request.points.flatMap(({ kind, note }) => (note ? [<li>{pointWords(kind)[lang]}: “{note}”</li>] : []))}</ul>
      </Details>
    </>
  )
}

/** Until when the open request can be answered; past that, what follows. */
function LastDay({ view: { dossier, today }, visit }: Part) {
  const t = askText[visit.lang]
  if (!dossier.supplementDueAt) return null
  const on = localDateAt(dossier.supplementDueAt)
  return <strong>{(dossier.closedAt === null && today > on ? t.lastDayPassed : t.lastDay)(formatDate(on))}</strong>
}

/** Whether something else stands there now. A picture sent twice is the same picture, whatever it was filed as. */
function isChanged({ supplements }: DossierPageView, { kind, before, answer }: SupplementPoint): boolean {
  if (kind === 'changed-details' || !before || !answer) return false
  const said = (value: PointAnswer) => (value.portraitId ? supplements.portraits.get(value.portraitId)?.cropHash : JSON.stringify(value))
  return said(before) !== said(answer)
}

function Value({ view, visit, point, value, isAfter = false }: Part & { point: SupplementPoint; value: PointAnswer | null; isAfter?: boolean }): Content {
  const { lang } = visit
  const t = askText[lang]
  if (point.kind === 'changed-details') return isAfter ? t.told : t.inRegister
  if (value?.portraitId) {
    const portrait = view.supplements.portraits.get(value.portraitId)
    const name = `${pointWords('portrait')[lang]}, ${(isAfter ? t.after : t.before).toLocaleLowerCase(lang)}`
    return (
      <Picture small src={portrait && paths.officerPortraitVersion(view.dossier.id, `${value.portraitId}.jpg`)} alt={name}>
        {portrait && <><Code>{receiptHash(portrait.cropHash)}</Code> <DateTime at={portrait.receivedAt} /><Details summaryText="SHA-256"><Hash code={portrait.cropHash} /></Details></>}
      </Picture>
    )
  }
  // Requests older than points kept no version of what stood there before.
  if (value === null) return t.older
  return pointValue(point.kind, value, view.today)?.[lang] ?? t.none
}

/** A supervisor's word for one more. */
function Allow({ view, visit, form }: Part & { form: WordsForm | undefined }) {
  const t = askText[visit.lang]
  const may = can('allowSupplement', view.standing, visit.actor, view.now) === true && turnToAsk(view.supplements) === 'not-allowed'
  if (!may) return null
  const own = form?.what === 'allow' ? form : undefined
  return (
    <Details summaryText={t.allowTitle} open={own !== undefined}>
      <p class="govuk-body">{t.allowLead}</p>
      <Form action={paths.officerAllowSupplement(view.dossier.id)} csrf={visit.csrf} hidden={withinFields(view.within)}>
        <Textarea name="allow" rows={2} label={{ text: t.allowReason, classes: 'govuk-label--s' }} value={own?.entered ?? ''} errorMessage={own?.error ?? false} attributes={{ lang: 'vi' }} />
        <Button preventDoubleClick>{t.allow}</Button>
      </Form>
    </Details>
  )
}
