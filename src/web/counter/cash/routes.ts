/** Addresses of the cash book. Each press goes back to a page that shows what is now true; a no is told there, with what was typed. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { closeCashBook, confirmCashBook, findCashRefund, openCashBook, payOutCash } from '../../../capabilities/payments/index.ts'
import { findAtCounter, takeFee } from '../../../dossiers/index.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { paths } from '../../paths.ts'
import { clerkVisit, formOf, type OfficeVisit, sendPage, showing, type Web } from '../../request.ts'
import { bookPage } from './book.page.tsx'
import { cashPage, type CashSaid } from './cash.page.tsx'
import { accountOf, findByCode, readBook, readCash, readFee } from './cash.view.ts'
import { feePage } from './fee.page.tsx'

type Said = { Querystring: { xong?: string; ma?: string } }
type DossierRoute = Said & { Params: { dossierId: string } }
type BookRoute = Said & { Params: { bookId: string } }

/** Whole đồng as people write them: '500.000', '500000 đ'. @returns NaN for anything else */
export function vndFrom(text: string): number {
  const digits = text.replace(/[\s.\u0111\u0110]/g, '')
  return /^\d{1,12}$/.test(digits) ? Number(digits) : Number.NaN
}

/** Does it; a no is told by `tell`. */
async function attempt(reply: FastifyReply, act: () => Promise<string>, tell: (code: string, status: number) => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await reply.redirect(await act(), 303)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return tell(error.code, error.code === 'amount-unreadable' || error.code === 'note-needed' ? 422 : 409)
  }
}

export function registerCash(app: FastifyInstance, web: Web): void {
  const { platform } = web
  // A success is told of what the page shows: an address alone can claim anything.
  const showCash = async (visit: OfficeVisit, reply: FastifyReply, said: CashSaid, status = 200) => {
    const view = await platform.read(visit.actor, (work) => readCash(work, visit))
    return sendPage(reply, cashPage(web, visit, view, shown(said, { mo: view.open !== undefined })), status)
  }
  const showFee = async (visit: OfficeVisit, reply: FastifyReply, dossierId: string, said: CashSaid, status = 200) => {
    const view = isId(dossierId) ? await platform.read(visit.actor, (work) => readFee(work, visit, dossierId)) : undefined
    return view ? sendPage(reply, feePage(web, visit, view, shown(said, { thu: view.state === 'paid' && view.receipt?.inCash === true, tra: view.hasReturned && view.payOutVnd === undefined })), status) : notFound(reply)
  }
  const showBook = async (visit: OfficeVisit, reply: FastifyReply, bookId: string, said: CashSaid, status = 200) => {
    const view = isId(bookId) ? await platform.read(visit.actor, (work) => readBook(work, visit, bookId)) : undefined
    return view ? sendPage(showing(reply, { purpose: 'cash', dossierIds: view.lines.map(({ dossierId }) => dossierId) }), bookPage(web, visit, view, shown(said, { dong: view.book.state === 'closed', 'xac-nhan': view.book.state === 'confirmed' })), status) : notFound(reply)
  }

  app.get<Said>(paths.cash(), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    return visit ? showCash(visit, reply, { done: request.query.xong }) : reply
  })
  app.post(paths.cashAct('mo'), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const typed = formOf(request).text('dau-so')
    return attempt(reply, async () => {
      await platform.work(visit.actor, (work) => openCashBook(work, { openingVnd: vndFrom(typed), authorityCode: accountOf(visit, work.today) }))
      return `${paths.cash()}?xong=mo`
    }, (code, status) => showCash(visit, reply, { refused: code, typed: { 'dau-so': typed } }, status))
  })
  app.get<Said>(paths.cashFind(), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const typed = String(request.query.ma ?? '')
    const found = await platform.read(visit.actor, (work) => findByCode(work, typed))
    return found ? reply.redirect(paths.cashFee(found), 303) : showCash(visit, reply, { typed: { ma: typed } }, 404)
  })
  app.get<DossierRoute>(paths.cashFee(':dossierId'), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    return visit ? showFee(visit, reply, request.params.dossierId, { done: request.query.xong }) : reply
  })
  app.post<DossierRoute>(paths.cashFee(':dossierId'), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const { dossierId } = request.params
    return attempt(reply, async () => {
      if (!isId(dossierId)) throw new Refusal('dossier-not-found')
      await platform.work(visit.actor, (work) => takeFee(work, dossierId))
      return `${paths.cashFee(dossierId)}?xong=thu`
    }, (code, status) => showFee(visit, reply, dossierId, { refused: code }, status))
  })
  app.post<DossierRoute>(paths.cashPayOut(':dossierId'), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const { dossierId } = request.params
    return attempt(reply, async () => {
      await platform.work(visit.actor, async (work) => {
        const waiting = isId(dossierId) && (await findAtCounter(work, { id: dossierId })) ? await findCashRefund(work, dossierId) : undefined
        if (!waiting) throw new Refusal('nothing-to-return')
        await payOutCash(work, waiting.refundId)
      })
      return `${paths.cashFee(dossierId)}?xong=tra`
    }, (code, status) => showFee(visit, reply, dossierId, { refused: code }, status))
  })
  app.get<BookRoute>(paths.cashBook(':bookId'), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    return visit ? showBook(visit, reply, request.params.bookId, { done: request.query.xong }) : reply
  })
  app.post<BookRoute>(paths.cashBookAct(':bookId', 'dong'), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const { bookId } = request.params
    const [counted, reason] = [formOf(request).text('dem'), formOf(request).text('ly-do')]
    return attempt(reply, async () => {
      if (!isId(bookId)) throw new Refusal('cash-book-not-open')
      await platform.work(visit.actor, (work) => closeCashBook(work, bookId, { countedVnd: vndFrom(counted), reason }))
      return `${paths.cashBook(bookId)}?xong=dong`
    }, (code, status) => showCash(visit, reply, { refused: code, typed: { dem: counted, 'ly-do': reason } }, status))
  })
  app.post<BookRoute>(paths.cashBookAct(':bookId', 'xac-nhan'), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const { bookId } = request.params
    return attempt(reply, async () => {
      if (!isId(bookId)) throw new Refusal('cash-book-not-found')
      await platform.work(visit.actor, (work) => confirmCashBook(work, bookId, accountOf(visit, work.today)))
      return `${paths.cashBook(bookId)}?xong=xac-nhan`
    }, (code, status) => showBook(visit, reply, bookId, { refused: code }, status))
  })
}

/** What is said, without a success that is not so. */
function shown(said: CashSaid, isSo: Readonly<Record<string, boolean>>): CashSaid {
  return { ...said, done: said.done !== undefined && isSo[said.done] === true ? said.done : undefined }
}

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound()
  return reply
}
