/** After a dossier was stopped: where the answers of the draft come from, what was asked for then, and what became of the money (B7, A3, P4). */
import { type PointKind, pointWords, reasonWords } from '../../../../catalogue/index.ts'
import type { DraftStep } from '../../../../dossiers/index.ts'
import { formatInstant } from '../../../../platform/values/dates.ts'
import { InsetText } from '../../../kit/index.ts'
import { carriedText } from '../../text/check.ts'
import { questionText } from '../../text/questions.ts'
import type { DraftCase } from '../draft-case.ts'

/** The page on which a draft answers what a point is about. */
const stepOf: Readonly<Record<PointKind, DraftStep>> = {
  portrait: 'portrait', 'health-certificate': 'certificate', 'certified-copy': 'certificate', 'loss-report': 'loss', 'changed-details': 'details', residence: 'details', phone: 'contact', email: 'contact', delivery: 'delivery',
}

/** Nothing for a draft that began empty. @param step the question it stands on; what was asked about others is told on the last page */
export function Carried({ c, step }: { readonly c: DraftCase; readonly step: DraftStep }) {
  const { carried, visit: { lang } } = c
  if (!carried) return null
  const t = carriedText[lang]
  const { dossier, fee } = carried
  const points = carried.points.filter(({ kind }) => step === 'check' || stepOf[kind] === step)
  const code = dossier.officialNumber ?? dossier.submissionCode
  if (step !== 'check' && points.length === 0) return null
  return (
    <InsetText>
      {step === 'check' && dossier.closedAt && <p class="govuk-body">{t.from(code, formatInstant(dossier.closedAt))}</p>}
      {points.length > 0 && <p class="govuk-body">{t.asked(code)}</p>}
      {points.length > 0 && <ul class="govuk-list govuk-list--bullet">{points.map(({ kind, reason, note }) => <li><strong>{pointWords(kind)[lang]}: {reasonWords(reason)[lang]}.</strong> {note}</li>)}</ul>}
      {step === 'check' && <p class="govuk-body">{t.fee[fee]}{(fee === 'return' || fee === 'keep') && ` (${questionText[lang].assumed})`}{c.procedure.needs.some(({ kind }) => kind === 'fee') && ` ${t.ownFee}`}</p>}
    </InsetText>
  )
}
