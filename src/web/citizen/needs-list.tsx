/** The checklist of a licence: what a procedure needs, whether it is there, from which source and when. */
import { violationSourceWords } from '../../catalogue/index.ts'
import { formatDate, formatInstant } from '../../platform/values/dates.ts'
import type { Lang } from '../../platform/values/words.ts'
import { Checklist, type ChecklistItem, Money } from '../kit/index.ts'
import { isAskingCertificate, isSilent } from '../../dossiers/index.ts'
import type { LicenceView, MineView, Offer } from './mine.view.ts'
import { mineText } from './text/mine.ts'
import { needsText } from './text/needs.ts'

/** The list for one licence. */
export function NeedsList({ view, one, needs, lang }: { view: MineView; one: LicenceView; needs: Offer['needs']; lang: Lang }) {
  return <Checklist label={mineText[lang].needs} items={needs.map((need) => marked(itemOf(view, one, need, lang), need.assumed, lang))} />
}

/** Says so where a value behind the need is our assumption. */
function marked(item: ChecklistItem, assumed: boolean, lang: Lang): ChecklistItem {
  return assumed ? { ...item, detail: <>{item.detail} ({mineText[lang].assumed})</> } : item
}

function itemOf(view: MineView, one: LicenceView, today: Offer['needs'][number], lang: Lang): ChecklistItem {
  const t = needsText[lang]
  const title = today.words[lang]
  switch (today.need.kind) {
    case 'identity':
      return { tone: 'done', title, status: t.there, detail: `${t.identity(view.person.fullName)} ${populationWords(view, lang)}` }
    case 'current-licence':
      return { tone: 'done', title, status: t.there, detail: t.register(one.licence.issuedBy) }
    case 'loss-report':
      return { tone: 'yours', title, status: t.yours, detail: t.lossReport }
    case 'portrait':
      return { tone: 'yours', title, status: t.yours, detail: t.portrait }
    case 'health-certificate':
      return { title, ...withStricter(certificateItem(one, lang), one, lang) }
    case 'violations':
      return { title, ...violationItem(view, lang) }
    case 'fee':
      return {
        tone: 'yours', status: t.later, detail: t.fee,
        title: <>{today.words[lang]} {today.feeVnd && <Money vnd={today.feeVnd.value} />}</>,
      }
  }
}

function populationWords({ population }: MineView, lang: Lang): string {
  const t = needsText[lang]
  if (population.state === 'asking') return t.populationAsking
  return population.state === 'known' ? t.populationAgrees : t.populationSilent
}

/** Judged for the milder of two classes to choose from; the stricter one is named. */
function withStricter(standing: Standing, { stricter }: LicenceView, lang: Lang): Standing {
  return stricter.length > 0 ? { ...standing, detail: `${String(standing.detail)} ${needsText[lang].stricter(stricter.join(', '))}` } : standing
}

type Standing = Pick<ChecklistItem, 'tone' | 'status' | 'detail' | 'meta'>

/** How a certificate stands, in words. */
export function certificateItem({ certificate }: Pick<LicenceView, 'certificate'>, lang: Lang): Standing {
  const t = needsText[lang]
  if (!certificate) return { tone: 'quiet', status: t.notNeeded, detail: t.certificateExempt }
  const { usability, copies } = certificate
  const [copy] = copies
  if (usability.state !== 'usable' && copies.some((one) => one.state === 'received')) return { tone: 'waiting', status: t.withOffice, detail: t.copyReceived }
  if (usability.state === 'none' && copy?.rejectedAs) return { tone: 'yours', status: t.yours, detail: `${t.copyRejected} ${t.copyRejections[copy.rejectedAs]}` }
  switch (usability.state) {
    case 'usable': {
      const { number, clinicName, concludedOn } = usability.certificate
      return { tone: 'done', status: t.there, detail: `${t.certificate(number, clinicName, formatDate(concludedOn))} ${t.certificateUntil(formatDate(usability.lastDay))}` }
    }
    case 'none':
      if (isAskingCertificate(certificate)) return { tone: 'waiting', status: t.asking, detail: t.certificateAsking }
      return isSilent(certificate) ? { tone: 'waiting', status: t.silent, detail: t.certificateSilent } : { tone: 'yours', status: t.yours, detail: t.certificateNone }
    case 'expired':
      return { tone: 'yours', status: t.yours, detail: t.certificateBad.expired(formatDate(usability.lastDay)) }
    case 'wrong-class':
      return { tone: 'yours', status: t.yours, detail: t.certificateBad['wrong-class'](usability.certificate.licenceClass) }
    case 'not-eligible':
      return { tone: 'stopped', status: t.blocked, detail: t.certificateBad['not-eligible'] }
    case 're-exam':
    case 'revoked':
    case 'name-differs':
    case 'other-person':
      return { tone: 'yours', status: t.yours, detail: t.certificateBad[usability.state] }
  }
}

function violationItem({ violations }: MineView, lang: Lang): Standing {
  const t = needsText[lang]
  const { conclusion, answers } = violations
  switch (conclusion.outcome) {
    case 'clear': {
      const answered = answers.filter((a) => a.state === 'answered')
      const at = answered.flatMap((a) => a.answeredAt ?? []).sort((a, b) => b.getTime() - a.getTime())[0]
      return { tone: 'done', status: t.there, detail: `${at ? t.clear(formatInstant(at)) : ''} ${answered.map((a) => violationSourceWords[a.body][lang]).join(', ')}.` }
    }
    case 'unresolved':
      return { tone: 'stopped', status: t.blocked, detail: t.unresolved(conclusion.unresolved.length) }
    case 'suspended':
      return { tone: 'stopped', status: t.blocked, detail: t.suspended(formatDate(conclusion.until)) }
    case 'pending':
      if (violations.asking) return { tone: 'waiting', status: t.asking, detail: t.violationsAsking }
      return { tone: 'waiting', status: t.silent, detail: t.violationsSilent(conclusion.waitingFor.map((body) => violationSourceWords[body][lang]).join(', ')) }
  }
}
