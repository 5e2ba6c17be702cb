/** Addresses of the worklist. A search is posted and travels sealed: it may be somebody's name or number. */
import type { FastifyInstance } from 'fastify'
import { openWith, sealWith } from '../../../platform/secrets/seal.ts'
import { paths } from '../../paths.ts'
import { formOf, sendPage, type StaffVisit, staffVisit, type Web } from '../../request.ts'
import { worklistPage } from './worklist.page.tsx'
import { firstView, isView, readWorklist } from './worklist.view.ts'

const MOST_LETTERS = 120
const MOST_PAGES = 400

/** A dossier's own number says nothing about a person and may stand in an address as it is. */
const OWN_NUMBER = /^(TT-[0-9A-Z]{4}-[0-9A-Z]{4}|[A-Z]\d\d[.\d]*-\d{6}-\d{4,})$/

const contextOf = (visit: StaffVisit) => `officer.search:${visit.session.staff.id}`

function sealSearch(web: Web, visit: StaffVisit, text: string): string {
  return OWN_NUMBER.test(text) || text === '' ? text : sealWith(web.platform.keys.session, contextOf(visit), Buffer.from(text)).toString('base64url')
}

/** The search behind an address; empty when the address was made for somebody else, or by hand. */
function openSearch(web: Web, visit: StaffVisit, token: string): string {
  if (token === '' || OWN_NUMBER.test(token)) return token
  try {
    return openWith(web.platform.keys.session, contextOf(visit), Buffer.from(token, 'base64url')).toString()
  } catch {
    return ''
  }
}

export function registerWorklist(app: FastifyInstance, web: Web): void {
  app.get(paths.desk(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    return visit && reply.redirect(paths.worklist(firstView(visit)), 303)
  })
  app.get<{ Querystring: { xem?: string; trang?: string; tim?: string } }>(paths.search(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { xem = '', trang = '1', tim = '' } = request.query
    const search = openSearch(web, visit, tim)
    const query = {
      view: isView(xem) ? xem : firstView(visit), page: /^\d{1,3}$/.test(trang) ? Math.min(MOST_PAGES, Math.max(1, Number(trang))) : 1, search, token: search === '' ? '' : tim,
    }
    return sendPage(reply, worklistPage(web, visit, await web.platform.read(visit.actor, (work) => readWorklist(work, visit, query))))
  })
  app.post(paths.search(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const form = formOf(request)
    const view = form.text('xem')
    const search = form.text('tim').normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, MOST_LETTERS)
    return reply.redirect(paths.worklist(isView(view) ? view : firstView(visit), 1, sealSearch(web, visit, search)), 303)
  })
}
