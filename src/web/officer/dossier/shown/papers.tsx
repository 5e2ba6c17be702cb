/** Papers of the dossier, and where card and parcel are. */
import type { Document } from '../../../../capabilities/documents/index.ts'
import { formOf, isFormKind } from '../../../../catalogue/forms/index.ts'
import { findServicePoint } from '../../../../catalogue/index.ts'
import { localDateAt } from '../../../../platform/values/dates.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { Button, Card, Checklist, Code, DateOnly, DateTime, Details, Form, InsetText, Link, SummaryList, type Tone } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import type { StaffVisit } from '../../../request.ts'
import { cardsText } from '../../text/cards.ts'
import { dossierText, helpText } from '../../text/dossier.ts'
import { withinFields } from '../../worklist/address.ts'
import type { DossierView } from '../dossier.view.ts'
import { papersText } from '../papers/text.ts'

type Part = { readonly view: DossierView; readonly lang: Lang }

const tones: Readonly<Record<Document['state'], Tone>> = { requested: 'waiting', rendered: 'done', signing: 'waiting', signed: 'done' }

/** The form's name in the reader's language; the paper itself is Vietnamese. */
function titleOf(document: Document, lang: Lang): string {
  return isFormKind(document.kind) ? formOf(document.kind).title[lang] : document.title
}

/** The roles that answer for the handling; who inspects reads. */
const ASKS: readonly string[] = ['appraiser', 'signer', 'supervisor']

export function PapersCard({ view, visit }: { readonly view: DossierView; readonly visit: StaffVisit }) {
  const { lang } = visit
  const t = dossierText[lang]
  const p = papersText[lang]
  // Digitised papers stand with what was handed in.
  const papers = view.documents.filter((one) => one.kind !== 'digitised-paper')
  const waits = view.documents.some((one) => one.state === 'signing') && visit.outages?.includes('timestamp-authority')
  return (
    <Card title={t.papers} id="giay-to">
      {waits && <InsetText>{p.waitsForStamp}</InsetText>}
      {papers.length === 0 ? <p class="govuk-body">{t.noPapers}</p> : (
        <Checklist
          items={papers.map((one) => ({
            tone: tones[one.state],
            title: one.hash === null ? titleOf(one, lang) : <Link href={paths.officerDocument(view.dossier.id, one.id)}>{titleOf(one, lang)}<span class="govuk-visually-hidden"> ({t.openPdf})</span></Link>,
            detail: <>{one.numberText && <><Code>{one.numberText}</Code>, </>}<DateOnly on={one.madeOn} /></>,
            status: waits && one.state === 'signing' ? p.waitingStamp : t.paperStates[one.state],
          }))}
        />
      )}
      {ASKS.includes(visit.session.staff.role) && (
        <Form action={paths.controlSheet(view.dossier.id)} csrf={visit.csrf} hidden={withinFields(view.within)}>
          <p class="govuk-hint">{p.sheetHint}</p>
          <Button look="secondary" preventDoubleClick>{p.askSheet}</Button>
        </Form>
      )}
    </Card>
  )
}

/** Who helped to file, what proves that the person agreed, and the papers that were scanned in (A4, A7). */
export function HelpCard({ view: { dossier, documents, help, staff }, lang }: Part) {
  const t = helpText[lang]
  if (!help) return null
  const { consent, proof, scans, digitised } = help
  return (
    <Card title={t.title}>
      <SummaryList
        rows={[
          { key: t.helper, value: staff.get(help.helperId)?.fullName ?? '' },
          { key: t.office, value: findServicePoint(help.officeCode, localDateAt(dossier.filedAt))?.name[lang] ?? '' },
          { key: t.agreed, value: <>{t.by[proof?.kind ?? 'code']}{consent.givenAt && <>, <DateTime at={consent.givenAt} /></>}</> },
        ]}
      />
      {proof?.kind === 'drawn' && (
        <Details summaryText={t.signature}>
          <svg class="tt-signed" viewBox="0 0 1000 300" role="img" aria-label={t.signature}>{proof.strokes.map((stroke) => <polyline points={stroke.map((point) => point.join(',')).join(' ')} />)}</svg>
        </Details>
      )}
      {digitised.length > 0 && <h3 class="govuk-heading-s">{t.digitised}</h3>}
      {digitised.length > 0 && (
        <Checklist
          label={t.digitised}
          items={digitised.map(({ kind, pages, documentId }) => {
            const paper = documents.find((one) => one.id === documentId)
            const [first] = pages
            return {
              tone: paper?.state === 'signed' ? 'done' : 'waiting', title: paper?.hash ? <Link href={paths.officerDocument(dossier.id, paper.id)}>{t.kinds[kind]}</Link> : t.kinds[kind],
              detail: <>{t.pages(pages.length)}{first && <>, {staff.get(first.scannedBy)?.fullName}, <DateTime at={first.scannedAt} /></>}</>, status: paper ? dossierText[lang].paperStates[paper.state] : '',
            }
          })}
        />
      )}
      {scans.length > 0 && <h3 class="govuk-heading-s">{t.scans}</h3>}
      {scans.length > 0 && (
        <Checklist label={t.scans} items={scans.map((one) => ({ tone: 'done', title: <Link href={paths.officerScan(dossier.id, one.id)}>{t.kinds[one.kind]}</Link>, detail: <DateTime at={one.scannedAt} />, status: t.scanned }))} />
      )}
    </Card>
  )
}

export function DeliveryCard({ view, lang }: Part) {
  const t = dossierText[lang]
  const { card, parcel } = view
  if (!card) return null
  return (
    <Card title={t.delivery}>
      <SummaryList
       
        rows={[
          { key: t.cardSerial, value: <Code>{card.cardSerial}</Code> },
          { key: card.handedOverTo ? t.handedTo[card.handedOverTo] : t.cardStates[card.state], value: <DateTime at={card.handedOverAt ?? card.printedAt ?? card.queuedAt} /> },
          parcel && { key: t.parcel, value: <>{parcel.itemNumber && <Code>{parcel.itemNumber}</Code>} {cardsText[lang].parcelStates[parcel.state]}</> },
          ...(parcel?.events ?? []).map((event) => ({ key: <DateOnly on={localDateAt(event.happenedAt)} />, value: <>{cardsText[lang].parcelStates[event.state]}, <DateTime at={event.happenedAt} show="time" /></> })),
        ]}
      />
    </Card>
  )
}
