/** Addresses of a clinic: the day, one examination, its signing, one certificate. Each begins by asking which clinic the doctor is of. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import {
  beginCorrection, beginExamination, deskClinic, dropExamination, type Examination, readBeforeSigning, readClinicDay, readDeskCertificate, readExamination, saveFindings, signExamination, takeBack,
} from '../../capabilities/health-certificates/index.ts'
import { findTakenUp } from '../../dossiers/index.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { isLocalDate } from '../../platform/values/dates.ts'
import { isId, newId } from '../../platform/values/ids.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { paths } from '../paths.ts'
import { formOf, sendPage, showing, type Shown, type Web } from '../request.ts'
import { type Begun, type BeginErrors, nothingBegun, readBegun } from './begin.ts'
import { CheckPage } from './check.page.tsx'
import { dayPage } from './day.page.tsx'
import { ExamPage, findingsOf, type Problems } from './exam.page.tsx'
import { asDoctor, type ClinicVisit, doctorOf } from './layout.tsx'
import { ReceiptPage, TakeBackPage } from './receipt.page.tsx'
import { clinicText } from './text.ts'

type ById = { Params: { id: string } }

/** For how long a fresh receipt is fetched anew while nobody has taken the certificate, and how often. */
const WATCH_MS = 15_000
const WATCH_SECONDS = 2

function idOf({ params }: { params: { id: string } }): string {
  if (!isId(params.id)) throw new Refusal('examination-not-found')
  return params.id
}

/** Whom a page of one examination shows; a certificate that a program sent names nobody here. */
function examined(examination: Examination | undefined): Shown {
  return { purpose: 'examination', people: examination ? [examination.answers.identityNumber] : [] }
}

export function registerDesk(app: FastifyInstance, web: Web): void {
  registerDay(app, web)
  registerExamination(app, web)
  registerCertificate(app, web)
}

function registerDay(app: FastifyInstance, web: Web): void {
  const { platform } = web
  const show = async (visit: ClinicVisit, reply: FastifyReply, asked = '', begun: Begun = nothingBegun, errors: BeginErrors = {}) => {
    const view = await platform.read(visit.actor, async (work) => {
      const day = isLocalDate(asked) && asked < work.today ? asked : work.today
      const read = await readClinicDay(work, day)
      return { ...read, day, today: work.today, taken: await findTakenUp(work, read.certificates.map((one) => one.receipt.id)) }
    })
    const people = [...view.open, ...view.certificates.flatMap(({ signed }) => signed ?? [])].map(({ answers }) => answers.identityNumber)
    return sendPage(showing(reply, { purpose: 'clinic', people }), dayPage(web, visit, view, begun, errors), Object.keys(errors).length > 0 ? 422 : 200)
  }
  app.get<{ Querystring: { ngay?: string } }>(paths.clinic(), (request, reply) => asDoctor(web, request, reply, (visit) => show(visit, reply, request.query.ngay)))
  app.post(paths.examinations(), (request, reply) => asDoctor(web, request, reply, async (visit) => {
    const { text } = formOf(request)
    const begun: Begun = { card: text('card').slice(0, 700), fullName: text('fullName'), birthDate: text('birthDate') }
    const read = readBegun(begun, visit.lang)
    if ('errors' in read) return show(visit, reply, '', begun, read.errors)
    try {
      const id = await platform.work(visit.actor, async (work) => beginExamination(work, await doctorOf(work, visit), read.person, isId(text('id')) ? text('id') : newId()))
      return reply.redirect(paths.examination(id), 303)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'examining-oneself') throw error
      return show(visit, reply, '', nothingBegun, { card: clinicText[visit.lang].begin.oneself })
    }
  }))
}

/** An examination that is still open, with its clinic and what it corrects. @throws Refusal 'examination-not-found' */
async function openOf(work: Work, id: string) {
  const clinic = await deskClinic(work)
  const before = await readBeforeSigning(work, id)
  if (!before) throw new Refusal('examination-not-found')
  const corrected = before.examination.corrects ? await readDeskCertificate(work, before.examination.corrects) : undefined
  return { clinic, before, number: corrected?.receipt.number, today: work.today }
}

