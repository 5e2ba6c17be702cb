/** Addresses of hand-over lists in the office: close, look, labels, confirm differences, take back. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { closeList, drawBarcode, findCards, labelsOf, takeListBack } from '../../../../capabilities/deliveries/index.ts'
import { findDossiers, noteReading, settleDifferences } from '../../../../dossiers/index.ts'
import { isId } from '../../../../platform/values/ids.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import type { Work } from '../../../../platform/work.ts'
import { paths } from '../../../paths.ts'
import { formOf, sendPage, showing, type StaffVisit, staffVisit, type Web } from '../../../request.ts'
import { isListDone } from '../../text/lists.ts'
import { cardsPage } from '../cards.page.tsx'
import { readCards, shownOnCards } from '../cards.view.ts'
import { labelsPage } from './labels.page.tsx'
import { listPage } from './list.page.tsx'
import { readList } from './list.view.ts'

type OfList = { Params: { listId: string }; Querystring: { xong?: string } }

export function registerLists(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.post(paths.handOverLists(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    try {
      const listId = await platform.work(visit.actor, async (work) => {
        const cardIds = formOf(request).list('the').filter(isId)
        await refuseWhatIsCollected(work, cardIds)
        return closeList(work, cardIds)
      })
      return reply.redirect(`${paths.handOverList(listId)}?xong=chot`, 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const view = await platform.read(visit.actor, (work) => readCards(work, visit))
      return sendPage(showing(reply, shownOnCards(view)), cardsPage(web, visit, view, { refused: error.code }), 409)
    }
  })
  app.get<OfList>(paths.handOverList(':listId'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const done = request.query.xong ?? ''
    return show(visit, reply, request.params.listId, isListDone(done) ? { done } : {})
  })
  app.post<OfList>(paths.handOverListAct(':listId', 'xac-nhan'), (request, reply) => act(request, reply, 'xac-nhan', (work) => settleDifferences(work, request.params.listId, formOf(request).text('ma'))))
  app.post<OfList>(paths.handOverListAct(':listId', 'thu-hoi'), (request, reply) => act(request, reply, 'thu-hoi', (work) => takeListBack(work, request.params.listId)))
  app.get<OfList>(paths.handOverLabels(':listId'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { list, today } = await view(visit, request.params.listId)
    const labels = await platform.work(visit.actor, async (work) => {
      const found = await labelsOf(work, list.id)
      // A label has an address: who opened it is kept with the dossier (AUD4).
      for (const { dossierId } of found) await noteReading(work, dossierId, 'label')
      return found
    })
    return sendPage(reply, labelsPage(web, visit, list, labels, today))
  })
  app.get<{ Params: { listId: string; file: string } }>(paths.handOverBarcode(':listId', ':file'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { list } = await view(visit, request.params.listId)
    const item = list.items.find(({ itemNumber }) => `${itemNumber}.png` === request.params.file)
    if (!item) throw new Refusal('list-not-found')
    return reply.type('image/png').header('cache-control', 'private, max-age=3600').send(await drawBarcode(item.itemNumber))
  })

  const view = (visit: StaffVisit, listId: string) => platform.read(visit.actor, (work) => readList(work, visit, listId))

  async function show(visit: StaffVisit, reply: FastifyReply, listId: string, said: Parameters<typeof listPage>[3], status = 200): Promise<FastifyReply> {
    const found = await view(visit, listId)
    return sendPage(showing(reply, { purpose: 'cards', dossierIds: [...found.dossiers.keys()] }), listPage(web, visit, found, said), status)
  }

  async function act(request: FastifyRequest<OfList>, reply: FastifyReply, done: 'xac-nhan' | 'thu-hoi', command: (work: Work) => Promise<void>): Promise<FastifyReply> {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { listId } = request.params
    if (!isId(listId)) throw new Refusal('list-not-found')
    try {
      await platform.work(visit.actor, command)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'list-not-found') throw error
      return show(visit, reply, listId, { refused: error.code }, 409)
    }
    return reply.redirect(`${paths.handOverList(listId)}?xong=${done}`, 303)
  }
}

/** What somebody comes to collect never goes on a list, whatever the form says. */
async function refuseWhatIsCollected(work: Work, cardIds: readonly string[]): Promise<void> {
  const dossiers = await findDossiers(work, (await findCards(work, cardIds)).map((card) => card.dossierId))
  if ([...dossiers.values()].some((dossier) => dossier.delivery === 'collect')) throw new Refusal('parcel-missing')
}
