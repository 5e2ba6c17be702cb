/** Judges a waiting dossier anew, so that it goes on by itself when something arrives (P1, P2, P4). Repeating it changes nothing. */
import { awaitCertificate, stopAwaiting } from '../../capabilities/health-certificates/index.ts'
import { unwatch } from '../../capabilities/violations/index.ts'
import { raiseAlarm } from '../../platform/outside/alarms.ts'
import type { Work } from '../../platform/work.ts'
import { caseOf } from './case.ts'
import { assessAll } from '../requirements/index.ts'
import { appendChange, appendEvent, appendRequirements, type Dossier, type NewRequirement, type Requirement } from '../store/dossiers.ts'
import { turnOf } from '../turn.ts'
import { judgeStraight } from './in-bulk/straight-through/judge.ts'
import { type Held, holdOnly, step } from './step.ts'
import { apologiseIfNear } from './when-silent/apologise.ts'
import { closeHandChecks } from './when-silent/check-by-hand.ts'

/** Another picture is another judgement, though both are met (POR1). */
function differs(before: Requirement | undefined, now: NewRequirement): boolean {
  return before === undefined || before.evidence?.['portraitId'] !== now.evidence?.['portraitId'] || before.state !== now.state || before.owner !== now.owner || before.reason !== now.reason || before.source !== now.source
}

/** Writes what changed, with an event each. @returns whether anything did */
function record(work: Work, dossier: Dossier, held: Held, now: readonly NewRequirement[]): boolean {
  const changed = now.filter((one) => differs(held.requirements.find((r) => r.kind === one.kind), one))
  appendRequirements(work, dossier.id, changed)
  const done = (kind: string) => changed.some((r) => r.kind === kind && r.state === 'met')
  if (done('health-certificate')) stopAwaiting(work, dossier.personId)
  // Taken back by the clinic after it had served: from here on the next one is waited for.
  const lost = changed.some((r) => r.kind === 'health-certificate' && r.state !== 'met' && held.requirements.some((before) => before.kind === r.kind && before.state === 'met'))
  if (lost) {
    awaitCertificate(work, dossier.personId)
    work.announce('dossier.certificate-lost', { dossierId: dossier.id }, dossier.personId)
  }
  if (done('violations')) unwatch(work, dossier.personId)
  // The events of one transaction have no order among themselves: where a step follows, only the step names the status.
  const status = dossier.status === 'approved' ? null : dossier.status
  for (const one of changed) {
    appendEvent(work, dossier, { kind: `requirement-${one.state}`, from: status, to: status, details: { requirement: one.kind, source: one.source, reason: one.reason } })
  }
  return changed.length > 0
}

/**
 * Re-judges every requirement of a dossier that is filed or accepted; later states are decided on what was known. One that
 * is approved and not yet signed goes back to the officer when a source says otherwise than was established by hand; one
 * that is signed already, or handed over, raises an alarm.
 */
export async function reassess(work: Work, dossierId: string): Promise<void> {
  const held = await holdOnly(work, dossierId)
  const { dossier } = held
  const contradicted = await closeHandChecks(work, dossier)
  if (contradicted && (dossier.status === 'signed' || dossier.status === 'returned')) raiseAlarm(work, { kind: 'hand-check-contradicted', system: 'violations', subjectId: dossier.personId, details: { dossierId } })
  const judged = dossier.status === 'filed' || dossier.status === 'accepted' || (dossier.status === 'approved' && contradicted)
  if (!judged) return
  apologiseIfNear(work, dossier)
  const theCase = await caseOf(work, dossier)
  const now = await assessAll(work, theCase)
  const changed = record(work, dossier, held, now)
  if (dossier.status === 'approved') {
    step(work, held, 'sendBack', { requirements: now, details: { because: 'hand-check-contradicted' } })
    work.announce('dossier.sent-back', { dossierId }, dossier.personId)
  } else if (changed) {
    appendChange(work, dossier, { turn: turnOf(dossier.status, now) })
    // The fee may have made the filing whole just now.
    if (dossier.status === 'filed' && dossier.noticeDueAt === null && dossier.noticeKeptAt === null) work.enqueue('dossiers.notice-term', { dossierId })
  }
  if (dossier.status !== 'approved') await judgeStraight(work, dossier, theCase, now)
}
