/** The decision panel: every verb in its place; what cannot be pressed says why. */
import type { ComponentChildren } from 'preact'
import { CLAIM_MINUTES } from '../../../dossiers/index.ts'
import { authorityOf, isRefusalCode, refusalGround } from '../../../catalogue/index.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Button, Card, DateTime, Details, Form, InsetText, KeyHint, Link, LinkButton, ShortcutSwitch, Stack, Vietnamese } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit } from '../../request.ts'
import { Alarm, Hash, mustSignInAgain, SignInAgain, SigningHeld } from '../parts.tsx'
import { heldBy } from '../shared.ts'
import { decisionText, type DeskVerb } from '../text/decision.ts'
import { words } from '../text/words.ts'
import { addressOf, firstView, type Within, withinFields } from '../worklist/address.ts'
import type { DossierPageView } from './dossier.view.ts'
import { papersText } from './papers/text.ts'
import { shownIn } from '../worklist/holding/shown.ts'
import { decides, possible } from './possible.ts'
import { StraightCard } from './shown/straight.tsx'

type Part = { readonly view: DossierPageView; readonly visit: StaffVisit }

/** Words of the addresses that forms post to, and of the forms that open on the page. */
export const verbPaths: Readonly<Record<DeskVerb, string>> = {
  decide: 'mot-lan-bam', claim: 'nhan-xu-ly', release: 'tra-danh-sach', accept: 'tiep-nhan', askSupplement: 'bo-sung', approve: 'duyet', refuse: 'tu-choi', stop: 'dung', sign: 'ky', cancelSign: 'huy-ky', sendBack: 'tra-can-bo', takeBack: 'lay-lai',
}

/** Verbs whose form opens on the page. */
export type OpenVerb = 'refuse' | 'stop'

/** The address that opens a form on the dossier's page, within the list it was opened from. */
function openForm(dossierId: string, verb: OpenVerb, within: Within | undefined): string {
  return `${paths.officerDossier(dossierId, { ...withinFields(within), lam: verbPaths[verb] })}#${verbPaths[verb]}`
}

interface VerbButton {
  readonly verb: DeskVerb
  readonly look?: 'primary' | 'secondary' | 'warning'
  readonly shortcut?: string
  readonly hidden?: Readonly<Record<string, string>>
  readonly text?: string | undefined
  /** Opens a form instead of acting. */
  readonly href?: string
}

/** Buttons below each other; neighbours that cannot be pressed for the same reason share one line that says it. */
function VerbButtons({ view, visit, buttons }: Part & { buttons: readonly VerbButton[] }) {
  const judged = buttons.map((button) => ({ button, may: possible(button.verb, view, visit) }))
  return (
    <Stack>
      {judged.map(({ button, may }, index) => {
        const label = button.text ?? decisionText[visit.lang].verbs[button.verb]
        const last = judged.slice(index).findIndex((one) => one.may !== may)
        const owner = judged[last === -1 ? judged.length - 1 : index + last - 1]?.button.verb ?? button.verb
        const reasonId = `vi-sao-${verbPaths[owner]}`
        if (may !== true) {
          return (
            <>
              <Button type="button" look="secondary" disabled attributes={{ 'aria-describedby': reasonId }}>{label}</Button>
              {owner === button.verb && <p class="tt-reason" id={reasonId}>{may}</p>}
            </>
          )
        }
        if (button.href) return <LinkButton href={button.href} look={button.look ?? 'secondary'} shortcut={button.shortcut}>{label}</LinkButton>
        return (
          <Form action={paths.officerAction(view.dossier.id, verbPaths[button.verb])} csrf={visit.csrf} hidden={{ ...withinFields(view.within), ...shownIn(view), ...button.hidden }}>
            <Button look={button.look ?? 'secondary'} shortcut={button.shortcut} preventDoubleClick>{label}</Button>
          </Form>
        )
      })}
    </Stack>
  )
}

export function DecisionPanel({ view, visit }: Part) {
  const d = decisionText[visit.lang]
  const { dossier } = view
  const isMine = heldBy(dossier, view.now)?.staffId === visit.session.staff.id
  const mayHold = possible('claim', view, visit) === true
  return (
    <>
      {(dossier.status === 'approved' || view.decision?.signedBy) && <SigningCard view={view} visit={visit} />}
      {view.decision?.outcome === 'refuse' && <RefusedCard view={view} visit={visit} />}
      {view.straight && (dossier.status === 'filed' || dossier.status === 'accepted') && <StraightCard straight={view.straight} lang={visit.lang} />}
      <Card title={d.title}>
        {!decides(visit.actor.role) && <p class="govuk-body">{d.readsOnly}</p>}
        {decides(visit.actor.role) && (
          <VerbButtons
            view={view} visit={visit}
            buttons={[
              ...(possible('decide', view, visit) === true ? [{ verb: 'decide', look: 'primary', shortcut: 'd', text: dossier.status === 'accepted' ? d.verbs.approveAtOnce : undefined } as const] : []),
              isMine && mayHold ? { verb: 'claim', text: d.verbs.renew, shortcut: 'n' } : { verb: 'claim', look: 'primary', shortcut: 'n' },
              { verb: 'accept', look: 'primary', shortcut: 't' },
              { verb: 'approve', look: 'primary', shortcut: 'a' },
              { verb: 'askSupplement', shortcut: 's', href: paths.officerSupplement(dossier.id, withinFields(view.within)) },
              { verb: 'refuse', shortcut: 'r', href: openForm(dossier.id, 'refuse', view.within) },
              ...(dossier.status === 'supplementing' ? [{ verb: 'stop', shortcut: 'e', href: openForm(dossier.id, 'stop', view.within) } as const] : []),
              ...(isMine && mayHold ? [{ verb: 'release', shortcut: 'x' } as const] : []),
              ...(possible('takeBack', view, visit) === true ? [{ verb: 'takeBack', shortcut: 'z' } as const] : []),
            ]}
          />
        )}
        {mayHold && <p class="govuk-body-s">{d.claimLasts(CLAIM_MINUTES)}</p>}
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
      {view.next && <><Link href={view.next} attributes={{ 'data-shortcut': 'j' }}>{d.nextDossier}</Link> <KeyHint>J</KeyHint> · </>}
      {view.previous && <><Link href={view.previous} attributes={{ 'data-shortcut': 'k' }}>{d.previousDossier}</Link> <KeyHint>K</KeyHint> · </>}
      <Link href={view.within ? addressOf(view.within.list) : paths.worklist(firstView(visit))} attributes={{ 'data-shortcut': 'l' }}>{d.backToList}</Link> <KeyHint>L</KeyHint>
    </p>
  )
}

