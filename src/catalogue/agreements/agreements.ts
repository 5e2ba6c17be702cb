/**
 * Coordination agreements — quy chế phối hợp — between the authority, the health department and the post of a province: who owes
 * what within which time, by date (C7). What a source does not print is ours and marked as assumed.
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import { authorityOf } from '../places/authorities.ts'
import { getProvince } from '../places/provinces.ts'
import { at, type Basis, checkBasis, covers, type Dated, dated, type Provision } from '../provision.ts'
import { type Duty, type DutyId, type PartyId, usualDuties } from './duties.ts'
import type { Limit } from './limits.ts'
import { systemWords } from './parties.ts'

export interface Agreement {
  readonly title: Words
  /** How it came about, in the words of the source. */
  readonly story: Words
  readonly parties: readonly PartyId[]
  /** Duties that differ from the usual ones. */
  readonly duties: Readonly<Partial<Record<DutyId, { readonly task?: Words; readonly limit: Basis<Limit> }>>>
}

function assumed(amount: number, unit: Limit['unit'], source: string): Basis<Limit> {
  return { value: { amount, unit }, source, confidence: 0.3, assumed: true }
}

const three = ['authority', 'health-department', 'post'] as const
const HAI_PHONG = 'Hải Phòng, 10/2023: Sở GTVT, Sở Y tế, Bưu điện ký quy chế phối hợp'
const BAC_NINH = 'Bắc Ninh, 11/2023: phân công của Trung tâm Hành chính công, Sở GTVT, Sở Y tế, Bưu điện tỉnh'
const SUCCEEDED = 'cơ quan công an nhận việc của Sở GTVT từ 01/3/2025, việc phối hợp tiếp tục là giả định'

const haiPhong: Agreement = {
  title: { vi: 'Quy chế phối hợp thực hiện đổi giấy phép lái xe trực tuyến toàn trình', en: 'Agreement on exchanging driving licences wholly online' },
  story: {
    vi: 'Ký tháng 10/2023 trước Phó Chủ tịch UBND thành phố: tuyên truyền, hướng dẫn và thực hiện; tiếp nhận, giải quyết và trả kết quả đúng thời gian quy định; 100 % kết quả trả qua bưu chính công ích. Ngày ký và thời hạn từng bước không in trong nguồn.',
    en: 'Signed in October 2023 before a vice-chairman of the city: to tell, guide and carry out; to receive, decide and return results in time; every result by public post. Neither the day nor the time of each step is printed in the source.',
  },
  parties: three,
  duties: {
    certificate: { limit: assumed(1, 'working-day', `${HAI_PHONG}; thời hạn không in`) },
    deliver: { limit: assumed(2, 'working-day', `${HAI_PHONG}; 100 % trả qua bưu chính, thời hạn không in`) },
  },
}

const bacNinh: Agreement = {
  title: { vi: 'Phân công phối hợp đổi giấy phép lái xe toàn trình', en: 'Division of work for exchanging driving licences wholly online' },
  story: {
    vi: 'Theo bài báo tháng 11/2023: Sở Y tế bảo đảm giấy khám được cập nhật, liên thông ngay sau khi khám; Bưu điện nhận hồ sơ tại 11 điểm và phát kết quả đến nhà. Nguồn nêu việc, không in thời hạn.',
    en: 'As reported in November 2023: the health department sees to it that certificates are known right after the examination; the post takes dossiers at 11 points and brings results home. The source names the duties, not the times.',
  },
  parties: three,
  duties: {
    certificate: {
      task: { vi: 'Giấy khám sức khỏe tra cứu được ngay sau khi khám', en: 'Makes the certificate known right after the examination' },
      limit: assumed(4, 'working-hour', `${BAC_NINH}: “ngay sau khi khám”; con số do phần mềm đặt`),
    },
    deliver: { task: { vi: 'Phát thẻ đến tận nhà', en: 'Brings the card home' }, limit: assumed(2, 'working-day', `${BAC_NINH}: phát đến tận nhà; thời hạn không in`) },
  },
}

const tables: Readonly<Record<string, Dated<Agreement>>> = {
  'hai-phong': dated<Agreement>('the agreement of hai-phong', [
    { value: haiPhong, from: '2023-10-10', to: '2025-02-28', source: `${HAI_PHONG}; ngày trong tháng là giả định`, confidence: 0.7 },
    { value: haiPhong, from: '2025-03-01', source: `${HAI_PHONG}; ${SUCCEEDED}`, confidence: 0.3, assumed: true },
  ]),
  'bac-ninh': dated<Agreement>('the agreement of bac-ninh', [
    { value: bacNinh, from: '2023-11-01', to: '2025-02-28', source: `${BAC_NINH}; ngày bắt đầu là giả định`, confidence: 0.5 },
    { value: bacNinh, from: '2025-03-01', source: `${BAC_NINH}; ${SUCCEEDED}`, confidence: 0.3, assumed: true },
  ]),
}
for (const [province, { rows }] of Object.entries(tables)) {
  for (const { value } of rows) for (const [id, { limit }] of Object.entries(value.duties)) checkBasis(`${province}: ${id}`, limit)
}

/** The agreement of a province on a day; undefined where none is known. */
export function findAgreement(provinceId: string, on: LocalDate): Provision<Agreement> | undefined {
  const table = tables[provinceId]
  return table && covers(table, on) ? at(table, on) : undefined
}

/** Every agreement of a province over time, the oldest first. */
export function agreementsOf(provinceId: string): readonly Provision<Agreement>[] {
  return tables[provinceId]?.rows ?? []
}

/** Provinces that ever had one. */
export function provincesWithAgreement(): readonly string[] {
  return Object.keys(tables)
}

/** What everybody owes in a province on a day: as agreed, else as usual. @throws NoProvision when no procedure is in force that day */
export function dutiesOn(provinceId: string, on: LocalDate): readonly Duty[] {
  const agreed = findAgreement(provinceId, on)?.value.duties ?? {}
  return usualDuties(on).map((duty) => ({ ...duty, ...agreed[duty.id] }))
}

/** The duty that measures a wait; undefined when nobody owes anything by a time (the citizen). */
export function dutyFor(duties: readonly Duty[], owner: string, cause: string): Duty | undefined {
  const own = duties.filter((duty) => duty.owner === owner)
  return own.find((duty) => duty.cause === cause) ?? own.find((duty) => duty.cause === null)
}

/** What a party is called in a province on a day. @throws NoProvision when province or authority is unknown that day */
export function partyName(party: PartyId, provinceId: string, on: LocalDate): Words {
  const { name } = getProvince(provinceId, on)
  switch (party) {
    case 'authority':
      return authorityOf(provinceId, on).shortName
    case 'health-department':
      return { vi: `Sở Y tế ${name.vi}`, en: `Health Department of ${name.en}` }
    case 'post':
      return { vi: `Bưu điện ${name.vi}`, en: `Post of ${name.en}` }
    case 'violation-keeper':
      return systemWords.violations
    case 'population-keeper':
      return systemWords['population-register']
    case 'payment-keeper':
      return systemWords['payment-platform']
  }
}
