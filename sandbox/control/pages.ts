/** The page and its forms: each form does its command, keeps one sentence about it, and goes back to the page. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { formatInstant } from '../kit/index.ts'
import type { World } from '../kit/world.ts'
import { CommandError, passTime, runAction, setChaos, setFaults, setRate } from './commands.ts'
import { controlPage } from './page.tsx'
import { gather } from './view.ts'

export function registerPages(app: FastifyInstance, world: World): void {
  let message: string | undefined

  for (const path of ['/', '/control']) {
    app.get(path, async (_request, reply) => {
      const shown = message
      message = undefined
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(controlPage(await gather(world, shown)))
    })
  }

  const act = async (reply: FastifyReply, place: string, command: () => Promise<string>) => {
    try {
      message = await command()
    } catch (problem) {
      if (!(problem instanceof CommandError)) throw problem
      message = problem.message
    }
    return reply.redirect(`/${place}`, 303)
  }
  app.post('/control/clock/pass', async (request, reply) => act(reply, '', async () => {
    const { now } = await passTime(world, request.body)
    return `Bây giờ là ${formatInstant(new Date(now))}. / The clock now shows ${formatInstant(new Date(now))}.`
  }))
  app.post('/control/clock/rate', async (request, reply) => act(reply, '', async () => `× ${(await setRate(world, request.body)).rate}`))
  app.post('/control/chaos', async (request, reply) => act(reply, '#hon-loan', async () => {
    const share = await setChaos(world, request.body)
    return `Hỗn loạn / Chaos: ${Math.round(share * 100)} %`
  }))
  app.post<{ Params: { name: string } }>('/control/systems/:name/faults', async (request, reply) =>
    act(reply, `#he-thong-${request.params.name}`, async () => {
      const setting = await setFaults(world, request.params.name, request.body)
      return `${request.params.name}: ${setting.mode}`
    }))
  app.post<{ Params: { name: string; id: string } }>('/control/systems/:name/actions/:id', async (request, reply) =>
    act(reply, `#he-thong-${request.params.name}`, () => runAction(world, request.params.name, request.params.id, request.body)))
}
