/** Addresses of a year of the calendar: its days, entering one, entering the proposed ones, opening it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { enterDay } from '../../capabilities/calendars/index.ts'
import { proposedHolidays } from '../../catalogue/index.ts'
import { openCalendarYear } from '../../dossiers/index.ts'
import { paths } from '../paths.ts'
import { administratorVisit, formOf, sendPage, type StaffVisit, type Web } from '../request.ts'
import { errorOf, readDay, refusalOf, typedOf } from './form.ts'
import { calendarText } from './text.ts'
import { readYear, type YearView } from './view.ts'
import { YearPage, type YearSaid } from './year.page.tsx'

type Asked = { Querystring: { nam?: string; tinh?: string; xong?: string } }
type OfYear = { Params: { year: string } }

/** A year of this century; undefined for anything else that an address may name. */
function yearIn(text: string | undefined): number | undefined {
  return text !== undefined && /^20\d{2}$/.test(text) ? Number(text) : undefined
}

/** What went well: a day, some days, or the year, as the address says it and the page shows it. An address alone can claim anything. */
function doneOf(word: string | undefined, { year, loaded, entries }: YearView, visit: StaffVisit): YearSaid {
  const t = calendarText[visit.lang]
  if (word === 'mo') return loaded && loaded.first <= String(year) && String(year) <= loaded.last ? { done: t.opened(year) } : {}
  const own = entries.filter(({ enteredBy }) => enteredBy === visit.session.staff.id).length
  if (word === 'nhap') return own > 0 ? { done: t.entered } : {}
  return word !== undefined && /^[1-9]\d?$/.test(word) && own >= Number(word) ? { done: t.enteredMany(Number(word)) } : {}
}

export function registerYear(app: FastifyInstance, web: Web): void {
  const { platform } = web
  async function show(visit: StaffVisit, reply: FastifyReply, at: { readonly year?: string | undefined; readonly province?: string | undefined; readonly done?: string | undefined }, said: YearSaid = {}, status = 200): Promise<FastifyReply> {
    const view = await platform.read(visit.actor, (work) => readYear(work, yearIn(at.year) ?? Number(work.today.slice(0, 4)), at.province ?? '', visit.session.staff.provinceCode))
    return sendPage(reply, <YearPage web={web} visit={visit} view={view} said={{ ...doneOf(at.done, view, visit), ...said }} />, status)
  }
  app.get<Asked>(paths.calendar(), async (request, reply) => {
    const visit = await administratorVisit(web, request, reply)
    return visit ? show(visit, reply, { year: request.query.nam, province: request.query.tinh, done: request.query.xong }) : reply
  })
  app.post<Asked>(paths.calendar(), async (request, reply) => {
    const visit = await administratorVisit(web, request, reply)
    if (!visit) return reply
    const { nam, tinh } = request.query
    const typed = typedOf(formOf(request))
    const read = readDay(typed, visit.session.staff.provinceCode, visit.lang)
    if ('errors' in read) return show(visit, reply, { year: nam, province: tinh }, { typed, errors: read.errors }, 422)
    const { day } = read
    try {
      await platform.work(visit.actor, (work) => enterDay(work, day))
    } catch (error) {
      const errors = errorOf(error, visit.lang)
      return errors ? show(visit, reply, { year: nam, province: tinh }, { typed, errors }, 422) : show(visit, reply, { year: nam, province: tinh }, { typed, refused: refusalOf(error, visit.lang) }, 409)
    }
    return reply.redirect(paths.calendar({ nam: day.date.slice(0, 4), tinh: visit.session.staff.provinceCode, xong: 'nhap' }), 303)
  })
  app.post<OfYear>(paths.calendarYearAct(':year', 'de-xuat'), async (request, reply) => {
    const visit = await administratorVisit(web, request, reply)
    const year = yearIn(request.params.year)
    if (!visit) return reply
    return year === undefined ? reply.callNotFound() : enterProposed(web, visit, year, request, reply, show)
  })
  app.post<OfYear>(paths.calendarYearAct(':year', 'mo'), async (request, reply) => {
    const visit = await administratorVisit(web, request, reply)
    if (!visit) return reply
    const year = yearIn(request.params.year)
    if (year === undefined) return reply.callNotFound()
    try {
      await platform.work(visit.actor, (work) => openCalendarYear(work, year))
    } catch (error) {
      return show(visit, reply, { year: String(year) }, { refused: refusalOf(error, visit.lang) }, 409)
    }
    return reply.redirect(paths.calendar({ nam: String(year), xong: 'mo' }), 303)
  })
}

type Show = (visit: StaffVisit, reply: FastifyReply, at: { readonly year?: string }, said: YearSaid, status: number) => Promise<FastifyReply>

/** Enters the ticked days of the proposal, all or none, by the document that announces them. */
async function enterProposed(web: Web, visit: StaffVisit, ofYear: number, request: FastifyRequest<OfYear>, reply: FastifyReply, show: Show): Promise<FastifyReply> {
  const year = String(ofYear)
  const { list, text } = formOf(request)
  const [days, decree] = [list('next-days'), text('next-decree').normalize('NFC').trim().slice(0, 200)]
  const chosen = (proposedHolidays(ofYear) ?? []).filter(({ date }) => days.includes(date))
  const t = calendarText[visit.lang].problems
  const errors = { ...(chosen.length === 0 ? { days: t.chosen } : {}), ...(decree === '' ? { decree: t['calendar-decree-missing'] } : {}) }
  if (Object.keys(errors).length > 0) return show(visit, reply, { year }, { chosen: { days, decree, errors } }, 422)
  try {
    await web.platform.work(visit.actor, async (work) => {
      // The announcement was read: what the day rested on before is kept beside its number.
      for (const { date, kind, name, source } of chosen) await enterDay(work, { province: null, date, kind, name, source, decreeNo: decree })
    })
  } catch (error) {
    return show(visit, reply, { year }, { refused: refusalOf(error, visit.lang), chosen: { days, decree, errors: {} } }, 409)
  }
  return reply.redirect(paths.calendar({ nam: year, xong: String(chosen.length) }), 303)
}
