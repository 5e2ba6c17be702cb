/** Addresses of the pages about provinces: the same for everybody, so that they may be kept for a moment on the way. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { findProvince, isProcedureSlug, procedureSlugs, type ProcedureSlug } from '../../../catalogue/index.ts'
import { publicActor } from '../../../platform/values/actor.ts'
import { paths } from '../../paths.ts'
import { sendPage, type Visit, visitOf, type Web } from '../../request.ts'
import { dutiesPage } from './duties.page.tsx'
import { provincePage, provincesPage } from './provinces.page.tsx'

interface Query {
  readonly 'thu-tuc'?: string
}

function procedureOf({ 'thu-tuc': text = '' }: Query): ProcedureSlug {
  const [first] = procedureSlugs
  if (first === undefined) throw new Error('the catalogue has no procedure')
  return isProcedureSlug(text) ? text : first
}

export function registerProvinces(app: FastifyInstance, web: Web): void {
  const today = () => web.platform.read(publicActor, async (work) => work.today)
  const show = async (request: FastifyRequest, reply: FastifyReply, page: (visit: Visit) => VNode) => {
    const { lang } = await visitOf(web, request)
    reply.header('cache-control', 'public, max-age=300').header('vary', 'cookie')
    return sendPage(reply, page({ session: undefined, lang, csrf: '', actor: publicActor, here: request.url }))
  }
  app.get<{ Querystring: Query }>(paths.provinces(), async (request, reply) => {
    const on = await today()
    return show(request, reply, (visit) => provincesPage(web, visit, procedureOf(request.query), on))
  })
  app.get<{ Params: { province: string }; Querystring: Query }>(paths.province(':province'), async (request, reply) => {
    const on = await today()
    const province = findProvince(request.params.province, on)
    if (province?.id !== request.params.province) return reply.callNotFound()
    return show(request, reply, (visit) => provincePage(web, visit, procedureOf(request.query), province, on))
  })
  app.get<{ Params: { province: string } }>(paths.agreement(':province'), async (request, reply) => {
    const on = await today()
    const province = findProvince(request.params.province, on)
    if (province?.id !== request.params.province) return reply.callNotFound()
    return show(request, reply, (visit) => dutiesPage(web, visit, province, on))
  })
}
