/** Begins a procedure: the consent given on the page before is kept with the draft (A2). */
import type { FastifyInstance } from 'fastify'
import { getPerson } from '../../capabilities/identity/index.ts'
import { askRegistered } from '../../capabilities/portraits/index.ts'
import { isProcedureSlug } from '../../catalogue/index.ts'
import { startDraft } from '../../dossiers/index.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { paths } from '../paths.ts'
import { citizenVisit, formOf, type Web } from '../request.ts'
import { isId } from '../../platform/values/ids.ts'

export function registerStart(app: FastifyInstance, web: Web): void {
  app.get(paths.start(), (_request, reply) => reply.redirect(paths.mine(), 303))
  app.post(paths.start(), async (request, reply) => {
    const visit = await citizenVisit(web, request, reply)
    if (!visit) return reply
    const { personId } = visit.session
    const form = formOf(request)
    const licenceIds = [...new Set([form.text('licence'), form.text('other')])].filter(isId)
    const procedure = form.text('procedure')
    if (!isProcedureSlug(procedure)) return reply.redirect(paths.mine(), 303)
    try {
      const draftId = await web.platform.work(visit.actor, async (work) => {
        const id = await startDraft(work, { personId, procedure, licenceIds })
        // By the time the portrait is asked for, the register has had its say.
        await askRegistered(work, await getPerson(work, personId))
        return id
      })
      return reply.redirect(paths.resume(draftId), 303)
    } catch (error) {
      // The page tells what is the case now: an open dossier, or a licence that is no longer valid.
      if (error instanceof Refusal && (error.code === 'already-open' || error.code === 'licence-not-yours')) return reply.redirect(paths.mine(), 303)
      throw error
    }
  })
}
