/** Needs that procedures about a licence share; a version gives each its own citation. */
import type { Words } from '../../../platform/values/words.ts'
import type { Basis } from '../../provision.ts'
import type { Need, ProcedureForms } from '../procedure.ts'
import { assumed, cited } from './cited.ts'
import { needTexts } from './text.ts'

export function identity(citation: Basis<string>): Need {
  return { kind: 'identity', ...needTexts.identity, citation, assuranceLevel: cited(2, 'NĐ 69/2024/NĐ-CP; Cổng Dịch vụ công quốc gia chỉ nhận tài khoản định danh từ 15/6/2024', 0.9) }
}

export function portrait(citation: Basis<string>): Need {
  return {
    kind: 'portrait',
    ...needTexts.portrait,
    citation,
    widthMm: assumed(30, 'Ảnh 3×4; chưa có quy định cỡ ảnh khi nộp trực tuyến', 0.7),
    heightMm: assumed(40, 'Ảnh 3×4; chưa có quy định cỡ ảnh khi nộp trực tuyến', 0.7),
    background: cited('blue', 'Mẫu giấy phép lái xe: ảnh nền màu xanh da trời', 0.85),
    freshMonths: assumed(6, 'Chưa có quy định; lấy mức thông dụng của ảnh giấy tờ', 0.5),
  }
}

export function healthCertificate(citation: Basis<string>): Need {
  return { kind: 'health-certificate', ...needTexts['health-certificate'], citation, alternatives: ['certified-e-copy'] }
}

export function violations(citation: Basis<string>): Need {
  return { kind: 'violations', ...needTexts.violations, citation }
}

export function fee(citation: Basis<string>): Need {
  return { kind: 'fee', ...needTexts.fee, citation, fee: 'licence-issue' }
}

/** The applicant declares how the licence was lost. */
export function lossReport(citation: Basis<string>, searchMonths: Basis<number>): Need {
  return { kind: 'loss-report', ...needTexts['loss-report'], citation, searchMonths }
}

/** The licence that the new one replaces, in the procedure's own words. */
export function currentLicence(text: { readonly words: Words; readonly help: Words }, citation: Basis<string>, oldCardIsReturned: Basis<boolean>): Need {
  return { kind: 'current-licence', words: text.words, help: text.help, citation, oldCardIsReturned }
}

export const forms: ProcedureForms = {
  application: 'application',
  acceptance: 'acceptance-slip',
  supplement: 'supplement-request',
  intakeRefusal: 'intake-refusal',
  apology: 'apology',
  decision: 'decision',
  refusal: 'refusal-notice',
  result: 'electronic-licence',
  receipt: 'fee-receipt',
}

/** The wait for a supplement is written for other services only; the pattern is taken over and marked. */
export const supplementWait: Basis<number> = assumed(15, 'Mẫu của các thủ tục điện tử liên thông: 15 ngày làm việc; chưa có quy định riêng cho giấy phép lái xe', 0.4)
