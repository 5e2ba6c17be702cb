/**
 * The table of addresses: who may come to each, what it names and for what. One line an address, in the file of its audience.
 * The start refuses an address without a line and a line without an address; a person at work whose role a line does not name
 * is turned away before the page begins. What a page then asks itself (whose province, whose dossier) is the page's own lock.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { noteListed, noteReading, readingPurposeOf } from '../../dossiers/index.ts'
import { isId } from '../../platform/values/ids.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { sessionAt, shownAt, staffActorOf, type Web } from '../request.ts'
import type { OfOne, Reads } from './door.ts'
import { doorOf, doors, type Line } from './table.ts'

export type { Door, Doors, Who } from './door.ts'
export { doorOf, doors, type Line } from './table.ts'

/** A page of people at work that does not say whom it shows stops the start (AUD4). @throws with its address */
export function refuseSilent(lines: readonly Pick<Line, 'method' | 'url' | 'who' | 'reads'>[]): void {
  const silent = lines.filter(({ method, who, reads }) => method === 'GET' && typeof who === 'object' && !reads)
  if (silent.length > 0) throw new Error(`src/web/doors/ has pages of people at work that do not say whom they show: ${silent.map(({ url }) => url).join(', ')}. Give each line its reads`)
}

/** Watches the addresses of the audiences as they are registered, and their visitors. Before all of them. */
export function watchDoors(app: FastifyInstance, web: Web): void {
  refuseSilent(doors)
  const met = new Set<Line>()
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) {
      const line = doorOf(one, url)
      if (!line) throw new Error(`${one} ${url} is in no table of doors: write a line for it in src/web/doors/ (who may come, what it names, for what), in the file of its audience; then run npm run docs`)
      if (line.method === one) met.add(line)
    }
  })
  app.addHook('onReady', async () => {
    const idle = doors.filter((line) => !met.has(line) && (line.only !== 'simulation' || web.platform.config.simulation))
    if (idle.length > 0) throw new Error(`src/web/doors/ has lines that lead to no address: ${idle.map(({ method, url }) => `${method} ${url}`).join(', ')}. Take them out, or register the address`)
  })
  app.addHook('onRequest', async (request) => {
    const line = doorOf(request.method, request.routeOptions.url)
    if (!line || typeof line.who === 'string') return
    const session = await sessionAt(web, request)
    // Without a session the page itself leads to the sign-in, and back.
    if (!session) return
    const { staff } = session
    if (!staff) throw new Refusal('not-staff')
    if (!line.who.includes(staff.role)) throw new Refusal('other-role')
  })
  app.addHook('preHandler', async (request) => {
    const line = doorOf(request.method, request.routeOptions.url)
    if (line && request.isMultipart() && !line.takesFile) throw new Refusal('form-expired')
  })
  // Before anything leaves: what could not be noted is not shown either.
  app.addHook('onSend', async (request, reply) => {
    const line = doorOf(request.method, request.routeOptions.url)
    if (!line || typeof line.who === 'string') return
    await noteShown(web, line, request, reply)
    // What was refused or is not there was not read.
    if (!isOfOne(line.reads) || reply.statusCode >= 300) return
    const session = await sessionAt(web, request)
    const dossierId = namedIn(line, request.params)
    if (!session?.staff || !isId(dossierId)) return
    const { staff } = session
    const purpose = line.reads === 'dossier' ? readingPurposeOf(staff.role) : line.reads
    await web.platform.work(staffActorOf(session, staff), (work) => noteReading(work, dossierId, purpose, { part: true }))
  })
}

/** Notes whom the page said to show; also one that says no above its list shows the list. @throws when a list does not say whom it shows */
async function noteShown(web: Web, line: Line, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const whom = shownAt(request)
  if (!whom) {
    if (line.reads === 'list' && reply.statusCode < 300) throw new Error(`${line.method} ${line.url} shows a list and does not say whom: call showing() before the page is sent`)
    return
  }
  const session = await sessionAt(web, request)
  if (!session?.staff || reply.statusCode >= 500) return
  const { purpose, ...seen } = whom
  await web.platform.work(staffActorOf(session, session.staff), (work) => noteListed(work, purpose, seen))
}

const NOTED_ELSEWHERE: readonly (Reads | undefined)[] = [undefined, 'by the page', 'list', 'visit', 'numbers', 'nobody']

function isOfOne(reads: Reads | undefined): reads is OfOne {
  return !NOTED_ELSEWHERE.includes(reads)
}

/** The first thing that an address names. */
function namedIn({ url }: Line, params: unknown): string {
  const [, name = ''] = /:(\w+)/.exec(url) ?? []
  return params !== null && typeof params === 'object' ? String(Object.entries(params).find(([key]) => key === name)?.[1] ?? '') : ''
}
