/** Addresses where an authority lets clinics in, names their doctors, gives keys, stops them. Others of the office may read. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { admitClinic, type ClinicDeed, clinicDelays, clinicsOf, DELAY_DAYS, inviteProgram, listActiveClinics, nameDoctor, ownLastDeed, renewClinicKey, stopClinic } from '../../../capabilities/health-certificates/index.ts'
import { givePost, listStaff } from '../../../capabilities/identity/index.ts'
import { listCertificatesOf } from '../../../dossiers/index.ts'
import { addDays, instantAt } from '../../../platform/values/dates.ts'
import { isMadeUp, parseIdentityNumber } from '../../../platform/values/identity-number.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Lang } from '../../../platform/values/words.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../paths.ts'
import { formOf, sendPage, type StaffVisit, staffVisit, type Web } from '../../request.ts'
import { clinicsText } from '../text/clinics.ts'
import { ClinicPage, ClinicsPage, type ClinicSaid } from './clinics.page.tsx'

type ByCode = { Params: { code: string }; Querystring: { xong?: string } }

const deeds: Readonly<Record<ClinicDeed, { readonly word: string; readonly done: NonNullable<ClinicSaid['done']> }>> = {
  admitted: { word: 'cho-phep', done: 'admitted' }, 'named-anew': { word: 'cho-phep', done: 'namedAnew' }, 'doctor-given': { word: 'bac-si', done: 'doctorAdded' }, 'doctor-known': { word: 'bac-si-da-co', done: 'doctorKnown' },
  suspended: { word: 'dung', done: 'stopped' }, active: { word: 'cho-cap-lai', done: 'resumed' },
}

/** A success is told of what the visitor was the last to do about this clinic: an address alone can claim anything. */
async function doneOf(work: Work, code: string, word: string | undefined): Promise<ClinicSaid> {
  const own = word === undefined ? undefined : await ownLastDeed(work, code)
  return own && deeds[own].word === word ? { done: deeds[own].done } : {}
}

/** The words of a refusal; any other is not of this page. */
function refusalOf(error: unknown, lang: Lang): string {
  const words: Readonly<Record<string, string>> = clinicsText[lang].problems
  const said = error instanceof Refusal ? words[error.code] : undefined
  if (said === undefined) throw error
  return said
}

