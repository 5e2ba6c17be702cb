/** Recording a result checked by hand, and confirming a colleague's (post, redirect, get; errors come back on the dossier's page). */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { judgeHandCheck, keepClaim, recordHandCheck } from '../../../../dossiers/index.ts'
import { isId } from '../../../../platform/values/ids.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import { paths } from '../../../paths.ts'
import { formOf, sendPage, type StaffVisit, staffVisit, type Web } from '../../../request.ts'
import { dossierOf } from '../../access.ts'
import { bodyOf, readWithin, type Within, withinFields } from '../../worklist/address.ts'
import { dossierPage, type Said } from '../dossier.page.tsx'
import { readDossier } from '../dossier.view.ts'
import { recordable } from './card.tsx'
import { readHandForm } from './form.ts'

const verdicts: Readonly<Record<string, 'confirm' | 'decline'>> = { 'xac-nhan': 'confirm', 'khong-xac-nhan': 'decline' }

export function registerByHand(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.post<{ Params: { id: string } }>(paths.officerHandChecks(':id'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { id } = request.params
    const within = readWithin(web, visit, bodyOf(request))
    const view = await readDossier(platform, visit, id, within)
    const { form, record } = readHandForm(formOf(request).text, recordable(view), visit.lang)
    if (!record) return again(web, visit, reply, { id, within }, { handForm: form }, 422)
    try {
      await platform.work(visit.actor, async (work) => {
        await dossierOf(work, visit, id)
        await keepClaim(work, id)
        await recordHandCheck(work, id, record)
      })
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'dossier-not-found') throw error
      return again(web, visit, reply, { id, within }, { handForm: form, refused: { code: error.code } }, 409)
    }
    return reply.redirect(paths.officerDossier(id, withinFields(within)), 303)
  })
  app.post<{ Params: { id: string; checkId: string; verdict: string } }>(paths.officerHandCheck(':id', ':checkId', ':verdict'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { id, checkId } = request.params
    const within = readWithin(web, visit, bodyOf(request))
    const asked = request.params.verdict
    const verdict = Object.hasOwn(verdicts, asked) ? verdicts[asked] : undefined
    if (!verdict || !isId(checkId)) throw new Refusal('dossier-not-found')
    try {
      await platform.work(visit.actor, async (work) => {
        await dossierOf(work, visit, id)
        await judgeHandCheck(work, id, checkId, verdict)
      })
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'dossier-not-found') throw error
      return again(web, visit, reply, { id, within }, { refused: { code: error.code } }, 409)
    }
    return reply.redirect(paths.officerDossier(id, withinFields(within)), 303)
  })
}

async function again(web: Web, visit: StaffVisit, reply: FastifyReply, { id, within }: { readonly id: string; readonly within: Within | undefined }, said: Said, status: number): Promise<FastifyReply> {
  return sendPage(reply, dossierPage(web, visit, await readDossier(web.platform, visit, id, within), said), status)
}
