/**
 * Roll-out — triển khai theo tỉnh: since when a procedure is filed online in a province (A1). To switch a province on is to enter a
 * day here, ahead of it; before that day its people are told from when, and where they can go instead.
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import { procedures, type ProcedureSlug } from '../procedures/index.ts'
import { type Basis, checkBasis } from '../provision.ts'
import { getProvince, type Province, provincesOn } from './provinces.ts'
import { provinces63 } from './provinces-63.ts'
import { listServicePointsOf, type ServicePoint } from './service-points.ts'

const STAGES: readonly { readonly from: LocalDate; readonly source: string; readonly confidence: number }[] = [
  { from: '2020-07-01', source: 'Thí điểm Hà Nội, Hà Nam từ 01/7/2020', confidence: 0.95 },
  { from: '2021-09-30', source: '12 tỉnh, thành phố từ cuối tháng 9/2021; ngày trong tháng là giả định', confidence: 0.7 },
  { from: '2022-11-15', source: 'Toàn quốc, tháng 11/2022; ngày trong tháng là giả định', confidence: 0.7 },
]

/** Since when a territory of before July 2025 files online. */
function stageOf(oldId: string): Basis<LocalDate> {
  const old = provinces63.find(({ id }) => id === oldId)
  const stage = STAGES.find(({ from }) => from === old?.liveFrom)
  if (old === undefined || stage === undefined) throw new Error(`No day of roll-out for ${oldId}`)
  return { value: old.liveFrom, source: stage.source, confidence: stage.confidence, ...(stage.confidence < 0.9 ? { assumed: true as const } : {}) }
}

/** Where a procedure is switched on by province; every other is open everywhere from its first version filed online. */
const byProvince: Readonly<Partial<Record<ProcedureSlug, (oldId: string) => Basis<LocalDate>>>> = { 'exchange-licence': stageOf }
for (const { id } of provinces63) checkBasis(`the roll-out in ${id}`, stageOf(id))

/** Since when a procedure is filed online in a part of a province. */
export interface Opening {
  /** What the part was called before July 2025. */
  readonly part: string
  readonly since: Basis<LocalDate>
}

export interface RollOut {
  readonly province: Province
  /** Filed online on the day asked for. */
  readonly live: boolean
  /** The day from which all of the province is open. */
  readonly since: LocalDate
  /** One for each province it was made of. */
  readonly openings: readonly Opening[]
}

function rollOutIn(slug: ProcedureSlug, province: Province, on: LocalDate): RollOut {
  const first = procedures.filter((p) => p.slug === slug && p.channels.includes('online')).map((p) => p.inForceFrom).sort()[0] ?? on
  const opened = byProvince[slug] ?? ((): Basis<LocalDate> => ({ value: first, source: 'Mở cùng lúc với thủ tục', confidence: 0.5, assumed: true }))
  const openings = province.mergedFrom.map((part) => ({ part: provinces63.find(({ id }) => id === part)?.name ?? part, since: opened(part) }))
  const since = openings.map((one) => one.since.value).sort().at(-1) ?? first
  return { province, openings, since, live: since <= on }
}

/** Every province on a day, with since when a procedure is filed online there. @throws NoProvision before 2004 */
export function rollOutOn(slug: ProcedureSlug, on: LocalDate): readonly RollOut[] {
  return provincesOn(on).map((province) => rollOutIn(slug, province, on))
}

/** The same of one province. @throws NoProvision when it does not exist that day */
export function rollOutOf(slug: ProcedureSlug, provinceId: string, on: LocalDate): RollOut & { readonly points: readonly ServicePoint[] } {
  return { ...rollOutIn(slug, getProvince(provinceId, on), on), points: listServicePointsOf(provinceId, on) }
}
