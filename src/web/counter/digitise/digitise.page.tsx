/** The papers of one dossier filed on paper: pages come in, are put in order, are counted against what was said, and signed (C4). */
import type { DigitisedPage, DigitisedPaper } from '../../../capabilities/counters/index.ts'
import { digitisedKinds } from '../../../catalogue/forms/index.ts'
import { BackLink, Button, Card, Code, Columns, DateTime, ErrorSummary, FileUpload, Form, Heading, Input, InsetText, Link, Panel, Select, SortableTable, Tag } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { OfficeVisit, Web } from '../../request.ts'
import { CounterLayout } from '../layout.tsx'
import { type DigitiseProblem, digitiseText } from './text.ts'
import type { DigitiseView, ToDigitise } from './view.ts'

export interface DigitiseSaid {
  readonly problem?: DigitiseProblem | undefined
  /** Which page of the file it is about. */
  readonly page?: number | undefined
  readonly kind?: string | undefined
  readonly declared?: string | undefined
  /** The scan of the filing that was to be taken in; undefined when a file was sent. */
  readonly scanId?: string | undefined
}

export function listPage(web: Web, visit: OfficeVisit, today: string, waiting: readonly ToDigitise[]) {
  const t = digitiseText[visit.lang]
  return (
    <CounterLayout web={web} visit={visit} today={today} current="digitise" title={t.title}>
      <Heading>{t.title}</Heading>
      <p class="govuk-body">{t.listLead}</p>
      <SortableTable
        caption={t.title} empty={t.none}
        columns={[{ key: 'code', text: t.columns.code }, { key: 'filed', text: t.columns.filed }, { key: 'pages', text: t.columns.pages }, { key: 'state', text: t.columns.state }]}
        rows={waiting.map(({ dossier, pages, state }) => ({ cells: {
          code: <Link href={paths.digitise(dossier.id)}><Code>{dossier.submissionCode}</Code></Link>, filed: <DateTime at={dossier.filedAt} />, pages: String(pages), state: <Tag tone={state === 'signing' ? 'waiting' : 'yours'}>{t.states[state]}</Tag>,
        } }))}
      />
    </CounterLayout>
  )
}

interface Part {
  readonly view: DigitiseView
  readonly visit: OfficeVisit
}

export function digitisePage(web: Web, visit: OfficeVisit, view: DigitiseView, said: DigitiseSaid = {}) {
  const t = digitiseText[visit.lang]
  const words = said.problem && (said.page ? `${t.page(said.page)} ${t.problems[said.problem]}` : t.problems[said.problem])
  const field = said.scanId !== undefined ? fieldOfScan(said.scanId) : said.problem === 'pages-wrong' ? 'declared' : 'file'
  return (
    <CounterLayout web={web} visit={visit} today={view.today} current="digitise" title={t.title} hasError={words !== undefined} before={<BackLink href={paths.digitiseList()} />}>
      {words && <ErrorSummary errorList={[{ text: words, href: `#${field}` }]} />}
      <Heading caption={<Code>{view.dossier.submissionCode}</Code>}>{t.title}</Heading>
      {view.state === 'done' && <Panel titleText={t.done}>{t.doneLead}</Panel>}
      {view.state === 'signing' && <InsetText>{t.signing}</InsetText>}
      {view.state === 'refused' && <><InsetText>{t.refused}</InsetText><Form action={paths.digitiseSign(view.dossier.id)} csrf={visit.csrf}><Button preventDoubleClick>{t.signAnew}</Button></Form></>}
      {view.state === 'open' && <p class="govuk-body">{t.lead}</p>}
      <Columns aside={view.state === 'open' && <><AddCard view={view} visit={visit} said={said} words={words} field={field} /><SignCard view={view} visit={visit} /></>}>
        {view.papers.map((paper) => <PaperCard view={view} visit={visit} paper={paper} />)}
        {view.state === 'open' && view.scans.length > 0 && <FromVisit view={view} visit={visit} said={said} words={words} />}
        <p class="govuk-body-s">{t.rules(view.rules.value.dpi)} {t.source} {view.rules.source}{view.rules.assumed && ` (${t.assumed})`}.</p>
      </Columns>
    </CounterLayout>
  )
}

function PaperCard({ view, visit, paper }: Part & { readonly paper: DigitisedPaper }) {
  const t = digitiseText[visit.lang]
  const name = t.kinds[paper.kind]
  const fits = paper.pages.length === paper.declaredPages
  return (
    <Card title={<>{name} <Tag tone={fits ? 'done' : 'yours'}>{t.count(paper.pages.length, paper.declaredPages)}</Tag></>}>
      <ol class="tt-pages">
        {paper.pages.map((page, i) => <PageItem view={view} visit={visit} page={page} name={name} last={i === paper.pages.length - 1} />)}
      </ol>
    </Card>
  )
}

