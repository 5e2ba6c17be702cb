/**
 * Kiosk — a number at the door, the slip, and the display that calls it. Public: whoever stands there may touch it.
 * Owns: nothing.  Outside: nothing.  Announces: nothing.
 * Legal: NĐ 118/2025/NĐ-CP.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findQueueService, findServicePoint } from '../../catalogue/index.ts'
import { findTicketSeen, issueTicket, seeQueue } from '../../capabilities/counters/index.ts'
import { publicActor } from '../../platform/values/actor.ts'
import { isId, newId } from '../../platform/values/ids.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { paths } from '../paths.ts'
import { formOf, sendPage, type Web } from '../request.ts'
import { displayPage } from './display.page.tsx'
import { kioskPage, lanePage, refusedPage, slipPage, type Standing } from './kiosk.page.tsx'

/** Seconds. The display is never older; a kiosk that somebody left goes back to its first page, in Vietnamese. */
const DISPLAY_REFRESH = 4
const KIOSK_REFRESH = 45
const SLIP_REFRESH = 25

interface Route { Params: { pointId: string; ticketId: string }; Querystring: { viec?: string; tieng?: string } }

export function registerKiosk(app: FastifyInstance, web: Web): void {
  const { platform } = web
  /** A kiosk belongs to nobody: its language is that of the page, not of a cookie. */
  const standingAt = async (request: FastifyRequest<{ Params: { pointId: string } }>, lang: string | undefined): Promise<Standing | undefined> => {
    const today = await platform.read(publicActor, async (work) => work.today)
    const point = findServicePoint(request.params.pointId, today)
    return point && { web, lang: lang === 'en' ? 'en' : 'vi', point, today }
  }
  app.get<Route>(paths.kiosk(':pointId'), async (request, reply) => {
    const standing = await standingAt(request, request.query.tieng)
    if (!standing) return notFound(reply)
    const service = findQueueService(request.query.viec ?? '', standing.today)
    if (service) return sendPage(reply.header('refresh', `${KIOSK_REFRESH}; url=${paths.kiosk(standing.point.id)}`), lanePage(standing, service, newId()))
    const { waiting } = await platform.read(publicActor, (work) => seeQueue(work, standing.point.id))
    return sendPage(reply.header('refresh', `${KIOSK_REFRESH}; url=${paths.kiosk(standing.point.id)}`), kioskPage(standing, waiting))
  })
  app.post<Route>(paths.kiosk(':pointId'), async (request, reply) => {
    const form = formOf(request)
    const standing = await standingAt(request, form.text('tieng'))
    if (!standing) return notFound(reply)
    const requestKey = form.text('ma')
    try {
      if (!isId(requestKey)) throw new Refusal('service-not-found')
      const ticketId = await platform.work(publicActor, (work) => issueTicket(work, {
        pointId: standing.point.id, service: form.text('viec'), lane: form.text('hang') === 'uu-tien' ? 'priority' : 'ordinary', requestKey, network: request.ip,
      }))
      return reply.redirect(paths.kioskTicket(standing.point.id, ticketId, standing.lang), 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return sendPage(reply.header('refresh', `${KIOSK_REFRESH}; url=${paths.kiosk(standing.point.id)}`), refusedPage(standing, error.code), error.code === 'too-many-tickets' ? 429 : 409)
    }
  })
  app.get<Route>(paths.kioskTicket(':pointId', ':ticketId'), async (request, reply) => {
    const standing = await standingAt(request, request.query.tieng)
    const { ticketId } = request.params
    const seen = standing && isId(ticketId) ? await platform.read(publicActor, (work) => findTicketSeen(work, ticketId)) : undefined
    if (!standing || seen?.ticket.pointId !== standing.point.id) return notFound(reply)
    return sendPage(reply.header('refresh', `${SLIP_REFRESH}; url=${paths.kiosk(standing.point.id)}`), slipPage(standing, seen))
  })
  app.get<Route>(paths.queueDisplay(':pointId'), async (request, reply) => {
    const standing = await standingAt(request, request.query.tieng)
    if (!standing) return notFound(reply)
    const [queue, now] = await platform.read(publicActor, async (work) => [await seeQueue(work, standing.point.id), work.now] as const)
    return sendPage(reply.header('refresh', String(DISPLAY_REFRESH)), displayPage(standing, queue, now))
  })
}

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound()
  return reply
}
