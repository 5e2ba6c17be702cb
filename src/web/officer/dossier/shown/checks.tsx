/** Every requirement: how it stands, on whose word, since when, and when the source is asked again; the exchanges below, folded. */
import { violationSourceWords } from '../../../../catalogue/index.ts'
import type { Requirement } from '../../../../dossiers/index.ts'
import { formatDate } from '../../../../platform/values/dates.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { Card, Checklist, type ChecklistItem, Code, type Content, DateOnly, DateTime, Details, Link, Money, Scroll, Table, type Tone, Vietnamese } from '../../../kit/index.ts'
import { Hash } from '../../parts.tsx'
import { paths } from '../../../paths.ts'
import { copiesText } from '../../text/copies.ts'
import { dossierText } from '../../text/dossier.ts'
import { wordOf, words } from '../../text/words.ts'
import type { DossierView } from '../dossier.view.ts'

type Part = { readonly view: DossierView; readonly lang: Lang }

const tones: Readonly<Record<Requirement['state'], Tone>> = { met: 'done', waived: 'done', asked: 'waiting', todo: 'waiting', failed: 'stopped' }

export function ChecksCard({ view, lang }: Part) {
  const t = dossierText[lang]
  return (
    <Card title={t.checks}>
      <Checklist label={t.checks} items={view.requirements.map((one) => itemOf(one, view, lang))} />
      <Details summaryText={t.traces}>
        <Scroll label={t.traces}>
          <Table
            head={[t.source, t.changedAt, t.exchange]}
            rows={tracesOf(view, lang).map((trace) => [trace.source, trace.at ? <DateTime at={trace.at} /> : '–', trace.id ? <Hash code={trace.id} /> : '–'])}
          />
        </Scroll>
      </Details>
    </Card>
  )
}

function itemOf(requirement: Requirement, view: DossierView, lang: Lang): ChecklistItem {
  const w = words[lang]
  const lines = [requirement.reason && <strong>{wordOf(w.reasons, requirement.reason)}</strong>, ...detailsOf(requirement, view, lang)].filter(Boolean)
  return {
    tone: tones[requirement.state],
    title: w.needs[requirement.kind],
    status: w.needStates[requirement.state],
    meta: <DateTime at={requirement.changedAt} />,
    detail: lines.map((line, index) => <>{index > 0 && <br />}{line}</>),
  }
}

function detailsOf(requirement: Requirement, view: DossierView, lang: Lang): Content[] {
  switch (requirement.kind) {
    case 'identity':
      return identityLines(view, lang)
    case 'portrait':
      return requirement.state === 'met' ? [dossierText[lang].portraitMet] : []
    case 'health-certificate':
      return certificateLines(view, lang)
    case 'violations':
      return violationLines(view, lang)
    case 'fee':
      return feeLines(view, lang)
    case 'loss-report':
      return view.theCase.answers.loss ? [dossierText[lang].lost(dossierText[lang].lossKinds[view.theCase.answers.loss.how], formatDate(view.theCase.answers.loss.lostOn))] : []
    case 'current-licence':
      return [<>{requirement.state === 'met' && dossierText[lang].rowsValid} {view.theCase.licences.map((licence, index) => <>{index > 0 && ', '}<Code>{licence.number}</Code></>)}</>]
  }
}

/** While a source is silent: since when it is asked, how often, and when again. */
function Waiting({ askedAt, nextTryAt, attempts, lang }: { askedAt: Date | null; nextTryAt: Date | null; attempts?: number; lang: Lang }) {
  const t = dossierText[lang]
  return <>{askedAt && <>{t.askedAt} <DateTime at={askedAt} />{attempts ? `, ${t.attempts(attempts)}` : ''}</>}{nextTryAt && <>; <strong>{t.nextTry} <DateTime at={nextTryAt} /></strong></>}.</>
}

function identityLines({ population, requirements }: DossierView, lang: Lang): Content[] {
  const t = dossierText[lang]
  const { lookup } = population ?? {}
  const failed = requirements.some((one) => one.kind === 'identity' && one.state === 'failed')
  return [
    <>{t.eidLevel} {!failed && (population?.record ? t.populationAgrees : t.populationSilent)}</>,
    lookup && !lookup.answeredAt && <Waiting askedAt={lookup.askedAt} nextTryAt={lookup.nextTryAt} attempts={lookup.attempts} lang={lang} />,
  ]
}

