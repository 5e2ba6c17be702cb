/** Addresses of cards that came back or got lost, and of old cards. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findOldCard, type OldCard, receiveOldCard, takeCardBack } from '../../../../capabilities/deliveries/index.ts'
import { askReprint, judgeReprint, witnessOldCard } from '../../../../dossiers/index.ts'
import { isId } from '../../../../platform/values/ids.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import type { Work } from '../../../../platform/work.ts'
import { paths } from '../../../paths.ts'
import { sendPage, showing, staffVisit, type StaffVisit, type Web } from '../../../request.ts'
import { dossierOf } from '../../access.ts'
import { type AstrayAct, isOldCardAct, type OldCardAct } from '../../text/astray.ts'
import { cardsPage } from '../cards.page.tsx'
import { readCards, shownOnCards } from '../cards.view.ts'
import { readOldCards } from './astray.view.ts'
import { oldCardsPage } from './old-cards.page.tsx'

const astray: Readonly<Record<AstrayAct, (work: Work, dossierId: string) => Promise<void>>> = {
  'nhan-lai': takeCardBack,
  'de-nghi-in-lai': askReprint,
  'dong-y-in-lai': (work, dossierId) => judgeReprint(work, dossierId, 'confirm'),
  'khong-in-lai': (work, dossierId) => judgeReprint(work, dossierId, 'decline'),
}

const old: Readonly<Record<OldCardAct, (work: Work, licenceId: string) => Promise<void>>> = {
  'da-nhan': receiveOldCard,
  'da-huy': (work, licenceId) => witnessOldCard(work, licenceId, 'destroyed'),
  'giu-lai': (work, licenceId) => witnessOldCard(work, licenceId, 'kept'),
}

const ends: Readonly<Record<OldCardAct, OldCard['state']>> = { 'da-nhan': 'received', 'da-huy': 'destroyed', 'giu-lai': 'kept' }

export function registerAstray(app: FastifyInstance, web: Web): void {
  const { platform } = web
  for (const act of ['nhan-lai', 'de-nghi-in-lai', 'dong-y-in-lai', 'khong-in-lai'] as const) {
    app.post<{ Params: { id: string } }>(paths.cardAct(':id', act), async (request, reply) => {
      const visit = await staffVisit(web, request, reply)
      if (!visit) return reply
      const { id } = request.params
      try {
        await platform.work(visit.actor, async (work) => {
          await dossierOf(work, visit, id)
          await astray[act](work, id)
        })
      } catch (error) {
        if (!(error instanceof Refusal) || error.code === 'dossier-not-found') throw error
        const view = await platform.read(visit.actor, (work) => readCards(work, visit))
        return sendPage(showing(reply, shownOnCards(view)), cardsPage(web, visit, view, { refused: error.code }), 409)
      }
      return reply.redirect(`${paths.cards()}?xong=${act}&ho-so=${id}`, 303)
    })
  }
  app.get<{ Querystring: { xong?: string; bang?: string } }>(paths.oldCards(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { xong: done = '', bang } = request.query
    // Told of how that card stands, to whoever did it: an address alone can claim anything.
    const card = isId(bang) ? await platform.read(visit.actor, (work) => findOldCard(work, bang)) : undefined
    const by = card?.state === 'received' ? card.receivedBy : card?.endedBy
    return show(visit, reply, isOldCardAct(done) && card?.state === ends[done] && by === visit.session.staff.id ? { done } : {})
  })
  for (const act of ['da-nhan', 'da-huy', 'giu-lai'] as const) app.post<{ Params: { licenceId: string } }>(paths.oldCardAct(':licenceId', act), (request, reply) => end(request, reply, act))

  async function show(visit: StaffVisit, reply: FastifyReply, said: Parameters<typeof oldCardsPage>[3], status = 200): Promise<FastifyReply> {
    const view = await platform.read(visit.actor, (work) => readOldCards(work, visit))
    return sendPage(showing(reply, { purpose: 'cards', dossierIds: [...view.owed, ...view.received].map(({ old: { dossierId } }) => dossierId) }), oldCardsPage(web, visit, view, said), status)
  }

  async function end(request: FastifyRequest<{ Params: { licenceId: string } }>, reply: FastifyReply, act: OldCardAct): Promise<FastifyReply> {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { licenceId } = request.params
    try {
      if (!isId(licenceId)) throw new Refusal('old-card-not-found')
      await platform.work(visit.actor, (work) => old[act](work, licenceId))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(visit, reply, { refused: error.code }, 409)
    }
    return reply.redirect(`${paths.oldCards()}?xong=${act}&bang=${licenceId}`, 303)
  }
}
