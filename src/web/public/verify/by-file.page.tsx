/** Two ways to check a paper, and what came of a file that was sent. Works without JavaScript; nothing personal stands in an address. */
import type { BroughtCheck } from '../../../capabilities/documents/index.ts'
import { formatInstant } from '../../../platform/values/dates.ts'
import { Card, FileUpload, Form, Button, ErrorSummary, Input, Link, LinkButton, StatusBox, type Tone } from '../../kit/index.ts'
import { CitizenLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { Visit, Web } from '../../request.ts'
import { type Finding, findingOf } from './judge.ts'
import { type FileProblem, verifyText } from './text.ts'
import { Answers, type KnownPaper, knownOf, PaperRows } from './verify.page.tsx'

interface Props {
  readonly web: Web
  readonly visit: Visit
  readonly problem?: FileProblem
  readonly code?: { readonly typed: string; readonly problem: 'codeMissing' | 'codeWrong' }
}

export function AskPage({ web, visit, problem, code }: Props) {
  const t = verifyText[visit.lang]
  const fileError = problem && t.problems[problem]
  const codeError = code && t[code.problem]
  const errors = [fileError && { text: fileError, href: '#file' }, codeError && { text: codeError, href: '#code' }].filter((one) => typeof one === 'object')
  return (
    <CitizenLayout web={web} visit={visit} title={t.title} hasError={errors.length > 0}>
      {errors.length > 0 && <ErrorSummary errorList={errors} />}
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <Card title={t.fileTitle}>
        <Form action={paths.verifyFile()} csrf={visit.csrf} multipart>
          <FileUpload name="file" label={t.file} hint={t.fileHint} accept="application/pdf,.pdf" errorMessage={fileError} />
          <Button preventDoubleClick>{t.sendFile}</Button>
        </Form>
      </Card>
      <Card title={t.codeTitle}>
        <Form action={paths.verifyFile()} csrf={visit.csrf}>
          <Input name="code" label={t.code} hint={t.codeHint} autocomplete="off" autocapitalize="characters" spellcheck={false} classes="govuk-input--width-20" value={code?.typed} errorMessage={codeError} />
          <Button look="secondary" preventDoubleClick>{t.sendCode}</Button>
        </Form>
      </Card>
      <p class="govuk-body"><Link href={paths.lookUp()}>{t.byNumber}</Link></p>
    </CitizenLayout>
  )
}

const toneOfFinding: Readonly<Record<Finding, Tone>> = {
  genuine: 'done', 'genuine-replaced': 'yours', 'genuine-withdrawn': 'stopped', 'genuine-ended': 'yours', 'genuine-superseded': 'yours', 'without-effect': 'stopped', incomplete: 'yours', plain: 'waiting', foreign: 'yours', locked: 'stopped', 'cut-off': 'stopped', 'too-many': 'stopped', unsigned: 'stopped', altered: 'stopped', untrusted: 'stopped', unsure: 'waiting',
}

export interface Outcome {
  readonly check: BroughtCheck
  /** The paper of ours that was brought. */
  readonly paper: KnownPaper | undefined
}

/** @param outcome undefined where there is none any more */
export function OutcomePage({ web, visit, outcome }: { readonly web: Web; readonly visit: Visit; readonly outcome: Outcome | undefined }) {
  const t = verifyText[visit.lang]
  const known = outcome?.paper && knownOf(outcome.paper)
  const finding = outcome && findingOf(outcome.check, known)
  const [title, text] = finding ? t.findings[finding] : [t.noResult, t.noResultText]
  return (
    <CitizenLayout web={web} visit={visit} title={t.title}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <StatusBox tone={finding ? toneOfFinding[finding] : 'waiting'} title={title}><p class="govuk-body">{text}</p></StatusBox>
      {outcome?.paper && <PaperRows paper={outcome.paper} lang={visit.lang} />}
      {outcome && (
        <Card title={t.asked}>
          <Answers check={outcome.check} known={known} lang={visit.lang} />
          <p class="govuk-body-s">{t.at} {formatInstant(outcome.check.checkedAt)}. {t.fileGone}</p>
        </Card>
      )}
      <LinkButton href={paths.verifyFile()} look="secondary">{t.another}</LinkButton>
    </CitizenLayout>
  )
}
