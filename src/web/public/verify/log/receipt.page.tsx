/** A receipt brought to us, checked in words; the program at home checks the same without believing us. No script, no sign-in, nothing kept. */
import type { CheckedReceipt, ReceiptProblem } from '../../../../observers/audit/index.ts'
import { groupThousands } from '../../../../platform/values/money.ts'
import { Button, Card, Checklist, Code, DateTime, ErrorSummary, FileUpload, Form, Heading, Link, StatusBox, Textarea } from '../../../kit/index.ts'
import { CitizenLayout } from '../../../layout.tsx'
import { paths } from '../../../paths.ts'
import type { Visit, Web } from '../../../request.ts'
import { logText } from './text.ts'

export function ReceiptPage({ web, visit, found, typed, missing = false }: { readonly web: Web; readonly visit: Visit; readonly found?: CheckedReceipt | ReceiptProblem; readonly typed?: string; readonly missing?: boolean }) {
  const t = logText[visit.lang].brought
  const error = missing ? t.missing : undefined
  return (
    <CitizenLayout web={web} visit={visit} title={t.title} hasError={missing}>
      {missing && <ErrorSummary errorList={[{ text: t.missing, href: '#text' }]} />}
      <Heading>{t.title}</Heading>
      {found === 'no-receipt' && <StatusBox tone="yours" title={t.none}><p class="govuk-body">{t.problems[found]}</p></StatusBox>}
      {typeof found === 'string' && found !== 'no-receipt' && <StatusBox tone="stopped" title={t.no}><p class="govuk-body">{t.problems[found]}</p><p class="govuk-body">{t.keep}</p></StatusBox>}
      {typeof found === 'object' && <Holds found={found} visit={visit} />}
      <p class="govuk-body">{t.lead}</p>
      <Form action={paths.logReceipt()} csrf={visit.csrf} multipart>
        <FileUpload name="file" label={t.file} hint={t.fileHint} accept="application/json,.json" />
        <Textarea name="text" label={t.text} hint={t.textHint} rows={6} spellcheck={false} autocomplete="off" value={typed} errorMessage={error} />
        <Button preventDoubleClick>{t.send}</Button>
      </Form>
      <Card title={t.alone} quiet><p class="govuk-body">{t.aloneText} <Link href={paths.log()}>{t.how}</Link></p></Card>
    </CitizenLayout>
  )
}

/** What was asked, one by one, and what was not. */
function Holds({ found, visit }: { readonly found: CheckedReceipt; readonly visit: Visit }) {
  const t = logText[visit.lang].brought
  const { checkpoint, newest, witnessedAt, stampedAt } = found
  const [size, now] = [groupThousands(checkpoint.size), groupThousands(newest.size)]
  return (
    <>
      <StatusBox tone="done" title={t.yes}><p class="govuk-body">{t.says(found.kind)} <Code long>{found.dossierId}</Code>{t.line(groupThousands(found.index))}</p></StatusBox>
      <Card title={t.asked}>
        <Checklist items={[
          { tone: 'done', status: t.yesWord, title: t.checks.key },
          { tone: 'done', status: t.yesWord, title: t.checks.row(size), detail: <>{t.checks.signedAt} <DateTime at={checkpoint.at} /></> },
          { tone: 'done', status: t.yesWord, title: t.checks.grown(now), detail: <>{t.checks.signedAt} <DateTime at={newest.at} /></> },
          stampedAt ? { tone: 'done', status: t.yesWord, title: t.checks.stamped, detail: <DateTime at={stampedAt} /> } : { tone: 'waiting', status: t.notYet, title: t.checks.unstamped },
          witnessedAt ? { tone: 'done', status: t.yesWord, title: t.checks.witnessed, detail: <DateTime at={witnessedAt} /> } : { tone: 'quiet', status: t.notAsked, title: t.checks.unwitnessed },
        ]} />
      </Card>
    </>
  )
}