function certificateLines({ certificate, dossier }: DossierView, lang: Lang): Content[] {
  const t = dossierText[lang]
  if (!certificate) return [t.certificateExempt]
  const { usability, questions, copies } = certificate
  const found = 'certificate' in usability ? usability.certificate : undefined
  const lastDay = 'lastDay' in usability ? usability.lastDay : undefined
  return [
    found
      ? <>{t.certificate(found.licenceClass)}: {t.conclusions[found.conclusion]}, <Code>{found.number}</Code>, {found.clinicName}; {t.concludedOn} <DateOnly on={found.concludedOn} />{lastDay && <>, {t.usableUntil} <DateOnly on={lastDay} /></>}; {t.received} <DateTime at={found.receivedAt} /></>
      : t.certificateNone,
    ...copies.filter((one) => one.state === 'received').map((one) => <Link href={paths.officerCopy(dossier.id, one.id)}>{copiesText[lang].link}</Link>),
    ...(usability.state === 'usable' ? [] : questions.map((question) => <Waiting askedAt={question.askedAt} nextTryAt={question.nextTryAt} lang={lang} />)),
  ]
}

function violationLines({ bodies }: DossierView, lang: Lang): Content[] {
  const t = dossierText[lang]
  // Two bodies may report one record: it is told once.
  const once = <V extends { recordNumber: string }>(all: readonly V[]) => [...new Map(all.map((one) => [one.recordNumber, one])).values()]
  return [
    ...bodies.map((body) => {
      const name = violationSourceWords[body.body][lang]
      if (body.state !== 'answered') return <>{name}: {t.bodyStates[body.state]}. {body.state !== 'not-asked' && <Waiting askedAt={body.askedAt} nextTryAt={body.nextTryAt} lang={lang} />}</>
      return <>{name}: {body.unresolved.length > 0 ? t.bodyCases(body.unresolved.length) : t.bodyClear}{body.answeredAt && <>, <DateTime at={body.answeredAt} /></>}{body.reasked && <>; {t.askedAnew}: {t.bodyStates[body.reasked.state]}. <Waiting askedAt={body.reasked.askedAt} nextTryAt={body.reasked.nextTryAt} lang={lang} /></>}</>
    }),
    ...once(bodies.flatMap((body) => body.unresolved)).map((one) => <><strong>{one.recordNumber}</strong>: <Vietnamese>{one.behaviour} ({one.legalBasis})</Vietnamese>; {t.caseAt} <Vietnamese>{one.settleAt}</Vietnamese>; <Money vnd={one.fineVnd} /></>),
    ...once(bodies.flatMap((body) => body.suspensions)).map((one) => one.suspendedUntil && <><strong>{one.recordNumber}</strong>: {t.suspendedUntil} {formatDate(one.suspendedUntil)}</>),
  ]
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

interface Trace {
  readonly source: string
  readonly at: Date | null
  /** The exchange that brought the word, or the hash that proves it. */
  readonly id: string | null
}

/** What proves each answer: which source said it, when, in which exchange (OUT1). */
function tracesOf(view: DossierView, lang: Lang): Trace[] {
  const { sources } = words[lang]
  const { population, certificate, bodies, money, requirements } = view
  const portrait = requirements.find((one) => one.kind === 'portrait')
  const hash = portrait?.evidence?.['cropHash']
  const usability = certificate?.usability
  return [
    ...(population ? [{ source: dossierText[lang].population, at: population.lookup.answeredAt, id: population.lookup.exchangeId }] : []),
    ...(usability && 'certificate' in usability ? [{ source: sources[usability.certificate.source], at: usability.certificate.receivedAt, id: usability.certificate.exchangeId }] : (certificate?.questions ?? []).map((question) => ({ source: sources['health-gateway'], at: question.answeredAt, id: question.exchangeId }))),
    ...bodies.map((body) => ({ source: violationSourceWords[body.body][lang], at: body.answeredAt, id: body.exchangeId })),
    ...money.charges.map((charge) => ({ source: sources['payment-platform'], at: charge.paidAt, id: charge.transactionNo })),
    ...requirements.filter((one) => one.kind === 'identity' || one.kind === 'current-licence').map((one) => ({ source: wordOf(sources, one.source ?? ''), at: one.changedAt, id: null })),
    ...(portrait && typeof hash === 'string' ? [{ source: sources['portrait-check'], at: portrait.changedAt, id: hash }] : []),
  ]
}
