/** The control page and its API. A page of another origin may not press its buttons. */
import type { FastifyInstance } from 'fastify'
import type { World } from '../kit/world.ts'
import { handleErrors, registerApi } from './api.ts'
import { registerPages } from './pages.ts'

export function registerControl(app: FastifyInstance, world: World): void {
  app.addHook('onRequest', async (request, reply) => {
    const origin = request.headers.origin
    if (request.method !== 'GET' && origin !== undefined && new URL(origin).host !== request.headers.host) {
      return reply.code(403).send({ error: 'only the control page itself may do this' })
    }
  })
  handleErrors(app)
  registerApi(app, world)
  registerPages(app, world)
}
