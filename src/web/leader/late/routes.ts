/** Addresses of the leader: who is waited for and who was late, the list of late waits, the same as a file. */
import type { FastifyInstance } from 'fastify'
import { isLocalDate } from '../../../platform/values/dates.ts'
import { type PartyId, partyIds } from '../../../catalogue/index.ts'
import { paths } from '../../paths.ts'
import { leaderVisit, sendPage, type Web } from '../../request.ts'
import { lateFile } from './csv.ts'
import { latePage } from './late.page.tsx'
import { readLate, readOverview, readWaiting } from './late.view.ts'
import { overviewPage } from './overview.page.tsx'
import { waitingPage } from './waiting.page.tsx'

interface Query {
  readonly thang?: string
  readonly ben?: string
  readonly trang?: string
}

/** Before it the service was nowhere open (A1). */
const FIRST_MONTH = '2020-07'

/** A month that has begun; anything else is the present one. */
function monthOf(text: string | undefined, today: string): string {
  const now = today.slice(0, 7)
  return text !== undefined && /^\d{4}-\d{2}$/.test(text) && isLocalDate(`${text}-01`) && text >= FIRST_MONTH && text <= now ? text : now
}

function partyOf(text: string | undefined): PartyId | undefined {
  return partyIds.find((party) => party === text)
}

function pageOf(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1
}

export function registerLate(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.get<{ Querystring: Query }>(paths.leader(), async (request, reply) => {
    const visit = await leaderVisit(web, request, reply)
    if (!visit) return reply
    const view = await platform.read(visit.actor, (work) => readOverview(work, visit.session.staff.provinceCode, monthOf(request.query.thang, work.today)))
    return sendPage(reply, overviewPage(web, visit, view))
  })
  app.get<{ Querystring: Query }>(paths.leaderLate(), async (request, reply) => {
    const visit = await leaderVisit(web, request, reply)
    if (!visit) return reply
    const { thang, ben, trang } = request.query
    const view = await platform.read(visit.actor, (work) => readLate(work, visit.session.staff.provinceCode, monthOf(thang, work.today), partyOf(ben), pageOf(trang)))
    return sendPage(reply, latePage(web, visit, view))
  })
  app.get<{ Params: { duty: string }; Querystring: Query }>(paths.leaderWaiting(':duty'), async (request, reply) => {
    const visit = await leaderVisit(web, request, reply)
    if (!visit) return reply
    const view = await platform.read(visit.actor, (work) => readWaiting(work, visit.session.staff.provinceCode, request.params.duty, pageOf(request.query.trang)))
    return view ? sendPage(reply, waitingPage(web, visit, view)) : reply.callNotFound()
  })
  app.get<{ Querystring: Query }>(paths.leaderFile(), async (request, reply) => {
    const visit = await leaderVisit(web, request, reply)
    if (!visit) return reply
    const view = await platform.read(visit.actor, (work) => readOverview(work, visit.session.staff.provinceCode, monthOf(request.query.thang, work.today)))
    const { name, text } = lateFile(view, visit.lang, platform.config.simulation)
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`).send(text)
  })
}
