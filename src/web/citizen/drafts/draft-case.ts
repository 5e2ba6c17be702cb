/** A draft together with everything its questions are asked by. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { choicesToMake, isProcedureSlug, type LicenceClassId, type Procedure, procedureInForce, type ProcedureSlug } from '../../../catalogue/index.ts'
import { getPerson, type Person } from '../../../capabilities/identity/index.ts'
import { type Licence, listValidLicences } from '../../../capabilities/licences/index.ts'
import { type Asked, askedOf, type CarriedOver, carriedOver, certificateNeedOf, differencesOf, type Draft, type DraftAnswers, type DraftStep, findDossierByDraft, findDraft, nextStep, type PopulationStanding, populationOf, saveAnswers, startDraft } from '../../../dossiers/index.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../paths.ts'
import { type CitizenVisit, citizenVisit, type Web } from '../../request.ts'
import { isId } from '../../../platform/values/ids.ts'
import { notFound } from '../shared.ts'

export interface DraftCase {
  readonly web: Web
  readonly visit: CitizenVisit
  readonly draft: Draft
  readonly person: Person
  readonly today: string
  readonly slug: ProcedureSlug
  /** Its version of today. */
  readonly procedure: Procedure
  /** Licences of the draft, the main one first. */
  readonly licences: readonly Licence[]
  /** All valid licences of the person. */
  readonly all: readonly Licence[]
  readonly population: PopulationStanding
  /** The stopped dossier whose answers the draft began with. */
  readonly carried: CarriedOver | undefined
}

/** Reads one's own draft; somebody else's is as absent as one that never was. A filed one leads to its dossier. */
export async function openDraft(web: Web, request: FastifyRequest<{ Params: { draftId: string } }>, reply: FastifyReply): Promise<DraftCase | undefined> {
  const visit = await citizenVisit(web, request, reply)
  if (!visit) return undefined
  const { draftId } = request.params
  const { personId } = visit.session
  const found = isId(draftId) ? await web.platform.read(visit.actor, (work) => readCase(work, personId, draftId)) : undefined
  if (!found) {
    notFound(reply)
    return undefined
  }
  if ('filedAs' in found) {
    await reply.redirect(paths.dossier(found.filedAs), 303)
    return undefined
  }
  if (found.licences.length === 0) {
    // The licence is no longer valid; "my licences" tells what is.
    await reply.redirect(paths.mine(), 303)
    return undefined
  }
  return { web, visit, ...found }
}

async function readCase(work: Work, personId: string, draftId: string): Promise<Omit<DraftCase, 'web' | 'visit'> | { filedAs: string } | undefined> {
  const draft = await findDraft(work, personId, draftId)
  if (!draft || !isProcedureSlug(draft.procedure)) return undefined
  const slug = draft.procedure
  if (draft.filedAt) {
    const dossier = await findDossierByDraft(work, draft.id)
    return dossier && { filedAs: dossier.id }
  }
  const [person, population, carried] = await Promise.all([getPerson(work, personId), populationOf(work, personId), carriedOver(work, draft)])
  const all = await listValidLicences(work, person.identityNumber)
  const licences = draft.licenceIds.flatMap((id) => all.find((l) => l.id === id) ?? [])
  return { draft, person, population, carried, all, licences: licences.length === draft.licenceIds.length ? licences : [], today: work.today, slug, procedure: procedureInForce(slug, work.today) }
}

export function heldOf(licences: readonly Licence[]): LicenceClassId[] {
  return licences.flatMap((l) => l.held.map((h) => h.class))
}

/** Old classes that may become either of two, with the classes to choose from. */
export function choicesOf(licences: readonly Licence[], on: string) {
  return choicesToMake(licences.map((l) => ({ number: l.number, held: l.held })), on)
}

/** What the procedure has this person asked. */
export function askedIn(c: Pick<DraftCase, 'licences' | 'today' | 'procedure'>, answers: DraftAnswers): Asked {
  return askedOf(c.procedure, {
    certificate: certificateNeedOf(heldOf(c.licences), answers.classChoice ?? {}, c.today) !== undefined,
    classChoices: choicesOf(c.licences, c.today).map((choice) => choice.held),
  })
}

/** Answers that the law or the registers give, so that nobody is asked: no certificate for this class, nothing that differs. */
export function givenAnswers(c: Pick<DraftCase, 'licences' | 'today' | 'procedure' | 'population' | 'person'>, answers: DraftAnswers): Partial<DraftAnswers> {
  const certificate = askedIn(c, answers).steps.includes('certificate')
  const changes = c.procedure.reasons.find((r) => r.id === answers.reason)?.changesDetails === true
  const [main] = c.licences
  const nothingDiffers = c.population.state === 'known' && main !== undefined && differencesOf(main, c.population.record, c.person).length === 0
  return {
    ...(!certificate && answers.certificate?.how !== 'not-needed' ? { certificate: { how: 'not-needed' as const } } : {}),
    ...(nothingDiffers && !changes && answers.changedDetails === undefined ? { changedDetails: 'none' as const } : {}),
  }
}

/** Keeps an answer with those that follow from it. @returns where to go on */
export async function keepAnswers(c: DraftCase, change: Partial<DraftAnswers>, licences: readonly Licence[] = c.licences): Promise<string> {
  const { web, visit, draft } = c
  const after = { ...c, licences }
  const answers = { ...draft.answers, ...change }
  const given = givenAnswers(after, answers)
  const licenceIds = licences.map((l) => l.id)
  await web.platform.work(visit.actor, async (work) => {
    if (licenceIds.join() !== draft.licenceIds.join()) await startDraft(work, { personId: draft.personId, procedure: c.slug, licenceIds })
    await saveAnswers(work, draft.personId, draft.id, { ...change, ...given })
  })
  const all = { ...answers, ...given }
  return paths.draft(draft.id, nextStep(all, askedIn(after, all)))
}

/** The pages this person sees, in order: those that the registers answered are left out. */
export function stepsOf(c: DraftCase): readonly DraftStep[] {
  const { answers } = c.draft
  const given = givenAnswers(c, { ...answers, changedDetails: undefined })
  return askedIn(c, answers).steps.filter((step) => step !== 'details' || given.changedDetails === undefined)
}
