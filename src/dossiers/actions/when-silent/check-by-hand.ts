/**
 * Checking by hand — kiểm tra bằng tay: while a body is silent, the officer who holds the dossier records what the body said
 * on paper, and a second officer of the authority confirms it. Nothing is waived; the body's own later word counts more.
 */
import { isSamePerson } from '../../../capabilities/identity/index.ts'
import { contradicts, isSilent, silentSince, type ViolationBody } from '../../../capabilities/violations/index.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { bodyAnswers } from '../../requirements/violations.ts'
import { appendEvent, type Dossier } from '../../store/dossiers.ts'
import { confirmHandCheck, endHandCheck, type HandCheck, type HandEvidence, insertHandCheck, listHandChecks } from '../../store/hand-checks.ts'
import { hold } from '../step.ts'

export interface HandRecord {
  readonly body: ViolationBody
  readonly result: HandCheck['result']
  readonly evidence: HandEvidence
}

async function silentBody(work: Work, dossier: Dossier, body: ViolationBody) {
  const answers = await bodyAnswers(work, { personId: dossier.personId, filedOn: localDateAt(dossier.filedAt) })
  return answers.find((answer) => answer.body === body && isSilent(answer))
}

/**
 * Records a result with its evidence; it counts for nothing until a second officer confirms it.
 * @throws Refusal from the table; 'source-answers' while the body is not silent; 'evidence-missing'; 'check-open'
 */
export async function recordHandCheck(work: Work, dossierId: string, record: HandRecord): Promise<string> {
  if (work.actor.kind !== 'staff') throw new Refusal('wrong-role')
  const { dossier } = await hold(work, dossierId, 'recordCheck')
  const { documentNumber, says, recordNumber } = record.evidence
  if (!documentNumber || !says || (record.result === 'unresolved' && !recordNumber)) throw new Refusal('evidence-missing')
  const answer = await silentBody(work, dossier, record.body)
  const since = answer && silentSince(answer)
  if (!since) throw new Refusal('source-answers')
  const checkId = await insertHandCheck(work, { dossierId, personId: dossier.personId, ...record, silentSince: since, recordedBy: work.actor.staffId })
  if (!checkId) throw new Refusal('check-open')
  appendEvent(work, dossier, { kind: 'hand-check-recorded', from: null, to: null, details: { checkId, body: record.body, result: record.result } })
  return checkId
}

/**
 * A second officer confirms a recorded result, or declines it. Confirmed, it counts as the body's answer.
 * @throws Refusal from the table; 'check-not-found'; 'recorded-by-you'; 'source-answers' when the body has answered meanwhile
 */
export async function judgeHandCheck(work: Work, dossierId: string, checkId: string, verdict: 'confirm' | 'decline'): Promise<void> {
  if (work.actor.kind !== 'staff') throw new Refusal('wrong-role')
  const { dossier } = await hold(work, dossierId, 'confirmCheck')
  const check = (await listHandChecks(work, dossier)).find((one) => one.id === checkId && one.state === 'recorded')
  if (!check) throw new Refusal('check-not-found')
  if (await isSamePerson(work, check.recordedBy, work.actor.staffId)) throw new Refusal('recorded-by-you')
  const details = { checkId, body: check.body, result: check.result }
  if (verdict === 'decline') {
    await endHandCheck(work, checkId, 'declined')
    appendEvent(work, dossier, { kind: 'hand-check-declined', from: null, to: null, details })
    return
  }
  if (!(await silentBody(work, dossier, check.body))) throw new Refusal('source-answers')
  await confirmHandCheck(work, checkId, work.actor.staffId)
  appendEvent(work, dossier, { kind: 'hand-check-confirmed', from: null, to: null, details })
  work.enqueue('dossiers.reassess', { dossierId })
}

/** Ends hand checks of bodies that have since answered themselves. @returns whether a body said otherwise than two officers had confirmed */
export async function closeHandChecks(work: Work, dossier: Dossier): Promise<boolean> {
  const open = (await listHandChecks(work, dossier)).filter((check) => check.state === 'recorded' || check.state === 'confirmed')
  if (open.length === 0) return false
  const answers = await bodyAnswers(work, { personId: dossier.personId, filedOn: localDateAt(dossier.filedAt) })
  let otherwise = false
  for (const check of open) {
    const answer = answers.find((one) => one.body === check.body && one.answeredAt !== null && one.answeredAt > check.recordedAt)
    if (!answer) continue
    const differs = contradicts(answer, { ...check, recordNumber: check.evidence.recordNumber })
    await endHandCheck(work, check.id, differs ? 'contradicted' : 'agreed')
    appendEvent(work, dossier, { kind: differs ? 'hand-check-contradicted' : 'hand-check-agreed', from: null, to: null, details: { checkId: check.id, body: check.body, exchangeId: answer.exchangeId } })
    otherwise ||= differs && check.state === 'confirmed'
  }
  return otherwise
}
