/** The fee, its receipt, where every returned đồng is, and which money goes back at all (P4). */
import { moneyRule, refundDays } from '../../../../catalogue/index.ts'
import type { Money } from '../../../../capabilities/payments/index.ts'
import { formatDate, formatInstant, localDateAt } from '../../../../platform/values/dates.ts'
import { formatVnd } from '../../../../platform/values/money.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { Big, Card, Code, Checklist, type ChecklistItem, DateTime, Details } from '../../../kit/index.ts'
import { moneyText } from '../../text/money.ts'
import type { DossierView } from '../dossier.view.ts'

interface Props {
  readonly view: DossierView
  readonly lang: Lang
}

export function MoneyCard({ view, lang }: Props) {
  const t = moneyText[lang]
  const { money, dossier } = view
  if (dossier.amountVnd === 0) return null
  const surplus = money.charges.filter((c) => c.isSurplus)
  return (
    <Card title={t.title} headingLevel={3}>
      <Big><span class="tt-nowrap">{formatVnd(dossier.amountVnd)}</span></Big>
      {money.receipt ? <p class="govuk-body">{t.paid}, {t.receipt} <Code>{money.receipt.number}</Code>, <DateTime at={money.receipt.issuedAt} />.</p> : <p class="govuk-body">{t.unpaid}.</p>}
      {surplus.map((c) => <p class="govuk-body">{t.surplus}: {formatVnd(c.amountVnd)}, <DateTime at={c.paidAt} />.</p>)}
      {latestOfEach(money).map((one) => <Tracker refund={one} lang={lang} />)}
      <Rules view={view} lang={lang} />
    </Card>
  )
}

type RefundSeen = Money['refunds'][number]

/** A refund that was refused and tried again is one story: its latest chapter counts. */
function latestOfEach(money: Money): RefundSeen[] {
  return [...new Map(money.refunds.map((one) => [one.transactionNo, one])).values()]
}

/** Where the money is on its way back: each stage with its time, whose turn it is, what comes next and by when. */
export function Tracker({ refund, lang }: { readonly refund: RefundSeen; readonly lang: Lang }) {
  const t = moneyText[lang]
  const due = formatDate(localDateAt(refund.dueAt))
  return (
    <>
      <p class="govuk-body"><strong>{t.refund} {formatVnd(refund.amountVnd)}</strong> {t.refundReasons[refund.reason]}, {t.backTo[refund.method]}.</p>
      <Checklist label={t.tracker} items={stagesOf(refund, lang)} />
      <p class="govuk-body">{t.next[nextOf(refund)]} {refund.state !== 'done' && (refund.personSince ? t.late(due) : t.aim(due))}</p>
    </>
  )
}

type Next = keyof (typeof moneyText)['vi']['next']

function nextOf(refund: RefundSeen): Next {
  if (refund.method === 'cash') return refund.state === 'done' ? 'paidOut' : 'counter'
  if (refund.state === 'done') return 'done'
  if (refund.personSince) return 'person'
  return refund.takenAt ? 'taken' : 'asked'
}

function stagesOf(refund: RefundSeen, lang: Lang): ChecklistItem[] {
  const t = moneyText[lang].stages
  const stage = (title: string, at: Date | null, isNow: boolean): ChecklistItem => (
    { tone: at ? 'done' : isNow ? 'waiting' : 'quiet', title, detail: at ? formatInstant(at) : isNow ? t.now : t.later }
  )
  const done = refund.state === 'done' ? refund.endedAt : null
  if (refund.method === 'cash') return [stage(t.decided, refund.askedAt, false), stage(t.handed, done, done === null)]
  return [
    stage(t.decided, refund.askedAt, false),
    stage(t.sent, refund.sentAt, refund.sentAt === null),
    // Some answers say at once that the money is on its way.
    refund.state === 'failed' ? { tone: 'stopped', title: t.answered, detail: t.refused } : stage(t.taken, refund.takenAt ?? done, refund.state === 'sent'),
    ...(refund.personSince && !done ? [{ tone: 'waiting' as const, title: t.person, detail: formatInstant(refund.personSince) }] : []),
    stage(t.back, done, refund.takenAt !== null && refund.state === 'sent'),
  ]
}

/** Which money goes back, as the catalogue has it; what no text says is marked so. */
function Rules({ view, lang }: Props) {
  const t = moneyText[lang].rules
  const on = localDateAt(view.dossier.filedAt)
  const days = refundDays(on)
  const rules = (['double', 'late', 'amount-differs', 'withdrawn-before-acceptance', 'refused-before-acceptance', 'stopped-before-acceptance', 'withdrawn-after-acceptance', 'refused-after-acceptance', 'stopped-after-acceptance'] as const)
    .map((what) => ({ what, rule: moneyRule(what, on) }))
  return (
    <Details summaryText={t.title}>
      <ul class="govuk-list govuk-list--bullet">
        {rules.map(({ what, rule }) => <li>{t.cases[what]}: {t.outcomes[rule.value]}{rule.assumed ? ` (${t.assumed})` : ''}.</li>)}
      </ul>
      <p class="govuk-body">{t.term(days.value)}</p>
    </Details>
  )
}
