/** The first thing on a dossier's page: whose turn it is, and whether the reader must do anything. */
import type { ComponentChildren } from 'preact'
import { isRefusalCode, type MoneyRule, moneyRule, pointWords, reasonWords, refusalGround, refusalLawOf, returnsOldCard } from '../../../catalogue/index.ts'
import { formatDate, formatInstant, localDateAt } from '../../../platform/values/dates.ts'
import { formatVnd } from '../../../platform/values/money.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Button, Form, LinkButton, StatusBox, type Tone, Vietnamese } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { CitizenVisit } from '../../request.ts'
import { Violations } from '../licence-card.tsx'
import { isSilent, type SupplementRequest } from '../../../dossiers/index.ts'
import { certificateItem } from '../needs-list.tsx'
import { dossierText } from '../text/dossier.ts'
import { moneyText } from '../text/money.ts'
import { Unsent } from './acts/supplement/late.tsx'
import { redeliveryText } from './acts/text.ts'
import { supplementText } from '../text/supplement.ts'
import { type DossierView, openAttempt } from './dossier.view.ts'

interface Props {
  readonly view: DossierView
  readonly visit: CitizenVisit
  /** The browser came back from the payment platform just now. */
  readonly returned: boolean
}

/** Whether the page waits for the payment platform's word, or for the dossier to hear of it. */
export function isCheckingPayment(view: DossierView, returned: boolean): boolean {
  const open = openAttempt(view.money)
  if (view.money.feePaid) return hasArrived(view)
  if (open === undefined) return false
  // A code can be scanned as long as it is shown; only then is there nothing left but to wait.
  return open.method === 'vietqr' ? view.now >= open.expiresAt : returned || open.state === 'pending'
}

/** The fee is booked and a job is about to move the dossier on: nobody is asked for what has arrived. */
function hasArrived({ money, dossier }: DossierView): boolean {
  return money.feePaid && dossier.turnCause === 'fee' && dossier.closedAt === null
}

/** The box. */
export function TurnBox(props: Props) {
  const { view, visit } = props
  const t = dossierText[visit.lang].turn
  const { dossier } = view
  switch (dossier.turnCause) {
    case 'fee':
      return <Fee {...props} />
    case 'health-certificate':
      return dossier.turn === 'citizen'
        ? <Box tone="yours" words={t.certificateFailed} action={<SendCopy {...props} />}><p class="govuk-body">{certificateItem(view, visit.lang).detail}</p></Box>
        : <Box tone="waiting" words={isSilent(view.certificate) ? t.certificateSilent : t.certificate} action={<SendCopy {...props} />} />
    case 'copy-to-read':
      return <Box tone="waiting" words={t['copy-to-read']} />
    case 'violations':
      return dossier.turn === 'citizen' ? <SettleViolations {...props} /> : <Box tone="waiting" words={t.violations} />
    case 'identity':
    case 'current-licence':
    case 'portrait':
      return <Unclear {...props} />
    case 'supplement':
    case 'supplement-again':
    case 'supplement-lost':
      return <Supplement {...props} />
    case 'refused':
      return <Refused {...props} />
    case 'loss-report':
      return <Box tone="waiting" words={t.lossSearch} />
    case 'to-accept':
      return <ToAccept {...props} />
    case 'to-appraise':
    case 'to-sign':
    case 'card':
    case 'card-to-post':
    case 'card-listed':
      return <Box tone="waiting" words={t[dossier.turnCause]} />
    case 'card-coming-back':
    case 'card-lost':
      return <Box tone="waiting" words={t[dossier.turnCause]} />
    case 'redeliver':
    case 'card-sent-back':
      return <Box tone="yours" words={t[dossier.turnCause]} action={<LinkButton href={paths.redelivery(dossier.id)}>{redeliveryText[visit.lang].choose}</LinkButton>} />
    case 'collect-at-post':
      return <Box tone="yours" words={t['collect-at-post']} />
    case 'delivery':
      return <Box tone="waiting" words={t.delivery}>{returnsOldCard(view.procedure) && <p class="govuk-body">{t.giveBack}</p>}</Box>
    case 'collect':
      return <Box tone="yours" words={t.collect}>{returnsOldCard(view.procedure) && <p class="govuk-body">{t.bringBack}</p>}</Box>
    case 'returned':
      return <Box tone="done" words={t.returned} />
    case 'stopped':
      return <Stopped {...props} />
    case 'withdrawn':
      return <Box tone="quiet" words={t.withdrawn} />
    default:
      return <Box tone="waiting" words={t['to-accept']} />
  }
}