function PageItem({ view, visit, page, name, last }: Part & { readonly page: DigitisedPage; readonly name: string; readonly last: boolean }) {
  const t = digitiseText[visit.lang]
  const twin = view.twins.get(page.id)
  const moves = [['up', page.position > 1], ['down', !last], ['out', true]] as const
  return (
    <li class="tt-pages__page">
      <a href={paths.digitisePicture(view.dossier.id, page.id)}><img src={paths.digitisePicture(view.dossier.id, page.id)} alt={t.ofPage(name, page.position)} width="150" height="212" loading="lazy" /></a>
      <div class="tt-pages__words">
        <strong>{t.page(page.position)}</strong> <span class="tt-sub">{t.dots(view.dpi.get(page.id) ?? 0)}, {page.width} × {page.height}</span>
        {twin !== undefined && <p class="govuk-body-s"><Tag tone="waiting">{t.twin(twin)}</Tag></p>}
        {view.state === 'open' && (
          <Form action={paths.digitiseMove(view.dossier.id, page.id)} csrf={visit.csrf}>
            {moves.map(([where, possible]) => possible && <Button name="where" value={where} look="secondary" preventDoubleClick>{t[where]}<span class="govuk-visually-hidden"> {t.ofPage(name, page.position)}</span></Button>)}
          </Form>
        )}
      </div>
    </li>
  )
}

function AddCard({ view, visit, said, words, field }: Part & { readonly said: DigitiseSaid; readonly words: string | undefined; readonly field: string }) {
  const t = digitiseText[visit.lang]
  const next = digitisedKinds.find((kind) => !view.papers.some((paper) => paper.kind === kind)) ?? 'other'
  return (
    <Card title={t.add}>
      <Form action={paths.digitise(view.dossier.id)} csrf={visit.csrf} multipart>
        <Select name="kind" label={t.kind} value={(said.scanId === undefined ? said.kind : undefined) ?? next} items={digitisedKinds.map((one) => ({ value: one, text: t.kinds[one] }))} />
        <Input name="declared" inputmode="numeric" classes="govuk-input--width-3" label={t.declared} value={said.scanId === undefined ? said.declared : undefined} errorMessage={field === 'declared' ? words : undefined} />
        <FileUpload name="file" label={t.file} hint={t.fileHint} accept="application/pdf,image/jpeg,image/png" errorMessage={field === 'file' ? words : undefined} />
        <Button preventDoubleClick>{t.take}</Button>
      </Form>
    </Card>
  )
}

function fieldOfScan(scanId: string): string {
  return `declared-${scanId}`
}

/** What was scanned when the dossier was filed, to be taken in without scanning it again. */
function FromVisit({ view, visit, said, words }: Part & { readonly said: DigitiseSaid; readonly words: string | undefined }) {
  const t = digitiseText[visit.lang]
  return (
    <Card title={t.fromVisit}>
      <p class="govuk-body">{t.ofVisit}</p>
      {view.scans.map((scan) => (
        <Form action={paths.digitiseScan(view.dossier.id, scan.id)} csrf={visit.csrf}>
          <Input
            id={fieldOfScan(scan.id)} name="declared" inputmode="numeric" classes="govuk-input--width-3" label={`${t.kinds[scan.kind]}: ${t.declared}`}
            {...(said.scanId === scan.id ? { value: said.declared, errorMessage: words } : {})}
          />
          <Button look="secondary" preventDoubleClick>{t.takeThis}<span class="govuk-visually-hidden"> {t.kinds[scan.kind]}</span></Button>
        </Form>
      ))}
    </Card>
  )
}

function SignCard({ view, visit }: Part) {
  const t = digitiseText[visit.lang]
  return (
    <Card title={t.sign}>
      {view.lacks.length > 0 ? (
        <>
          <p class="govuk-body">{t.notYet}</p>
          <ul class="govuk-list govuk-list--bullet">{view.lacks.map(({ kind, why }) => <li>{t.lacks[why](t.kinds[kind])}</li>)}</ul>
        </>
      ) : (
        <>
          <p class="govuk-body">{t.signLead}</p>
          <Form action={paths.digitiseSign(view.dossier.id)} csrf={visit.csrf}><Button preventDoubleClick>{t.sign}</Button></Form>
        </>
      )}
    </Card>
  )
}
