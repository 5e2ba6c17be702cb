/**
 * The shape of a procedure — thủ tục hành chính — and the check run at start-up. A procedure is data and plain
 * functions with a citation; a version is frozen from the day it is in force, and a dossier keeps the version it was
 * filed under.
 */
import type { Channel } from '../../platform/values/actor.ts'
import { addDays, isLocalDate, type LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import type { RefusalCode } from '../conditions/refusals.ts'
import type { FeeId } from '../fees.ts'
import type { FormKind } from '../forms/index.ts'
import { type Basis, checkBasis } from '../provision.ts'
import type { Deadlines } from '../time/deadlines.ts'
import type { ApplicationFacts } from './facts.ts'

/** A reason that the law of this version accepts. `fits` keeps reasons off the page that cannot apply. */
export interface Reason {
  /** Unique within its procedure; kept in drafts and dossiers. */
  readonly id: string
  readonly words: Words
  readonly help: Words
  readonly citation: Basis<string>
  readonly fits: (facts: ApplicationFacts) => boolean
  /** It concerns two licences that come onto one card. */
  readonly joins?: true
  /** That the holder's details differ is itself this reason, no obstacle. */
  readonly changesDetails?: true
}

/** A condition of the person and the licence. `holds` answers true also where a register has not answered yet. */
export interface OpenRule {
  readonly id: string
  readonly citation: Basis<string>
  readonly holds: (facts: ApplicationFacts) => boolean
  readonly refusal: RefusalCode
}

interface NeedBase {
  readonly words: Words
  readonly help: Words
  readonly citation: Basis<string>
}

/** What has to be there before acceptance; how each is met is the business of `dossiers/requirements`. */
export type Need =
  | (NeedBase & { readonly kind: 'identity'; readonly assuranceLevel: Basis<number> })
  | (NeedBase & { readonly kind: 'portrait'; readonly widthMm: Basis<number>; readonly heightMm: Basis<number>; readonly background: Basis<'blue'>; readonly freshMonths: Basis<number> })
  | (NeedBase & { readonly kind: 'health-certificate'; readonly alternatives: readonly 'certified-e-copy'[] })
  | (NeedBase & { readonly kind: 'violations' })
  | (NeedBase & { readonly kind: 'fee'; readonly fee: FeeId })
  /** `oldCardIsReturned`: the card is given up for the new one; false where there is none to give. */
  | (NeedBase & { readonly kind: 'current-licence'; readonly oldCardIsReturned: Basis<boolean> })
  /** Declared by the applicant. `searchMonths`: how long after filing the authority looks whether the licence is held somewhere; 0 where the law has no such wait. */
  | (NeedBase & { readonly kind: 'loss-report'; readonly searchMonths: Basis<number> })

export type NeedKind = Need['kind']

export interface ProcedureForms {
  readonly application: FormKind
  readonly acceptance: FormKind
  readonly supplement: FormKind
  readonly intakeRefusal: FormKind
  readonly apology: FormKind
  readonly decision: FormKind
  readonly refusal: FormKind
  readonly result: FormKind
  readonly receipt: FormKind
}

/** What pages call it where the procedure makes the difference. */
export interface ProcedureWords {
  /** One or two words, for lists. */
  readonly short: Words
  /** When somebody wants it: opens it on a licence's card beside the procedure that is offered first. */
  readonly occasion: Words
  /** The button that begins. */
  readonly start: Words
  /** Heading over what stands in the way of filing. */
  readonly notNow: Words
  /** Heading of the page that asks for the reason. */
  readonly why: Words
}

/** How official papers name it; Vietnamese, as the law prints them. */
export interface ProcedurePapers {
  /** Heading of the application. */
  readonly request: string
  /** Leads the table of licences that the applicant has. */
  readonly held: string
  readonly reasonLabel: string
  /** What the decision is about, after its heading. */
  readonly subject: string
  /** What article 1 does: "Đổi giấy phép lái xe". */
  readonly act: string
  /** What becomes of the old card, in the decision's second article; empty where it is handed in for the new one. */
  readonly oldCard: string
}

export interface Procedure {
  readonly slug: string
  /** The day it came into force names the version: '2025-03-01'. */
  readonly version: LocalDate
  readonly inForceFrom: LocalDate
  /** null while no later version is known. */
  readonly inForceTo: LocalDate | null
  readonly title: Words
  readonly words: ProcedureWords
  readonly papers: ProcedurePapers
  /** The instrument and its short name, as papers cite it. */
  readonly instrument: Basis<Words>
  /** Official code on the national portal; null where none is stored. */
  readonly code: Basis<string> | null
  readonly channels: readonly Channel[]
  readonly reasons: readonly Reason[]
  readonly openTo: readonly OpenRule[]
  /** What a refusal cites where this procedure has an article of its own; else the ground's own law of the day. */
  readonly refusalLaw?: Partial<Readonly<Record<RefusalCode, Basis<string>>>>
  readonly needs: readonly Need[]
  readonly deadlines: Deadlines
  /** Which official form serves at which step. */
  readonly forms: ProcedureForms
  readonly gives: 'licence-card'
  readonly resultCode: Basis<string> | null
  /** How long originals filed on paper are kept; online dossiers have none. */
  readonly originalsKeptYears: Basis<number>
}

/** Declares a version of a procedure; keeps the slug as a literal type. Throws at start-up when something lacks. */
export function procedure<const S extends string>(definition: Omit<Procedure, 'version' | 'slug'> & { readonly slug: S }): Procedure & { readonly slug: S } {
  const made = { ...definition, version: definition.inForceFrom }
  checkProcedure(made)
  return made
}

/** Every basis inside a version, with its name: for the start-up check and the page that lists assumed values. */
export function basesOf(p: Procedure): readonly { readonly what: string; readonly basis: Basis<unknown> }[] {
  const list: { what: string; basis: Basis<unknown> }[] = [
    { what: 'instrument', basis: p.instrument },
    { what: 'originals kept', basis: p.originalsKeptYears },
    { what: 'deadline: notice', basis: p.deadlines.noticeDays },
    { what: 'deadline: decision', basis: p.deadlines.decisionDays },
    { what: 'deadline: supplement', basis: p.deadlines.supplementWaitDays },
  ]
  if (p.code !== null) list.push({ what: 'code', basis: p.code })
  if (p.resultCode !== null) list.push({ what: 'result code', basis: p.resultCode })
  if (p.deadlines.transferDays !== null) list.push({ what: 'deadline: transfer', basis: p.deadlines.transferDays })
  for (const r of p.reasons) list.push({ what: `reason ${r.id}`, basis: r.citation })
  for (const r of p.openTo) list.push({ what: `rule ${r.id}`, basis: r.citation })
  for (const [code, basis] of Object.entries(p.refusalLaw ?? {})) list.push({ what: `refusal ${code}`, basis })
  for (const need of p.needs) {
    list.push({ what: `need ${need.kind}`, basis: need.citation })
    if (need.kind === 'identity') list.push({ what: 'eID level', basis: need.assuranceLevel })
    if (need.kind === 'loss-report') list.push({ what: 'months of search', basis: need.searchMonths })
    if (need.kind === 'current-licence') list.push({ what: 'old card is returned', basis: need.oldCardIsReturned })
    if (need.kind === 'portrait') list.push({ what: 'portrait width', basis: need.widthMm }, { what: 'portrait height', basis: need.heightMm }, { what: 'portrait background', basis: need.background }, { what: 'portrait age', basis: need.freshMonths })
  }
  return list
}

/** Whether a version is filed through a channel; a post counter serves as any counter does. */
export function servesChannel(p: Procedure, channel: Channel): boolean {
  return p.channels.includes(channel === 'post' ? 'in-person' : channel)
}

/** Whether the card in hand is given up for the new one; false where there is none to give. */
export function returnsOldCard(p: Procedure): boolean {
  return p.needs.some((need) => need.kind === 'current-licence' && need.oldCardIsReturned.value)
}

function checkProcedure(p: Procedure): void {
  const name = `${p.slug} ${p.version}`
  if (!/^[a-z]+(-[a-z]+)*$/.test(p.slug)) throw new Error(`${name}: a slug is lower-case words and hyphens`)
  if (!isLocalDate(p.inForceFrom) || (p.inForceTo !== null && (!isLocalDate(p.inForceTo) || p.inForceTo < p.inForceFrom))) throw new Error(`${name}: the days in force make no sense`)
  for (const { what, basis } of basesOf(p)) checkBasis(`${name}, ${what}`, basis)
  const kinds = p.needs.map((n) => n.kind)
  if (new Set(kinds).size !== kinds.length) throw new Error(`${name}: a need is listed twice`)
  if (new Set(p.reasons.map((r) => r.id)).size !== p.reasons.length) throw new Error(`${name}: a reason is listed twice`)
  if (p.reasons.length === 0 || p.openTo.length === 0) throw new Error(`${name}: no reasons, or no rules`)
  for (const words of [p.title, p.words.short, p.words.occasion, p.words.start, p.words.notNow, p.words.why, ...p.reasons.flatMap((r) => [r.words, r.help]), ...p.needs.flatMap((n) => [n.words, n.help])]) {
    if (words.vi.trim() === '' || words.en.trim() === '') throw new Error(`${name}: a text is empty in one language`)
  }
  for (const [what, basis] of [['notice', p.deadlines.noticeDays], ['decision', p.deadlines.decisionDays], ['supplement', p.deadlines.supplementWaitDays]] as const) {
    if (!Number.isInteger(basis.value) || basis.value < 1) throw new Error(`${name}: the ${what} deadline is not a whole number of days`)
  }
}

/** Throws when versions of one procedure overlap, leave a gap, or an older one has no end. Run at start-up. */
export function checkVersions(versions: readonly Procedure[]): void {
  const sorted = [...versions].sort((a, b) => (a.slug + a.inForceFrom < b.slug + b.inForceFrom ? -1 : 1))
  for (const [i, p] of sorted.entries()) {
    const next = sorted[i + 1]
    if (next === undefined || next.slug !== p.slug) continue
    if (p.inForceTo === null || addDays(p.inForceTo, 1) !== next.inForceFrom) throw new Error(`${p.slug}: version ${p.version} must end the day before ${next.version} begins`)
  }
}
