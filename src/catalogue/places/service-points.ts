/**
 * Service points — điểm tiếp nhận: where a dossier can be handed in or filed with help, by date. Bắc Ninh's eleven are those the
 * province published in 2023; addresses and numbers of windows are printed in no source and ours.
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import { type Basis, checkBasis } from '../provision.ts'

export interface ServicePoint {
  readonly id: string
  readonly provinceId: string
  /** 'one-stop': a public administration centre; 'culture-post': a commune's culture and post point. */
  readonly kind: 'one-stop' | 'post-office' | 'culture-post'
  readonly name: Words
  readonly address: Words
  readonly windows: number
  readonly from: LocalDate
  /** Last day it is open; null while it is. */
  readonly to: LocalDate | null
  readonly basis: Basis<string>
}

const BAC_NINH: Basis<string> = { value: 'point', source: 'UBND tỉnh Bắc Ninh, 11/2023: 11 điểm nộp hồ sơ trực tiếp; còn hoạt động sau 1/7/2025 là giả định', confidence: 0.6, assumed: true }
const HA_NOI: Basis<string> = { value: 'point', source: 'Báo Lao động, 3/2025: Hà Nội còn 2 điểm tiếp nhận; tên gọi ở đây do phần mềm đặt', confidence: 0.4, assumed: true }

function point(id: string, provinceId: string, kind: ServicePoint['kind'], name: Words, windows: number, basis: Basis<string>, from: LocalDate): ServicePoint {
  const place = provinceId === 'bac-ninh' ? 'Bắc Ninh' : 'Hà Nội'
  return { id, provinceId, kind, name, address: { vi: place, en: place }, windows, from, to: null, basis }
}

const post = (slug: string, name: string) =>
  point(`bac-ninh-buu-dien-${slug}`, 'bac-ninh', 'post-office', { vi: `Bưu điện ${name}`, en: `${name} Post Office` }, 2, BAC_NINH, '2023-10-01')
const culture = (slug: string, name: string) =>
  point(`bac-ninh-van-hoa-xa-${slug}`, 'bac-ninh', 'culture-post', { vi: `Điểm Bưu điện Văn hóa xã ${name}`, en: `${name} Commune Culture and Post Point` }, 1, BAC_NINH, '2023-10-01')

const points: readonly ServicePoint[] = [
  point('bac-ninh-hanh-chinh-cong', 'bac-ninh', 'one-stop', { vi: 'Quầy bưu điện tại Trung tâm Hành chính công tỉnh Bắc Ninh', en: 'Post counter at the Bắc Ninh Public Administration Centre' }, 4, BAC_NINH, '2023-10-01'),
  post('gia-binh', 'Gia Bình'), post('luong-tai', 'Lương Tài'), post('tien-du', 'Tiên Du'), post('yen-phong', 'Yên Phong'),
  post('kcn-que-vo', 'Khu công nghiệp Quế Võ'), post('thuan-thanh', 'Thuận Thành'),
  culture('van-ninh', 'Vạn Ninh'), culture('binh-duong', 'Bình Dương'), culture('an-thinh', 'An Thịnh'), culture('nguyet-duc', 'Nguyệt Đức'),
  point('ha-noi-mot-cua', 'ha-noi', 'one-stop', { vi: 'Bộ phận Một cửa, Phòng Cảnh sát giao thông Hà Nội', en: 'One-stop desk, Traffic Police Division of Hà Nội' }, 4, HA_NOI, '2025-03-01'),
]
for (const { id, basis } of points) checkBasis(`service point ${id}`, basis)
if (new Set(points.map(({ id }) => id)).size !== points.length) throw new Error('two service points share an id')

/** The points open on a day, in the order of the list. */
export function servicePointsOn(on: LocalDate): readonly ServicePoint[] {
  return points.filter(({ from, to }) => from <= on && (to === null || on <= to))
}

/** The point of that id on a day; undefined when there is none that day. */
export function findServicePoint(id: string, on: LocalDate): ServicePoint | undefined {
  return servicePointsOn(on).find((p) => p.id === id)
}

/** The points of a province on a day. */
export function listServicePointsOf(provinceId: string, on: LocalDate): readonly ServicePoint[] {
  return servicePointsOn(on).filter((p) => p.provinceId === provinceId)
}
