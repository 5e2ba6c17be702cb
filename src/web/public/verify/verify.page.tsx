/** "Is this paper genuine?": what the QR on a paper leads to. Says what the paper is and whether its signatures hold; not whose it is. */
import { formOf, isFormKind } from '../../../catalogue/forms/index.ts'
import type { BroughtCheck, Document, Verdict } from '../../../capabilities/documents/index.ts'
import { formatDate, formatInstant } from '../../../platform/values/dates.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Card, Checklist, Link, NoWrap, StatusBox, SummaryList, type Tone } from '../../kit/index.ts'
import { CitizenLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { Visit, Web } from '../../request.ts'
import { type Answer, answersOf, findingOf, type GrantStanding, type Known } from './judge.ts'
import type { Signer } from './signers.ts'
import { verifyText } from './text.ts'

/** A paper of ours, its kept file judged, and where the licence that it is or grants stands in the register. */
export interface KnownPaper {
  readonly document: Document
  readonly verdict: Verdict
  readonly standing: GrantStanding | undefined
  readonly signers: readonly Signer[]
  /** Later papers of the same dossier that change what it says. */
  readonly changedBy: readonly Document[]
}

/** What the pages judge by beside the file. */
export function knownOf({ standing, changedBy }: KnownPaper): Known {
  return { standing, isSuperseded: changedBy.length > 0 }
}

/** @param found undefined for a code that nobody gave: told in the same words as a mistyped one */
export function verifyPage(web: Web, visit: Visit, found: KnownPaper | undefined) {
  const t = verifyText[visit.lang]
  return (
    <CitizenLayout web={web} visit={visit} title={t.title}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      {found ? <><Standing found={found} lang={visit.lang} /><PaperRows paper={found} lang={visit.lang} />{found.verdict.signatures.length > 0 && <Card title={t.asked}><Answers check={checkOf(found)} known={knownOf(found)} lang={visit.lang} /></Card>}<p class="govuk-body-s">{t.note}</p></>
        : <StatusBox tone="stopped" title={t.unknown}><p class="govuk-body">{t.unknownText}</p></StatusBox>}
      <p class="govuk-body"><Link href={paths.verifyFile()}>{t.another}</Link></p>
    </CitizenLayout>
  )
}

function checkOf({ document, verdict: { problems, signatures } }: KnownPaper): Pick<BroughtCheck, 'documentId' | 'isWhole' | 'problems'> {
  return { documentId: document.id, isWhole: document.state === 'signed', problems: [...problems, ...signatures.flatMap((one) => one.problems)] }
}

function Standing({ found, lang }: { readonly found: KnownPaper; readonly lang: Lang }) {
  const t = verifyText[lang]
  const { verdict } = found
  if (!verdict.valid && verdict.problems.includes('unsigned')) return <StatusBox tone="waiting" title={t.unsigned}><p class="govuk-body">{t.unsignedText}</p></StatusBox>
  const finding = findingOf(checkOf(found), knownOf(found))
  // While the list of withdrawn certificates cannot be had nothing speaks against the paper.
  if (!verdict.valid && finding !== 'unsure') return <StatusBox tone="stopped" title={t.broken}><p class="govuk-body">{t.brokenText}</p></StatusBox>
  if (finding === 'genuine') return <StatusBox tone="done" title={t.genuine}><p class="govuk-body">{t.genuineText}</p></StatusBox>
  const [title, text] = t.findings[finding]
  return <StatusBox tone={finding === 'unsure' ? 'waiting' : finding === 'without-effect' ? 'stopped' : 'yours'} title={title}><p class="govuk-body">{text}</p></StatusBox>
}

const toneOfAnswer: Readonly<Record<Answer, Tone>> = { yes: 'done', no: 'stopped', unknown: 'waiting', 'not-asked': 'quiet' }

/** Everything that was checked, in words, each with its answer; what does not concern this paper is left out. */
export function Answers({ check, known, lang }: { readonly check: Pick<BroughtCheck, 'documentId' | 'isWhole' | 'problems'>; readonly known: Known | undefined; readonly lang: Lang }) {
  const t = verifyText[lang]
  const told = answersOf(check, known).filter(({ question, answer }) => answer !== 'not-asked' || (question !== 'register' && question !== 'latest' && question !== 'complete'))
  return <Checklist label={t.asked} items={told.map(({ question, answer }) => ({ tone: toneOfAnswer[answer], title: t.questions[question], status: t.answers[answer] }))} />
}

/** What the paper is and who signed it: nothing that leads to its holder. */
export function PaperRows({ paper: { document, signers, standing, changedBy }, lang }: { readonly paper: KnownPaper; readonly lang: Lang }) {
  const t = verifyText[lang]
  return (
    <SummaryList rows={[
      { key: t.kind, value: titleOf(document, lang) },
      document.numberText !== '' && { key: t.number, value: document.numberText },
      { key: t.madeOn, value: formatDate(document.madeOn) },
      ...signers.map((one, index) => ({ key: t.signature(index + 1, signers.length), value: <SignerWords signer={one} lang={lang} /> })),
      changedBy.length > 0 && { key: t.changedBy, value: <>{changedBy.map((one) => <p class="govuk-body">{titleOf(one, lang)}{one.numberText !== '' && <>, {t.of} {one.numberText}</>}, {formatDate(one.madeOn)}</p>)}</> },
      standing !== undefined && { key: t.register, value: t.standings[standing] },
    ]} />
  )
}

function titleOf(document: Document, lang: Lang): string {
  return isFormKind(document.kind) ? formOf(document.kind).title[lang] : document.title
}

function SignerWords({ signer, lang }: { readonly signer: Signer; readonly lang: Lang }) {
  const t = verifyText[lang]
  const role = signer.role ? [signer.role[lang], ...(signer.office ? [signer.office[lang]] : [])].join(', ') : signer.isSeal ? t.seal : ''
  return (
    <>
      <strong>{signer.name}</strong>{role !== '' && <>, {role}</>}
      <br />{signer.words.map((word) => t.signatureWords[word]).join(' ')}
      {signer.stampedAt && <><br />{t.stamped}: <NoWrap>{formatInstant(signer.stampedAt)}</NoWrap></>}
      <br /><span class="govuk-hint">{t.serial} {signer.serial.replace(/(.{4})(?=.)/g, '$1 ')}</span>
    </>
  )
}
