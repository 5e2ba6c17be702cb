/** What "my licences and dossiers" shows: gathered in one read, after waiting a second at most for the registers. */
import { setTimeout as pause } from 'node:timers/promises'
import { fittingReasons, getLicenceClass, mayApply, type NeedToday, needsToday, type Procedure, resultingClasses, type Verdict } from '../../catalogue/index.ts'
import type { CertificateStanding } from '../../capabilities/health-certificates/index.ts'
import { getPerson, type Person } from '../../capabilities/identity/index.ts'
import { type Licence, listValidLicences } from '../../capabilities/licences/index.ts'
import { certificateStandingOf, type Dossier, type Draft, hasAgreed, isAskingCertificate, licenceFacts, listDossiersOf, listOpenDrafts, mildestChoice, type PopulationStanding, populationOf, type ViolationStanding, violationStandingOf } from '../../dossiers/index.ts'
import type { Work } from '../../platform/work.ts'
import type { CitizenVisit, Web } from '../request.ts'
import { type OfferedProcedure, offeredOn } from './shared.ts'
import { askWhereOld } from './knowledge.ts'

const PATIENCE_MS = 1_000
const STEP_MS = 100

/** What can be asked for a licence: the procedure, what it needs today, and what stands in the way. */
export interface Offer extends OfferedProcedure {
  readonly needs: readonly NeedToday[]
  readonly verdict: Verdict
  /** Begun for this licence and not filed. */
  readonly draft: Draft | undefined
  /** Agreed to the notice of today; a draft begun before it has to agree anew. */
  readonly agreed: boolean
}

/** One valid licence with everything that can be asked for it today. */
export interface LicenceView {
  readonly licence: Licence
  readonly becomes: readonly string[]
  /** In the catalogue's order; the first one is what most people come for. */
  readonly offers: readonly Offer[]
  /** Judged for the milder class where there is a choice. */
  readonly certificate: CertificateStanding | undefined
  /** Classes to choose from that need a stricter certificate, as printed. */
  readonly stricter: readonly string[]
  readonly openDossier: Dossier | undefined
}

export interface MineView {
  readonly person: Person
  readonly today: string
  readonly population: PopulationStanding
  readonly violations: ViolationStanding
  readonly licences: readonly LicenceView[]
  /** Begun and not filed, with the procedure of each. */
  readonly drafts: readonly { readonly draft: Draft; readonly procedure: Procedure | undefined }[]
  readonly dossiers: readonly Dossier[]
  /** Two licences that can come onto one card, the one with an end first, and the procedure that joins them. */
  readonly joinable: { readonly slug: OfferedProcedure['slug']; readonly ids: readonly string[] } | undefined
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
  const offered = offeredOn(work.today)
  const [population, violations, held, drafts, dossiers] = await Promise.all([
    populationOf(work, personId), violationStandingOf(work, personId), listValidLicences(work, person.identityNumber), listOpenDrafts(work, personId), listDossiersOf(work, personId),
  ])
  const agreed = (await Promise.all(drafts.map(async ({ procedure }) => ((await hasAgreed(work, personId, procedure)) ? [procedure] : [])))).flat()
  const context = { work, person, offered, violations, drafts, agreed, dossiers }
  const licences = await Promise.all(held.map((licence) => viewOf(context, licence)))
  const asking = [
    ...(population.state === 'asking' ? ['population' as const] : []), ...(violations.asking ? ['violations' as const] : []),
    ...(licences.some((l) => isAskingCertificate(l.certificate)) ? ['health' as const] : []),
  ]
  const begun = drafts.map((draft) => ({ draft, procedure: offered.find((one) => one.slug === draft.procedure)?.procedure }))
  return { person, today: work.today, population, violations, licences, drafts: begun, dossiers, joinable: joinableOf(context, held), asking }
}

interface Context {
  readonly work: Work
  readonly person: Person
  readonly offered: readonly OfferedProcedure[]
  readonly violations: ViolationStanding
  readonly drafts: readonly Draft[]
  /** Procedures of open drafts whose notice of today the person agreed to. */
  readonly agreed: readonly string[]
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
  const { work, person, offered, dossiers, drafts, agreed } = context
  const held = licence.held.map((h) => h.class)
  const mild = mildestChoice(held, work.today)
  const facts = factsOf(context, [licence])
  const differs = facts.licences.some((l) => !l.identityAgrees)
  return {
    licence, becomes: resultingClasses(held, {}, work.today).map((id) => getLicenceClass(id).printed),
    certificate: await certificateStandingOf(work, person.id, held, mild.choice), stricter: mild.stricter.map((id) => getLicenceClass(id).printed),
    openDossier: dossiers.find((d) => d.closedAt === null && d.licenceIds.includes(licence.id)),
    offers: offered.map(({ slug, procedure }) => ({
      slug, procedure, needs: needsToday(procedure, { held, choice: {}, filedOn: work.today, channel: 'online' }),
      // A changed name may be a reason, not an obstacle: judged with the reason that allows it, where there is one.
      verdict: mayApply(procedure, { ...facts, reason: differs ? (procedure.reasons.find((r) => r.changesDetails)?.id ?? null) : null }),
      draft: drafts.find((one) => one.procedure === slug && one.licenceIds.includes(licence.id)), agreed: agreed.includes(slug),
    })),
  }
}

function joinableOf(context: Context, held: readonly Licence[]): MineView['joinable'] {
  if (held.length !== 2 || context.dossiers.some((d) => d.closedAt === null)) return undefined
  const facts = factsOf(context, held)
  const joining = context.offered.find(({ procedure }) => {
    const reason = fittingReasons(procedure, facts).find((r) => r.joins)
    return reason !== undefined && mayApply(procedure, { ...facts, reason: reason.id }).mayFile
  })
  return joining && { slug: joining.slug, ids: [...held].sort((a, b) => Number(a.expiresOn === null) - Number(b.expiresOn === null)).map((l) => l.id) }
}
