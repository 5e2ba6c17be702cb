/** The counter's first page: a card is read, a visit opens (A4). Nothing of a person stands in an address. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { countVisitsOf, endVisit, findOwnVisit, findPresentVisit, openVisit, type Visit } from '../../../capabilities/counters/index.ts'
import { askPopulation, correctMet, getPerson, meetPerson } from '../../../capabilities/identity/index.ts'
import { listDossiersOf } from '../../../dossiers/index.ts'
import { instantAt } from '../../../platform/values/dates.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { nameKey } from '../../../platform/values/words.ts'
import type { Work } from '../../../platform/work.ts'
import { Button, Card, Columns, DateInput, Details, ErrorSummary, Figures, Form, Heading, Input, Link, LinkButton, NotificationBanner } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import { clerkVisit, formOf, type OfficeVisit, sendPage, type Web } from '../../request.ts'
import { CounterLayout } from '../layout.tsx'
import { type CardErrors, readCard, type ReadCard } from './card-form.ts'
import { openText } from './text/open.ts'

interface View {
  readonly today: string
  readonly present: Visit | undefined
  readonly done: { readonly filed: number; readonly others: number }
}

interface Said {
  readonly values?: (name: string) => string
  readonly errors?: CardErrors
  readonly ended?: boolean
}

export function registerOpen(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.get<{ Querystring: { xong?: string } }>(paths.counter(), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const { xong } = request.query
    // Told of the clerk's own visit that is over: an address alone can claim anything.
    const claimed = isId(xong) ? await platform.read(visit.actor, (work) => findOwnVisit(work, xong)) : undefined
    return show(web, visit, reply, { ended: claimed !== undefined && claimed.endedAt !== null })
  })
  app.get(paths.counterVisits(), (_request, reply) => reply.redirect(paths.counter(), 303))
  app.post(paths.counterVisits(), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const values = formOf(request).text
    const card = readCard(values, platform.config.simulation)
    if ('errors' in card) return show(web, visit, reply, { values, errors: card.errors }, 422)
    const opened = await platform.work(visit.actor, (work) => receive(work, card)).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'own-dossier') return 'own' as const
      throw error
    })
    if (typeof opened === 'string') return show(web, visit, reply, { values, errors: { [card.how === 'scan' ? 'card' : 'number']: opened } }, 422)
    return reply.redirect(paths.counterVisit(opened.visitId), 303)
  })
  app.post<{ Params: { visitId: string } }>(paths.counterVisitAt(':visitId', 'end'), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const { visitId } = request.params
    if (!isId(visitId)) return reply.callNotFound()
    await platform.work(visit.actor, (work) => endVisit(work, visitId))
    return reply.redirect(`${paths.counter()}?xong=${visitId}`, 303)
  })
}

/** Opens the visit of the card's holder. Who is known better than by a card — has an account, has filed — has to be whom it names. */
async function receive(work: Work, card: ReadCard): Promise<{ visitId: string } | 'differs' | 'unconfirmed'> {
  const personId = await meetPerson(work, card)
  const person = await getPerson(work, personId)
  const isSame = person.birthDate === card.birthDate && nameKey(person.fullName) === nameKey(card.fullName)
  if (!isSame) {
    // What was filed stands under a name that a register had confirmed: no line typed later changes it.
    const outcome = (await listDossiersOf(work, personId)).length > 0 ? 'differs' : await correctMet(work, personId, card)
    if (outcome !== 'corrected') return outcome
  }
  const visitId = await openVisit(work, { personId, identifiedBy: card.how })
  // Only the population register is asked before it is clear that number, name and birth date belong together.
  await askPopulation(work, personId)
  return { visitId }
}

async function show(web: Web, visit: OfficeVisit, reply: FastifyReply, said: Said, status = 200): Promise<FastifyReply> {
  const view = await web.platform.read(visit.actor, async (work): Promise<View> => ({
    today: work.today, present: await findPresentVisit(work), done: await countVisitsOf(work, visit.actor.staffId, instantAt(work.today)),
  }))
  return sendPage(reply, <OpenPage web={web} visit={visit} view={view} said={said} />, status)
}

function OpenPage({ web, visit, view, said }: { web: Web; visit: OfficeVisit; view: View; said: Said }) {
  const t = openText[visit.lang]
  const values = said.values ?? (() => '')
  const error = (name: keyof CardErrors) => {
    const code = said.errors?.[name]
    return code && t[code]
  }
  const list = Object.entries(said.errors ?? {}).map(([name, code]) => ({ text: t[code], href: `#${name}` }))
  const typed = values('how') === 'typed'
  return (
    <CounterLayout web={web} visit={visit} today={view.today} current="visits" title={t.title} hasError={list.length > 0}>
      {said.ended && <NotificationBanner type="success" text={t.ended} />}
      {list.length > 0 && <ErrorSummary errorList={list} />}
      <Heading>{t.title}</Heading>
      <Columns aside={<Aside visit={visit} view={view} />}>
        <p class="govuk-body">{t.lead}</p>
        <Form action={paths.counterVisits()} csrf={visit.csrf}>
          <Input name="card" label={{ text: t.scan, classes: 'govuk-label--s' }} hint={t.scanHint} spellcheck={false} autocomplete="off" value={typed ? '' : values('card')} errorMessage={error('card')} attributes={{ autofocus: list.length === 0 ? true : undefined }} />
          <Button preventDoubleClick>{t.open}</Button>
        </Form>
        <Details summaryText={t.typeTitle} open={typed}>
          <Form action={paths.counterVisits()} csrf={visit.csrf} hidden={{ how: 'typed' }}>
            <Input name="number" label={t.number} inputmode="numeric" classes="govuk-input--width-20" autocomplete="off" spellcheck={false} value={values('number')} errorMessage={error('number')} />
            <Input name="name" label={t.name} autocomplete="off" spellcheck={false} value={values('name')} errorMessage={error('name')} />
            <DateInput
              id="birth" namePrefix="birth" fieldset={{ legend: t.birth }} hint={t.birthHint} errorMessage={error('birth-day')}
              values={{ day: values('birth-day'), month: values('birth-month'), year: values('birth-year') }}
            />
            <Button look="secondary" preventDoubleClick>{t.open}</Button>
          </Form>
        </Details>
      </Columns>
    </CounterLayout>
  )
}

function Aside({ visit, view }: { visit: OfficeVisit; view: View }) {
  const t = openText[visit.lang]
  return (
    <>
      {view.present && (
        <Card title={t.present}>
          <p class="govuk-body">{t.presentText}</p>
          <LinkButton look="secondary" href={paths.counterVisit(view.present.id)}>{t.goOn}</LinkButton>
          <Form action={paths.counterVisitAt(view.present.id, 'end')} csrf={visit.csrf}><Button look="secondary" preventDoubleClick>{t.end}</Button></Form>
        </Card>
      )}
      <Card title={t.today} quiet>
        <Figures items={[{ value: view.done.filed, label: t.filed }, { value: view.done.others, label: t.others }]} />
        <p class="govuk-body"><Link href={paths.counterEid()}>{t.eid}</Link></p>
      </Card>
    </>
  )
}
