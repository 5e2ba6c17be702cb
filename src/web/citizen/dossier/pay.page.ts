/** Paying the fee (B5): to the platform and back. What the browser brings back never settles anything (TH12). */
import type { FastifyInstance } from 'fastify'
import { authorityOf } from '../../../catalogue/index.ts'
import { askNow, getMoney, noteCallback, startAttempt } from '../../../capabilities/payments/index.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import { publicActor } from '../../../platform/values/actor.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { paths } from '../../paths.ts'
import { visitOf, type Web } from '../../request.ts'
import { openAttempt, ownDossier } from './dossier.view.ts'

type Params = { Params: { dossierId: string } }

export function registerPay(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.get<Params>(paths.pay(':dossierId'), (request, reply) => reply.redirect(paths.dossier(request.params.dossierId), 303))
  app.post<Params>(paths.pay(':dossierId'), async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    const { dossier, visit } = own
    // A ledger account is letters and digits; the agency code of the office has a dot.
    const authorityCode = authorityOf(dossier.authorityProvince, localDateAt(dossier.filedAt)).agencyCode.value.replace(/[^A-Za-z0-9]/g, '')
    try {
      const started = await platform.work(visit.actor, (work) => startAttempt(work, platform.config, {
        dossierId: dossier.id, personId: dossier.personId, amountVnd: dossier.amountVnd, authorityCode, orderInfo: dossier.submissionCode, lang: visit.lang,
      }))
      return reply.redirect(started.checkoutUrl, 303)
    } catch (error) {
      // Paid, closed, or being checked: the dossier's page says which.
      if (error instanceof Refusal && ['fee-already-paid', 'payment-closed', 'payment-being-checked'].includes(error.code)) return reply.redirect(paths.paid(dossier.id), 303)
      throw error
    }
  })
  app.post<Params>(paths.checkPayment(':dossierId'), async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    await platform.work(own.visit.actor, async (work) => {
      const open = openAttempt(await getMoney(work, own.dossier.id))
      if (open) askNow(work, open.attemptId)
    })
    return reply.redirect(paths.paid(own.dossier.id), 303)
  })
  app.get<{ Querystring: Record<string, unknown> }>(paths.paymentReturn(), async (request, reply) => {
    const visit = await visitOf(web, request)
    const noted = await platform.work(visit.session ? visit.actor : publicActor, (work) => noteCallback(work, platform.config, request.query, 'return'))
    const mine = noted.attempt && noted.attempt.personId === visit.session?.personId
    return reply.redirect(mine ? paths.paid(noted.attempt.dossierId) : paths.mine(), 303)
  })
}
