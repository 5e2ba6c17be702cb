/** How each need of a filing stands, as a clerk tells it. Pure. */
import type { NeedToday } from '../../../catalogue/index.ts'
import { isAskingCertificate, isSilent, type LicenceCheck, type Possible, type Precheck } from '../../../dossiers/index.ts'
import { formatDate } from '../../../platform/values/dates.ts'
import type { Lang } from '../../../platform/values/words.ts'
import type { Tone } from '../../kit/index.ts'
import { checkText } from './text/check.ts'

export type NeedState = keyof (typeof checkText)['vi']['states']

export interface NeedLine {
  readonly need: NeedToday['need']
  readonly state: NeedState
  readonly detail: string
}

export const toneOf: Readonly<Record<NeedState, Tone>> = {
  there: 'done', asking: 'waiting', silent: 'waiting', missing: 'yours', blocked: 'stopped', later: 'quiet', 'not-needed': 'quiet', here: 'yours',
}

/** What it is called here: at a counter the card itself says who somebody is. */
export function titleOf({ need }: NeedLine, lang: Lang): string {
  return need.kind === 'identity' ? checkText[lang].card : need.words[lang]
}

/** Every need of a procedure for a licence. */
export function needLines(check: Precheck, one: LicenceCheck, possible: Possible, lang: Lang): NeedLine[] {
  return possible.needs.map(({ need }) => ({ need, ...standingOf(need, check, one, lang) }))
}

type Standing = Omit<NeedLine, 'need'>

function standingOf(need: NeedLine['need'], check: Precheck, one: LicenceCheck, lang: Lang): Standing {
  const t = checkText[lang].details
  switch (need.kind) {
    case 'identity':
      return { state: 'there', detail: check.population.state === 'known' ? t.identityKnown : t.identityByLicence }
    case 'current-licence':
      return { state: 'there', detail: t.register }
    case 'loss-report':
      return { state: 'here', detail: need.help[lang] }
    case 'portrait':
      return { state: 'here', detail: t.portrait }
    case 'fee':
      return { state: 'later', detail: t.fee }
    case 'violations':
      return violations(check, lang)
    case 'health-certificate':
      return certificate(one, lang)
  }
}

function violations({ violations: { conclusion, asking } }: Precheck, lang: Lang): Standing {
  const t = checkText[lang].details
  switch (conclusion.outcome) {
    case 'clear':
      return { state: 'there', detail: t.clear }
    case 'unresolved':
      return { state: 'blocked', detail: t.unresolved(conclusion.unresolved.length) }
    case 'suspended':
      return { state: 'blocked', detail: t.suspended(formatDate(conclusion.until)) }
    case 'pending':
      return { state: asking ? 'asking' : 'silent', detail: t.asking }
  }
}

function certificate({ certificate: standing }: LicenceCheck, lang: Lang): Standing {
  const t = checkText[lang].details
  if (!standing) return { state: 'not-needed', detail: t.certificateExempt }
  const { usability } = standing
  if (usability.state === 'usable') return { state: 'there', detail: t.certificate(usability.certificate.number, formatDate(usability.lastDay)) }
  if (usability.state !== 'none') return { state: 'blocked', detail: t.certificateBad }
  if (isAskingCertificate(standing)) return { state: 'asking', detail: t.asking }
  return isSilent(standing) ? { state: 'silent', detail: t.asking } : { state: 'missing', detail: t.certificateNone }
}