function registerExamination(app: FastifyInstance, web: Web): void {
  const { platform } = web
  const showExam = async (visit: ClinicVisit, reply: FastifyReply, id: string, problems: Problems = {}) => {
    const { before: { examination }, number } = await platform.read(visit.actor, (work) => openOf(work, id))
    if (examination.certificateId) return reply.redirect(paths.ownCertificate(examination.certificateId), 303)
    return sendPage(showing(reply, examined(examination)), <ExamPage web={web} visit={visit} examination={examination} number={number} problems={problems} />, Object.keys(problems).length > 0 ? 422 : 200)
  }
  const showCheck = async (visit: ClinicVisit, reply: FastifyReply, id: string, refused?: string) => {
    const { clinic, before, today, doctor } = await platform.read(visit.actor, async (work) => ({ ...(await openOf(work, id)), doctor: await doctorOf(work, visit) }))
    const { examination } = before
    if (examination.certificateId) return reply.redirect(paths.ownCertificate(examination.certificateId), 303)
    const read = readExamination(examination.answers, today, examination.corrects !== null)
    if ('problems' in read) return reply.redirect(paths.examination(id), 303)
    return sendPage(showing(reply, examined(examination)), <CheckPage web={web} visit={visit} clinic={clinic} doctor={doctor} before={before} concluded={read.concluded} refused={refused} />, refused === undefined ? 200 : 409)
  }
  /** Keeps what was typed before anything is said about it. */
  const keep = async (visit: ClinicVisit, id: string, form: ReturnType<typeof formOf>): Promise<{ examination: Examination; today: string }> => platform.work(visit.actor, async (work) => {
    const { before } = await openOf(work, id)
    return { examination: await saveFindings(work, await doctorOf(work, visit), id, findingsOf(form, before.examination)), today: work.today }
  })

  app.get<ById>(paths.examination(':id'), (request, reply) => asDoctor(web, request, reply, (visit) => showExam(visit, reply, idOf(request))))
  app.post<ById>(paths.examination(':id'), (request, reply) => asDoctor(web, request, reply, async (visit) => {
    const id = idOf(request)
    const { examination, today } = await keep(visit, id, formOf(request))
    const read = readExamination(examination.answers, today, examination.corrects !== null)
    return 'problems' in read ? showExam(visit, reply, id, read.problems) : reply.redirect(paths.signExamination(id), 303)
  }))
  app.post<ById>(paths.keepExamination(':id'), (request, reply) => asDoctor(web, request, reply, async (visit) => {
    await keep(visit, idOf(request), formOf(request))
    return reply.code(204).send()
  }))
  app.get<ById>(paths.signExamination(':id'), (request, reply) => asDoctor(web, request, reply, (visit) => showCheck(visit, reply, idOf(request))))
  app.post<ById>(paths.signExamination(':id'), (request, reply) => asDoctor(web, request, reply, async (visit) => {
    const id = idOf(request)
    const revision = Number(formOf(request).text('revision'))
    try {
      const { certificateId } = await platform.work(visit.actor, async (work) => signExamination(work, await doctorOf(work, visit), id, revision))
      return await reply.redirect(paths.ownCertificate(certificateId), 303)
    } catch (error) {
      if (!(error instanceof Refusal) || ['examination-not-found', 'clinic-not-admitted', 'clinic-suspended'].includes(error.code)) throw error
      const { check: t, begin } = clinicText[visit.lang]
      const words: Readonly<Record<string, string>> = { ...t.refused, 'examination-changed': t.changed, 'examining-oneself': begin.oneself }
      return showCheck(visit, reply, id, words[error.code] ?? t.refused.other)
    }
  }))
  app.post<ById>(paths.dropExamination(':id'), (request, reply) => asDoctor(web, request, reply, async (visit) => {
    await platform.work(visit.actor, async (work) => dropExamination(work, await doctorOf(work, visit), idOf(request)))
    return reply.redirect(paths.clinic(), 303)
  }))
}

function registerCertificate(app: FastifyInstance, web: Web): void {
  const { platform } = web
  const read = (visit: ClinicVisit, id: string) => platform.read(visit.actor, async (work) => {
    const certificate = await readDeskCertificate(work, id)
    if (!certificate) throw new Refusal('examination-not-found')
    return { certificate, now: work.now }
  })
  const show = async (visit: ClinicVisit, reply: FastifyReply, id: string, refused = false) => {
    const { certificate, now } = await read(visit, id)
    // Which province's dossier took it is not the clinic's business; that one did is.
    const takenAt = (await platform.read(systemActor('clinic'), (work) => findTakenUp(work, [certificate.receipt.id]))).get(certificate.receipt.id)
    const { usableAt, revokedAt } = certificate.receipt
    if (!refused && !takenAt && !revokedAt && now.getTime() - usableAt.getTime() < WATCH_MS) reply.header('refresh', String(WATCH_SECONDS))
    return sendPage(showing(reply, examined(certificate.signed)), <ReceiptPage web={web} visit={visit} certificate={certificate} takenAt={takenAt} refused={refused} />, refused ? 409 : 200)
  }
  app.get<ById>(paths.ownCertificate(':id'), (request, reply) => asDoctor(web, request, reply, (visit) => show(visit, reply, idOf(request))))
  app.post<ById>(paths.correctCertificate(':id'), (request, reply) => asDoctor(web, request, reply, async (visit) => {
    const { text } = formOf(request)
    const certificateId = idOf(request)
    try {
      const id = await platform.work(visit.actor, async (work) => beginCorrection(work, await doctorOf(work, visit), certificateId, isId(text('id')) ? text('id') : newId()))
      return await reply.redirect(paths.examination(id), 303)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'corrected-by-program') throw error
      return show(visit, reply, certificateId, true)
    }
  }))
  app.get<ById>(paths.takeBackCertificate(':id'), (request, reply) => asDoctor(web, request, reply, async (visit) => {
    const { certificate } = await read(visit, idOf(request))
    return sendPage(showing(reply, examined(certificate.signed)), <TakeBackPage web={web} visit={visit} certificate={certificate} />)
  }))
  app.post<ById>(paths.takeBackCertificate(':id'), (request, reply) => asDoctor(web, request, reply, async (visit) => {
    const id = idOf(request)
    const reason = formOf(request).text('reason').normalize('NFC').trim().slice(0, 200)
    if (reason === '') {
      const { certificate } = await read(visit, id)
      return sendPage(showing(reply, examined(certificate.signed)), <TakeBackPage web={web} visit={visit} certificate={certificate} error={clinicText[visit.lang].takeBack.missing} />, 422)
    }
    await platform.work(visit.actor, async (work) => takeBack(work, await doctorOf(work, visit), id, reason))
    return reply.redirect(paths.ownCertificate(id), 303)
  }))
}