/** Whoever waits past the day of the answer is told so, and that it is not for them to do anything (P1). */
function ToAccept({ view: { dossier, now }, visit }: Props) {
  const t = dossierText[visit.lang].turn
  const by = dossier.noticeKeptAt === null ? dossier.noticeDueAt : null
  if (!by || by >= now) return <Box tone="waiting" words={t['to-accept']} />
  return <Box tone="waiting" words={{ title: t.lateNotice.title, body: t.lateNotice.body(formatDate(localDateAt(by))) }} />
}

function Box({ tone, words, action, children }: { tone: Tone; words: { title: string; body: string }; action?: ComponentChildren; children?: ComponentChildren }) {
  return (
    <StatusBox tone={tone} title={words.title} action={action}>
      {words.body && <p class="govuk-body">{words.body}</p>}
      {children}
    </StatusBox>
  )
}

/** Who has a paper certificate only can send a certified copy of it. */
function SendCopy({ view, visit }: Props) {
  return <LinkButton href={paths.certifiedCopy(view.dossier.id)} look="secondary">{dossierText[visit.lang].sendCopy}</LinkButton>
}

function Fee({ view, visit, returned }: Props) {
  const t = dossierText[visit.lang]
  const { dossier, money } = view
  const open = openAttempt(money)
  const last = money.attempts.at(-1)
  const failed = last?.state === 'failed' || last?.state === 'missing'
  const method = open?.method ?? 'checkout'
  const otherMethod = method === 'checkout' ? 'vietqr' : 'checkout'
  const blocked = view.requirements.filter((r) => r.state === 'failed').flatMap((r) => view.procedure.needs.find((need) => need.kind === r.kind)?.words[visit.lang] ?? [])
  const words = { title: t.turn.fee.title(formatVnd(dossier.amountVnd)), body: t.turn.fee.body }
  if (hasArrived(view)) return <Box tone="waiting" words={t.turn.feeArrived} />
  if (isCheckingPayment(view, returned)) return <Box tone="waiting" words={t.turn.feeChecking} />
  return (
    <Box
      tone="yours"
      words={words}
      action={(
        <>
          <Form action={paths.pay(dossier.id)} csrf={visit.csrf} hidden={{ cach: method }}><Button preventDoubleClick>{open ? t.payOn : failed ? t.payAgain : t.pay}</Button></Form>
          {open?.state !== 'pending' && <Form action={paths.pay(dossier.id)} csrf={visit.csrf} hidden={{ cach: otherMethod }}><Button look="secondary" preventDoubleClick>{moneyText[visit.lang].otherWay[otherMethod]}</Button></Form>}
          {(open || (failed && last.method === 'vietqr')) && <Form action={paths.checkPayment(dossier.id)} csrf={visit.csrf}><Button look="secondary" preventDoubleClick>{t.checkPayment}</Button></Form>}
        </>
      )}
    >
      {blocked.length > 0 && <p class="govuk-body"><strong>{t.turn.feeBlocked(blocked.join(', '))}</strong></p>}
      {open?.method === 'checkout' && <p class="govuk-body">{t.turn.feeStarted(formatInstant(open.startedAt))}</p>}
      {!open && failed && <p class="govuk-body">{t.turn.feeFailed}</p>}
    </Box>
  )
}

/** What else is in the way while the fee is the first thing named: told in full, so that nobody pays without knowing. */
export function AlsoBlocked(props: Props) {
  const { view } = props
  const failed = view.requirements.some((r) => r.kind === 'violations' && r.state === 'failed')
  return failed && view.dossier.closedAt === null && view.dossier.turnCause === 'fee' ? <SettleViolations {...props} also /> : null
}

function SettleViolations({ view, visit, also = false }: Props & { readonly also?: boolean }) {
  const t = dossierText[visit.lang]
  const requirement = view.requirements.find((r) => r.kind === 'violations')
  const code = requirement?.reason && isRefusalCode(requirement.reason) ? requirement.reason : ('unresolved-violation' as const)
  const law = refusalLawOf(view.procedure, code, localDateAt(view.dossier.filedAt))
  return (
    <Box tone="yours" words={also ? { ...t.turn.violationsFailed, title: t.turn.violationsAlso } : t.turn.violationsFailed} action={<Recheck view={view} visit={visit} />}>
      <p class="govuk-body"><strong>{t.remedy}.</strong> {refusalGround(code).remedy[visit.lang]}</p>
      <p class="govuk-body">{t.article}: <Vietnamese>{law.value}</Vietnamese>{law.assumed ? ` (${t.assumed})` : ''}</p>
      <Violations view={view} lang={visit.lang} />
    </Box>
  )
}

function Recheck({ view, visit }: Pick<Props, 'view' | 'visit'>) {
  return <Form action={paths.recheck(view.dossier.id)} csrf={visit.csrf}><Button preventDoubleClick>{dossierText[visit.lang].recheck}</Button></Form>
}

