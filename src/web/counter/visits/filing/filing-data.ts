/** A filing under way in a visit, with everything its pages are made of; and how it begins. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isDeepStrictEqual } from 'node:util'
import { choicesToMake, isProcedureSlug, type Procedure, procedureInForce, type ProcedureSlug } from '../../../../catalogue/index.ts'
import { chooseFiling, type FilingWay } from '../../../../capabilities/counters/index.ts'
import type { CertificateStanding } from '../../../../capabilities/health-certificates/index.ts'
import { getPerson } from '../../../../capabilities/identity/index.ts'
import { type Licence, listValidLicences } from '../../../../capabilities/licences/index.ts'
import { examine, findRegistered, keep } from '../../../../capabilities/portraits/index.ts'
import {
  type Asked, askedOf, certificateNeedOf, certificateStandingOf, type Draft, type DraftAnswers, findDraft, mildestChoice, type PopulationStanding, populationOf, precheck, prefill, saveAnswers, startDraft,
} from '../../../../dossiers/index.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import type { Work } from '../../../../platform/work.ts'
import { paths } from '../../../paths.ts'
import type { Web } from '../../../request.ts'
import { type FilingCase, isFiling, leadsOn, openCase, type VisitCase } from '../visit-case.ts'

export interface FilingData {
  readonly draft: Draft
  readonly procedure: Procedure
  readonly licences: readonly Licence[]
  readonly population: PopulationStanding
  readonly certificate: CertificateStanding | undefined
  readonly asked: Asked
}

/** A case in which a filing was begun, with its data; a filed one leads to its receipt, one not begun to the check. */
export async function openFiling(web: Web, request: FastifyRequest<{ Params: { visitId: string } }>, reply: FastifyReply): Promise<{ readonly c: FilingCase; readonly data: FilingData } | undefined> {
  const c = await openCase(web, request, reply)
  if (!c) return undefined
  if (!isFiling(c)) {
    await reply.redirect(leadsOn(c, c.counter.dossierId ? paths.counterVisitAt(c.counter.id, 'done') : paths.counterVisit(c.counter.id)), 303)
    return undefined
  }
  const data = await web.platform.read(c.visit.actor, (work) => readFiling(work, c.person.id, c.counter.draftId))
  if (!data) {
    // The licence is no longer valid, or the draft was filed at home meanwhile: the check tells.
    await reply.redirect(leadsOn(c, paths.counterVisit(c.counter.id)), 303)
    return undefined
  }
  return { c, data }
}

export async function readFiling(work: Work, personId: string, draftId: string): Promise<FilingData | undefined> {
  const draft = await findDraft(work, personId, draftId)
  if (!draft || draft.filedAt || !isProcedureSlug(draft.procedure)) return undefined
  const [person, population] = await Promise.all([getPerson(work, personId), populationOf(work, personId)])
  const all = await listValidLicences(work, person.identityNumber)
  const licences = draft.licenceIds.flatMap((id) => all.find((one) => one.id === id) ?? [])
  if (licences.length !== draft.licenceIds.length) return undefined
  const procedure = procedureInForce(draft.procedure, work.today)
  const held = licences.flatMap((one) => one.held.map((h) => h.class))
  // Not chosen yet: judged for the class whose health standard is as before.
  const choice = { ...mildestChoice(held, work.today).choice, ...draft.answers.classChoice }
  const classChoices = choicesToMake(licences.map((one) => ({ number: one.number, held: one.held })), work.today).map((one) => one.held)
  return {
    draft, procedure, licences, population, certificate: await certificateStandingOf(work, personId, held, choice),
    asked: askedOf(procedure, { certificate: certificateNeedOf(held, choice, work.today) !== undefined, classChoices }),
  }
}

/**
 * Begins a filing: the draft is the person's own, answered as far as the state knows.
 * @throws Refusal 'not-this-person' while no register has confirmed the card; those of startDraft and chooseFiling
 */
export async function beginFiling({ web, visit, counter, person }: VisitCase, wish: { licenceId: string; procedure: ProcedureSlug; way: FilingWay }): Promise<void> {
  const { platform } = web
  // Begun in the way in which it will be filed, so that a draft that is never filed is counted in no other.
  const draft = await platform.work({ ...visit.actor, channel: wish.way }, async (work) => {
    const check = await precheck(work, person.id, wish.way)
    if (!check.isThisPerson) throw new Refusal('not-this-person')
    const draftId = await startDraft(work, { personId: person.id, procedure: wish.procedure, licenceIds: [wish.licenceId] })
    const data = await readFiling(work, person.id, draftId)
    if (!data) throw new Refusal('licence-not-yours')
    const certificate = !data.certificate ? 'not-needed' : data.certificate.usability.state === 'usable' ? 'usable' : 'missing'
    await saveChanged(work, data.draft, prefill({
      today: work.today, person, procedure: data.procedure, licences: data.licences, record: data.population.record, certificate, provinceId: visit.session.staff.provinceCode,
    }, data.draft.answers))
    await chooseFiling(work, counter.id, { way: wish.way, draftId })
    return data.draft
  })
  if (draft.answers.portraitId === undefined) await takeRegistered({ web, visit, person }, draft.id)
}

/** Keeps answers, unless they are those that stand already: what the person has signed stays what they signed. @returns the draft as it is now */
export async function saveChanged(work: Work, { personId, id }: Pick<Draft, 'personId' | 'id'>, answers: Partial<DraftAnswers>): Promise<Draft | undefined> {
  const before = await findDraft(work, personId, id)
  const plain = (all: unknown): unknown => JSON.parse(JSON.stringify(all))
  if (before && isDeepStrictEqual(plain({ ...before.answers, ...answers }), plain(before.answers))) return before
  await saveAnswers(work, personId, id, answers)
  return findDraft(work, personId, id)
}

/** Takes the register's picture of the person for a draft, looked at like any other. @returns whether it will do */
export async function takeRegistered({ web, visit, person }: Pick<VisitCase, 'web' | 'visit' | 'person'>, draftId: string): Promise<boolean> {
  const { platform } = web
  const found = await platform.read(visit.actor, (work) => findRegistered(work, person.id))
  if (found.state !== 'there') return false
  const examination = await examine(platform, found.bytes)
  return platform.work(visit.actor, async (work) => {
    const portrait = await keep(work, { personId: person.id, draftId, examination, source: 'population-register', lookupId: found.lookupId })
    if (portrait.state === 'accepted') await saveAnswers(work, person.id, draftId, { portraitId: portrait.id })
    return portrait.state === 'accepted'
  })
}

/** The page on which a filing goes on: what is still open comes first. @param isSigned whether a paper signed for it as it is lies here */
export function nextPage(c: FilingCase, draft: Pick<Draft, 'answers'>, asked: Asked, isSigned: boolean): string {
  const at = (page: Parameters<typeof paths.counterVisitAt>[1]) => paths.counterVisitAt(c.counter.id, page)
  if (asked.steps.includes('portrait') && draft.answers.portraitId === undefined) return at('portrait')
  if (c.counter.way === 'in-person' && !isSigned) return at('papers')
  return at('confirm')
}