/** What the signer signs: the very file, its code, who prepared it. Signing has no key of its own: nobody signs by a slip. */
function SigningCard({ view, visit }: Part) {
  const d = decisionText[visit.lang]
  const { dossier, decision, decisionPaper, signatures } = view
  const hash = decisionPaper && (decisionPaper.signedHash ?? decisionPaper.hash)
  const pending = signatures.some((one) => one.state === 'asked')
  const { signingHeld } = view
  const mustSignIn = hash && !signingHeld && possible('sign', view, visit) === true && mustSignInAgain(visit, view.today)
  const again = mustSignIn ? { href: paths.signInAgain(paths.officerDossier(dossier.id, withinFields(view.within))), text: d.signInAgain.go } : {}
  const signing: readonly VerbButton[] = hash && !signingHeld ? [{ verb: 'sign', look: 'primary', hidden: { shownHash: hash }, ...again }] : []
  return (
    <Card title={d.signing}>
      {decision && <p class="govuk-body">{d.preparedBy}: {view.staff.get(decision.preparedBy)?.fullName}, <DateTime at={decision.preparedAt} /><br />{d.basis}: <Vietnamese>{decision.legalBasis}</Vietnamese></p>}
      {!hash && <Working view={view} visit={visit}>{d.drawingUp}</Working>}
      {hash && decisionPaper && (
        <>
          <p class="govuk-body"><Link href={paths.officerDocument(dossier.id, decisionPaper.id)} attributes={{ 'data-shortcut': 'p' }}>{d.openDecision}</Link> <KeyHint>P</KeyHint></p>
          <Details summaryText={`${d.paperHash} ${hash.slice(0, 4)} ${hash.slice(4, 8)}`}>
            <p class="govuk-body-s"><Hash code={hash} /></p>
            <p class="govuk-body-s">{d.hashHelp}</p>
          </Details>
        </>
      )}
      {signatures.map((one) => one.state === 'refused' && one.refusal && <Alarm title={words[visit.lang].notDone}>{isId(one.signerId) ? d.signingRefused[one.refusal] : d.sealRefused}</Alarm>)}
      {signatures.map((one) => one.state === 'done' && (
        <p class="govuk-body">{isId(one.signerId) ? <>{d.signedBy}: {view.staff.get(one.signerId)?.fullName}</> : <>{d.sealedBy}: {authorityOf(dossier.authorityProvince, view.today).name[visit.lang]}</>}{one.signedAt && <>, <DateTime at={one.signedAt} /></>}{one.stampedAt && <> ({d.stampedAt} <DateTime at={one.stampedAt} />)</>}</p>
      ))}
      {dossier.status === 'approved' && (pending || decisionPaper?.state === 'signed'
        ? (
          <>
            <Working view={view} visit={visit}>{pending ? (visit.outages?.includes('timestamp-authority') ? papersText[visit.lang].waitsForStamp : d.beingSigned) : d.effect}</Working>
            {pending && possible('cancelSign', view, visit) === true && <VerbButtons view={view} visit={visit} buttons={[{ verb: 'cancelSign' }]} />}
          </>
        )
        : (
          <>
            {hash && signingHeld && <SigningHeld held={signingHeld} visit={visit} today={view.today} />}
            {mustSignIn && <SignInAgain visit={visit} today={view.today} />}
            <VerbButtons view={view} visit={visit} buttons={[...signing, { verb: 'sendBack', shortcut: 'b' }]} />
          </>
        ))}
    </Card>
  )
}

/** The worker is at it; the page does not load itself again, since that would pull it away from under a reader. */
function Working({ view, visit, children }: Part & { children?: ComponentChildren }) {
  return <InsetText><span role="status">{children}</span> <Link href={paths.officerDossier(view.dossier.id, withinFields(view.within))} attributes={{ 'data-shortcut': 'u' }}>{decisionText[visit.lang].reload}</Link> <KeyHint>U</KeyHint></InsetText>
}

function RefusedCard({ view, visit }: Part) {
  const d = decisionText[visit.lang]
  const { decision } = view
  if (!decision?.reason || !isRefusalCode(decision.reason)) return null
  const ground = refusalGround(decision.reason)
  return (
    <Card title={d.refusedOn}>
      <p class="govuk-body"><strong>{ground.title[visit.lang]}</strong><br /><Vietnamese>{decision.legalBasis}</Vietnamese></p>
      <p class="govuk-body">{d.remedy}: {ground.remedy[visit.lang]}</p>
    </Card>
  )
}
