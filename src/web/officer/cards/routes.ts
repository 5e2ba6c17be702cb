/** Addresses of the cards: the page, one print run, one hand-over at the counter. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type CardDeed, findCardOfDossier, handToPerson, listBatches, ownLastDeed, type ParcelPlace } from '../../../capabilities/deliveries/index.ts'
import { handOverResult, printCards } from '../../../dossiers/index.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../paths.ts'
import { sendPage, showing, type StaffVisit, staffVisit, type Web } from '../../request.ts'
import { dossierOf } from '../access.ts'
import { type AstrayAct, isAstrayAct } from '../text/astray.ts'
import { cardsPage, type CardsSaid } from './cards.page.tsx'
import { type CardsPages, readCards, shownOnCards } from './cards.view.ts'

/** Print runs among which the visitor's own newest is looked for. */
const RUNS = 10

export function registerCards(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.get<{ Querystring: { xong?: string; 'ho-so'?: string; lac?: string; nhan?: string; 'di-sau'?: string; 'di-truoc'?: string } }>(paths.cards(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { xong = '', 'ho-so': about, lac, nhan } = request.query
    return show(web, visit, reply, { done: await platform.read(visit.actor, (work) => doneOf(work, visit, xong, about)) }, 200, {
      astray: pageNumber(lac), collect: pageNumber(nhan), parcels: { after: placeIn(request.query['di-sau']), before: placeIn(request.query['di-truoc']) },
    })
  })
  app.post(paths.cardsPrint(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    try {
      const { cards } = await platform.work(visit.actor, printCards)
      return reply.redirect(`${paths.cards()}?xong=in-${cards.length}`, 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(web, visit, reply, { refused: error.code, serial: serialOf(error) }, 409)
    }
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
    return reply.redirect(`${paths.cards()}?xong=giao&ho-so=${request.params.id}`, 303)
  })
}

/** The card that stopped a print run. */
export function serialOf({ details }: Refusal): string | undefined {
  return typeof details.serial === 'string' ? details.serial : undefined
}

const deeds: Readonly<Record<AstrayAct | 'giao', CardDeed>> = { giao: 'handed-over', 'nhan-lai': 'back', 'de-nghi-in-lai': 'proposed', 'dong-y-in-lai': 'confirmed', 'khong-in-lai': 'declined' }

/** A success is told of the visitor's own newest run, or of what they did last about the dossier's card: an address alone can claim anything. */
async function doneOf(work: Work, visit: StaffVisit, text: string, about: string | undefined): Promise<CardsSaid['done']> {
  const printed = Number(/^in-(\d{1,3})$/.exec(text)?.[1])
  if (printed) {
    const own = (await listBatches(work, visit.session.staff.provinceCode, RUNS)).find(({ printedBy }) => printedBy === visit.session.staff.id)
    return own?.cards === printed ? { verb: 'printed', count: printed } : undefined
  }
  if ((text !== 'giao' && !isAstrayAct(text)) || !isId(about) || (await ownLastDeed(work, about)) !== deeds[text]) return undefined
  return text === 'giao' ? { verb: 'handed' } : { verb: 'astray', act: text }
}

/** A page's number as an address says it; the first for whatever is none. */
function pageNumber(text = '1'): number {
  return /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 1
}

/** The parcel's place that an address names; undefined where it names none. */
function placeIn(text: unknown): ParcelPlace | undefined {
  const [, orderedAt, id = ''] = (typeof text === 'string' && /^(\d{1,14})\.([0-9a-f-]{36})$/.exec(text)) || []
  return isId(id) ? { orderedAt: Number(orderedAt), id } : undefined
}

async function show(web: Web, visit: StaffVisit, reply: FastifyReply, said: CardsSaid, status = 200, pages?: CardsPages): Promise<FastifyReply> {
  const view = await web.platform.read(visit.actor, (work) => readCards(work, visit, pages))
  return sendPage(showing(reply, shownOnCards(view)), cardsPage(web, visit, view, said), status)
}
