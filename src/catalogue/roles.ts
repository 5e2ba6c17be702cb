/** Roles and the verbs of a dossier each may do — vai trò. What is not listed is refused. */
import type { Words } from '../platform/values/words.ts'

/** The nine verbs of a dossier, and what else needs a role of its own. */
type Verb =
  | 'submit'
  | 'accept'
  | 'ask-supplement'
  | 'supplement'
  | 'approve'
  | 'sign'
  | 'refuse'
  | 'withdraw'
  | 'hand-over'
  | 'record-check'
  | 'confirm-check'
  | 'extend'
  | 'reassign'
  | 'enter-calendar'
  | 'confirm-calendar'
  | 'operate'
  | 'settle-money'
  | 'confirm-refund'
  | 'certify-health'
  | 'admit-clinics'
  | 'take-over-cards'
  | 'read-figures'
  | 'print-cards'
  | 'inspect'
  | 'answer-conduct'
  | 'enter-powers'
  | 'confirm-powers'

export type StaffRole = 'clerk' | 'appraiser' | 'signer' | 'supervisor' | 'administrator' | 'operator' | 'doctor' | 'postal' | 'leader' | 'printer' | 'inspector'
export type Role = 'citizen' | StaffRole

export interface RoleRow {
  readonly words: Words
  readonly duty: Words
  readonly may: readonly Verb[]
}

export const roles: Readonly<Record<Role, RoleRow>> = {
  citizen: {
    words: { vi: 'Công dân', en: 'Citizen' },
    duty: { vi: 'Nộp, bổ sung hoặc rút hồ sơ của chính mình', en: 'Files, supplements or withdraws their own dossier' },
    may: ['submit', 'supplement', 'withdraw'],
  },
  clerk: {
    words: { vi: 'Cán bộ Một cửa', en: 'One-stop clerk' },
    duty: { vi: 'Tiếp nhận hồ sơ, trả kết quả', en: 'Receives dossiers and hands over results' },
    may: ['accept', 'ask-supplement', 'hand-over', 'record-check', 'settle-money'],
  },
  appraiser: {
    words: { vi: 'Cán bộ thụ lý', en: 'Appraising officer' },
    duty: { vi: 'Kiểm tra hồ sơ, đề xuất cấp hoặc từ chối', en: 'Checks the dossier and prepares the decision' },
    may: ['accept', 'ask-supplement', 'approve', 'refuse', 'hand-over', 'record-check', 'settle-money', 'print-cards'],
  },
  signer: {
    words: { vi: 'Lãnh đạo ký', en: 'Signing officer' },
    duty: { vi: 'Ký số quyết định do người khác thụ lý', en: 'Signs decisions that somebody else prepared' },
    may: ['sign', 'refuse', 'confirm-check', 'confirm-refund'],
  },
  supervisor: {
    words: { vi: 'Cán bộ giám sát', en: 'Supervisor' },
    duty: { vi: 'Theo dõi hạn, phân công lại, cho phép yêu cầu bổ sung lần hai; cho cơ sở khám cấp giấy điện tử', en: 'Watches deadlines, reassigns work, allows a second supplement request; lets clinics issue electronically' },
    may: ['ask-supplement', 'confirm-check', 'extend', 'reassign', 'settle-money', 'confirm-refund', 'admit-clinics', 'answer-conduct'],
  },
  administrator: {
    words: { vi: 'Quản trị danh mục', en: 'Catalogue administrator' },
    duty: { vi: 'Nhập và xác nhận lịch làm việc, thẩm quyền ký và ủy quyền; không xử lý hồ sơ', en: 'Enters and confirms the working calendar, signing powers and delegations; handles no dossiers' },
    may: ['enter-calendar', 'confirm-calendar', 'enter-powers', 'confirm-powers'],
  },
  operator: {
    words: { vi: 'Quản trị vận hành', en: 'Operator' },
    duty: { vi: 'Theo dõi các hệ thống bên ngoài, hàng chờ và cảnh báo; không xem hồ sơ', en: 'Watches outside systems, queues and alarms; sees no dossiers' },
    may: ['operate'],
  },
  doctor: {
    words: { vi: 'Bác sĩ kết luận', en: 'Examining doctor' },
    duty: { vi: 'Khám và kết luận sức khỏe lái xe tại cơ sở của mình', en: 'Examines drivers and concludes at the own clinic' },
    may: ['certify-health'],
  },
  postal: {
    words: { vi: 'Nhân viên bưu điện', en: 'Postal worker' },
    duty: { vi: 'Nhận thẻ của cơ quan cấp, phát đến tay người dân', en: 'Takes cards over from the authority and delivers them' },
    may: ['take-over-cards'],
  },
  leader: {
    words: { vi: 'Lãnh đạo tỉnh', en: 'Provincial leader' },
    duty: { vi: 'Xem số liệu và việc thực hiện quy chế phối hợp của tỉnh; không xem hồ sơ', en: 'Reads the figures and the agreement of the province; sees no dossiers' },
    may: ['read-figures'],
  },
  printer: {
    words: { vi: 'Cán bộ in thẻ', en: 'Card printer' },
    duty: { vi: 'In thẻ; chỉ xem những gì việc in cần', en: 'Prints cards; sees only what printing needs' },
    may: ['print-cards'],
  },
  inspector: {
    words: { vi: 'Thanh tra', en: 'Inspector' },
    duty: { vi: 'Xem mọi hồ sơ và nhật ký của tỉnh, trả lời cảnh báo về việc cán bộ xem dữ liệu; không thay đổi gì trong hồ sơ', en: 'Reads every dossier and event of the province, answers alarms about what staff read; changes nothing of a dossier' },
    may: ['inspect', 'answer-conduct'],
  },
}

/** Whether a role's list names a verb. An unknown role may do nothing. */
export function mayDo(role: string, verb: Verb): boolean {
  return Object.entries(roles).some(([name, row]) => name === role && row.may.includes(verb))
}
