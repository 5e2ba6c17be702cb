/** Addresses of the post: its lists, one list counted item by item, signed. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findList, listLists, type ListWithItems, scanItem, unscanItem } from '../../capabilities/deliveries/index.ts'
import { takeOverList } from '../../dossiers/index.ts'
import { isId } from '../../platform/values/ids.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { paths } from '../paths.ts'
import { formOf, type OfficeVisit, postalVisit, sendPage, type Web } from '../request.ts'
import { deskPage } from './desk.page.tsx'
import { countPage, type CountSaid } from './list.page.tsx'
import { isScanDone } from './text.ts'

type OfList = { Params: { listId: string }; Querystring: { xong?: string; so?: string } }

/** What stands in the address after a scan: item numbers name nobody. */
const ITEM = /^[A-Z]{2}\d{9}[A-Z]{2}$/

export function registerPostLists(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.get(paths.postDesk(), async (request, reply) => {
    const visit = await postalVisit(web, request, reply)
    if (!visit) return reply
    const { lists, today } = await platform.read(visit.actor, async (work) => ({ lists: await listLists(work, visit.session.staff.provinceCode), today: work.today }))
    return sendPage(reply, deskPage(web, visit, lists, today))
  })
  app.get<OfList>(paths.postList(':listId'), async (request, reply) => {
    const visit = await postalVisit(web, request, reply)
    if (!visit) return reply
    const { xong = '', so = '' } = request.query
    return show(visit, request, reply, {}, 200, isScanDone(xong) && ITEM.test(so) ? { done: xong, item: so } : undefined)
  })
  app.post<OfList>(paths.postListAct(':listId', 'quet'), async (request, reply) => {
    const visit = await postalVisit(web, request, reply)
    if (!visit) return reply
    const typed = formOf(request).text('so')
    return attempt(visit, request, reply, { 'not-item-number': { wrong: typed } }, async (listId) => {
      const done = await platform.work(visit.actor, (work) => scanItem(work, listId, typed))
      return `?xong=${done}&so=${typed.replace(/\s/g, '').toUpperCase()}`
    })
  })
  app.post<OfList>(paths.postListAct(':listId', 'bo'), async (request, reply) => {
    const visit = await postalVisit(web, request, reply)
    if (!visit) return reply
    const item = formOf(request).text('so')
    return attempt(visit, request, reply, {}, async (listId) => {
      await platform.work(visit.actor, (work) => unscanItem(work, listId, item))
      return ITEM.test(item) ? `?xong=dropped&so=${item}` : ''
    })
  })
  app.post<OfList>(paths.postListAct(':listId', 'ky-nhan'), async (request, reply) => {
    const visit = await postalVisit(web, request, reply)
    if (!visit) return reply
    const reasons = reasonsOf(request)
    return attempt(visit, request, reply, { 'reasons-missing': { chosen: reasons } }, async (listId) => {
      await platform.work(visit.actor, (work) => takeOverList(work, listId, reasons))
      return ''
    })
  })

  async function listOf(visit: OfficeVisit, listId: string): Promise<{ list: ListWithItems; today: string }> {
    const found = await platform.read(visit.actor, async (work) => ({ list: isId(listId) ? await findList(work, listId) : undefined, today: work.today }))
    if (found.list?.provinceCode !== visit.session.staff.provinceCode) throw new Refusal('list-not-found')
    return { list: found.list, today: found.today }
  }

  async function show(visit: OfficeVisit, request: FastifyRequest<OfList>, reply: FastifyReply, said: CountSaid, status = 200, scan?: CountSaid['scan']): Promise<FastifyReply> {
    const { list, today } = await listOf(visit, request.params.listId)
    return sendPage(reply, countPage(web, visit, list, today, scan && isSo(list, scan) ? { ...said, scan } : said), status)
  }

  /** Does it and goes back to the list; what the form got wrong comes back beside its field. */
  async function attempt(visit: OfficeVisit, request: FastifyRequest<OfList>, reply: FastifyReply, mistakes: Readonly<Record<string, CountSaid>>, act: (listId: string) => Promise<string>): Promise<FastifyReply> {
    const { listId } = request.params
    if (!isId(listId)) throw new Refusal('list-not-found')
    try {
      return await reply.redirect(`${paths.postList(listId)}${await act(listId)}`, 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'list-not-open') return show(visit, request, reply, { gone: true }, 409)
      if (error.code === 'listed-by-you') return show(visit, request, reply, { own: true }, 409)
      const said = mistakes[error.code]
      if (!said) throw error
      const items = error.details['items']
      return show(visit, request, reply, typeof items === 'string' ? { ...said, reasonless: items.split(' ') } : said, 422)
    }
  }
}

/** A scan is told as the list stands: an address alone can claim anything. */
function isSo({ items, extras }: ListWithItems, { done, item }: NonNullable<CountSaid['scan']>): boolean {
  const listed = items.find(({ itemNumber }) => itemNumber === item)
  const isExtra = extras.some(({ itemNumber }) => itemNumber === item)
  const isScanned = isExtra || (listed !== undefined && listed.scannedAt !== null)
  return done === 'dropped' ? !isScanned : isScanned && (done === 'again' || isExtra === (done === 'extra'))
}

/** Every reason chosen, by item number. */
function reasonsOf(request: FastifyRequest): Map<string, string> {
  const form = formOf(request)
  const body: unknown = request.body
  const names = body !== null && typeof body === 'object' ? Object.keys(body) : []
  return new Map(names.filter((name) => name.startsWith('ly-do-')).map((name) => [name.slice('ly-do-'.length), form.text(name)]))
}
