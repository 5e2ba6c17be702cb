/** Addresses of one day of the calendar: its page, confirming it, taking it back. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { findEntry, withdrawDay } from '../../capabilities/calendars/index.ts'
import { confirmCalendarDay, confirmCalendarWithdrawal } from '../../dossiers/index.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { isId } from '../../platform/values/ids.ts'
import type { Work } from '../../platform/work.ts'
import { paths } from '../paths.ts'
import { administratorVisit, formOf, sendPage, type StaffVisit, type Web } from '../request.ts'
import { DayPage, type DaySaid } from './day.page.tsx'
import { refusalOf } from './form.ts'
import { type DayView, readDayView } from './view.ts'

type ById = { Params: { dayId: string }; Querystring: { xong?: string } }
type Act = (work: Work, id: string, decree: string) => Promise<void>

const acts: Readonly<Record<string, Act>> = { 'xac-nhan': confirmCalendarDay, bo: withdrawDay, 'xac-nhan-bo': confirmCalendarWithdrawal }

export function registerDay(app: FastifyInstance, web: Web): void {
  const { platform } = web
  async function show(visit: StaffVisit, reply: FastifyReply, id: string, said: (view: DayView) => DaySaid, status = 200) {
    // A day may be everybody's: how many dates it moves is counted over all provinces.
    const view = isId(id) ? await platform.read(systemActor('calendar preview'), (work) => readDayView(work, id)) : undefined
    return view ? sendPage(reply, <DayPage web={web} visit={visit} view={view} said={said(view)} />, status) : reply.callNotFound()
  }
  app.get<ById>(paths.calendarDay(':dayId'), async (request, reply) => {
    const visit = await administratorVisit(web, request, reply)
    // What is said to be done is what the day shows: an address alone can claim anything.
    return visit ? show(visit, reply, request.params.dayId, ({ entry }) => (request.query.xong === undefined ? {} : doneOf(entry))) : reply
  })
  for (const [name, act] of Object.entries(acts)) {
    app.post<ById>(paths.calendarDayAct(':dayId', name), async (request, reply) => {
      const visit = await administratorVisit(web, request, reply)
      if (!visit) return reply
      const { dayId } = request.params
      if (!isId(dayId) || !(await platform.read(visit.actor, (work) => findEntry(work, dayId)))) return reply.callNotFound()
      try {
        await platform.work(visit.actor, (work) => act(work, dayId, formOf(request).text('decree').normalize('NFC').trim().slice(0, 200)))
      } catch (error) {
        const refused = refusalOf(error, visit.lang)
        return show(visit, reply, dayId, () => ({ refused }), 409)
      }
      return reply.redirect(`${paths.calendarDay(dayId)}?xong`, 303)
    })
  }
}

function doneOf(entry: { readonly confirmedBy: string | null; readonly withdrawalBy: string | null; readonly withdrawnBy: string | null }): DaySaid {
  if (entry.withdrawnBy !== null) return { done: entry.confirmedBy === null ? 'dropped' : 'gone' }
  if (entry.withdrawalBy !== null) return { done: 'leaving' }
  return entry.confirmedBy === null ? {} : { done: 'confirmed' }
}
