/**
 * Health certificates of drivers — giấy khám sức khỏe của người lái xe: who needs one, for how long it serves, what it
 * must conclude. Legal: TTLT 24/2015/TTLT-BYT-BGTVT, since 1 January 2025 TT 36/2024/TT-BYT.
 */
import { addMonths, type LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import type { LicenceClassId } from '../licences/class-ids.ts'
import { findLicenceClass, getLicenceClass, type HealthGroup } from '../licences/classes.ts'
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

/** Fit · not fit · fit, but to be examined again by a day. */
export type HealthConclusion = 'eligible' | 'not-eligible' | 'eligible-re-exam'

/** The three conclusions in the words of the form; `{class}` and `{date}` are filled in. */
export const healthConclusions: Readonly<Record<HealthConclusion, Words>> = {
  eligible: { vi: 'Đủ điều kiện sức khỏe lái xe hạng {class}', en: 'Fit to drive class {class}' },
  'not-eligible': { vi: 'Không đủ điều kiện sức khỏe lái xe hạng {class}', en: 'Not fit to drive class {class}' },
  'eligible-re-exam': { vi: 'Đạt tiêu chuẩn sức khỏe lái xe hạng {class} nhưng yêu cầu khám lại {date}', en: 'Meets the standard for class {class}, to be examined again {date}' },
}

/** The gateway's code of a conclusion; that its three codes follow the form's order is not written anywhere. */
export const conclusionWireCodes: Basis<Readonly<Record<string, HealthConclusion>>> = {
  value: { 'A0-1': 'eligible', 'A0-2': 'not-eligible', 'A0-3': 'eligible-re-exam' },
  source: 'Trường KETLUAN của cổng dữ liệu giấy khám sức khỏe; thứ tự theo mẫu giấy',
  confidence: 0.7,
  assumed: true,
}

/** The health group of a class as a certificate prints it ('B', 'A.03', old 'B2'), read by the day it was concluded. */
export function healthGroupOfPrinted(printed: string, concludedOn: LocalDate): HealthGroup | undefined {
  const text = printed.trim().toUpperCase()
  if (text === 'A.03' || text === 'A0.3') return 1
  if (text === 'B.01' || text === 'B0.1') return 2
  const first = concludedOn < '2025-01-01' ? 'law-2008' : 'law-2024'
  const found = findLicenceClass(`${first}:${text}`) ?? findLicenceClass(`${first === 'law-2008' ? 'law-2024' : 'law-2008'}:${text}`)
  return found?.healthGroup
}

export interface CertificateFacts {
  readonly conclusion: HealthConclusion
  readonly concludedOn: LocalDate
  /** Classes as printed on the certificate. */
  readonly classes: readonly string[]
  readonly reExamOn: LocalDate | null
}

export type CertificateVerdict = { readonly usable: true; readonly until: LocalDate } | { readonly usable: false; readonly why: 'not-eligible' | 'too-old' | 'dated-later' | 'wrong-class' }

/**
 * Whether a certificate serves an exchange filed on a day. A stricter group covers a milder one, and a certificate
 * with a re-examination serves until that day: both assumed (conf 0.7).
 */
export function judgeCertificate(certificate: CertificateFacts, need: HealthNeed, filedOn: LocalDate): CertificateVerdict {
  if (certificate.conclusion === 'not-eligible') return { usable: false, why: 'not-eligible' }
  if (certificate.concludedOn > filedOn) return { usable: false, why: 'dated-later' }
  const fresh = addMonths(certificate.concludedOn, healthFreshMonths(filedOn).value)
  const until = certificate.reExamOn !== null && certificate.reExamOn < fresh ? certificate.reExamOn : fresh
  if (filedOn > until) return { usable: false, why: 'too-old' }
  const groups = certificate.classes.map((c) => healthGroupOfPrinted(c, certificate.concludedOn)).filter((g) => g !== undefined)
  return groups.some((g) => g >= need.group) ? { usable: true, until } : { usable: false, why: 'wrong-class' }
}
