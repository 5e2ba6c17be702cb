/** Every requirement: how it stands, on whose word, since when, by which exchange, and when the source is asked again. */
import { violationSourceWords } from '../../../catalogue/index.ts'
import type { Requirement } from '../../../dossiers/index.ts'
import { formatDate } from '../../../platform/values/dates.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Card, Checklist, type ChecklistItem, Code, type Content, DateOnly, DateTime, Money, type Tone } from '../../kit/index.ts'
import { dossierText } from '../text/dossier.ts'
import { wordOf, words } from '../text/words.ts'
import type { DossierView } from './dossier.view.ts'

type Part = { readonly view: DossierView; readonly lang: Lang }

const tones: Readonly<Record<Requirement['state'], Tone>> = { met: 'done', waived: 'done', asked: 'waiting', todo: 'waiting', failed: 'stopped' }

export function ChecksCard({ view, lang }: Part) {
  const t = dossierText[lang]
  return (
    <Card title={t.checks}>
      <Checklist label={t.checks} items={view.requirements.map((one) => itemOf(one, view, lang))} />
    </Card>
  )
}

function itemOf(requirement: Requirement, view: DossierView, lang: Lang): ChecklistItem {
  const w = words[lang]
  const lines = [requirement.reason && wordOf(w.reasons, requirement.reason), ...detailsOf(requirement, view, lang), <SourceLine requirement={requirement} lang={lang} />].filter(Boolean)
  return {
    tone: tones[requirement.state],
    title: w.needs[requirement.kind],
    status: w.needStates[requirement.state],
    meta: <DateTime at={requirement.changedAt} />,
    detail: lines.map((line, index) => <>{index > 0 && <br />}{line}</>),
  }
}

/** Where the word comes from; what the source is called where it has a name. */
function SourceLine({ requirement, lang }: { requirement: Requirement; lang: Lang }) {
  if (!requirement.source || requirement.kind === 'violations') return null
  return <span class="govuk-body-s">{dossierText[lang].source}: {wordOf(words[lang].sources, requirement.source)}</span>
}

function detailsOf(requirement: Requirement, view: DossierView, lang: Lang): Content[] {
  switch (requirement.kind) {
    case 'identity':
      return identityLines(view, lang)
    case 'portrait':
      return portraitLines(requirement, lang)
    case 'health-certificate':
      return certificateLines(view, lang)
    case 'violations':
      return violationLines(view, lang)
    case 'fee':
      return feeLines(view, lang)
    case 'current-licence':
      return [...(requirement.state === 'met' ? [dossierText[lang].rowsValid] : []), view.theCase.licences.map((licence, index) => <>{index > 0 && ', '}<Code>{licence.number}</Code></>)]
  }
}

/** What proves an answer: the number of the exchange that brought it, and the next question where there is none. */
function Trace({ exchangeId, nextTryAt, askedAt, attempts, lang }: { exchangeId: string | null; nextTryAt?: Date | null | undefined; askedAt?: Date | null | undefined; attempts?: number | undefined; lang: Lang }) {
  const t = dossierText[lang]
  return (
    <span class="govuk-body-s">
      {askedAt && <>{t.askedAt} <DateTime at={askedAt} />{attempts ? `, ${t.attempts(attempts)}` : ''}. </>}
      {nextTryAt && <>{t.nextTry} <DateTime at={nextTryAt} />. </>}
      {exchangeId && <>{t.exchange} <Code>{exchangeId}</Code></>}
    </span>
  )
}

function identityLines({ population }: DossierView, lang: Lang): Content[] {
  const t = dossierText[lang]
  const { lookup } = population ?? {}
  return [
    <>{t.eidLevel} {population?.record ? t.populationAgrees : t.populationSilent}</>,
    lookup && <Trace exchangeId={lookup.exchangeId} nextTryAt={lookup.nextTryAt} askedAt={lookup.answeredAt ? null : lookup.askedAt} attempts={lookup.answeredAt ? undefined : lookup.attempts} lang={lang} />,
  ]
}

function portraitLines(requirement: Requirement, lang: Lang): Content[] {
  const t = dossierText[lang]
  const hash = requirement.evidence?.['cropHash']
  return typeof hash === 'string' ? [t.portraitMet, <span class="govuk-body-s">{t.portraitCode} <Code>{hash}</Code></span>] : []
}

function certificateLines({ certificate }: DossierView, lang: Lang): Content[] {
  const t = dossierText[lang]
  if (!certificate) return [t.certificateExempt]
  const { usability, questions } = certificate
  const found = 'certificate' in usability ? usability.certificate : undefined
  const lastDay = 'lastDay' in usability ? usability.lastDay : undefined
  return [
    found
      ? <>{t.certificate(found.licenceClass)}: {t.conclusions[found.conclusion]}, <Code>{found.number}</Code>, {found.clinicName}; {t.concludedOn} <DateOnly on={found.concludedOn} />{lastDay && <>, {t.usableUntil} <DateOnly on={lastDay} /></>}; {t.received} <DateTime at={found.receivedAt} /></>
      : t.certificateNone,
    found && <Trace exchangeId={found.exchangeId} lang={lang} />,
    ...(usability.state === 'usable' ? [] : questions.map((question) => <Trace exchangeId={found ? null : question.exchangeId} nextTryAt={question.nextTryAt} askedAt={question.askedAt} lang={lang} />)),
  ]
}

function violationLines({ bodies }: DossierView, lang: Lang): Content[] {
  const t = dossierText[lang]
  return bodies.flatMap((body) => {
    const name = violationSourceWords[body.body][lang]
    if (body.state !== 'answered') return [<>{name}: {t.bodyStates[body.state]}. {body.state !== 'not-asked' && <Trace exchangeId={body.exchangeId} nextTryAt={body.nextTryAt} askedAt={body.askedAt} lang={lang} />}</>]
    return [
      <>{name}: {body.unresolved.length > 0 ? <strong>{t.bodyCases(body.unresolved.length)}</strong> : t.bodyClear}, {body.answeredAt && <DateTime at={body.answeredAt} />}. <Trace exchangeId={body.exchangeId} lang={lang} /></>,
      ...body.unresolved.map((one) => <>{one.recordNumber}: {one.behaviour} ({one.legalBasis}); {t.caseAt} {one.settleAt}; <Money vnd={one.fineVnd} /></>),
      ...body.suspensions.map((one) => one.suspendedUntil && <>{one.recordNumber}: {t.suspendedUntil} {formatDate(one.suspendedUntil)}</>),
    ]
  })
}

function feeLines({ money }: DossierView, lang: Lang): Content[] {
  const t = dossierText[lang]
  const { receipt } = money
  const pending = money.attempts.some((attempt) => attempt.state === 'pending' || attempt.state === 'started')
  return [
    receipt ? <>{t.paid} <Money vnd={receipt.amountVnd} />, {t.receipt} <Code>{receipt.number}</Code>, <DateTime at={receipt.issuedAt} /></> : t.unpaid,
    !receipt && pending && t.paymentPending,
    ...money.charges.filter((charge) => charge.isSurplus).map((charge) => <>{t.surplus}: <Money vnd={charge.amountVnd} /> (<Code>{charge.transactionNo}</Code>)</>),
  ]
}
