/** "Is this paper genuine?": what the QR on a paper leads to. Says what the paper is and whether its signatures hold; not whose it is. */
import { formOf, isFormKind } from '../../../catalogue/forms/index.ts'
import type { Document, Verdict } from '../../../capabilities/documents/index.ts'
import type { RegisterStanding } from '../../../capabilities/licences/index.ts'
import { formatDate, formatInstant } from '../../../platform/values/dates.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Link, NoWrap, StatusBox, SummaryList } from '../../kit/index.ts'
import { CitizenLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { Visit, Web } from '../../request.ts'
import { verifyText } from './text.ts'

/** A paper of ours, its kept file judged, and where the licence that it is or grants stands in the register. */
export interface KnownPaper {
  readonly document: Document
  readonly verdict: Verdict
  readonly standing: RegisterStanding | undefined
}

/** @param found undefined for a code that nobody gave: told in the same words as a mistyped one */
export function verifyPage(web: Web, visit: Visit, found: KnownPaper | undefined) {
  const t = verifyText[visit.lang]
  return (
    <CitizenLayout web={web} visit={visit} title={t.title}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      {found ? <><Standing found={found} lang={visit.lang} /><PaperRows paper={found} lang={visit.lang} /><p class="govuk-body-s">{t.note}</p></>
        : <StatusBox tone="stopped" title={t.unknown}><p class="govuk-body">{t.unknownText}</p></StatusBox>}
      <p class="govuk-body"><Link href={paths.verifyFile()}>{t.another}</Link></p>
    </CitizenLayout>
  )
}

function Standing({ found, lang }: { readonly found: KnownPaper; readonly lang: Lang }) {
  const t = verifyText[lang]
  const { verdict, standing } = found
  if (!verdict.valid && verdict.problems.includes('unsigned')) return <StatusBox tone="waiting" title={t.unsigned}><p class="govuk-body">{t.unsignedText}</p></StatusBox>
  if (!verdict.valid) return <StatusBox tone="stopped" title={t.broken}><p class="govuk-body">{t.brokenText}</p></StatusBox>
  if (standing === undefined || standing === 'in-force') return <StatusBox tone="done" title={t.genuine}><p class="govuk-body">{t.genuineText}</p></StatusBox>
  const [title, text] = t.findings[`genuine-${standing}`]
  return <StatusBox tone="yours" title={title}><p class="govuk-body">{text}</p></StatusBox>
}

/** What the paper is and who signed it: nothing that leads to its holder. */
export function PaperRows({ paper: { document, verdict, standing }, lang }: { readonly paper: KnownPaper; readonly lang: Lang }) {
  const t = verifyText[lang]
  return (
    <SummaryList rows={[
      { key: t.kind, value: isFormKind(document.kind) ? formOf(document.kind).title[lang] : document.kind },
      document.numberText !== '' && { key: t.number, value: document.numberText },
      { key: t.madeOn, value: formatDate(document.madeOn) },
      ...verdict.signatures.map((one) => ({ key: t.signedBy, value: <>{one.name}{one.stampedAt && <>, <NoWrap>{formatInstant(one.stampedAt)}</NoWrap></>}</> })),
      standing !== undefined && { key: t.register, value: t.standings[standing] },
    ]} />
  )
}
