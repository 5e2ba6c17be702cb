/** Noting that somebody looked at a hint. What the hint told of is counted anew, so that nobody notes more than was there. */
import type { FastifyInstance } from 'fastify'
import { findHints, noteHintSeen } from '../../../../../dossiers/index.ts'
import { systemActor } from '../../../../../platform/values/actor.ts'
import { Refusal } from '../../../../../platform/values/refusal.ts'
import { paths } from '../../../../paths.ts'
import { formOf, staffVisit, type Web } from '../../../../request.ts'
import { dossierOf } from '../../../access.ts'
import { bodyOf, readWithin, withinFields } from '../../../worklist/address.ts'

/** Dossiers of every province are counted, so it is not asked as the visitor. */
export const hintsActor = systemActor('hints')

export function registerHints(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.post<{ Params: { id: string } }>(paths.officerHint(':id'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { text } = formOf(request)
    const dossier = await platform.read(visit.actor, (work) => dossierOf(work, visit, request.params.id))
    const hint = (await platform.read(hintsActor, (work) => findHints(work, dossier))).find(({ kind }) => kind === text('hint'))
    if (!hint) throw new Refusal('hint-unknown')
    await platform.work(visit.actor, async (work) => noteHintSeen(work, dossier, { kind: hint.kind, reason: text('reason'), count: hint.here.length + hint.elsewhere }))
    return reply.redirect(`${paths.officerDossier(dossier.id, withinFields(readWithin(web, visit, bodyOf(request))))}#goi-y`, 303)
  })
}
