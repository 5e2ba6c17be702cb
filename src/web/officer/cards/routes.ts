/** Addresses of the cards: the page, one print run, one hand-over at the counter. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { findCardOfDossier, handToPerson, printBatch } from '../../../capabilities/deliveries/index.ts'
import { handOverResult } from '../../../dossiers/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { paths } from '../../paths.ts'
import { sendPage, type StaffVisit, staffVisit, type Web } from '../../request.ts'
import { dossierOf } from '../access.ts'
import { isAstrayAct } from '../text/astray.ts'
import { cardsPage, type CardsSaid } from './cards.page.tsx'
import { type CardsPages, findForeignPortraits, readCards } from './cards.view.ts'

export function registerCards(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.get<{ Querystring: { xong?: string; lac?: string; nhan?: string } }>(paths.cards(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    const { xong = '', lac, nhan } = request.query
    return visit && show(web, visit, reply, { done: doneOf(xong) }, 200, { astray: pageNumber(lac), collect: pageNumber(nhan) })
  })
  app.post(paths.cardsPrint(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    if (visit.session.staff.role !== 'appraiser') return show(web, visit, reply, { refused: 'wrong-role' }, 409)
    const { provinceCode } = visit.session.staff
    const printed = await platform.work(visit.actor, async (work) => {
      const [foreign] = await findForeignPortraits(work, provinceCode)
      return foreign ? { foreign } : { batch: await printBatch(work, provinceCode) }
    })
    if (printed.foreign) return show(web, visit, reply, { refused: 'portrait-differs', serial: printed.foreign.cardSerial }, 409)
    if (!printed.batch) return show(web, visit, reply, { refused: 'nothing-to-print' }, 409)
    return reply.redirect(`${paths.cards()}?xong=in-${printed.batch.cards.length}`, 303)
  })
  app.post<{ Params: { id: string } }>('/can-bo/the/:id/giao', async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    try {
      await platform.work(visit.actor, async (work) => {
        const dossier = await dossierOf(work, visit, request.params.id)
        const card = await findCardOfDossier(work, dossier.id)
        if (!card) throw new Refusal('card-not-printed')
        // What goes by post is never given to somebody at the counter by a slip.
        if (dossier.delivery !== 'collect') throw new Refusal('wrong-status')
        await handToPerson(work, card.id)
        await handOverResult(work, dossier.id)
      })
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'dossier-not-found') throw error
      return show(web, visit, reply, { refused: error.code }, 409)
    }
    return reply.redirect(`${paths.cards()}?xong=giao`, 303)
  })
}

function doneOf(text: string): CardsSaid['done'] {
  const printed = /^in-(\d{1,3})$/.exec(text)?.[1]
  if (printed) return { verb: 'printed', count: Number(printed) }
  if (isAstrayAct(text)) return { verb: 'astray', act: text }
  return text === 'giao' ? { verb: 'handed' } : undefined
}

/** A page's number as an address says it; the first for whatever is none. */
function pageNumber(text = '1'): number {
  return /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 1
}

async function show(web: Web, visit: StaffVisit, reply: FastifyReply, said: CardsSaid, status = 200, pages?: CardsPages): Promise<FastifyReply> {
  return sendPage(reply, cardsPage(web, visit, await web.platform.read(visit.actor, (work) => readCards(work, visit, pages)), said), status)
}
