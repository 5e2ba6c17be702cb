/** "Is this paper genuine?": what the QR on a paper leads to. Says what the paper is and whether its signatures hold; nothing else. */
import { formOf, isFormKind } from '../../catalogue/forms/index.ts'
import type { Document, Verdict } from '../../capabilities/documents/index.ts'
import { formatDate, formatInstant } from '../../platform/values/dates.ts'
import { NoWrap, StatusBox, SummaryList } from '../kit/index.ts'
import { CitizenLayout } from '../layout.tsx'
import type { Visit, Web } from '../request.ts'
import { publicText } from './text.ts'

/** @param found undefined for a code that nobody gave: told in the same words as a mistyped one */
export function verifyPage(web: Web, visit: Visit, found: { document: Document; verdict: Verdict } | undefined) {
  const t = publicText[visit.lang].verify
  if (!found) {
    return (
      <CitizenLayout web={web} visit={visit} title={t.title}>
        <h1 class="govuk-heading-l">{t.title}</h1>
        <StatusBox tone="stopped" title={t.unknown}><p class="govuk-body">{t.unknownText}</p></StatusBox>
      </CitizenLayout>
    )
  }
  const { document, verdict } = found
  const unsigned = verdict.problems.includes('unsigned')
  return (
    <CitizenLayout web={web} visit={visit} title={t.title}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      {verdict.valid && <StatusBox tone="done" title={t.genuine}><p class="govuk-body">{t.genuineText}</p></StatusBox>}
      {!verdict.valid && unsigned && <StatusBox tone="waiting" title={t.unsigned}><p class="govuk-body">{t.unsignedText}</p></StatusBox>}
      {!verdict.valid && !unsigned && <StatusBox tone="stopped" title={t.broken}><p class="govuk-body">{t.brokenText}</p></StatusBox>}
      <SummaryList rows={[
        { key: t.kind, value: isFormKind(document.kind) ? formOf(document.kind).title[visit.lang] : document.kind },
        { key: t.number, value: document.numberText || '–' },
        { key: t.madeOn, value: formatDate(document.madeOn) },
        ...verdict.signatures.map((one) => ({ key: t.signedBy, value: <>{one.name}{one.stampedAt && <>, <NoWrap>{formatInstant(one.stampedAt)}</NoWrap></>}</> })),
      ]} />
      <p class="govuk-body-s">{t.note}</p>
    </CitizenLayout>
  )
}
