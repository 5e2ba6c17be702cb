/** The dossier on one screen: differences first, the portrait large, every check with its source, the decision at hand. */
import { localDateAt } from '../../../platform/values/dates.ts'
import { Code, Columns, DateOnly, DateTime, Heading, NotificationBanner, Tag } from '../../kit/index.ts'
import { StaffLayout } from '../../layout.tsx'
import type { StaffVisit, Web } from '../../request.ts'
import { heldBy, leftOf, numberOf, ownerOf, stateOf } from '../shared.ts'
import { decisionText, type DeskVerb } from '../text/decision.ts'
import { dossierText } from '../text/dossier.ts'
import { refusalWords, words } from '../text/words.ts'
import { ByHandCard } from './by-hand/card.tsx'
import type { HandForm } from './by-hand/form.ts'
import { FormErrors, type OpenForm, RefusalForm } from './action-forms.tsx'
import { ChecksCard } from './shown/checks.tsx'
import type { DossierPageView } from './dossier.view.ts'
import { TermsCard } from './dates/card.tsx'
import { DecisionPanel } from './panel.tsx'
import { DeliveryCard, HelpCard, PapersCard } from './shown/papers.tsx'
import { NotesCard, wordsErrors } from './notes/card.tsx'
import type { WordsForm } from './notes/form.ts'
import { SupplementsCard } from './supplement/changes.tsx'
import { StopForm } from './supplement/stop.tsx'
import { HintsCard } from './shown/hints/card.tsx'
import { PortraitCard } from './shown/portrait.tsx'
import { GiveCard, type GiveForm } from '../worklist/holding/give.tsx'
import { Meanwhile } from '../worklist/holding/meanwhile.tsx'
import { lackingOf } from './possible.ts'
import { ComparisonCard, LicencesCard, RequestCard } from './shown/registers.tsx'
import { TimelineCard } from './shown/timeline.tsx'

/** What the page says besides the dossier: what was just done, what was refused, which form is open. */
export interface Said {
  readonly done?: DeskVerb | undefined
  /** Code of a refusal by the server, and words of its own where the table has better ones. */
  readonly refused?: { readonly code: string; readonly words?: string | undefined } | undefined
  readonly form?: OpenForm | undefined
  /** The newest event that the visitor had seen, where others went on since. */
  readonly since?: string | undefined
  /** The form of handing over, with what was entered. */
  readonly give?: GiveForm | undefined
  /** Words for something done that is no verb. */
  readonly doneWords?: string | undefined
  /** The form of checking by hand, with what was entered. */
  readonly handForm?: HandForm | undefined
  /** A field of words that came back: a note, a question, an opinion, a supervisor's reason. */
  readonly wordsForm?: WordsForm | undefined
  /** The dossier whose picture was asked for beside the own one. */
  readonly beside?: string | undefined
}

export function dossierPage(web: Web, visit: StaffVisit, view: DossierPageView, said: Said = {}) {
  const { lang } = visit
  const { dossier } = view
  const errors = said.form?.errors ?? said.handForm?.errors ?? said.give?.errors ?? wordsErrors(said.wordsForm, visit)
  return (
    <StaffLayout
      web={web} visit={visit} today={view.today} current={visit.session.staff.role === 'signer' ? 'to-sign' : 'worklist'} toSign={view.toSign}
      title={`${dossier.applicantName}, ${numberOf(dossier)}`} hasError={errors.length > 0 || said.refused !== undefined}
    >
      <FormErrors errors={errors} />
      {said.refused && <RefusedNotice said={said} lang={lang} />}
      {said.since !== undefined && <Meanwhile view={view} visit={visit} since={said.since} />}
      {said.doneWords && <NotificationBanner type="success" text={said.doneWords} />}
      {said.done && <NotificationBanner type="success" text={decisionText[lang].done[said.done]} />}
      <DossierHeading view={view} visit={visit} />
      <Columns start={<><PortraitCard view={view} lang={lang} /><RequestCard view={view} lang={lang} /></>} aside={<><DecisionPanel view={view} visit={visit} /><GiveCard view={view} visit={visit} form={said.give} /><TermsCard dossier={dossier} terms={view.terms} now={view.now} lang={lang} /><NotesCard view={view} visit={visit} form={said.wordsForm} /><TimelineCard view={view} visit={visit} /></>}>
        {said.form?.verb === 'refuse' && <RefusalForm view={view} visit={visit} form={said.form} />}
        {said.form?.verb === 'stop' && <StopForm view={view} visit={visit} />}
        <SupplementsCard view={view} visit={visit} form={said.wordsForm} />
        <ComparisonCard view={view} lang={lang} />
        <HintsCard view={view} visit={visit} beside={said.beside} />
        <ChecksCard view={view} lang={lang} />
        <ByHandCard view={view} visit={visit} form={said.handForm} />
        <LicencesCard view={view} lang={lang} />
        <HelpCard view={view} lang={lang} />
        <PapersCard view={view} visit={visit} />
        <DeliveryCard view={view} lang={lang} />
      </Columns>
    </StaffLayout>
  )
}

