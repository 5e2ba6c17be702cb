/**
 * The straight-through lane — luồng thẳng: which checks must have passed by rule before an officer may decide by one press, and
 * how many of those dossiers are drawn for full appraisal. Data with a version, so that a decision names the rules it rested on.
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import { at, covers, dated, type Provision } from '../provision.ts'

/** Each is a plain question about what the registers and our own checks have said. */
export type StraightCheck =
  | 'identity-by-account' | 'population-agrees' | 'licence-agrees' | 'certificate-without-remark' | 'no-violation' | 'portrait-accepted' | 'fee-paid' | 'nothing-else-open'

export interface StraightRules {
  /** Kept with each dossier that passed. */
  readonly version: string
  readonly checks: readonly StraightCheck[]
}

export const straightCheckWords: Readonly<Record<StraightCheck, Words>> = {
  'identity-by-account': { vi: 'Định danh bằng tài khoản mức 2 của chính người nộp', en: 'Identity by the applicant’s own level-2 account' },
  'population-agrees': { vi: 'Họ tên, ngày sinh khớp cơ sở dữ liệu dân cư', en: 'Name and birth date agree with the population register' },
  'licence-agrees': { vi: 'Họ tên, ngày sinh khớp giấy phép trong sổ', en: 'Name and birth date agree with the licence in the register' },
  'certificate-without-remark': { vi: 'Giấy khám sức khỏe còn dùng được, đúng hạng, không kèm yêu cầu khám lại; hoặc luật không đòi', en: 'Health certificate valid for the class, without a further examination asked; or none needed by law' },
  'no-violation': { vi: 'Các nguồn vi phạm tự trả lời: không vướng', en: 'The violation sources answered themselves: nothing open' },
  'portrait-accepted': { vi: 'Ảnh chân dung đạt kiểm tra và còn nguyên vẹn', en: 'The portrait passed its checks and is whole' },
  'fee-paid': { vi: 'Lệ phí đã thu, có chứng từ', en: 'The fee is paid, with its evidence' },
  'nothing-else-open': { vi: 'Không yêu cầu bổ sung, không kiểm tra bằng tay', en: 'No supplement asked for, nothing checked by hand' },
}

const rules = dated<StraightRules>('straight-through lane', [{
  value: {
    version: '2026-1',
    checks: ['identity-by-account', 'population-agrees', 'licence-agrees', 'certificate-without-remark', 'no-violation', 'portrait-accepted', 'fee-paid', 'nothing-else-open'],
  },
  from: '2025-03-01', source: 'Lựa chọn của dịch vụ; việc tự động đối chiếu dữ liệu thay thành phần hồ sơ theo NĐ 118/2025/NĐ-CP', confidence: 0.5, assumed: true,
}])

const sample = dated<number>('share of straight-through dossiers drawn for full appraisal, per mille', [
  { value: 50, from: '2025-03-01', source: 'Lựa chọn của dịch vụ; chưa văn bản nào quy định tỷ lệ', confidence: 0.5, assumed: true },
])

/** The lane's rules on a day; undefined where there is no lane. */
export function straightRulesOn(on: LocalDate): Provision<StraightRules> | undefined {
  return covers(rules, on) ? at(rules, on) : undefined
}

/** How many of a thousand are drawn on a day. @throws NoProvision before there was a lane */
export function auditSampleOn(on: LocalDate): Provision<number> {
  return at(sample, on)
}
