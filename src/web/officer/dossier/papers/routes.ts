/** What an officer asks for about a dossier's papers (post, redirect, get). */
import type { FastifyInstance } from 'fastify'
import { askControlSheet } from '../../../../dossiers/index.ts'
import { paths } from '../../../paths.ts'
import { staffVisit, type Web } from '../../../request.ts'
import { dossierOf } from '../../access.ts'
import { bodyOf, readWithin, withinFields } from '../../worklist/address.ts'

export function registerPapers(app: FastifyInstance, web: Web): void {
  app.post<{ Params: { id: string } }>(paths.controlSheet(':id'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { id } = request.params
    await web.platform.work(visit.actor, async (work) => {
      await dossierOf(work, visit, id)
      await askControlSheet(work, id)
    })
    return reply.redirect(`${paths.officerDossier(id, withinFields(readWithin(web, visit, bodyOf(request))))}#giay-to`, 303)
  })
}
