/**
 * Health certificates of drivers — giấy khám sức khỏe của người lái xe: who needs one, for how long it serves, for
 * which classes; judging one is the register's (`capabilities/health-certificates`). Legal: TTLT 24/2015/TTLT-BYT-BGTVT, since 1 January 2025 TT 36/2024/TT-BYT.
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import type { LicenceClassId } from '../licences/class-ids.ts'
import { getLicenceClass, type HealthGroup, licenceClasses } from '../licences/classes.ts'
import { at, type Basis, dated, type Provision } from '../provision.ts'

const freshMonths = dated<number>('how long a health certificate serves', [
  { value: 6, from: '2017-06-01', to: '2024-12-31', source: 'TTLT 24/2015/TTLT-BYT-BGTVT, mẫu giấy khám: 06 tháng kể từ ngày ký kết luận', confidence: 0.9 },
  { value: 12, from: '2025-01-01', source: 'TT 36/2024/TT-BYT; chưa đọc được toàn văn', confidence: 0.75, assumed: true },
])

const exemptClasses = dated<readonly LicenceClassId[]>('classes without a health certificate', [
  { value: ['law-2008:A1', 'law-2008:A2', 'law-2008:A3'], from: '2017-06-01', to: '2024-12-31', source: 'TT 12/2017/TT-BGTVT: trừ giấy phép không thời hạn A1, A2, A3', confidence: 0.9 },
  { value: ['law-2024:A1', 'law-2024:A', 'law-2024:B1'], from: '2025-01-01', to: '2026-06-30', source: 'TT 35/2024/TT-BGTVT, Điều 36; TT 12/2025/TT-BCA; thủ tục 3.000347: trừ hạng A1, A, B1', confidence: 0.95 },
  { value: ['law-2024:A1', 'law-2024:A', 'law-2024:B1'], from: '2026-07-01', source: 'Thủ tục 3.000347 như công bố tháng 7/2026; TT 108/2026/TT-BCA chưa đối chiếu', confidence: 0.75, assumed: true },
])

/** When whoever waits for a certificate, and the clinic that owes it, are reminded. */
export interface CertificateReminders {
  /** Hours after filing. */
  readonly firstHours: number
  /** Hours between one reminder and the next. */
  readonly againHours: number
  readonly most: number
}

const reminders = dated<CertificateReminders>('reminders of a health certificate that has not come', [
  { value: { firstHours: 24, againHours: 72, most: 3 }, from: '2017-06-01', source: 'Chưa có quy định; phần mềm tự đặt', confidence: 0.5, assumed: true },
])

/** When a certificate that has not come is asked after. */
export function certificateReminders(on: LocalDate): Provision<CertificateReminders> {
  return at(reminders, on)
}

/** How many months after its conclusion a certificate serves, counted to the day of filing. */
export function healthFreshMonths(on: LocalDate): Provision<number> {
  return at(freshMonths, on)
}

export interface HealthNeed {
  readonly required: boolean
  /** The strictest group among the classes that come out of the exchange. */
  readonly group: HealthGroup
  readonly exemption: Basis<readonly LicenceClassId[]>
}

/** Whether the classes that come out of an exchange need a certificate. @param classes the new classes */
export function healthNeed(classes: readonly LicenceClassId[], on: LocalDate): HealthNeed {
  const exemption = at(exemptClasses, on)
  const needing = classes.filter((c) => !exemption.value.includes(c))
  const groups = needing.map((c) => getLicenceClass(c).healthGroup)
  return { required: needing.length > 0, group: groups.includes(3) ? 3 : groups.includes(2) ? 2 : 1, exemption }
}

/** How clinics' programs write classes that carry a restriction, beside the plain names. */
const restrictedNames: Readonly<Record<HealthGroup, readonly string[]>> = { 1: ['A.03', 'A0.3'], 2: ['B.01', 'B0.1'], 3: [] }

/** The names of classes, as certificates print them, that serve a need: a stricter group covers a milder one (assumed, conf 0.7). */
export function classesThatServe(need: HealthNeed): readonly string[] {
  const groups = ([1, 2, 3] as const).filter((group) => group >= need.group)
  const plain = licenceClasses.filter((c) => c.scheme === 'law-2024' && c.healthGroup >= need.group).map((c) => c.printed)
  return [...plain, ...groups.flatMap((group) => restrictedNames[group])]
}

/** Classes of before 2025 that clinics' programs still write. Source: the lists of six hospital programs; B2, FB2 and their like by their law. */
const formerNames = ['A2', 'A3', 'A4', 'B2', 'E', 'FB2', 'FC', 'FD', 'FE']

/** Whether a certificate can be for a class of that name. */
export function isCertificateClass(name: string): boolean {
  return formerNames.includes(name) || Object.values(restrictedNames).some((names) => names.includes(name)) || licenceClasses.some((c) => c.scheme === 'law-2024' && c.printed === name)
}
