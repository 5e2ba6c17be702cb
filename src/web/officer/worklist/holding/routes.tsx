/** Addresses of holding: handing a dossier over, noting what was told, absences. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { endAbsence, enterAbsence, findAbsenceById, listAbsences, listColleagues } from '../../../../capabilities/identity/index.ts'
import { giveDossier, NOTE_MOST, refuseStale, saveForetoldRead, saveTold } from '../../../../dossiers/index.ts'
import { parseTypedDate } from '../../../../platform/values/dates.ts'
import { isId } from '../../../../platform/values/ids.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { paths } from '../../../paths.ts'
import { formOf, sendPage, type StaffVisit, staffVisit, type Web } from '../../../request.ts'
import { dossierOf } from '../../access.ts'
import { dossierPage, type Said } from '../../dossier/dossier.page.tsx'
import { readDossier } from '../../dossier/dossier.view.ts'
import { type AbsenceField, AbsencesPage, type AbsencesSaid } from './absences.page.tsx'
import { addressOf, bodyOf, readList, readWithin, withinFields } from '../address.ts'
import { shownOf } from './shown.ts'
import { holdingText } from './text.ts'
import { refusalWords } from '../../text/words.ts'

export function registerHolding(app: FastifyInstance, web: Web): void {
  registerGive(app, web)
  registerAbsences(app, web)
  app.post(paths.told(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const form = formOf(request)
    const upTo = new Date(form.text('den'))
    const foretold = form.text('du-bao').split(' ').filter(isId)
    await web.platform.work(visit.actor, async (work) => {
      if (!Number.isNaN(upTo.getTime())) await saveTold(work, visit.session.staff.id, upTo)
      if (foretold.length > 0) await saveForetoldRead(work, visit.session.staff.id, foretold)
    })
    const list = readList(web, visit, bodyOf(request))
    return reply.redirect(list ? addressOf(list) : paths.desk(), 303)
  })
}

const noteFields: Readonly<Record<string, 'give-to' | 'give-note'>> = { 'colleague-unknown': 'give-to', 'colleague-away': 'give-to', 'colleague-own-dossier': 'give-to', 'colleague-helped': 'give-to', 'note-needed': 'give-note' }

function registerGive(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.post<{ Params: { id: string } }>(paths.giveDossier(':id'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { id } = request.params
    const t = holdingText[visit.lang]
    const form = formOf(request)
    const [to, note, shown] = [form.text('to'), form.text('note').normalize('NFC').trim(), shownOf(form)]
    const within = readWithin(web, visit, bodyOf(request))
    const again = async (said: Said, status: number): Promise<FastifyReply> => sendPage(reply, dossierPage(web, visit, await readDossier(platform, visit, id, within), said), status)
    const errors = [...(to === '' ? [{ field: 'give-to' as const, text: t.toMissing }] : []), ...([...note].length > NOTE_MOST ? [{ field: 'give-note' as const, text: t.noteLong(NOTE_MOST) }] : [])]
    if (errors.length > 0) return again({ give: { to, note, errors } }, 422)
    try {
      await platform.work(visit.actor, async (work) => {
        await dossierOf(work, visit, id)
        await refuseStale(work, id, shown, true)
        await giveDossier(work, id, to, note)
      })
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'dossier-not-found') throw error
      const field = noteFields[error.code]
      if (field) return again({ give: { to, note, errors: [{ field, text: refusalWords(error.code, visit.lang) }] } }, 422)
      return again({ refused: { code: error.code }, give: { to, note, errors: [] }, since: error.code === 'changed-meanwhile' ? shown.eventId : undefined }, 409)
    }
    return reply.redirect(paths.officerDossier(id, { ...withinFields(within), xong: 'ban-giao' }), 303)
  })
}

const absenceFields: Readonly<Record<string, AbsenceField>> = { 'absence-span-wrong': 'until', 'absence-nobody': 'staff', 'absence-cover-wrong': 'cover', 'absence-cover-away': 'cover', 'absence-exists': 'from' }

/** The words of a refusal of these pages; others go on. */
function wordsOf(error: unknown, lang: Lang): { readonly field: AbsenceField | undefined; readonly text: string } {
  const words: Readonly<Record<string, string>> = holdingText[lang].problems
  const text = error instanceof Refusal ? words[error.code] : undefined
  if (!(error instanceof Refusal) || text === undefined) throw error
  return { field: absenceFields[error.code], text }
}

function registerAbsences(app: FastifyInstance, web: Web): void {
  const { platform } = web
  async function show(visit: StaffVisit, reply: FastifyReply, said: AbsencesSaid, status = 200): Promise<FastifyReply> {
    const { provinceCode } = visit.session.staff
    const view = await platform.read(visit.actor, async (work) => ({ absences: await listAbsences(work, provinceCode), colleagues: await listColleagues(work, provinceCode), today: work.today }))
    return sendPage(reply, <AbsencesPage web={web} visit={visit} view={view} said={said} />, status)
  }
  app.get<{ Querystring: { xong?: string } }>(paths.absences(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { id, provinceCode } = visit.session.staff
    const { xong = '' } = request.query
    // What is said to be done is what the row shows of this visitor: an address alone can claim anything.
    const one = isId(xong) ? await platform.read(visit.actor, (work) => findAbsenceById(work, xong)) : undefined
    const t = holdingText[visit.lang]
    if (one?.provinceCode !== provinceCode) return show(visit, reply, {})
    return show(visit, reply, { done: one.endedBy === id ? t.ended : one.endedBy === null && one.enteredBy === id ? t.entered : undefined })
  })
  app.post(paths.absences(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const t = holdingText[visit.lang].problems
    const form = formOf(request)
    const typed = { staff: form.text('staff') || visit.session.staff.id, cover: form.text('cover'), from: form.text('from').trim(), until: form.text('until').trim() }
    const [fromOn, toOn] = [parseTypedDate(typed.from), parseTypedDate(typed.until)]
    if (!fromOn || !toOn || typed.cover === '') return show(visit, reply, { typed, errors: { ...(fromOn ? {} : { from: t.date }), ...(toOn ? {} : { until: t.date }), ...(typed.cover ? {} : { cover: t.cover }) } }, 422)
    let absenceId: string
    try {
      absenceId = await platform.work(visit.actor, (work) => enterAbsence(work, { staffId: typed.staff, coverId: typed.cover, fromOn, toOn }))
    } catch (error) {
      const { field, text } = wordsOf(error, visit.lang)
      return field ? show(visit, reply, { typed, errors: { [field]: text } }, 422) : show(visit, reply, { typed, refused: text }, 409)
    }
    return reply.redirect(`${paths.absences()}?xong=${absenceId}`, 303)
  })
  app.post<{ Params: { absenceId: string } }>(paths.absenceEnd(':absenceId'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    try {
      await platform.work(visit.actor, (work) => endAbsence(work, request.params.absenceId))
    } catch (error) {
      return show(visit, reply, { refused: wordsOf(error, visit.lang).text }, error instanceof Refusal && error.code === 'absence-missing' ? 404 : 409)
    }
    return reply.redirect(`${paths.absences()}?xong=${request.params.absenceId}`, 303)
  })
}
