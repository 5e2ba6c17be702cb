/**
 * Machines — addresses that other systems call: health, the payment platform's call-back, the post's hint, clinics' certificates, a witness of the log.
 * Owns: nothing.  Outside: nothing.  Announces: nothing.
 * Legal: none; each call is only a hint, verified or asked back by a job; a clinic's message is proven by its key or signature.
 */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { hint } from '../../capabilities/deliveries/index.ts'
import { clientJwks } from '../../capabilities/identity/index.ts'
import { noteCallback } from '../../capabilities/payments/index.ts'
import { findNextDue } from '../../dossiers/index.ts'
import { keepCosignature } from '../../observers/audit/index.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { paths } from '../paths.ts'
import type { Web } from '../request.ts'
import { registerMetrics } from './metrics.ts'
import { createHealth } from '../../platform/background/health.ts'
import { registerCertificates } from './certificates/routes.ts'

const cosignatureShape = z.object({ size: z.number().int().positive().max(Number.MAX_SAFE_INTEGER), line: z.string().max(300) })
const hintShape = z.object({ orderNumber: z.string().max(60) })

export function registerMachine(app: FastifyInstance, web: Web): void {
  const { platform } = web
  const health = createHealth(platform)
  app.get(paths.health(), async (_request, reply) => {
    const report = await health()
    return reply.code(report.ok ? 200 : 503).send(report)
  })
  registerMetrics(app, web)
  app.get(paths.clientKeys(), async () => clientJwks(platform))
  // The platform repeats its call until it hears 00 or 02; it may come twice, late, or forged.
  app.get(paths.paymentCallback(), async (request) => {
    const query: unknown = request.query
    const params = query !== null && typeof query === 'object' ? { ...query } : {}
    const { answer } = await platform.work(systemActor('payment-platform'), (work) => noteCallback(work, platform.config, params, 'call-back'))
    return answer
  })
  app.post(paths.postHint(), async (request, reply) => {
    const parsed = hintShape.safeParse(request.body)
    if (!parsed.success) return reply.code(400).send({ error: 'orderNumber' })
    const known = await platform.work(systemActor('post'), (work) => hint(work, parsed.data.orderNumber))
    return reply.code(known ? 202 : 404).send({})
  })
  // A witness hands over its signature; one of nobody we know, or under nothing of ours, is not kept.
  app.post(paths.logWitness(), { bodyLimit: 2_048 }, async (request, reply) => {
    const parsed = cosignatureShape.safeParse(request.body)
    if (!parsed.success) return reply.code(400).send({ error: 'size, line' })
    const outcome = await platform.work(systemActor('log-witness'), (work) => keepCosignature(work, platform.config.audit.witnesses, parsed.data))
    return reply.code(outcome === 'kept' ? 200 : outcome === 'unknown-witness' ? 403 : 404).send({ outcome })
  })
  registerCertificates(app, web)
  if (platform.config.simulation) {
    app.get(paths.nextDue(), async () => {
      const due = await platform.read(systemActor('simulation'), findNextDue)
      return { nextDue: due?.toISOString() ?? null }
    })
  }
}
