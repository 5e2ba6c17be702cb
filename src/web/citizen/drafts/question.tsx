/** One question a page: what every page of a draft shares (B1). */
import type { FastifyInstance } from 'fastify'
import type { ComponentChildren, VNode } from 'preact'
import type { Licence } from '../../../capabilities/licences/index.ts'
import { type DraftAnswers, type DraftStep, onlyReason } from '../../../dossiers/index.ts'
import { CitizenLayout } from '../../layout.tsx'
import { BackLink, FormPage, Link } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import { formOf, sendPage } from '../../request.ts'
import type { Web } from '../../request.ts'
import { questionText } from '../text/questions.ts'
import { Carried } from './check/carried.tsx'
import { type DraftCase, keepAnswers, openDraft, stepsOf } from './draft-case.ts'

/** What stands in a field: as typed, else as answered before. */
export type Values = (name: string) => string
/** Field name → what is wrong with it. */
export type FieldErrors = Readonly<Record<string, string>>

export type Read =
  | { readonly errors: FieldErrors }
  /** The answer is given on a page of its own. */
  | { readonly goTo: string }
  /** `licences` when the answer changes which licences the draft is about. */
  | { readonly answers: Partial<DraftAnswers>; readonly licences?: readonly Licence[] }

export interface FieldsProps<D> {
  readonly c: DraftCase
  readonly data: D
  readonly values: Values
  readonly errors: FieldErrors
}

/** A page that asks one thing. `D` is what it reads beforehand. */
export interface QuestionPage<D> {
  readonly step: DraftStep
  readonly load: (c: DraftCase) => Promise<D>
  readonly initial: (c: DraftCase, data: D) => Readonly<Record<string, string>>
  readonly read: (c: DraftCase, data: D, values: Values) => Read | Promise<Read>
  readonly Fields: (props: FieldsProps<D>) => VNode
}

/** Serves a question: GET shows it, POST keeps the answer and goes on to the next one that is still open. */
export function registerQuestion<D>(app: FastifyInstance, web: Web, page: QuestionPage<D>): void {
  const path = paths.draft(':draftId', page.step)
  app.get<{ Params: { draftId: string } }>(path, async (request, reply) => {
    const c = await openDraft(web, request, reply)
    if (!c) return reply
    const data = await page.load(c)
    const initial = page.initial(c, data)
    return sendPage(reply, <Question c={c} page={page} data={data} values={(name) => initial[name] ?? ''} errors={{}} />)
  })
  app.post<{ Params: { draftId: string } }>(path, async (request, reply) => {
    const c = await openDraft(web, request, reply)
    if (!c) return reply
    const data = await page.load(c)
    const values = formOf(request).text
    const read = await page.read(c, data, values)
    if ('errors' in read) return sendPage(reply, <Question c={c} page={page} data={data} values={values} errors={read.errors} />, 422)
    if ('goTo' in read) return reply.redirect(read.goTo, 303)
    return reply.redirect(await keepAnswers(c, read.answers, read.licences), 303)
  })
}

function Question<D>({ c, page, ...rest }: FieldsProps<D> & { readonly page: QuestionPage<D> }) {
  const { Fields } = page
  return (
    <QuestionFrame c={c} step={page.step} errors={rest.errors}>
      <Fields c={c} {...rest} />
    </QuestionFrame>
  )
}

interface FrameProps {
  readonly c: DraftCase
  readonly step: DraftStep
  readonly errors: FieldErrors
  readonly multipart?: boolean
  readonly continueText?: string | false
  readonly lead?: ComponentChildren
  readonly action?: string
  readonly children?: ComponentChildren
}

/** The frame of a question: way back, place in the row, error summary, heading, one button. */
export function QuestionFrame({ c, step, errors, children, ...form }: FrameProps) {
  const { visit, draft, web } = c
  const t = questionText[visit.lang]
  const list = Object.entries(errors).map(([name, text]) => ({ text, href: `#${name}` }))
  return (
    <CitizenLayout web={web} visit={visit} title={headingOf(c, step)} hasError={list.length > 0} before={<BackLink href={backFrom(c, step)} />}>
      <FormPage
        action={form.action ?? paths.draft(draft.id, step)}
        csrf={visit.csrf}
        multipart={form.multipart}
        caption={captionOf(c, step)}
        heading={headingOf(c, step)}
        lead={<><Carried c={c} step={step} />{form.lead}</>}
        errors={list}
        continueText={form.continueText}
        beside={<Link href={paths.mine()}>{t.later}</Link>}
      >
        {children}
      </FormPage>
    </CitizenLayout>
  )
}

/** What a page asks; why it is asked for, in the procedure's own words. */
function headingOf(c: DraftCase, step: DraftStep): string {
  const { lang } = c.visit
  if (step !== 'reason') return questionText[lang].titles[step]
  return onlyReason(c.procedure) === undefined ? c.procedure.words.why[lang] : questionText[lang].titles.reason
}

/** What is being done, and which of how many pages this is. */
export function captionOf(c: DraftCase, step: DraftStep): string {
  const steps = stepsOf(c)
  const t = questionText[c.visit.lang]
  const at = steps.indexOf(step)
  const title = c.procedure.title[c.visit.lang]
  return at < 0 ? title : `${title} · ${t.stepOf(at + 1, steps.length)}`
}

/** The page before this one in the row; before the first, "my licences". */
export function backFrom(c: DraftCase, step: DraftStep): string {
  const steps = stepsOf(c)
  const at = steps.indexOf(step)
  const before = at > 0 ? steps[at - 1] : undefined
  return before ? paths.draft(c.draft.id, before) : paths.mine()
}
