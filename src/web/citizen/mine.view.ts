/** What "my licences and dossiers" shows: gathered in one read, after waiting a second at most for the registers. */
import { setTimeout as pause } from 'node:timers/promises'
import { fittingReasons, getLicenceClass, mayApply, type NeedToday, needsToday, type Procedure, procedureInForce, resultingClasses, type Verdict } from '../../catalogue/index.ts'
import type { CertificateStanding } from '../../capabilities/health-certificates/index.ts'
import { getPerson, type Person } from '../../capabilities/identity/index.ts'
import { type Licence, listValidLicences } from '../../capabilities/licences/index.ts'
import { certificateStandingOf, type Dossier, type Draft, findOpenDraft, isAskingCertificate, licenceFacts, listDossiersOf, mildestChoice, type PopulationStanding, populationOf, type ViolationStanding, violationStandingOf } from '../../dossiers/index.ts'
import type { Work } from '../../platform/work.ts'
import type { CitizenVisit, Web } from '../request.ts'
import { offered } from './shared.ts'
import { askWhereOld } from './knowledge.ts'

const PATIENCE_MS = 1_000
const STEP_MS = 100

/** One valid licence with everything an exchange of it needs today. */
export interface LicenceView {
  readonly licence: Licence
  readonly becomes: readonly string[]
  readonly needs: readonly NeedToday[]
  /** Judged for the milder class where there is a choice. */
  readonly certificate: CertificateStanding | undefined
  /** Classes to choose from that need a stricter certificate, as printed. */
  readonly stricter: readonly string[]
  readonly verdict: Verdict
  readonly openDossier: Dossier | undefined
  readonly inDraft: boolean
}

export interface MineView {
  readonly person: Person
  readonly today: string
  readonly procedure: Procedure
  readonly population: PopulationStanding
  readonly violations: ViolationStanding
  readonly licences: readonly LicenceView[]
  readonly draft: Draft | undefined
  readonly dossiers: readonly Dossier[]
  /** Ids of two licences that can come onto one card, the one with an end first. */
  readonly joinable: readonly string[]
  /** Which registers have not answered for the first time yet. */
  readonly asking: readonly ('population' | 'violations' | 'health')[]
}

/** Asks where needed, waits a second at most, and tells what is known. */
export async function loadMine(web: Web, visit: CitizenVisit): Promise<MineView> {
  const { platform } = web
  const { personId } = visit.session
  await askWhereOld(platform, visit.actor, personId)
  const began = performance.now()
  for (;;) {
    const view = await platform.read(visit.actor, (work) => readMine(work, personId))
    if (view.asking.length === 0 || performance.now() - began > PATIENCE_MS) return view
    await pause(STEP_MS)
  }
}

async function readMine(work: Work, personId: string): Promise<MineView> {
  const person = await getPerson(work, personId)
  const procedure = procedureInForce(offered(), work.today)
  const [population, violations, held, draft, dossiers] = await Promise.all([
    populationOf(work, personId), violationStandingOf(work, personId), listValidLicences(work, person.identityNumber),
    findOpenDraft(work, personId, procedure.slug), listDossiersOf(work, personId),
  ])
  const context = { work, person, procedure, violations, draft, dossiers }
  const licences = await Promise.all(held.map((licence) => viewOf(context, licence)))
  const asking = [
    ...(population.state === 'asking' ? ['population' as const] : []), ...(violations.asking ? ['violations' as const] : []),
    ...(licences.some((l) => isAskingCertificate(l.certificate)) ? ['health' as const] : []),
  ]
  return { person, today: work.today, procedure, population, violations, licences, draft, dossiers, joinable: joinableOf(context, held), asking }
}

interface Context {
  readonly work: Work
  readonly person: Person
  readonly procedure: Procedure
  readonly violations: ViolationStanding
  readonly draft: Draft | undefined
  readonly dossiers: readonly Dossier[]
}

function factsOf({ work, person, violations }: Context, licences: readonly Licence[]) {
  const { outcome } = violations.conclusion
  return {
    filedOn: work.today, reason: null, unresolvedViolation: outcome === 'unresolved' ? true : outcome === 'clear' ? false : null,
    licences: licences.map((l) => ({ ...licenceFacts(l, person), suspended: outcome === 'suspended' ? ('whole' as const) : ('no' as const) })),
  }
}

async function viewOf(context: Context, licence: Licence): Promise<LicenceView> {
  const { work, person, procedure, dossiers, draft } = context
  const held = licence.held.map((h) => h.class)
  const mild = mildestChoice(held, work.today)
  const facts = factsOf(context, [licence])
  // A changed name is a reason for an exchange, not an obstacle: judged with the reason that allows it.
  const reason = facts.licences.every((l) => l.identityAgrees) ? null : ('changed-details' as const)
  return {
    licence, becomes: resultingClasses(held, {}, work.today).map((id) => getLicenceClass(id).printed),
    needs: needsToday(procedure, { held, choice: {}, filedOn: work.today, channel: 'online' }),
    certificate: await certificateStandingOf(work, person.id, held, mild.choice), stricter: mild.stricter.map((id) => getLicenceClass(id).printed),
    verdict: mayApply(procedure, { ...facts, reason }),
    openDossier: dossiers.find((d) => d.closedAt === null && d.licenceIds.includes(licence.id)),
    inDraft: draft?.licenceIds.includes(licence.id) ?? false,
  }
}

function joinableOf(context: Context, held: readonly Licence[]): string[] {
  if (held.length !== 2) return []
  if (context.dossiers.some((d) => d.closedAt === null)) return []
  const facts = factsOf(context, held)
  const fits = fittingReasons(context.procedure, facts).some((r) => r.id === 'integrate')
  if (!fits || !mayApply(context.procedure, { ...facts, reason: 'integrate' }).mayFile) return []
  return [...held].sort((a, b) => Number(a.expiresOn === null) - Number(b.expiresOn === null)).map((l) => l.id)
}
