/** The decision panel: every verb in its place; what cannot be pressed says why. */
import type { ComponentChildren } from 'preact'
import { CLAIM_MINUTES } from '../../../dossiers/index.ts'
import { isRefusalCode, refusalGround } from '../../../catalogue/index.ts'
import { Button, Card, Code, DateTime, Details, Form, InsetText, KeyHint, Link, LinkButton, ShortcutSwitch, Stack } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit } from '../../request.ts'
import { heldBy } from '../shared.ts'
import { decisionText, type DeskVerb } from '../text/decision.ts'
import { firstView } from '../worklist/worklist.view.ts'
import type { DossierPageView } from './dossier.view.ts'
import { possible } from './possible.ts'

type Part = { readonly view: DossierPageView; readonly visit: StaffVisit }

/** Words of the addresses that forms post to, and of the forms that open on the page. */
export const verbPaths: Readonly<Record<DeskVerb, string>> = {
  claim: 'nhan-xu-ly', release: 'tra-danh-sach', accept: 'tiep-nhan', askSupplement: 'bo-sung', approve: 'duyet', refuse: 'tu-choi', sign: 'ky', sendBack: 'tra-can-bo',
}

/** The part of the address that opens a form on the dossier's page. */
export function openForm(dossierId: string, verb: 'askSupplement' | 'refuse'): string {
  return `${paths.officerDossier(dossierId)}?lam=${verbPaths[verb]}#${verbPaths[verb]}`
}

interface VerbProps extends Part {
  readonly verb: DeskVerb
  readonly look?: 'primary' | 'secondary' | 'warning'
  readonly shortcut?: string
  readonly hidden?: Readonly<Record<string, string>>
  readonly text?: string
  /** Opens a form instead of acting. */
  readonly href?: string
}

/** One button in its own form; disabled with its reason below it, read together with it. */
function VerbButton({ view, visit, verb, look = 'secondary', shortcut, hidden, text, href }: VerbProps) {
  const label = text ?? decisionText[visit.lang].verbs[verb]
  const may = possible(verb, view, visit)
  if (may !== true) {
    const reasonId = `vi-sao-${verbPaths[verb]}`
    return (
      <div>
        <Button type="button" look="secondary" disabled attributes={{ 'aria-describedby': reasonId }}>{label}</Button>
        <p class="govuk-hint govuk-!-margin-bottom-0 tt-reason" id={reasonId}>{may}</p>
      </div>
    )
  }
  if (href) return <LinkButton href={href} look={look} shortcut={shortcut}>{label}</LinkButton>
  return (
    <Form action={paths.officerAction(view.dossier.id, verbPaths[verb])} csrf={visit.csrf} hidden={hidden}>
      <Button look={look} shortcut={shortcut} preventDoubleClick>{label}</Button>
    </Form>
  )
}

export function DecisionPanel({ view, visit }: Part) {
  const d = decisionText[visit.lang]
  const { dossier } = view
  const isMine = heldBy(dossier, view.now)?.staffId === visit.session.staff.id
  return (
    <>
      {(dossier.status === 'approved' || view.decision?.signedBy) && <SigningCard view={view} visit={visit} />}
      {view.decision?.outcome === 'refuse' && <RefusedCard view={view} visit={visit} />}
      <Card title={d.title}>
        <Stack>
          <VerbButton view={view} visit={visit} verb="claim" look={isMine ? 'secondary' : 'primary'} shortcut="n" text={isMine ? d.verbs.renew : undefined} />
          <VerbButton view={view} visit={visit} verb="accept" look={isMine ? 'primary' : 'secondary'} shortcut="t" />
          <VerbButton view={view} visit={visit} verb="approve" look={isMine ? 'primary' : 'secondary'} shortcut="a" />
          <VerbButton view={view} visit={visit} verb="askSupplement" shortcut="s" href={openForm(dossier.id, 'askSupplement')} />
          <VerbButton view={view} visit={visit} verb="refuse" shortcut="r" href={openForm(dossier.id, 'refuse')} />
          {isMine && <VerbButton view={view} visit={visit} verb="release" />}
        </Stack>
        {possible('claim', view, visit) === true && <p class="govuk-body-s">{d.claimLasts(CLAIM_MINUTES)}</p>}
        <Neighbours view={view} visit={visit} />
        <ShortcutSwitch />
      </Card>
    </>
  )
}

