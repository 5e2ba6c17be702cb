/** Addresses of asking for supplements, of allowing a second request, and of pictures that were replaced. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { readCrop } from '../../../../capabilities/portraits/index.ts'
import { allowSecondSupplement, askablePoints, type AskedPoint, askSupplement, findDossier, keepClaim, listSupplementRequests, refuseStale } from '../../../../dossiers/index.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import { isId } from '../../../../platform/values/ids.ts'
import { paths } from '../../../paths.ts'
import { formOf, sendPage, type StaffVisit, staffVisit, type Web } from '../../../request.ts'
import { dossierOf } from '../../access.ts'
import { type DossierPageView, readDossier } from '../dossier.view.ts'
import { bodyOf, type Fields, readWithin, withinFields } from '../../worklist/address.ts'
import { shownOf } from '../../worklist/holding/shown.ts'
import { saidAgain } from '../notes/again.ts'
import { verbPaths } from '../panel.tsx'
import { possible } from '../possible.ts'
import { AskPage } from './ask.page.tsx'
import { type AskForm, emptyForm, readAskForm } from './form.ts'
import { portraitsIn } from './view.ts'

type Params = { Params: { id: string; file: string }; Querystring: Fields }

export function registerSupplementDesk(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.get<Params>(paths.officerSupplement(':id'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const view = await readDossier(platform, visit, request.params.id, readWithin(web, visit, request.query))
    return show(web, visit, view, emptyForm(askablePoints(view.theCase)), reply)
  })
  app.post<Params>(paths.officerSupplement(':id'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { id } = request.params
    const within = readWithin(web, visit, bodyOf(request))
    const view = await readDossier(platform, visit, id, within)
    const { form, points } = readAskForm(formOf(request), { kinds: askablePoints(view.theCase), on: view.today, lang: visit.lang, citizenLang: view.dossier.lang })
    if (!points) return show(web, visit, view, form, reply, form.errors.length > 0 ? 422 : 200)
    const done = paths.officerDossier(id, { ...withinFields(within), xong: verbPaths.askSupplement })
    try {
      await platform.work(visit.actor, async (work) => {
        await dossierOf(work, visit, id)
        await refuseStale(work, id, shownOf(formOf(request)), false)
        await keepClaim(work, id)
        await askSupplement(work, id, { points })
      })
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'dossier-not-found') throw error
      // The second of two presses finds the work done: that is the same success.
      if ((error.code === 'wrong-status' || error.code === 'changed-meanwhile') && (await isAskedByMe(web, visit, id, points))) return reply.redirect(done, 303)
      return show(web, visit, await readDossier(platform, visit, id, within), form, reply, 409, error.code)
    }
    return reply.redirect(done, 303)
  })
  app.post<Params>(paths.officerAllowSupplement(':id'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { id } = request.params
    const entered = formOf(request).text('allow')
    return saidAgain(web, visit, request, reply, id, { what: 'allow', entered }, async (work) => {
      await dossierOf(work, visit, id)
      await allowSecondSupplement(work, id, entered)
    })
  })
  app.get<Params>(paths.officerPortraitVersion(':id', ':file'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const wanted = request.params.file.replace(/\.jpg$/, '')
    const known = await platform.read(visit.actor, async (work) => portraitsIn(await listSupplementRequests(work, await dossierOf(work, visit, request.params.id))))
    if (!isId(wanted) || !known.includes(wanted)) throw new Refusal('dossier-not-found')
    return reply.type('image/jpeg').header('cache-control', 'private, no-store').send(await readCrop(platform, wanted))
  })
}

/** Whether the visitor has asked just this already. */
async function isAskedByMe(web: Web, visit: StaffVisit, dossierId: string, points: readonly AskedPoint[]): Promise<boolean> {
  const told = (all: readonly AskedPoint[]) => JSON.stringify(all.map(({ kind, reason, note }) => [kind, reason, note]))
  return web.platform.read(visit.actor, async (work) => {
    const dossier = await findDossier(work, dossierId)
    return dossier !== undefined && (await listSupplementRequests(work, dossier)).some((one) => one.answeredAt === null && one.askedBy === visit.actor.staffId && told(one.points) === told(points))
  })
}

function show(web: Web, visit: StaffVisit, view: DossierPageView, form: AskForm, reply: FastifyReply, status = 200, refused?: string): FastifyReply {
  const may = possible('askSupplement', view, visit)
  return sendPage(reply, <AskPage web={web} visit={visit} view={view} form={form} impediment={may === true ? undefined : may} refused={refused} />, status)
}
