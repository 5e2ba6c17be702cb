/** Phiếu kiểm soát quá trình giải quyết hồ sơ (Mẫu 05): drawn up when a dossier is closed, and whenever its office asks. */
import { prepare } from '../../../capabilities/documents/index.ts'
import { listStaff } from '../../../capabilities/identity/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { limitsSince, listJudgedWaits } from '../../figures/lateness.ts'
import { controlSheetValues } from '../../papers/control-sheet.ts'
import { type Dossier, findDossier } from '../../store/dossiers.ts'
import { listDeeds } from '../../store/worklists/events.ts'
import { paperBasis } from '../once-signed/sign.ts'
import { sealOf } from './seal.ts'

/** Looking at a dossier moves nothing. */
const STILL: readonly string[] = ['read', 'claim']

/** The sheet of a closed dossier. Repeating it changes nothing. */
export async function drawUpControlSheet(work: Work, dossierId: string): Promise<void> {
  const dossier = await findDossier(work, dossierId)
  if (dossier?.closedAt) await drawUp(work, dossier)
}

/**
 * The sheet as the dossier stands now, for an officer of its province. Asked for again before anything happened, it is the same paper.
 * @returns the paper's id
 * @throws Refusal 'dossier-not-found', 'wrong-role'
 */
export async function askControlSheet(work: Work, dossierId: string): Promise<string> {
  const { actor } = work
  const dossier = await findDossier(work, dossierId)
  if (!dossier || actor.kind !== 'staff' || actor.provinceCode !== dossier.authorityProvince) throw new Refusal('dossier-not-found')
  if (actor.role !== 'appraiser' && actor.role !== 'signer' && actor.role !== 'supervisor') throw new Refusal('wrong-role')
  return drawUp(work, dossier)
}

async function drawUp(work: Work, dossier: Dossier): Promise<string> {
  const [limits, events, staff, basis] = await Promise.all([
    limitsSince(work, dossier.authorityProvince, dossier.filedAt), listDeeds(work, dossier.id), listStaff(work, dossier.authorityProvince), paperBasis(work, dossier),
  ])
  const waits = await listJudgedWaits(work, dossier.id, limits)
  const last = events.find(({ kind }) => !STILL.includes(kind))
  return prepare(work, {
    kind: 'control-sheet', dossierId: dossier.id, personId: dossier.personId, key: `to ${last?.id ?? 'the beginning'}`,
    values: controlSheetValues(basis, { waits, events, names: new Map(staff.map((one) => [one.id, one.fullName])), now: work.now }),
    signWith: await sealOf(work, dossier.authorityProvince, work.today),
  })
}
