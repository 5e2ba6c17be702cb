/**
 * Official forms — mẫu đơn, giấy hẹn, biên lai, kết quả: values in, a tree of plain values out (`paper.ts`).
 * `documents` numbers, draws and signs what comes out. Owns: nothing. Outside: nothing. Announces: nothing.
 * Legal: TT 03/2025/TT-VPCP (Mẫu 01–06), TT 12/2025/TT-BCA, NĐ 30/2020/NĐ-CP; each form names its own source.
 */
import { acceptanceSlip } from './acceptance-slip.ts'
import { application } from './application.ts'
import { controlSheet } from './control-sheet.ts'
import { decision, refusalNotice, stopNotice } from './decisions.ts'
import { digitisedPaper } from './digitised-paper.ts'
import { electronicLicence } from './electronic-licence.ts'
import type { Form } from './paper.ts'
import { feeReceipt } from './receipt.ts'
import { register } from './register.ts'
import { apology, intakeRefusal, supplementRequest } from './requests.ts'

/** Every form, by kind. A new form is one file and one line here. */
export const forms = {
  'acceptance-slip': acceptanceSlip,
  'application': application,
  'supplement-request': supplementRequest,
  'intake-refusal': intakeRefusal,
  'apology': apology,
  'decision': decision,
  'refusal-notice': refusalNotice,
  'stop-notice': stopNotice,
  'control-sheet': controlSheet,
  'register': register,
  'electronic-licence': electronicLicence,
  'fee-receipt': feeReceipt,
  'digitised-paper': digitisedPaper,
} as const

export type FormKind = keyof typeof forms
/** The values that a form of kind K is filled with. */
export type FormValues<K extends FormKind> = Parameters<(typeof forms)[K]['paper']>[0]

const byKind: { readonly [K in FormKind]: Form<FormValues<K>> } = forms

/** The form of a kind, typed for its own values. */
export function formOf<K extends FormKind>(kind: K): Form<FormValues<K>> {
  return byKind[kind]
}

/** Whether a text names one of our forms. */
export function isFormKind(kind: string): kind is FormKind {
  return kind in forms
}

export type { AcceptanceSlipValues } from './acceptance-slip.ts'
export type { ApplicationValues } from './application.ts'
export type { ControlSheetValues, ControlStep } from './control-sheet.ts'
export type { DecisionValues, RefusalNoticeValues, StopNoticeValues } from './decisions.ts'
export { type DigitisationRules, type DigitisedKind, digitisationAim, digitisationRulesOn, digitisedKinds, type DigitisedPaperValues } from './digitised-paper.ts'
export type { ElectronicLicenceValues } from './electronic-licence.ts'
export { type Form, type IssuingAuthority, type LicencePaper, officeName, type OfficialPaper, type Paper, type PaperPerson, type ScanPaper, type Signatory, SIGNING_FRAME } from './paper.ts'
export type { FeeReceiptValues } from './receipt.ts'
export type { RegisterLine, RegisterValues } from './register.ts'
export type { ApologyValues, IntakeRefusalValues, SupplementRequestValues } from './requests.ts'
export { lawsNamed, longDate } from './wording.ts'
