/**
 * One month of dossiers as a province's earlier one-stop software kept them: made up one by one, so that they add up to what
 * the newspaper said of Bắc Ninh in October 2023: 2,490 received, 1,115 of them online.
 */
import { createHash } from 'node:crypto'

export interface EarlierRecord {
  readonly MaHoSo: string
  readonly MaTinh: string
  /** yyyyMMddHHmmss in Viet Nam. */
  readonly NgayTiepNhan: string
  /** 1 in person, 2 online, 3 by post: the portal's own codes. */
  readonly KenhThucHien: '1' | '2' | '3'
}

const RECEIVED = 2490
const ONLINE = 1115
/** Bắc Ninh's code before the provinces were merged. */
const BAC_NINH = '27'

const two = (n: number) => String(n).padStart(2, '0')

/** A number below `below` that is always the same for the same words. */
function drawn(words: string, below: number): number {
  return createHash('sha256').update(words).digest().readUInt32BE(0) % below
}

/** Offices are closed on Sundays; online dossiers are accepted in the evening too, the first and the last in the first and last minute. */
function instantOf(index: number, online: boolean): string {
  if (index === 0) return '20231001000000'
  if (index === RECEIVED - 1) return '20231031235959'
  const days = Array.from({ length: 31 }, (_, day) => day + 1).filter((day) => online || new Date(Date.UTC(2023, 9, day)).getUTCDay() !== 0)
  const day = days[drawn(`day ${index}`, days.length)] ?? 1
  const hour = online ? 7 + drawn(`hour ${index}`, 15) : [8, 9, 10, 14, 15, 16][drawn(`hour ${index}`, 6)] ?? 8
  return `202310${two(day)}${two(hour)}${two(drawn(`minute ${index}`, 60))}${two(drawn(`second ${index}`, 60))}`
}

/** Every dossier of the month. */
export const earlierRecords: readonly EarlierRecord[] = Array.from({ length: RECEIVED }, (_, index) => {
  const isEdge = index === 0 || index === RECEIVED - 1
  // Spread evenly over the month: the first and the last one are online.
  const online = isEdge || Math.floor((index * (ONLINE - 2)) / (RECEIVED - 2)) > Math.floor(((index - 1) * (ONLINE - 2)) / (RECEIVED - 2))
  return { MaHoSo: `ZX.27-2310-${String(index + 1).padStart(5, '0')}`, MaTinh: BAC_NINH, NgayTiepNhan: instantOf(index, online), KenhThucHien: online ? '2' : '1' }
})
