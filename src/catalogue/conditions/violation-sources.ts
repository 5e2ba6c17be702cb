/**
 * Where violations are looked up — nguồn tra cứu vi phạm — by date: three bodies under the transport departments;
 * since 1 March 2025 one national database, or the person's eID account.
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import { at, dated, type Provision } from '../provision.ts'

export type ViolationSourceId = 'provincial-police' | 'national-police' | 'inspectorate' | 'traffic-order-database' | 'eid-account'

export interface ViolationSources {
  readonly sources: readonly ViolationSourceId[]
  /** all: every one must have answered; any: one answer is enough. */
  readonly answers: 'all' | 'any'
}

export const violationSourceWords: Readonly<Record<ViolationSourceId, Words>> = {
  'provincial-police': { vi: 'Công an cấp tỉnh', en: 'Provincial police' },
  'national-police': { vi: 'Cục Cảnh sát giao thông', en: 'Traffic Police Department' },
  'inspectorate': { vi: 'Thanh tra giao thông', en: 'Transport inspectorate' },
  'traffic-order-database': { vi: 'Cơ sở dữ liệu về trật tự, an toàn giao thông đường bộ', en: 'Database of road traffic order and safety' },
  'eid-account': { vi: 'Tài khoản định danh điện tử', en: 'Electronic identification account' },
}

const table = dated<ViolationSources>('violation sources', [
  { value: { sources: ['provincial-police', 'national-police', 'inspectorate'], answers: 'all' }, from: '2017-06-01', to: '2025-02-28', source: 'TT 12/2017/TT-BGTVT; kết nối ba nguồn theo Cổng Dịch vụ công quốc gia', confidence: 0.8 },
  { value: { sources: ['traffic-order-database', 'eid-account'], answers: 'any' }, from: '2025-03-01', source: 'TT 12/2025/TT-BCA; thủ tục 3.000347: tra cứu trên phần mềm cơ sở dữ liệu hoặc qua tài khoản định danh', confidence: 0.9 },
])

/** The sources to ask on a day, and how many answers are needed. @throws NoProvision before 1 June 2017 */
export function violationSourcesOn(on: LocalDate): Provision<ViolationSources> {
  return at(table, on)
}
