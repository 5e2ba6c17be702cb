/** Addresses of alarms about what staff read: the page, and an answer. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isConductReason, mayDo } from '../../../../catalogue/index.ts'
import { answerConduct } from '../../../../dossiers/index.ts'
import { isId } from '../../../../platform/values/ids.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import { paths } from '../../../paths.ts'
import { formOf, sendPage, type StaffVisit, staffVisit, type Web } from '../../../request.ts'
import { conductPage, type ConductSaid, errorsIn } from './conduct.page.tsx'
import { readConduct } from './conduct.view.ts'
import { placeIn } from './place.ts'
import { isConductRefusal } from './text.ts'

export function registerConduct(app: FastifyInstance, web: Web): void {
  const { platform } = web
  const showAll = async (visit: StaffVisit, reply: FastifyReply, said: ConductSaid, status = 200, after: unknown = undefined) =>
    sendPage(reply, conductPage(web, visit, await platform.read(visit.actor, (work) => readConduct(work, visit, placeIn(after))), said), status)

  app.get<{ Querystring: { sau?: string; xong?: string } }>(paths.conduct(), async (request, reply) => {
    const visit = await conductVisit(web, request, reply)
    return visit && showAll(visit, reply, { answered: request.query.xong }, 200, request.query.sau)
  })
  app.post<{ Params: { id: string } }>(paths.conductAnswer(':id'), async (request, reply) => {
    const visit = await conductVisit(web, request, reply)
    if (!visit) return reply
    const { id } = request.params
    if (!isId(id)) return reply.callNotFound()
    const form = formOf(request)
    const typed = { 'ly-do': form.text('ly-do'), loi: form.text('loi').replaceAll('\r\n', '\n').normalize('NFC').trim() }
    try {
      await platform.work(visit.actor, (work) => answerConduct(work, id, { reason: typed['ly-do'], words: typed.loi }))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'alarm-not-found') return reply.callNotFound()
      if (error.code === 'answer-needed') return showAll(visit, reply, { form: { id, typed, errors: errorsIn(typed, isConductReason(typed['ly-do']), visit.lang) } }, 422)
      if (isConductRefusal(error.code)) return showAll(visit, reply, { refused: error.code }, 409)
      throw error
    }
    return reply.redirect(paths.conductAnswered(id), 303)
  })
}

/** The visit of somebody who answers alarms about others. @throws Refusal 'other-role' for every other one */
async function conductVisit(web: Web, request: FastifyRequest, reply: FastifyReply): Promise<StaffVisit | undefined> {
  const visit = await staffVisit(web, request, reply)
  if (visit && !mayDo(visit.session.staff.role, 'answer-conduct')) throw new Refusal('other-role')
  return visit
}