function Neighbours({ view, visit }: Part) {
  const d = decisionText[visit.lang]
  return (
    <p class="govuk-body">
      {view.next && <><Link href={paths.officerDossier(view.next)} attributes={{ 'data-shortcut': 'j' }}>{d.nextDossier}</Link> <KeyHint>J</KeyHint> · </>}
      {view.previous && <><Link href={paths.officerDossier(view.previous)} attributes={{ 'data-shortcut': 'k' }}>{d.previousDossier}</Link> <KeyHint>K</KeyHint> · </>}
      <Link href={paths.worklist(firstView(visit))} attributes={{ 'data-shortcut': 'l' }}>{d.backToList}</Link> <KeyHint>L</KeyHint>
    </p>
  )
}

/** What the signer signs: the very file, its code, who prepared it. Signing has no key of its own: nobody signs by a slip. */
function SigningCard({ view, visit }: Part) {
  const d = decisionText[visit.lang]
  const { dossier, decision, decisionPaper, signatures } = view
  const hash = decisionPaper && (decisionPaper.signedHash ?? decisionPaper.hash)
  const pending = signatures.some((one) => one.state === 'asked')
  return (
    <Card title={d.signing}>
      {decision && <p class="govuk-body">{d.preparedBy}: {view.staff.get(decision.preparedBy)?.fullName}, <DateTime at={decision.preparedAt} /><br />{d.basis}: {decision.legalBasis}</p>}
      {!hash && <InsetText><Working>{d.drawingUp}</Working></InsetText>}
      {hash && decisionPaper && (
        <>
          <p class="govuk-body"><Link href={paths.officerDocument(dossier.id, decisionPaper.id)} attributes={{ 'data-shortcut': 'p' }}>{d.openDecision}</Link> <KeyHint>P</KeyHint></p>
          <Details summaryText={`${d.paperHash} ${hash.slice(0, 4)} ${hash.slice(4, 8)}`}>
            <p class="govuk-body-s"><Code>{hash}</Code></p>
            <p class="govuk-body-s">{d.hashHelp}</p>
          </Details>
        </>
      )}
      {signatures.map((one) => one.state === 'refused' && one.refusal && <InsetText classes="tt-alarm">{d.signingRefused[one.refusal]}</InsetText>)}
      {signatures.map((one) => one.state === 'done' && (
        <p class="govuk-body">{d.signedBy}: {view.staff.get(one.signerId)?.fullName}{one.signedAt && <>, <DateTime at={one.signedAt} /></>}{one.stampedAt && <> ({d.stampedAt} <DateTime at={one.stampedAt} />)</>}</p>
      ))}
      {dossier.status === 'approved' && (pending || decisionPaper?.state === 'signed'
        ? <InsetText><Working>{pending ? d.beingSigned : d.effect}</Working></InsetText>
        : (
          <Stack>
            {hash && <VerbButton view={view} visit={visit} verb="sign" look="primary" hidden={{ shownHash: hash }} />}
            <VerbButton view={view} visit={visit} verb="sendBack" shortcut="b" />
          </Stack>
        ))}
    </Card>
  )
}

function Working({ children }: { children?: ComponentChildren }) {
  return <span role="status">{children}</span>
}

function RefusedCard({ view, visit }: Part) {
  const d = decisionText[visit.lang]
  const { decision } = view
  if (!decision?.reason || !isRefusalCode(decision.reason)) return null
  const ground = refusalGround(decision.reason)
  return (
    <Card title={d.refusedOn}>
      <p class="govuk-body"><strong>{ground.title[visit.lang]}</strong><br />{decision.legalBasis}</p>
      <p class="govuk-body">{d.remedy}: {ground.remedy[visit.lang]}</p>
    </Card>
  )
}

/** Whether the worker is about to change what this page shows, so that it should load itself again. */
export function isWorking({ dossier, decisionPaper, signatures }: DossierPageView): boolean {
  return dossier.status === 'approved' && (!decisionPaper?.hash || decisionPaper.state === 'signed' || signatures.some((one) => one.state === 'asked'))
}