/** Something that only an officer can clear up with the citizen, told with the ground of the catalogue. */
function Unclear({ view, visit }: Props) {
  const t = dossierText[visit.lang]
  const reason = view.requirements.find((r) => r.kind === view.dossier.turnCause)?.reason
  const ground = reason && isRefusalCode(reason) ? refusalGround(reason) : undefined
  return (
    <Box tone="yours" words={{ title: t.turn.otherFailed, body: ground?.meaning[visit.lang] ?? '' }}>
      {ground && <p class="govuk-body"><strong>{ground.title[visit.lang]}.</strong> {ground.remedy[visit.lang]}</p>}
    </Box>
  )
}

function Supplement({ view, visit }: Props) {
  const { lang } = visit
  const t = dossierText[lang]
  const s = supplementText[lang]
  const request = view.requests.find((r) => r.answeredAt === null)
  const lastDay = view.supplementBy
  const points = request?.points ?? []
  const answered = points.filter(({ answer }) => answer !== null).length
  const isWhole = points.length > 0 && answered === points.length
  const words = { supplement: t.turn.supplement, 'supplement-lost': t.turn.supplementLost }[view.dossier.turnCause] ?? t.turn.supplementAgain
  return (
    <Box tone="yours" words={words} action={<LinkButton href={paths.supplement(view.dossier.id)}>{isWhole ? s.checkAndSend : t.answer}</LinkButton>}>
      {answered > 0 && <p class="govuk-body"><strong>{isWhole ? s.notSent : s.answeredSoFar(answered, points.length)}</strong></p>}
      {lastDay && <p class="govuk-body"><strong>{(localDateAt(view.now) > lastDay.dueOn ? s.lastDayPassed : s.lastDay)(formatDate(lastDay.dueOn))}</strong> {s.ifNot}{view.money.feePaid && ` ${s.feeIfStopped[stopRule(view)]}`}</p>}
      {request?.permissionId && <p class="govuk-body"><strong>{s.ours}</strong></p>}
      {request && <Points request={request} lang={lang} />}
    </Box>
  )
}

/** What becomes of a paid fee when the dossier is stopped, by the rule of the day of filing. */
function stopRule({ dossier }: DossierView): MoneyRule {
  return moneyRule(dossier.acceptedAt === null ? 'stopped-before-acceptance' : 'stopped-after-acceptance', localDateAt(dossier.filedAt)).value
}

/** Nobody answered by the last day: when, what was asked, what had been answered and not sent, and what can be done now. */
function Stopped({ view, visit }: Props) {
  const { lang } = visit
  const t = dossierText[lang].turn
  const { dossier } = view
  const request = view.requests.find((r) => r.answeredAt === null)
  return (
    <Box tone="stopped" words={t.stopped} action={<LinkButton href={paths.mine()}>{supplementText[lang].fileAnew}</LinkButton>}>
      {request && dossier.supplementDueAt && dossier.closedAt && <p class="govuk-body">{t.stoppedWhen(formatInstant(request.askedAt), formatDate(localDateAt(dossier.supplementDueAt)), formatInstant(dossier.closedAt))}</p>}
      {request && <Points request={request} lang={lang} />}
      {request && <Unsent request={request} on={localDateAt(view.now)} lang={lang} />}
      {view.money.charges.some(({ isSurplus }) => !isSurplus) && <p class="govuk-body">{t.stoppedFee[stopRule(view)]} ({dossierText[lang].assumed})</p>}
      <p class="govuk-body">{t.stoppedComplain}</p>
    </Box>
  )
}

function Points({ request, lang }: { readonly request: SupplementRequest; readonly lang: Lang }) {
  if (request.points.length === 0) return null
  return <ul class="govuk-list govuk-list--bullet">{request.points.map(({ kind, reason, note }) => <li><strong>{pointWords(kind)[lang]}: {reasonWords(reason)[lang]}.</strong> {note}</li>)}</ul>
}

function Refused({ view, visit }: Props) {
  const { lang } = visit
  const t = dossierText[lang]
  const { decision } = view
  const ground = decision?.reason && isRefusalCode(decision.reason) ? refusalGround(decision.reason) : undefined
  return (
    <Box tone="stopped" words={{ title: t.turn.refused.title, body: ground ? `${ground.title[lang]}. ${ground.meaning[lang]}` : '' }}>
      {ground && <p class="govuk-body"><strong>{t.remedy}.</strong> {ground.remedy[lang]}</p>}
      {decision && <p class="govuk-body">{t.article}: <Vietnamese>{decision.legalBasis}</Vietnamese></p>}
    </Box>
  )
}
