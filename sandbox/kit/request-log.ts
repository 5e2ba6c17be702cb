/** The last requests that reached any system, for the control page. Route patterns only: no ids, no personal data. */
import type { FastifyInstance } from 'fastify'
import type { FaultMode } from './faults.ts'

export interface LoggedRequest {
  at: string
  system: string
  method: string
  route: string
  status: number
  ms: number
  fault: FaultMode
}

export interface RequestLog {
  /** Newest first. */
  list(limit?: number): LoggedRequest[]
  add(request: LoggedRequest): void
  total(): number
}

const keep = 200

export function openRequestLog(): RequestLog {
  const kept: LoggedRequest[] = []
  let total = 0
  return {
    list: (limit = keep) => kept.slice(-limit).reverse(),
    add(request) {
      total += 1
      kept.push(request)
      if (kept.length > keep) kept.shift()
    },
    total: () => total,
  }
}

/** Notes every request of this scope, also those that a fault cut off. */
export function logRequests(scope: FastifyInstance, system: string, now: () => Promise<Date>, log: RequestLog): void {
  scope.addHook('onRequest', async (request, reply) => {
    const started = performance.now()
    reply.raw.once('close', () => {
      const cutOff = !reply.raw.writableFinished
      void now().then((at) => log.add({
        at: at.toISOString(), system, method: request.method,
        route: request.routeOptions.url ?? '(unknown)',
        status: cutOff ? 0 : reply.raw.statusCode,
        ms: Math.round(performance.now() - started),
        fault: request.sandboxFault ?? 'ok',
      }), () => undefined)
    })
  })
}
