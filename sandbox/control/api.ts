/** The JSON side of the control page, for seeds, tests and simulations. No key: it listens on the loopback address only. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { flaws } from '../people/portrait/portrait.ts'
import { portraitOf } from '../people/portrait/store.ts'
import type { World } from '../kit/world.ts'
import { CommandError, passTime, readClock, runAction, setChaos, setFaults, setRate } from './commands.ts'

const listQuery = z.object({
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(5000).default(1000),
  search: z.string().max(100).optional(),
})
const portraitQuery = z.object({ flaw: z.enum(flaws).default('none'), width: z.coerce.number().int().min(120).max(3072).optional() })

export function registerApi(app: FastifyInstance, world: World): void {
  app.get('/healthz', async () => ({ status: 'ok', systems: world.systems.map((system) => system.name) }))
  app.get('/control/api/cast', async (request) => {
    const query = listQuery.parse(request.query)
    const people = await world.people.list({ ...query, staff: false })
    const staff = query.from === 0 ? await world.people.list({ staff: true }) : []
    return {
      total: await world.people.count({ search: query.search, staff: false }),
      people,
      staff: staff.map((person) => ({
        identityNumber: person.identityNumber, name: person.fullName,
        role: person.staff?.role, office: person.staff?.office ?? null, province: person.staff?.provinceCode, provinceName: person.staff?.provinceName,
        birthDate: person.birthDate, sex: person.sex, slug: person.story.slug, power: person.staff?.power ?? null,
      })),
      licences: people.flatMap((person) => person.licences.map((licence) => ({ identityNumber: person.identityNumber, ...licence }))),
    }
  })
  app.get<{ Params: { id: string } }>('/control/api/people/:id', async (request, reply) => {
    const person = await world.people.get(request.params.id)
    return person ?? reply.code(404).send({ error: 'nobody in the cast has this number' })
  })
  app.get<{ Params: { id: string } }>('/control/api/people/:id/portrait.jpg', async (request, reply) => {
    const person = await world.people.get(request.params.id)
    if (!person) return reply.code(404).send({ error: 'nobody in the cast has this number' })
    const { flaw, width } = portraitQuery.parse(request.query)
    return reply.type('image/jpeg').header('cache-control', 'public, max-age=86400').send(await portraitOf(person, { flaw, width }))
  })
  app.get('/control/api/clock', async () => readClock(world))
  app.post('/control/api/clock/pass', async (request) => passTime(world, request.body))
  app.post('/control/api/clock/rate', async (request) => setRate(world, request.body))
  app.get('/control/api/systems', async () => ({
    chaos: world.faults.chaos(),
    systems: await Promise.all(world.systems.map(async (system) => ({
      name: system.name, prefix: system.prefix, title: system.title, faults: world.faults.get(system.name),
      fired: { ...world.faults.fired()[system.name], ...(await system.control?.fired?.(world.boxOf(system.name))) },
      actions: (system.control?.actions ?? []).map(({ id, title, fields }) => ({ id, title, fields: fields ?? [] })),
    }))),
  }))
  app.get('/control/api/requests', async () => ({ total: world.log.total(), requests: world.log.list() }))
  app.post('/control/api/chaos', async (request) => ({ chaos: await setChaos(world, request.body) }))
  app.post('/control/api/tick', async () => { await world.tick(); return readClock(world) })
  app.post<{ Params: { name: string } }>('/control/api/systems/:name/faults', async (request) => setFaults(world, request.params.name, request.body))
  app.post<{ Params: { name: string; id: string } }>('/control/api/systems/:name/actions/:id', async (request) => (
    { message: await runAction(world, request.params.name, request.params.id, request.body) }))
}

/** Answers a failed command plainly; anything else is a fault of the sandbox itself and is logged. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((problem, _request, reply) => {
    if (problem instanceof CommandError) return reply.code(problem.status).send({ error: problem.message })
    if (problem instanceof z.ZodError) return reply.code(422).send({ error: z.prettifyError(problem) })
    throw problem
  })
}
