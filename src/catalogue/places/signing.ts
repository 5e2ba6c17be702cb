/**
 * Papers that somebody signs for the authority, or stands for under its seal — thẩm quyền ký: who may hold a power for each, by date, and how the
 * signature is introduced. Legal: NĐ 30/2020/NĐ-CP về công tác văn thư, Điều 13 and Phụ lục I; TT 03/2025/TT-VPCP, Mẫu 01 to 06.
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import { at, dated, type Dated, type Provision } from '../provision.ts'
import type { StaffRole } from '../roles.ts'
import { authorityOf } from './authorities.ts'

export const signedPapers = ['decision', 'refusal', 'apology', 'stop-notice', 'acceptance', 'supplement', 'register'] as const
export type SignedPaper = (typeof signedPapers)[number]

export const signedPaperWords: Readonly<Record<SignedPaper, Words>> = {
  decision: { vi: 'Quyết định cấp, đổi', en: 'Decision to issue or exchange' },
  refusal: { vi: 'Phiếu từ chối (Mẫu 03)', en: 'Refusal (form 03)' },
  apology: { vi: 'Phiếu xin lỗi (Mẫu 04)', en: 'Apology (form 04)' },
  'stop-notice': { vi: 'Thông báo dừng giải quyết', en: 'Notice that the handling has stopped' },
  acceptance: { vi: 'Giấy tiếp nhận và hẹn trả (Mẫu 01)', en: 'Acceptance slip (form 01)' },
  supplement: { vi: 'Phiếu yêu cầu bổ sung (Mẫu 02)', en: 'Request to complete (form 02)' },
  register: { vi: 'Trích sổ theo dõi (Mẫu 06)', en: 'Extract of the register (form 06)' },
}

interface SigningRule {
  /** Posts that may hold a power for the paper. Leaders hold any, so that they can give it on. */
  readonly holders: readonly StaffRole[]
}

const SINCE = '2017-06-01'
const LEADERS: readonly StaffRole[] = ['signer']
const DESK: readonly StaffRole[] = ['appraiser', 'signer']

const rules: Readonly<Record<SignedPaper, Dated<SigningRule>>> = {
  decision: dated<SigningRule>('who signs the decision', [{ value: { holders: LEADERS }, from: SINCE, source: 'NĐ 30/2020/NĐ-CP, Điều 13: người đứng đầu ký, giao cấp phó ký thay, thừa lệnh, thừa ủy quyền', confidence: 0.85 }]),
  refusal: dated<SigningRule>('who signs a refusal', [{
    value: { holders: DESK }, from: SINCE,
    source: 'TT 03/2025/TT-VPCP, Mẫu số 03: người tiếp nhận hồ sơ ký; dùng mẫu này cả sau khi đã tiếp nhận, và đòi một văn bản phân công, là cách hiểu của phần mềm', confidence: 0.6, assumed: true,
  }]),
  apology: dated<SigningRule>('who stands for an apology', [{ value: { holders: LEADERS }, from: SINCE, source: 'TT 03/2025/TT-VPCP, Mẫu số 04: Thủ trưởng ký số; máy gửi đúng hạn bằng chữ ký số của cơ quan là cách hiểu của phần mềm', confidence: 0.6, assumed: true }]),
  'stop-notice': dated<SigningRule>('who stands for a stop notice', [{ value: { holders: LEADERS }, from: SINCE, source: 'TT 03/2025/TT-VPCP, Điều 7; NĐ 118/2025/NĐ-CP, Điều 21: không nêu ai ký', confidence: 0.4, assumed: true }]),
  acceptance: dated<SigningRule>('who signs an acceptance slip', [{ value: { holders: DESK }, from: SINCE, source: 'TT 03/2025/TT-VPCP, Mẫu số 01: người tiếp nhận hồ sơ ký; đòi một văn bản phân công là cách hiểu của phần mềm', confidence: 0.7, assumed: true }]),
  supplement: dated<SigningRule>('who signs a request to complete', [{ value: { holders: DESK }, from: SINCE, source: 'TT 03/2025/TT-VPCP, Mẫu số 02: người hướng dẫn ký số; đòi một văn bản phân công là cách hiểu của phần mềm', confidence: 0.7, assumed: true }]),
  register: dated<SigningRule>('who stands for an extract of the register', [{ value: { holders: ['appraiser', 'signer', 'supervisor'] }, from: SINCE, source: 'TT 03/2025/TT-VPCP, Mẫu số 06: không nêu ai ký bản trích sổ điện tử', confidence: 0.4, assumed: true }]),
}

/** Whose post may hold a power for a paper. @throws NoProvision before the first day of the catalogue */
export function signingRuleOn(paper: SignedPaper, on: LocalDate): Provision<SigningRule> {
  return at(rules[paper], on)
}

/** Posts that may hold any power at all. */
export const holdingRoles: readonly StaffRole[] = ['signer', 'appraiser', 'supervisor']

/** How a signature is introduced: the head; KT. by a deputy; TL. by order; TUQ. by delegation; duty: in the place that the form itself names, by assignment. */
export const signatureForms = ['head', 'KT', 'TL', 'TUQ', 'duty'] as const
export type SignatureForm = (typeof signatureForms)[number]

export const signatureFormWords: Readonly<Record<SignatureForm, Words>> = {
  head: { vi: 'người đứng đầu ký', en: 'signed by the head' },
  KT: { vi: 'KT. (ký thay)', en: 'KT. (for the head, by a deputy)' },
  TL: { vi: 'TL. (thừa lệnh)', en: 'TL. (by order)' },
  TUQ: { vi: 'TUQ. (thừa ủy quyền)', en: 'TUQ. (by delegation)' },
  duty: { vi: 'theo phân công, ở chỗ mẫu giấy dành cho cán bộ', en: 'as assigned, in the place the form gives to the officer' },
}

/** Whether a post may sign in a form: the head and deputies are leaders; who signs by assignment is none. Legal: NĐ 30/2020/NĐ-CP, Điều 13. */
export function mayUseForm(role: StaffRole, form: SignatureForm): boolean {
  if (form === 'head' || form === 'KT') return role === 'signer'
  return form === 'duty' ? role !== 'signer' : true
}

/** Forms over which the signer's own post is printed, so that it has to be known. */
export function needsPosition(form: SignatureForm): boolean {
  return form === 'TL' || form === 'TUQ'
}

/**
 * The lines above a signature, as NĐ 30/2020/NĐ-CP, Phụ lục I prints them: "KT. TRƯỞNG PHÒNG" over "PHÓ TRƯỞNG PHÒNG".
 * @param by `position`: the signer's own post, printed for TL. and TUQ.
 * @param caption what the statutory form prints where the officer on duty signs
 */
export function signatureTitles(by: { readonly form: SignatureForm; readonly position: string | null; readonly provinceCode: string; readonly on: LocalDate }, caption: string): string {
  const { head, deputy } = authorityOf(by.provinceCode, by.on).leaders.value
  const upper = (words: string) => words.toLocaleUpperCase('vi')
  switch (by.form) {
    case 'head':
      return upper(head)
    case 'KT':
      return `KT. ${upper(head)}\n${upper(deputy)}`
    case 'TL':
    case 'TUQ':
      return `${by.form}. ${upper(head)}${by.position === null ? '' : `\n${upper(by.position)}`}`
    case 'duty':
      return caption
  }
}