export function registerClinics(app: FastifyInstance, web: Web): void {
  const { platform } = web
  const showAll = async (visit: StaffVisit, reply: FastifyReply, said: ClinicSaid, status = 200) => {
    const { provinceCode } = visit.session.staff
    const view = await platform.read(visit.actor, async (work) => ({
      clinics: await clinicsOf(work, provinceCode), delays: await clinicDelays(work), elsewhere: (await listActiveClinics(work)).filter((one) => one.provinceCode !== null && one.provinceCode !== provinceCode),
      // Whoever kept nobody of this province waiting is not this province's to urge.
      waitedFor: await clinicDelays(work, await listCertificatesOf(work, provinceCode, instantAt(addDays(work.today, -DELAY_DAYS)))), today: work.today,
    }))
    return sendPage(reply, <ClinicsPage web={web} visit={visit} said={said} {...view} />, status)
  }
  const showOne = async (visit: StaffVisit, reply: FastifyReply, code: string, said: ClinicSaid, status = 200) => {
    const { provinceCode } = visit.session.staff
    const view = await platform.read(visit.actor, async (work) => ({
      clinic: (await clinicsOf(work, provinceCode)).find((one) => one.code === code), today: work.today,
      doctors: (await listStaff(work, provinceCode)).filter((one) => one.role === 'doctor' && one.officeCode === code), delay: (await clinicDelays(work)).find((one) => one.clinicCode === code),
    }))
    const { clinic, ...rest } = view
    return clinic ? sendPage(reply, <ClinicPage web={web} visit={visit} said={said} clinic={clinic} {...rest} />, status) : reply.callNotFound()
  }

  app.get(paths.clinics(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    return visit && showAll(visit, reply, {})
  })
  app.post(paths.clinics(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { text } = formOf(request)
    const t = clinicsText[visit.lang].problems
    const entered = { code: text('code').trim(), name: text('name').normalize('NFC').trim().slice(0, 200), mail: text('mail').trim().slice(0, 200), first: text('first').trim().slice(0, 20) }
    const first = entered.first === '' ? undefined : /^\d{1,5}$/.test(entered.first) ? Number(entered.first) : 0
    const errors = {
      ...(/^\d{5}$/.test(entered.code) ? {} : { code: t.code }), ...(entered.name === '' ? { name: t.name } : {}),
      ...(entered.mail === '' || z.email().safeParse(entered.mail).success ? {} : { mail: t.mail }), ...(first === 0 ? { first: t.first } : {}),
    }
    if (Object.keys(errors).length > 0) return showAll(visit, reply, { entered, errors }, 422)
    try {
      await platform.work(visit.actor, (work) => admitClinic(work, { code: entered.code, name: entered.name, mail: entered.mail === '' ? null : entered.mail, first }))
    } catch (error) {
      if (error instanceof Refusal && error.code === 'numbers-begun') return showAll(visit, reply, { entered, errors: { first: t['numbers-begun'] } }, 409)
      return showAll(visit, reply, { entered, refused: refusalOf(error, visit.lang) }, 409)
    }
    return reply.redirect(`${paths.clinicOf(entered.code)}?xong=cho-phep`, 303)
  })
  app.get<ByCode>(paths.clinicOf(':code'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { code } = request.params
    return showOne(visit, reply, code, await platform.read(visit.actor, (work) => doneOf(work, code, request.query.xong)))
  })
  app.post<ByCode>(paths.clinicAct(':code', 'bac-si'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    return visit ? addDoctor(web, visit, request, reply, showOne) : reply
  })
  app.post<{ Params: { code: string; act: string } }>(paths.clinicAct(':code', ':act'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { code, act } = request.params
    try {
      switch (act) {
        case 'ma-tham-gia':
          return await showOne(visit, reply, code, { secret: { kind: 'secretCode', text: (await platform.work(visit.actor, (work) => inviteProgram(work, code))).code } })
        case 'doi-khoa':
          return await showOne(visit, reply, code, { secret: { kind: 'secretKey', text: (await platform.work(visit.actor, (work) => renewClinicKey(work, code))).apiKey } })
        case 'dung':
        case 'cho-cap-lai':
          await platform.work(visit.actor, (work) => stopClinic(work, code, act === 'dung' ? 'suspended' : 'active'))
          return await reply.redirect(`${paths.clinicOf(code)}?xong=${act}`, 303)
        default:
          return await reply.callNotFound()
      }
    } catch (error) {
      if (error instanceof Refusal && error.code === 'clinic-unknown') return reply.callNotFound()
      return showOne(visit, reply, code, { refused: refusalOf(error, visit.lang) }, 409)
    }
  })
}

/** A doctor needs no account of ours: who signs in with this identity number works at this clinic from now on. */
async function addDoctor(web: Web, visit: StaffVisit, request: FastifyRequest<ByCode>, reply: FastifyReply, show: (visit: StaffVisit, reply: FastifyReply, code: string, said: ClinicSaid, status: number) => Promise<unknown>): Promise<unknown> {
  const { platform } = web
  const { code } = request.params
  const { text } = formOf(request)
  const t = clinicsText[visit.lang].problems
  const entered = { identity: text('identity').slice(0, 30), fullName: text('fullName').normalize('NFC').trim().slice(0, 200) }
  const identityNumber = parseIdentityNumber(entered.identity)?.digits
  const errors = {
    ...(identityNumber === undefined ? { identity: t.identity } : isMadeUp(identityNumber) === platform.config.simulation ? {} : { identity: t.notOfThisWorld }),
    ...(entered.fullName === '' ? { fullName: t.fullName } : {}),
  }
  if (identityNumber === undefined || Object.keys(errors).length > 0) return show(visit, reply, code, { entered, errors }, 422)
  try {
    const post = await platform.work(visit.actor, (work) => nameDoctor(work, code, () => givePost(work, { identityNumber, fullName: entered.fullName, role: 'doctor', provinceCode: visit.session.staff.provinceCode, officeCode: code })))
    return reply.redirect(`${paths.clinicOf(code)}?xong=${deeds[`doctor-${post}`].word}`, 303)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'clinic-unknown') return reply.callNotFound()
    if (error instanceof Refusal && (error.code === 'holds-another-post' || error.code === 'naming-oneself')) return show(visit, reply, code, { entered, errors: { identity: t[error.code] } }, 409)
    return show(visit, reply, code, { entered, refused: refusalOf(error, visit.lang) }, 409)
  }
}
