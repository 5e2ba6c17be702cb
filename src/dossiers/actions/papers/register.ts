/** Sổ theo dõi hồ sơ (Mẫu 06): the electronic register is the book; an officer may have a part of it drawn as a sealed paper. Legal: TT 03/2025/TT-VPCP. */
import { prepare } from '../../../capabilities/documents/index.ts'
import { addDays, instantAt, type LocalDate, localDateAt } from '../../../platform/values/dates.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { getProcedure } from '../../../catalogue/index.ts'
import type { RegisterLine } from '../../../catalogue/forms/index.ts'
import { paperText as t } from '../../papers/text.ts'
import { issuingAuthority } from '../../papers/values.ts'
import { appendEvent, type Dossier, getAnswers } from '../../store/dossiers.ts'
import { countRegister, findExtract, insertExtract, listRegister, listRegisterLines, type RegisterExtract, type RegisterSpan } from '../../store/worklists/register.ts'
import { findSigningPower } from '../../../capabilities/identity/index.ts'
import { sealOf } from './seal.ts'
import { signatoryOf } from './standing.ts'

/** A paper of eleven columns stays one that can be opened and printed. */
export const LINES_A_PART = 200
/** A quarter: what is longer is asked for in pieces. */
export const MOST_DAYS = 92

/** From the first instant of the first day to the first of the day after the last. */
export function registerSpan(province: string, from: LocalDate, to: LocalDate): RegisterSpan {
  return { province, from: instantAt(from), to: instantAt(addDays(to, 1)) }
}

export interface AskedExtract {
  /** Made by the page that asks: the same asked for twice is one paper. */
  readonly id: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly part: number
}

/**
 * Asks for a part of the register as a paper. Every person on it can see that their line was read, by whom and for what.
 * @throws Refusal 'wrong-role', 'no-signing-power', 'register-span' for a period that is none or too long, 'register-part' for a part that is not there
 */
export async function askRegister(work: Work, asked: AskedExtract): Promise<void> {
  const { actor } = work
  if (actor.kind !== 'staff' || (actor.role !== 'appraiser' && actor.role !== 'signer' && actor.role !== 'supervisor')) throw new Refusal('wrong-role')
  const power = await findSigningPower(work, { staffId: actor.staffId, provinceCode: actor.provinceCode, paper: 'register' })
  if (!power) throw new Refusal('no-signing-power')
  const { from, to, part } = asked
  if (to < from || to > work.today || to > addDays(from, MOST_DAYS - 1)) throw new Refusal('register-span')
  const span = registerSpan(actor.provinceCode, from, to)
  const parts = Math.ceil((await countRegister(work, span)) / LINES_A_PART)
  if (part < 1 || part > parts) throw new Refusal('register-part')
  const lines = await listRegister(work, span, { skip: (part - 1) * LINES_A_PART, take: LINES_A_PART })
  const dossierIds = lines.map(({ id }) => id)
  if (!(await insertExtract(work, { id: asked.id, province: actor.provinceCode, fromOn: from, toOn: to, part, parts, askedBy: actor.staffId, askedFor: actor.personId, dossierIds, powerId: power.id }))) return
  for (const dossier of lines) appendEvent(work, dossier, { kind: 'read', from: null, to: null, details: { purpose: 'register' } })
  work.enqueue('dossiers.draw-register', { extractId: asked.id })
}

/** Draws an extract up: the lines of its asking and no other, whoever is accepted meanwhile. Repeating it changes nothing. */
export async function drawUpRegister(work: Work, extractId: string): Promise<void> {
  const extract = await findExtract(work, extractId)
  if (!extract) return
  const { province, fromOn, toOn, part, parts, askedAt, dossierIds, powerId } = extract
  const lines: RegisterLine[] = []
  for (const dossier of await listRegisterLines(work, dossierIds)) lines.push(await lineOf(work, dossier, (part - 1) * LINES_A_PART + lines.length + 1))
  await prepare(work, {
    kind: 'register', dossierId: extract.id, personId: extract.askedFor,
    values: { authority: issuingAuthority(province, localDateAt(askedAt)), from: fromOn, to: toOn, part, parts, lines, asOf: askedAt, standing: await signatoryOf(work, powerId, { provinceCode: province, on: localDateAt(askedAt) }) },
    signWith: await sealOf(work, province, localDateAt(askedAt)),
  })
}

async function lineOf(work: Work, dossier: Dossier, order: number): Promise<RegisterLine> {
  const { holder, phone } = await getAnswers(work, dossier)
  const isReturned = dossier.status === 'returned'
  return {
    order, dossierCode: dossier.officialNumber ?? dossier.submissionCode, procedure: getProcedure(dossier.procedure, dossier.procedureVersion).title.vi, applicant: dossier.applicantName,
    contact: [holder.address, phone].filter((one) => one !== '').join('; '), receivedAt: dossier.acceptedAt ?? dossier.filedAt, dueAt: dossier.dueAt, returnedAt: isReturned ? dossier.closedAt : null,
    way: `${t.ways[dossier.channel]}, ${t.resultBy[dossier.delivery]}`, receipt: receiptOf(dossier),
  }
}

function receiptOf({ status, delivery }: Dossier): string {
  if (status === 'returned') return delivery === 'post' ? t.receiptByPost : t.receiptAtDesk
  return status === 'refused' || status === 'withdrawn' || status === 'stopped' ? t.ends[status] : ''
}

export type { RegisterExtract }
