/** Why one press would do for this dossier, check by check; or that it was drawn to be appraised in full. */
import type { StraightThrough } from '../../../../dossiers/index.ts'
import { Alarm } from '../../parts.tsx'
import { Checks } from '../../bulk/choose.page.tsx'
import { bulkText } from '../../bulk/text.ts'
import { Card, Details } from '../../../kit/index.ts'
import type { Lang } from '../../../../platform/values/words.ts'

export function StraightCard({ straight, lang }: { readonly straight: StraightThrough; readonly lang: Lang }) {
  const t = bulkText[lang].straight
  const failed = straight.checks.filter((one) => !one.passed)
  return (
    <Card title={t.card}>
      {straight.drawn ? <Alarm title={t.drawn} /> : <p class="govuk-body">{straight.passes ? t.ready : t.notReady}</p>}
      <Details summaryText={t.which(straight.checks.length)} open={failed.length > 0}><Checks straight={straight} lang={lang} /></Details>
    </Card>
  )
}
