/** Addresses of signing powers and units: lists, entering, one row, confirming and ending it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { confirmGrant, endGrant, enterMember, enterPower, enterUnit, type GrantKind } from '../../../capabilities/identity/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../paths.ts'
import { administratorVisit, formOf, sendPage, type StaffVisit, type Web } from '../../request.ts'
import { errorOf, type Errors, readPower, readSpan, refusalOf, type Typed, typedOf, unitKindOf } from './form.ts'
import { GrantPage } from './grant.page.tsx'
import { type PeopleSaid, PowersPage } from './powers.page.tsx'
import { peopleText } from './text.ts'
import { UnitsPage } from './units.page.tsx'
import { type GrantView, type PeopleView, readGrant, readPeople } from './view.ts'

const kindOf: Readonly<Record<string, GrantKind>> = { 'tham-quyen': 'power', 'don-vi': 'unit', 'thanh-vien': 'member' }
type ById = { Params: { kind: string; grantId: string }; Querystring: { xong?: string } }
type Listed = { Querystring: { xong?: string } }

/** What a form asks for, as a command; or what is wrong with it. */
function commandOf(typed: Typed, visit: StaffVisit): { readonly run: (work: Work) => Promise<string> } | { readonly errors: Errors } {
  const read = readSpan(typed, visit.lang)
  const { values } = typed
  if (typed.form === 'power' || typed.form === 'delegation') {
    const asked = readPower(typed, 'span' in read ? read.span : { validFrom: '', validTo: null, basis: '' }, visit.lang)
    if ('errors' in read) return { errors: { ...('errors' in asked ? asked.errors : {}), ...read.errors } }
    return 'errors' in asked ? asked : { run: (work) => enterPower(work, asked.power) }
  }
  if ('errors' in read) return read
  const { span } = read
  return typed.form === 'unit'
    ? { run: (work) => enterUnit(work, { ...span, name: values.name ?? '', unitKind: unitKindOf(values.kind) }) }
    : { run: (work) => enterMember(work, { ...span, staffId: values.staff ?? '', unitId: values.unit ?? '' }) }
}

/** Whether the row that an address names is one that this visitor entered and that waits for somebody else: an address alone can claim anything. */
function isEnteredBy(visit: StaffVisit, { powers, units, members }: PeopleView, id: string | undefined): boolean {
  return [...powers, ...units, ...members].some((grant) => grant.id === id && grant.enteredBy === visit.session.staff.id && grant.confirmedAt === null && grant.endedAt === null)
}

export function registerPeople(app: FastifyInstance, web: Web): void {
  const { platform } = web
  for (const [address, Page] of [[paths.powers(), PowersPage], [paths.units(), UnitsPage]] as const) {
    const viewOf = (visit: StaffVisit) => platform.read(visit.actor, (work) => readPeople(work, visit.session.staff.provinceCode))
    const show = async (visit: StaffVisit, reply: FastifyReply, said: PeopleSaid, status = 200) => sendPage(reply, <Page web={web} visit={visit} view={await viewOf(visit)} said={said} />, status)
    app.get<Listed>(address, async (request, reply) => {
      const visit = await administratorVisit(web, request, reply)
      if (!visit) return reply
      const view = await viewOf(visit)
      return sendPage(reply, <Page web={web} visit={visit} view={view} said={isEnteredBy(visit, view, request.query.xong) ? { done: peopleText[visit.lang].entered } : {}} />)
    })
    app.post(address, async (request, reply) => {
      const visit = await administratorVisit(web, request, reply)
      if (!visit) return reply
      const typed = typedOf(formOf(request))
      if (!typed) return reply.redirect(address, 303)
      const command = commandOf(typed, visit)
      if ('errors' in command) return show(visit, reply, { typed, errors: command.errors }, 422)
      let grantId: string
      try {
        grantId = await platform.work(visit.actor, command.run)
      } catch (error) {
        const errors = errorOf(error, visit.lang)
        return errors ? show(visit, reply, { typed, errors }, 422) : show(visit, reply, { typed, refused: refusalOf(error, visit.lang) }, 409)
      }
      return reply.redirect(`${address}?xong=${grantId}`, 303)
    })
  }
  registerGrant(app, web)
}

function registerGrant(app: FastifyInstance, web: Web): void {
  const { platform } = web
  const viewOf = (visit: StaffVisit, { kind, grantId }: ById['Params']): Promise<GrantView | undefined> => {
    const known = Object.hasOwn(kindOf, kind) ? kindOf[kind] : undefined
    return known ? platform.read(visit.actor, (work) => readGrant(work, known, grantId, visit.session.staff.provinceCode)) : Promise.resolve(undefined)
  }
  app.get<ById>(paths.grantAt(':kind', ':grantId'), async (request, reply) => {
    const visit = await administratorVisit(web, request, reply)
    if (!visit) return reply
    const view = await viewOf(visit, request.params)
    if (!view) return reply.callNotFound()
    // What is said to be done is what the row shows: an address alone can claim anything.
    const { xong } = request.query
    const done = xong === 'dung' && view.grant.endedAt !== null ? 'ended' : xong === 'xac-nhan' && view.grant.confirmedAt !== null && view.grant.endedAt === null ? 'confirmed' : undefined
    return sendPage(reply, <GrantPage web={web} visit={visit} view={view} said={{ done }} />)
  })
  const acts = { 'xac-nhan': confirmGrant, dung: endGrant } as const
  for (const name of ['xac-nhan', 'dung'] as const) {
    app.post<ById>(`${paths.grantAt(':kind', ':grantId')}/${name}`, async (request, reply) => {
      const visit = await administratorVisit(web, request, reply)
      return visit ? act(visit, request, reply, name) : reply
    })
  }
  async function act(visit: StaffVisit, request: FastifyRequest<ById>, reply: FastifyReply, name: keyof typeof acts): Promise<FastifyReply> {
    const view = await viewOf(visit, request.params)
    if (!view) {
      reply.callNotFound()
      return reply
    }
    const { kind, id } = view.grant
    try {
      await platform.work(visit.actor, (work) => acts[name](work, kind, id, formOf(request).text('basis').normalize('NFC').slice(0, 200)))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // Who presses twice ended it once.
      if (name === 'dung' && view.grant.endedAt !== null) return reply.redirect(`${paths.grant(kind, id)}?xong=dung`, 303)
      const basisMissing = error.code === 'power-basis-missing'
      return sendPage(reply, <GrantPage web={web} visit={visit} view={view} said={basisMissing ? { basisMissing } : { refused: refusalOf(error, visit.lang) }} />, basisMissing ? 422 : 409)
    }
    return reply.redirect(`${paths.grant(kind, id)}?xong=${name}`, 303)
  }
}
