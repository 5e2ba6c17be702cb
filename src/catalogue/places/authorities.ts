/**
 * Who receives and decides — cơ quan có thẩm quyền, by date: the transport departments until 28 February 2025,
 * the traffic police of the provinces since. Nothing else in the program names an authority.
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import { at, type Basis, dated } from '../provision.ts'
import { getProvince } from './provinces.ts'
import { provinces63 } from './provinces-63.ts'

type AuthorityKind = 'transport-department' | 'traffic-police'

export interface Authority {
  readonly kind: AuthorityKind
  readonly provinceId: string
  /** 'Phòng Cảnh sát giao thông, Công an thành phố Hà Nội'. */
  readonly name: Words
  /** 'Phòng CSGT Hà Nội'. */
  readonly shortName: Words
  /** How its papers are headed (NĐ 30/2020/NĐ-CP, phụ lục I): the office directly above it, its own name without that, and the place before the date. */
  readonly heading: { readonly parent: string; readonly name: string; readonly place: string }
  /** Above it: who manages the register and gives out blank cards. */
  readonly above: Words
  /** The agency code that begins a dossier number. */
  readonly agencyCode: Basis<string>
  /** What the head and a deputy are called, as signatures print them. */
  readonly leaders: Basis<{ readonly head: string; readonly deputy: string }>
  readonly source: string
}

const kinds = dated<AuthorityKind>('the authority for licences', [
  { value: 'transport-department', from: '2017-06-01', to: '2025-02-28', source: 'TT 12/2017/TT-BGTVT, Điều 29; TT 35/2024/TT-BGTVT', confidence: 0.95 },
  { value: 'traffic-police', from: '2025-03-01', source: 'TT 12/2025/TT-BCA; TT 108/2026/TT-BCA', confidence: 0.95 },
])

const ABOVE: Readonly<Record<AuthorityKind, Words>> = {
  'transport-department': { vi: 'Cục Đường bộ Việt Nam', en: 'Department for Roads of Viet Nam' },
  'traffic-police': { vi: 'Cục Cảnh sát giao thông, Bộ Công an', en: 'Traffic Police Department, Ministry of Public Security' },
}

/** A place that bears a person's name is written in full before a date (NĐ 30/2020/NĐ-CP, phụ lục I). */
const NAMED_AFTER_PEOPLE: ReadonlySet<string> = new Set(['ho-chi-minh'])

const LEADERS: Readonly<Record<AuthorityKind, Authority['leaders']>> = {
  'transport-department': { value: { head: 'Giám đốc', deputy: 'Phó Giám đốc' }, source: 'NĐ 24/2014/NĐ-CP, Điều 5: Giám đốc, Phó Giám đốc Sở', confidence: 0.9 },
  'traffic-police': { value: { head: 'Trưởng phòng', deputy: 'Phó Trưởng phòng' }, source: 'Tên gọi chung của người đứng đầu một phòng thuộc Công an cấp tỉnh; không văn bản nào đã đọc in khối chữ ký này', confidence: 0.7, assumed: true },
}

/** The authority of a province on a day. @throws NoProvision when the province or the authority is unknown that day */
export function authorityOf(provinceId: string, on: LocalDate): Authority {
  const kind = at(kinds, on)
  const province = getProvince(provinceId, on)
  const { vi } = province.name
  const parent = kind.value === 'transport-department' ? '' : `Công an ${province.city ? 'thành phố' : 'tỉnh'} ${vi}`
  const ownName = kind.value === 'transport-department' ? `Sở Giao thông vận tải ${vi}` : 'Phòng Cảnh sát giao thông'
  const name: Words = {
    vi: parent === '' ? ownName : `${ownName}, ${parent}`,
    en: kind.value === 'transport-department' ? `Department of Transport of ${vi}` : `Traffic Police Division, Police of ${province.fullName.en}`,
  }
  const shortName: Words =
    kind.value === 'transport-department' ? { vi: `Sở GTVT ${vi}`, en: `Transport Department, ${vi}` } : { vi: `Phòng CSGT ${vi}`, en: `Traffic Police, ${vi}` }
  return { kind: kind.value, provinceId: province.id, name, shortName, heading: { parent, name: ownName, place: NAMED_AFTER_PEOPLE.has(province.id) ? province.fullName.vi : vi }, above: ABOVE[kind.value], agencyCode: agencyCode(kind.value, province.id, province.code2), leaders: LEADERS[kind.value], source: kind.source }
}

/**
 * Transport departments: the province's published code with the department's part. Traffic police: the ministry is
 * G01; the code of a provincial division inside it is printed in no source, so ours is assumed.
 */
function agencyCode(kind: AuthorityKind, provinceId: string, code2: string): Basis<string> {
  if (kind === 'traffic-police') return { value: `G01.0${code2}`, source: 'QĐ 20/2020/QĐ-TTg, Điều 4: G01 là Bộ Công an; phần sau dấu chấm do phần mềm đặt', confidence: 0.3, assumed: true }
  const province = provinces63.find((p) => p.id === provinceId)
  if (province === undefined) throw new Error(`No agency code for ${provinceId}`)
  return { ...province.agencyCode, value: `000.00.19.${province.agencyCode.value}` }
}
