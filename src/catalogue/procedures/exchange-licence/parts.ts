/** Reasons, rules and needs that all four versions share; a version gives each its own citation. */
import type { LocalDate } from '../../../platform/values/dates.ts'
import { overdue } from '../../conditions/expired.ts'
import type { LicenceClassId } from '../../licences/class-ids.ts'
import { classOptions } from '../../licences/class-mapping.ts'
import type { Basis } from '../../provision.ts'
import type { ApplicationFacts, LicenceFacts } from '../facts.ts'
import type { Need, OpenRule, ProcedureForms, Reason } from '../procedure.ts'
import { needTexts, type ReasonId, reasonTexts } from './text.ts'

/** A value with its law. @param confidence below 0.7 counts as assumed unless said otherwise */
export function cited<T>(value: T, source: string, confidence: number): Basis<T> {
  return { value, source, confidence }
}

/** A value no source gives: our choice, marked on pages. */
export function assumed<T>(value: T, source: string, confidence: number): Basis<T> {
  return { value, source, confidence, assumed: true }
}

const every = (check: (licence: LicenceFacts) => boolean) => (facts: ApplicationFacts): boolean => facts.licences.every(check)
const heldClasses = (facts: ApplicationFacts) => facts.licences.flatMap((l) => l.held)

const fits: Readonly<Record<ReasonId, (facts: ApplicationFacts) => boolean>> = {
  expiring: (facts) => heldClasses(facts).some((h) => h.expiresOn !== null),
  damaged: (facts) => facts.licences.some((l) => l.material !== 'electronic'),
  'changed-details': () => true,
  'old-class-or-paper': (facts) => facts.licences.some((l) => l.material === 'paper' || l.held.some((h) => exchangesToOther(h.class, facts.filedOn))),
  integrate: (facts) => facts.licences.length > 1 && heldClasses(facts).some((h) => h.expiresOn === null) && heldClasses(facts).some((h) => h.expiresOn !== null),
}

function exchangesToOther(held: LicenceClassId, on: LocalDate): boolean {
  return classOptions(held, on).some((option) => option.to !== held)
}

export function reason(id: ReasonId, citation: Basis<string>): Reason {
  return { id, ...reasonTexts[id], citation, fits: fits[id], ...(id === 'integrate' ? { joins: true } : {}), ...(id === 'changed-details' ? { changesDetails: true } : {}) }
}

/** R9: licences of other issuers have procedures of their own. */
export function issuedHere(citation: Basis<string>): OpenRule {
  return { id: 'issued-here', citation, refusal: 'issued-elsewhere', holds: every((l) => l.issuedBy === 'civil') }
}

/** R1: in the register; absent ones wait for the issuing office's written answer. */
export function inRegister(citation: Basis<string>): OpenRule {
  return { id: 'in-register', citation, refusal: 'licence-not-in-register', holds: every((l) => l.inRegister !== false) }
}

/** R8 */
export function notRevoked(citation: Basis<string>): OpenRule {
  return { id: 'not-revoked', citation, refusal: 'licence-revoked', holds: every((l) => !l.revoked) }
}

/** R7: held back or wholly suspended; a part of an integrated licence may be. */
export function notSuspended(citation: Basis<string>): OpenRule {
  return { id: 'not-suspended', citation, refusal: 'licence-held-or-suspended', holds: every((l) => !l.heldBack && l.suspended !== 'whole') }
}

/** R6: the same person; a changed detail is itself a reason for the exchange. */
export function samePerson(citation: Basis<string>): OpenRule {
  return { id: 'same-person', citation, refusal: 'identity-differs', holds: (facts) => facts.reason === 'changed-details' || facts.licences.every((l) => l.identityAgrees) }
}

/** R3: every class must still have an exchange, and the chosen reason must be one that fits. */
export function aCase(citation: Basis<string>, reasons: readonly Reason[]): OpenRule {
  return {
    id: 'a-case',
    citation,
    refusal: 'not-a-case',
    holds: (facts) =>
      facts.licences.length > 0 &&
      heldClasses(facts).every((h) => classOptions(h.class, facts.filedOn).length > 0) &&
      (facts.reason === null || reasons.some((r) => r.id === facts.reason && r.fits(facts))),
  }
}

/** R4: not expired, or expired so shortly that the law of the day still exchanges. */
export function notOverdue(citation: Basis<string>): OpenRule {
  return {
    id: 'not-overdue',
    citation,
    refusal: 'licence-expired',
    holds: (facts) => heldClasses(facts).every((h) => (overdue(h.expiresOn, facts.filedOn)?.outcome ?? 'exchange') === 'exchange'),
  }
}

/** R2: no unresolved violation; unknown while the sources have not answered, and then it does not stop filing. */
export function noUnresolvedViolation(citation: Basis<string>): OpenRule {
  return { id: 'no-unresolved-violation', citation, refusal: 'unresolved-violation', holds: (facts) => facts.unresolvedViolation !== true }
}

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

export function currentLicence(citation: Basis<string>, oldCardIsReturned: Basis<boolean>): Need {
  return { kind: 'current-licence', ...needTexts['current-licence'], citation, oldCardIsReturned }
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
export const supplementWait: Basis<number> = assumed(15, 'Mẫu của các thủ tục điện tử liên thông: 15 ngày làm việc; chưa có quy định riêng cho đổi giấy phép lái xe', 0.4)
