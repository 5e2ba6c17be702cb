/** Judges a waiting dossier anew, so that it goes on by itself when something arrives (P1, P2, P4). Repeating it changes nothing. */
import { stopAwaiting } from '../../capabilities/health-certificates/index.ts'
import { unwatch } from '../../capabilities/violations/index.ts'
import type { Work } from '../../platform/work.ts'
import { caseOf } from './case.ts'
import { assessAll } from '../requirements/index.ts'
import { appendChange, appendEvent, appendRequirements, type NewRequirement, type Requirement } from '../store/dossiers.ts'
import { turnOf } from '../turn.ts'
import { holdOnly } from './step.ts'

function differs(before: Requirement | undefined, now: NewRequirement): boolean {
  return before === undefined || before.state !== now.state || before.owner !== now.owner || before.reason !== now.reason || before.source !== now.source
}

/** Re-judges every requirement of a dossier that is filed or accepted; later states are decided on what was known. */
export async function reassess(work: Work, dossierId: string): Promise<void> {
  const held = await holdOnly(work, dossierId)
  const { dossier } = held
  if (dossier.status !== 'filed' && dossier.status !== 'accepted') return
  const now = await assessAll(work, await caseOf(work, dossier))
  const changed = now.filter((one) => differs(held.requirements.find((r) => r.kind === one.kind), one))
  if (changed.length === 0) return
  appendRequirements(work, dossierId, changed)
  const done = (kind: string) => changed.some((r) => r.kind === kind && r.state === 'met')
  if (done('health-certificate')) stopAwaiting(work, dossier.personId)
  if (done('violations')) unwatch(work, dossier.personId)
  for (const one of changed) {
    appendEvent(work, dossier, { kind: `requirement-${one.state}`, from: dossier.status, to: dossier.status, details: { requirement: one.kind, source: one.source, reason: one.reason } })
  }
  appendChange(work, dossier, { turn: turnOf(dossier.status, now) })
}
