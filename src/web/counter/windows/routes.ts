/** Addresses of a clerk's window. Each press goes back to the page, which shows what is now true. */
import type { FastifyInstance } from 'fastify'
import { callAgain, callNext, closeWindow, endCall, hasClosed, listWaits, openWindow, ownLastVerb, recallTicket, seeWindow, type TicketVerb } from '../../../capabilities/counters/index.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../paths.ts'
import { clerkVisit, formOf, type OfficeVisit, sendPage, type Web } from '../../request.ts'
import { type WindowView, windowPage } from './window.page.tsx'

/** Seconds: a clerk without a number looks at how many wait. */
const REFRESH = 15

type Form = ReturnType<typeof formOf>

/** What each press does, and what is then said, with the window or number that it is about. */
const acts: Readonly<Record<string, (work: Work, form: Form) => Promise<string | undefined>>> = {
  mo: async (work, form) => {
    await openWindow(work, { windowNo: Number(form.text('cua')), services: form.list('viec') })
    return 'mo'
  },
  dong: async (work, form) => {
    const id = form.text('ma')
    if (!isId(id)) return undefined
    await closeWindow(work, id)
    return `dong&ma=${id}`
  },
  tiep: async (work, form) => ((await callNext(work, Number(form.text('luot')))) === undefined ? 'het' : undefined),
  'goi-lai': async (work, form) => {
    await callAgain(work, ticketIn(form), Number(form.text('lan')))
    return undefined
  },
  'co-mat': async (work, form) => {
    await endCall(work, ticketIn(form), 'serve')
    return undefined
  },
  vang: async (work, form) => {
    await endCall(work, ticketIn(form), 'miss')
    return `vang&so=${ticketIn(form)}`
  },
  xong: async (work, form) => {
    await endCall(work, ticketIn(form), 'finish')
    return `xong&so=${ticketIn(form)}`
  },
  'tra-lai': async (work, form) => {
    await endCall(work, ticketIn(form), 'give-back')
    return `tra-lai&so=${ticketIn(form)}`
  },
  'moi-lai': async (work, form) => {
    await recallTicket(work, ticketIn(form))
    return undefined
  },
}

/** @throws Refusal 'window-not-open': a form that names no ticket was not ours */
function ticketIn(form: Form): string {
  const id = form.text('so')
  if (!isId(id)) throw new Refusal('window-not-open')
  return id
}

type Claim = { xong?: string; so?: string; ma?: string }

const verbs: Readonly<Record<string, TicketVerb>> = { vang: 'miss', xong: 'finish', 'tra-lai': 'give-back' }

/** A success is told of what is so, to the clerk who did it: an address alone can claim anything. */
async function isSo(work: Work, { own, current, waiting }: WindowView, { xong = '', so = '', ma = '' }: Claim): Promise<boolean> {
  if (xong === 'mo') return own !== undefined
  if (xong === 'het') return own !== undefined && !current && own.services.every((id) => !waiting.get(id))
  if (xong === 'dong') return isId(ma) && hasClosed(work, ma)
  return isId(so) && Object.hasOwn(verbs, xong) && (await ownLastVerb(work, so)) === verbs[xong]
}

export function registerWindows(app: FastifyInstance, web: Web): void {
  app.get<{ Querystring: Claim & { tim?: string } }>(paths.counterWindow(), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const { tim } = request.query
    const view = await readWindow(web, visit, typeof tim === 'string' ? tim.slice(0, 20) : undefined)
    // Not while somebody may be typing.
    if (view.own && !view.current && view.search === undefined) reply.header('refresh', `${REFRESH}; url=${paths.counterWindow()}`)
    const done = (await web.platform.read(visit.actor, (work) => isSo(work, view, request.query))) ? request.query.xong : undefined
    return sendPage(reply, windowPage(web, visit, view, { done }))
  })
  for (const [name, act] of Object.entries(acts)) {
    app.post(paths.counterWindowAct(name), async (request, reply) => {
      const visit = await clerkVisit(web, request, reply)
      if (!visit) return reply
      try {
        const said = await web.platform.work(visit.actor, (work) => act(work, formOf(request)))
        return reply.redirect(said ? `${paths.counterWindow()}?xong=${said}` : paths.counterWindow(), 303)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return sendPage(reply, windowPage(web, visit, await readWindow(web, visit), { refused: error.code }), 409)
      }
    })
  }
}

function readWindow(web: Web, visit: OfficeVisit, search?: string): Promise<WindowView> {
  return web.platform.read(visit.actor, async (work) => ({ ...(await seeWindow(work, search?.trim() || undefined)), search, waits: await listWaits(work, visit.officeCode, work.today), today: work.today }))
}
