/** Mẫu 05 from the time ledger and the events: who held the dossier from when to when, out of whose hand, and whether in time. Pure. */
import type { ControlSheetValues, ControlStep } from '../../catalogue/forms/index.ts'
import { ownerWords } from '../../catalogue/index.ts'
import { localDateAt } from '../../platform/values/dates.ts'
import { sentenceCase } from '../../platform/values/words.ts'
import type { JudgedWait } from '../figures/lateness.ts'
import type { EventRow } from '../store/worklists/events.ts'
import { paperText as t } from './text.ts'
import { issuingAuthority, type PaperBasis, requestOf } from './values.ts'

/** A source that answered at once held nothing up; what an office did is told however fast it was. */
const isStep = (wait: JudgedWait) => wait.owner === 'office' || wait.toAt === null || wait.toAt > wait.fromAt

export interface Trace {
  /** Oldest first. */
  readonly waits: readonly JudgedWait[]
  /** In any order. */
  readonly events: readonly EventRow[]
  /** Names of members of staff by id. */
  readonly names: ReadonlyMap<string, string>
  readonly now: Date
}

/** The values of the sheet as the trace stands. */
export function controlSheetValues(basis: PaperBasis, trace: Trace): ControlSheetValues {
  const { dossier } = basis
  const waits = trace.waits.filter(isStep)
  const outside = waits.flatMap(({ owner }) => (owner === 'citizen' || owner === 'office' || owner === 'nobody' ? [] : [sentenceCase(ownerWords[owner].vi)]))
  return {
    authority: issuingAuthority(dossier.authorityProvince, localDateAt(trace.now)), dossierCode: dossier.officialNumber ?? dossier.submissionCode, request: requestOf(basis),
    coordinating: [...new Set(outside)], receivedAt: dossier.acceptedAt ?? dossier.filedAt, dueAt: dossier.dueAt,
    steps: [...waits.map((wait, index) => stepOf(wait, waits[index - 1], trace)), ...endOf(basis, waits.at(-1), trace)], asOf: trace.now,
  }
}

function unitOf({ owner, cause }: Pick<JudgedWait, 'owner' | 'cause'>): string {
  if (owner !== 'office') return sentenceCase(ownerWords[owner].vi)
  const units: Readonly<Record<string, string>> = t.units
  return units[cause] ?? t.office
}

/** Whose act moved the dossier at an instant. */
function handAt(at: Date, { events, names }: Trace): string {
  const event = events.find((one) => one.at.getTime() === at.getTime() && one.toStatus !== null) ?? events.find((one) => one.at.getTime() === at.getTime() && one.kind !== 'read')
  if (event?.actorKind === 'staff') return names.get(event.actorId) ?? t.officer
  return event?.actorKind === 'citizen' ? t.applicant : t.system
}

function stepOf(wait: JudgedWait, before: JudgedWait | undefined, trace: Trace): ControlStep {
  const hand = handAt(wait.fromAt, trace)
  const passed = wait.toAt && handAt(wait.toAt, trace)
  const unit = unitOf(wait)
  // Within the office it is who passed it on; elsewhere no name is known.
  const to = wait.owner === 'office' && passed && passed !== t.system && passed !== t.applicant ? passed : unit
  const causes: Readonly<Record<string, string>> = t.causes
  return { unit, takenAt: wait.fromAt, from: before && hand === t.system ? unitOf(before) : hand, to, passedAt: wait.toAt, outcome: outcomeOf(wait, trace.now), note: causes[wait.cause] ?? '' }
}

function outcomeOf({ toAt, endsAt }: Pick<JudgedWait, 'toAt' | 'endsAt'>, now: Date): ControlStep['outcome'] {
  if (endsAt === null) return toAt === null ? 'open' : 'none'
  const at = toAt ?? now
  if (at > endsAt) return 'late'
  if (toAt === null) return 'open'
  return localDateAt(toAt) < localDateAt(endsAt) ? 'before' : 'in-time'
}

/** The last line of a closed dossier: how it left the office. */
function endOf({ dossier }: PaperBasis, last: JudgedWait | undefined, trace: Trace): readonly ControlStep[] {
  if (dossier.closedAt === null) return []
  const hand = handAt(dossier.closedAt, trace)
  const ends: Readonly<Record<string, string>> = t.ends
  return [{
    unit: t.applicant, takenAt: dossier.closedAt, from: hand === t.system && last ? unitOf(last) : hand, to: t.applicant, passedAt: null,
    outcome: resultOutcome(dossier.dueAt, trace.events.find(({ kind }) => kind === 'sign')?.at), note: ends[dossier.status] ?? '',
  }]
}

/** The appointed date is about the result: the signed decision. */
function resultOutcome(dueAt: Date | null, signedAt: Date | undefined): ControlStep['outcome'] {
  return dueAt === null || !signedAt ? 'none' : outcomeOf({ toAt: signedAt, endsAt: dueAt }, signedAt)
}
