/** Paying the fee (B5): to the platform and back, or by a transfer. What the browser brings back never settles anything (TH12). */
import type { FastifyInstance } from 'fastify'
import { authorityOf } from '../../../../catalogue/index.ts'
import { askNow, authorityAccount, getMoney, isMethodId, noteCallback, startAttempt } from '../../../../capabilities/payments/index.ts'
import { localDateAt } from '../../../../platform/values/dates.ts'
import { publicActor } from '../../../../platform/values/actor.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import { paths } from '../../../paths.ts'
import { formOf, visitOf, type Web } from '../../../request.ts'
import { ownDossier } from '../dossier.view.ts'

type Params = { Params: { dossierId: string } }

/** Why nothing can be paid now: the dossier's page says which. */
const SETTLED: readonly string[] = ['fee-already-paid', 'payment-closed', 'payment-being-checked']

export function registerPay(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.post<Params>(paths.pay(':dossierId'), async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    const { dossier, visit } = own
    const authorityCode = authorityAccount(authorityOf(dossier.authorityProvince, localDateAt(dossier.filedAt)).agencyCode.value)
    const wanted = formOf(request).text('cach')
    const method = isMethodId(wanted) ? wanted : 'checkout'
    try {
      const { invitation } = await platform.work(visit.actor, (work) => startAttempt(work, platform.config, {
        dossierId: dossier.id, personId: dossier.personId, amountVnd: dossier.amountVnd, authorityCode, orderInfo: dossier.submissionCode, lang: visit.lang, method,
      }))
      return reply.redirect(invitation.kind === 'page' ? invitation.url : paths.pay(dossier.id), 303)
    } catch (error) {
      if (error instanceof Refusal && SETTLED.includes(error.code)) return reply.redirect(paths.paid(dossier.id), 303)
      throw error
    }
  })
  app.post<Params>(paths.checkPayment(':dossierId'), async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    const method = await platform.work(own.visit.actor, async (work) => {
      // Also one that has ended: money may have come after its time.
      const last = (await getMoney(work, own.dossier.id)).attempts.at(-1)
      if (last && last.state !== 'paid') askNow(work, last.attemptId)
      return last?.method
    })
    return reply.redirect(method === 'vietqr' ? paths.askedTransfer(own.dossier.id) : paths.paid(own.dossier.id), 303)
  })
  app.get<{ Querystring: Record<string, unknown> }>(paths.paymentReturn(), async (request, reply) => {
    const visit = await visitOf(web, request)
    const noted = await platform.work(visit.session ? visit.actor : publicActor, (work) => noteCallback(work, platform.config, request.query, 'return'))
    const mine = noted.attempt && noted.attempt.personId === visit.session?.personId
    return reply.redirect(mine ? paths.paid(noted.attempt.dossierId) : paths.mine(), 303)
  })
}
