/** What a person could file and what is missing, before anything is filed: nobody queues for nothing (A4). */
import {
  choicesToMake, getLicenceClass, mayApply, type NeedToday, needsToday, NoProvision, type Procedure, procedureInForce, type ProcedureSlug, procedureSlugs, resultingClasses, type Verdict,
} from '../../../catalogue/index.ts'
import type { CertificateStanding } from '../../../capabilities/health-certificates/index.ts'
import { getPerson, type Person } from '../../../capabilities/identity/index.ts'
import { type Licence, listValidLicences } from '../../../capabilities/licences/index.ts'
import type { Channel } from '../../../platform/values/actor.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { licenceFacts } from '../../filing/licence-facts.ts'
import { agreesWithRegisters } from '../../filing/holder.ts'
import { type Dossier, listDossiersOf } from '../../store/dossiers.ts'
import { certificateStandingOf, isAskingCertificate, mildestChoice, type PopulationStanding, populationOf, type ViolationStanding, violationStandingOf } from './standing.ts'

/** A procedure that could be filed for a licence today. */
export interface Possible {
  readonly slug: ProcedureSlug
  readonly procedure: Procedure
  readonly needs: readonly NeedToday[]
  readonly verdict: Verdict
}

/** A licence, with all that a filing about it needs. */
export interface LicenceCheck {
  readonly licence: Licence
  /** New classes, as printed. */
  readonly becomes: readonly string[]
  /** Judged for the milder class where there is a choice. */
  readonly certificate: CertificateStanding | undefined
  /** Whether the law gives a choice between two new classes. */
  readonly hasChoice: boolean
  readonly possible: readonly Possible[]
  readonly openDossier: Dossier | undefined
}

export interface Precheck {
  readonly person: Person
  readonly today: LocalDate
  /** Whether a register knows the number under this name and birth date; undefined while none has answered. */
  readonly isThisPerson: boolean | undefined
  readonly population: PopulationStanding
  readonly violations: ViolationStanding
  readonly licences: readonly LicenceCheck[]
  /** Which registers have not answered for the first time yet. */
  readonly asking: readonly ('population' | 'violations' | 'health')[]
}

function inForce(slug: ProcedureSlug, on: LocalDate, channel: Channel): Procedure | undefined {
  try {
    const procedure = procedureInForce(slug, on)
    return procedure.channels.includes(channel) ? procedure : undefined
  } catch (error) {
    if (error instanceof NoProvision) return undefined
    throw error
  }
}

/**
 * What is known so far of a person, for a filing by this channel; asks nobody. While no register has confirmed that number, name
 * and birth date belong together, licences are left out: a mistyped number shows nobody's.
 */
export async function precheck(work: Work, personId: string, channel: Channel): Promise<Precheck> {
  const person = await getPerson(work, personId)
  const [population, violations, held, dossiers] = await Promise.all([
    populationOf(work, personId), violationStandingOf(work, personId), listValidLicences(work, person.identityNumber), listDossiersOf(work, personId),
  ])
  const isThisPerson = agreesWithRegisters(person, population.record, held)
  const licences = await Promise.all((isThisPerson ? held : []).map((licence) => checkOf(work, { person, violations, dossiers, channel }, licence)))
  const asking = [
    ...(population.state === 'asking' ? ['population' as const] : []), ...(violations.asking ? ['violations' as const] : []),
    ...(licences.some((one) => isAskingCertificate(one.certificate)) ? ['health' as const] : []),
  ]
  return { person, today: work.today, isThisPerson, population, violations, licences, asking }
}

interface Context {
  readonly person: Person
  readonly violations: ViolationStanding
  readonly dossiers: readonly Dossier[]
  readonly channel: Channel
}

async function checkOf(work: Work, { person, violations, dossiers, channel }: Context, licence: Licence): Promise<LicenceCheck> {
  const { today } = work
  const held = licence.held.map((one) => one.class)
  const { choice } = mildestChoice(held, today)
  const { outcome } = violations.conclusion
  const own = { ...licenceFacts(licence, person), suspended: outcome === 'suspended' ? ('whole' as const) : ('no' as const) }
  const facts = { filedOn: today, licences: [own], unresolvedViolation: outcome === 'unresolved' ? true : outcome === 'clear' ? false : null }
  const possible = procedureSlugs.flatMap((slug) => {
    const procedure = inForce(slug, today, channel)
    if (!procedure) return []
    // A changed name may be a reason, not an obstacle: judged with the reason that allows it, where there is one.
    const reason = own.identityAgrees ? null : (procedure.reasons.find((one) => one.changesDetails)?.id ?? null)
    return [{ slug, procedure, needs: needsToday(procedure, { held, choice: {}, filedOn: today, channel }), verdict: mayApply(procedure, { ...facts, reason }) }]
  })
  return {
    licence, possible, becomes: resultingClasses(held, {}, today).map((id) => getLicenceClass(id).printed), certificate: await certificateStandingOf(work, person.id, held, choice),
    hasChoice: choicesToMake([{ number: licence.number, held: licence.held }], today).length > 0,
    openDossier: dossiers.find((one) => one.closedAt === null && one.licenceIds.includes(licence.id)),
  }
}
