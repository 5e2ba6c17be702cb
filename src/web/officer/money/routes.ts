/** Addresses of the payments desk: its list, ending a question with a note, trying a refund again, proposing and confirming one. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { endProposal, proposeRefund, resolveDiscrepancy, retryRefund } from '../../../capabilities/payments/index.ts'
import { listWork } from '../../../dossiers/index.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../paths.ts'
import { formOf, sendPage, showing, type StaffVisit, staffVisit, type Web } from '../../request.ts'
import { moneyPage, type MoneySaid } from './money.page.tsx'
import { findMine, readMoney } from './money.view.ts'

/** A dossier's own number, as people quote it. */
const NUMBER = /^(TT-[0-9A-Z]{4}-[0-9A-Z]{4}|[A-Z]\d\d[.\d]*-\d{6}-\d{4,})$/

export function registerMoney(app: FastifyInstance, web: Web): void {
  app.get<{ Querystring: { xong?: string; trang?: string } }>(paths.money(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    return visit && show(web, visit, reply, { done: request.query.xong }, pageOf(request.query.trang))
  })
  const deed = (verb: 'xong' | 'hoan-lai' | 'dong-y' | 'khong', act: (work: Work, id: string, note: string) => Promise<unknown>) => {
    app.post<{ Params: { id: string } }>(paths.moneyAction(':id', verb), async (request, reply) => {
      const visit = await staffVisit(web, request, reply)
      if (!visit) return reply
      const { id } = request.params
      const form = formOf(request)
      const note = form.text('ghi-chu')
      return attempt(web, visit, reply, verb, { about: id, note }, pageOf(form.text('trang')), async (work) => {
        if (!isId(id) || !(await findMine(work, visit, id))) throw new Refusal('discrepancy-not-open')
        await act(work, id, note)
      })
    })
  }
  deed('xong', resolveDiscrepancy)
  deed('hoan-lai', retryRefund)
  deed('dong-y', (work, id) => endProposal(work, id, true))
  deed('khong', (work, id) => endProposal(work, id, false))
  app.post(paths.moneyPropose(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const form = formOf(request)
    const [code, note] = [form.text('ma').trim().toUpperCase(), form.text('ghi-chu')]
    return attempt(web, visit, reply, 'de-nghi', { about: 'proposal', note, code }, 1, async (work) => {
      const { staff } = visit.session
      const found = NUMBER.test(code) ? (await listWork(work, { provinceCode: staff.provinceCode, staffId: staff.id, view: 'closed', search: code })).rows : []
      const dossier = found.map((one) => one.dossier).find((one) => one.submissionCode === code || one.officialNumber === code)
      if (!dossier) throw new Refusal('dossier-not-found')
      await proposeRefund(work, dossier.id, note)
    })
  })
}

/** A page's number from an address or a form; anything else is the first. */
function pageOf(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1
}

/** Does it and goes back to the list; a no is told on the list, with what was typed. */
async function attempt(web: Web, visit: StaffVisit, reply: FastifyReply, verb: string, typed: MoneySaid['typed'], page: number, act: (work: Work) => Promise<void>): Promise<FastifyReply> {
  try {
    await web.platform.work(visit.actor, act)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return show(web, visit, reply, { refused: error.code, typed }, page, error.code === 'note-needed' ? 422 : 409)
  }
  return reply.redirect(page > 1 ? `${paths.money(page)}&xong=${verb}` : `${paths.money()}?xong=${verb}`, 303)
}

async function show(web: Web, visit: StaffVisit, reply: FastifyReply, said: MoneySaid, page: number, status = 200): Promise<FastifyReply> {
  const view = await web.platform.read(visit.actor, (work) => readMoney(work, visit, page))
  return sendPage(showing(reply, { purpose: 'money', dossierIds: [...view.items, ...view.proposals].flatMap(({ dossier }) => dossier?.id ?? []) }), moneyPage(web, visit, view, said), status)
}
