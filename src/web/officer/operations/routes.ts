/** Addresses of the operator: look, retry, park, put back, discard, settle. Each act is a fact with its actor. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { renewKey } from '../../../capabilities/documents/index.ts'
import type { SystemName } from '../../../platform/config.ts'
import { acknowledge, type ActKind, discard, listOperatorActs, type OperatorAct, parkSource, putBack, retryWaiting, retryWaitingAll, unparkSource } from '../../../platform/observability/operations.ts'
import { findStuckJob, isDiscardReason } from '../../../platform/observability/stuck-jobs.ts'
import { findAlarm } from '../../../platform/outside/alarms.ts'
import { isSystemName } from '../../../platform/outside/settings.ts'
import { listSourceHealth, listWaiting } from '../../../platform/outside/source-health.ts'
import { isId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../paths.ts'
import { formOf, operatorVisit, sendPage, type StaffVisit, type Web } from '../../request.ts'
import type { Said } from './layout.tsx'
import { operationsPage } from './operations.page.tsx'
import { mayDiscard, readOperations } from './operations.view.ts'
import { sourcePage, type SourceView } from './source.page.tsx'
import { type Done, isDone, operationsText } from './text.ts'

type Form = ReturnType<typeof formOf>
type Act = (work: Work, system: SystemName, form: Form) => Promise<boolean>

/** @returns false when there was nothing left to do it to */
const acts: Readonly<Record<string, Act>> = {
  'hoi-mot': (work, system, form) => retryWaiting(work, { system, task: form.text('viec'), key: form.text('khoa') }),
  'hoi-het': async (work, system) => (await retryWaitingAll(work, system)) >= 0,
  'tam-ngung': (work, system) => parkSource(work, system).then(() => true),
  'hoi-lai': async (work, system) => (await unparkSource(work, system)) >= 0,
}

export function registerOperations(app: FastifyInstance, web: Web): void {
  const { platform } = web
  const showAll = async (visit: StaffVisit, reply: FastifyReply, said: Said, status = 200) =>
    sendPage(reply, operationsPage(web, visit, await platform.read(visit.actor, readOperations), said), status)

  app.get<{ Querystring: { xong?: string } }>(paths.operations(), async (request, reply) => {
    const visit = await operatorVisit(web, request, reply)
    if (!visit) return reply
    const view = await platform.read(visit.actor, readOperations)
    return sendPage(reply, operationsPage(web, visit, view, saidOf(request.query.xong, visit, view.acts)))
  })
  app.get<{ Params: { system: string }; Querystring: { xong?: string } }>(paths.operationsSource(':system'), async (request, reply) => {
    const visit = await operatorVisit(web, request, reply)
    if (!visit) return reply
    const { view, acts: done } = await platform.read(visit.actor, async (work) => ({ view: await readSource(work, request.params.system), acts: await listOperatorActs(work) }))
    return view ? sendPage(reply, sourcePage(web, visit, view, saidOf(request.query.xong, visit, done))) : reply.callNotFound()
  })
  app.post<{ Params: { system: string; act: string } }>(paths.operationsAct(':system', ':act'), async (request, reply) => {
    const visit = await operatorVisit(web, request, reply)
    if (!visit) return reply
    const { system, act } = request.params
    const run = Object.hasOwn(acts, act) ? acts[act] : undefined
    if (!run || !isSystemName(system)) return reply.callNotFound()
    const done = await platform.work(visit.actor, (work) => run(work, system, formOf(request)))
    if (!done) return showAll(visit, reply, { refused: operationsText[visit.lang].gone }, 409)
    return reply.redirect(`${act === 'hoi-mot' ? paths.operationsSource(system) : paths.operations()}?xong=${act}`, 303)
  })
  app.post<{ Params: { id: string; act: string } }>(paths.stuckJob(':id', ':act'), async (request, reply) => {
    const visit = await operatorVisit(web, request, reply)
    if (!visit) return reply
    const { id, act } = request.params
    const reason = formOf(request).text('ly-do')
    if (!isId(id) || (act !== 'chay-lai' && act !== 'bo')) return reply.callNotFound()
    if (act === 'bo' && !isDiscardReason(reason)) return showAll(visit, reply, { refused: operationsText[visit.lang].reasonMissing }, 422)
    const job = await platform.read(visit.actor, (work) => findStuckJob(work, id))
    if (act === 'bo' && job && !mayDiscard(job.task)) return showAll(visit, reply, { refused: operationsText[visit.lang].owed }, 409)
    const done = await platform.work(visit.actor, (work) => (act === 'bo' && isDiscardReason(reason) ? discard(work, id, reason) : putBack(work, id)))
    return done ? reply.redirect(`${paths.operations()}?xong=${act}`, 303) : showAll(visit, reply, { refused: operationsText[visit.lang].gone }, 409)
  })
  app.post<{ Params: { id: string } }>(paths.alarm(':id'), async (request, reply) => {
    const visit = await operatorVisit(web, request, reply)
    if (!visit) return reply
    if (!isId(request.params.id)) return reply.callNotFound()
    const done = await platform.work(visit.actor, (work) => settle(work, request.params.id))
    return done ? reply.redirect(`${paths.operations()}?xong=da-xem`, 303) : showAll(visit, reply, { refused: operationsText[visit.lang].gone }, 409)
  })
}

/** Some are settled by a deed. @returns whether it was still open */
async function settle(work: Work, id: string): Promise<boolean> {
  const alarm = await findAlarm(work, id)
  const isOpen = await acknowledge(work, id)
  if (isOpen && alarm?.kind === 'key-revoked') await renewKey(work, alarm.details['holder'] ?? '')
  return isOpen
}

/** What is written down of each press: a success is told of the visitor's own last act, an address alone can claim anything. */
const kinds: Readonly<Record<Done, ActKind>> = {
  'hoi-mot': 'one-retried', 'hoi-het': 'all-retried', 'tam-ngung': 'parked', 'hoi-lai': 'unparked', 'chay-lai': 'job-retried', bo: 'job-discarded', 'da-xem': 'alarm-settled',
}

function saidOf(done = '', visit: StaffVisit, acts: readonly OperatorAct[]): Said {
  const last = acts.find(({ staffId }) => staffId === visit.session.staff.id)
  return isDone(done) && kinds[done] === last?.kind ? { done } : {}
}

async function readSource(work: Work, system: string): Promise<SourceView | undefined> {
  if (!isSystemName(system)) return undefined
  const [all, jobs] = await Promise.all([listSourceHealth(work), listWaiting(work, system)])
  const source = all.find((one) => one.system === system)
  return source && { source, jobs, today: work.today }
}
