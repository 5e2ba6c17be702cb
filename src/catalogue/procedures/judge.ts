/** Asks a version of a procedure about a person: which reasons fit, what stands in the way, what is needed. Pure. */

import type { Channel } from '../../platform/values/actor.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import { type Overdue, overdue } from '../conditions/expired.ts'
import { type HealthNeed, healthFreshMonths, healthNeed } from '../conditions/health.ts'
import { type Blocks, type RefusalCode, type RefusalGround, refusalGround, refusalLaw } from '../conditions/refusals.ts'
import { type ViolationSources, violationSourcesOn } from '../conditions/violation-sources.ts'
import { feeVnd } from '../fees.ts'
import type { LicenceClassId } from '../licences/class-ids.ts'
import { classOptions } from '../licences/class-mapping.ts'
import { type ClassChoice, chosenOption } from '../licences/new-licence.ts'
import type { Basis } from '../provision.ts'
import type { ApplicationFacts } from './facts.ts'
import type { Need, Procedure, Reason } from './procedure.ts'

/** One thing in the way, with its law and its remedy. */
export interface Obstacle {
  readonly ruleId: string
  readonly refusal: RefusalCode
  readonly blocks: Blocks
  readonly citation: Basis<string>
  readonly ground: RefusalGround
  /** Set for an expired licence: how long, and which test the law asks for. */
  readonly overdue?: Overdue
}

export interface Verdict {
  /** Nothing stands in the way. */
  readonly may: boolean
  /** Filing is possible, even if something has to be settled before acceptance. */
  readonly mayFile: boolean
  readonly obstacles: readonly Obstacle[]
}

/** Whether somebody may apply, and if not, every obstacle, those that stop filing first. */
export function mayApply(procedure: Procedure, facts: ApplicationFacts): Verdict {
  const obstacles = procedure.openTo
    .filter((rule) => !rule.holds(facts))
    .map((rule): Obstacle => {
      const ground = refusalGround(rule.refusal)
      const late = rule.refusal === 'licence-expired' ? longestOverdue(facts) : undefined
      return { ruleId: rule.id, refusal: rule.refusal, blocks: ground.blocks, citation: rule.citation, ground, ...(late === undefined ? {} : { overdue: late }) }
    })
    .sort((a, b) => rank(a.blocks) - rank(b.blocks))
  return { may: obstacles.length === 0, mayFile: obstacles.every((o) => o.blocks !== 'filing'), obstacles }
}

/** The law that a refusal of this procedure cites on a day. @throws NoProvision before 1 June 2017 */
export function refusalLawOf(procedure: Procedure, code: RefusalCode, on: LocalDate): Basis<string> {
  const own = procedure.refusalLaw?.[code]
  return own ? { ...own, value: own.source } : refusalLaw(code, on)
}

function rank(blocks: Blocks): number {
  return blocks === 'filing' ? 0 : 1
}

function longestOverdue(facts: ApplicationFacts): Overdue | undefined {
  const late = facts.licences.flatMap((l) => l.held).map((h) => overdue(h.expiresOn, facts.filedOn)).filter((o) => o !== undefined)
  return late.sort((a, b) => b.daysOverdue - a.daysOverdue)[0]
}

/** Reasons that can apply to these licences, in the order of the page. */
export function fittingReasons(procedure: Procedure, facts: ApplicationFacts): readonly Reason[] {
  return procedure.reasons.filter((r) => r.fits(facts))
}

/**
 * The classes that come out, as far as chosen: for a class that may become either of two and is not chosen yet,
 * all its options, so that the stricter need is told early.
 */
export function resultingClasses(held: readonly LicenceClassId[], choice: ClassChoice, filedOn: LocalDate): readonly LicenceClassId[] {
  const classes = held.flatMap((h) => {
    const options = classOptions(h, filedOn)
    if (options.length === 0) return []
    return options.length === 1 || choice[h] !== undefined ? [chosenOption(h, choice, filedOn).to] : options.map((o) => o.to)
  })
  return [...new Set(classes)]
}

/** A need together with what the law of the day says about it for this person. */
export interface NeedToday {
  readonly need: Need
  /** false: the law asks nothing of this person here (a motorcycle class needs no health certificate). */
  readonly required: boolean
  readonly health?: HealthNeed & { readonly freshMonths: Basis<number> }
  readonly sources?: Basis<ViolationSources>
  readonly feeVnd?: Basis<number>
  /** Some value behind it is assumed; pages mark it. */
  readonly assumed: boolean
  readonly words: Words
}

export interface NeedsInput {
  readonly held: readonly LicenceClassId[]
  readonly choice: ClassChoice
  readonly filedOn: LocalDate
  readonly channel: Channel
}

/** What this person needs on a day, in the order of the checklist. @throws NoProvision, ClassNotChosen */
export function needsToday(procedure: Procedure, input: NeedsInput): readonly NeedToday[] {
  return procedure.needs.map((need) => needToday(need, input))
}

function needToday(need: Need, input: NeedsInput): NeedToday {
  const plain = { need, required: true, assumed: need.citation.assumed === true, words: need.words }
  switch (need.kind) {
    case 'health-certificate': {
      const health = healthNeed(resultingClasses(input.held, input.choice, input.filedOn), input.filedOn)
      const freshMonths = healthFreshMonths(input.filedOn)
      const marked = health.exemption.assumed === true || (health.required && freshMonths.assumed === true)
      return { ...plain, required: health.required, health: { ...health, freshMonths }, assumed: plain.assumed || marked }
    }
    case 'violations': {
      const sources = violationSourcesOn(input.filedOn)
      return { ...plain, sources, assumed: plain.assumed || sources.assumed === true }
    }
    case 'fee': {
      const amount = feeVnd(need.fee, input.filedOn, input.channel)
      return { ...plain, feeVnd: amount, assumed: plain.assumed || amount.assumed === true }
    }
    case 'portrait':
      return { ...plain, assumed: plain.assumed || [need.widthMm, need.heightMm, need.background, need.freshMonths].some((b) => b.assumed === true) }
    case 'loss-report':
      return { ...plain, assumed: plain.assumed || need.searchMonths.assumed === true }
    case 'identity':
    case 'current-licence':
      return plain
  }
}