/** The server said no: why, that nothing changed, and that what was entered is still there. */
function RefusedNotice({ said, lang }: { said: Said; lang: StaffVisit['lang'] }) {
  const { refused } = said
  if (!refused) return null
  return (
    <NotificationBanner role="alert" titleText={words[lang].notDone}>
      <p class="govuk-notification-banner__heading">{refused.words ?? refusalWords(refused.code, lang)}</p>
      <p class="govuk-body">{words[lang].nothingChanged} {((said.form?.verb === 'refuse' ? said.form : undefined) ?? said.handForm ?? said.give ?? said.wordsForm) && decisionText[lang].enteredKept}</p>
    </NotificationBanner>
  )
}

function DossierHeading({ view, visit }: { view: DossierPageView; visit: StaffVisit }) {
  const t = dossierText[visit.lang]
  const { dossier, standing } = view
  const state = stateOf(dossier, visit.lang)
  const isOpen = dossier.status === 'filed' || dossier.status === 'accepted'
  return (
    <Heading
      beside={
        <>
          <span><Code>{numberOf(dossier)}</Code> · {view.theCase.procedure.title[visit.lang]} {dossier.classLabel}</span>
          <Tag tone={state.tone}>{state.text}</Tag>
          {isOpen && standing.unmet.length === 0 && <Tag tone="done">{t.eligible}</Tag>}
          {isOpen && standing.unmet.length > 1 && <span>{t.lacks(lackingOf(view, visit))}</span>}
        </>
      }
      end={<HeadingEnd view={view} visit={visit} />}
    >
      {dossier.applicantName}
    </Heading>
  )
}

function HeadingEnd({ view, visit }: { view: DossierPageView; visit: StaffVisit }) {
  const t = dossierText[visit.lang]
  const { dossier, now } = view
  const held = heldBy(dossier, now)
  const left = leftOf(dossier, now, view.calendar, visit.lang)
  if (dossier.closedAt) return <>{t.closed} <DateTime at={dossier.closedAt} /></>
  return (
    <>
      {held && dossier.turn === 'officer' && dossier.status !== 'approved'
        ? <>{held.staffId === visit.session.staff.id ? t.heldByYou : t.heldBy(view.staff.get(held.staffId)?.fullName ?? '')} <DateTime at={held.until} show="time" /></>
        : <>{t.waitingFor}: {ownerOf(dossier, visit.lang)} {t.since} <DateTime at={dossier.turnSince} /></>}
      {' · '}
      {dossier.dueAt ? <>{t.due} <DateOnly on={localDateAt(dossier.dueAt)} />{left && (left.tone === 'stopped' || dossier.status === 'supplementing' ? <>, <Tag tone={left.tone}>{left.text}</Tag></> : ` (${t.left(left.text)})`)}</> : <>{t.filed} <DateTime at={dossier.filedAt} /></>}
    </>
  )
}
