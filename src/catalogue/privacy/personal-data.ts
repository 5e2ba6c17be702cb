/**
 * Every personal datum we keep — danh mục dữ liệu cá nhân: column, class, purpose, how long, sealed or not. A column with
 * personal data that is not listed here is a fault. Legal: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, NĐ 356/2025/NĐ-CP.
 */
import type { Words } from '../../platform/values/words.ts'
import type { RetentionId } from './retention.ts'

/** link: an id or keyed hash that leads to a person but says nothing by itself. */
type PersonalDataClass = 'basic' | 'sensitive' | 'link'

/** sealed: encrypted with the person's key; index: a keyed one-way hash; file: in the content store, by hash; plain: readable to the application. */
type Protection = 'sealed' | 'index' | 'file' | 'plain'

export interface PersonalDatum {
  /** 'schema.table.column' */
  readonly column: string
  readonly class: PersonalDataClass
  readonly what: Words
  readonly purpose: PurposeId
  readonly retention: RetentionId
  readonly protection: Protection
}

export type PurposeId = 'sign-in' | 'exchange' | 'register' | 'payment' | 'delivery' | 'notify' | 'evidence' | 'guard'

export const purposes: Readonly<Record<PurposeId, Words>> = {
  'sign-in': { vi: 'Nhận biết bạn khi đăng nhập', en: 'To know you when you sign in' },
  exchange: { vi: 'Giải quyết hồ sơ của bạn', en: 'To decide your dossier' },
  register: { vi: 'Quản lý giấy phép lái xe đã cấp', en: 'To keep the register of licences' },
  payment: { vi: 'Thu lệ phí, cấp biên lai, hoàn tiền', en: 'To take the fee, give a receipt and refund' },
  delivery: { vi: 'Chuyển kết quả đến bạn', en: 'To deliver the result to you' },
  notify: { vi: 'Báo cho bạn biết hồ sơ đến đâu', en: 'To tell you how the dossier goes' },
  evidence: { vi: 'Chứng minh ai đã làm gì, khi nào', en: 'To prove who did what and when' },
  guard: { vi: 'Ngăn người lạ dò dữ liệu của bạn', en: 'To keep strangers from guessing your data' },
}

const words = {
  identityNumber: { vi: 'Số định danh cá nhân', en: 'Personal identification number' },
  name: { vi: 'Họ, chữ đệm và tên', en: 'Name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  residence: { vi: 'Nơi cư trú', en: 'Residence' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
  answers: { vi: 'Câu trả lời trong hồ sơ: điện thoại, thư điện tử, địa chỉ nhận, thông tin thay đổi', en: 'Answers in the dossier: phone, mail, delivery address, changed details' },
  face: { vi: 'Ảnh chân dung', en: 'Portrait' },
  measures: { vi: 'Số đo ảnh: tư thế, ánh sáng, kích thước', en: 'Measures of the picture: pose, light, size' },
  look: { vi: 'Bản tóm tắt sáng tối của ảnh chân dung (256 điểm), để nhận ra một ảnh nộp cho hai người; không nhận dạng được ai', en: 'A summary of light and dark of the portrait (256 places), to notice one picture sent for two people; nobody can be recognised by it' },
  health: { vi: 'Kết luận và số liệu khám sức khỏe', en: 'Conclusion and values of the health examination' },
  licence: { vi: 'Giấy phép lái xe: số, hạng, thời hạn, điểm', en: 'Licence: number, classes, validity, points' },
  answerOfSource: { vi: 'Câu hỏi và câu trả lời của nguồn tra cứu (dân cư, vi phạm, sức khỏe)', en: 'Question to and answer of a source (population, violations, health)' },
  person: { vi: 'Mã nội bộ của bạn', en: 'Our internal id of you' },
  account: { vi: 'Tài khoản định danh điện tử', en: 'eID account' },
  money: { vi: 'Giao dịch thanh toán lệ phí', en: 'Payment of the fee' },
  address: { vi: 'Tên, điện thoại, địa chỉ người nhận', en: 'Name, phone and address of the receiver' },
  contact: { vi: 'Số điện thoại, thư điện tử nhận tin', en: 'Phone and mail address for messages' },
  paper: { vi: 'Văn bản của hồ sơ: đơn, giấy hẹn, quyết định, kết quả điện tử', en: 'Papers of the dossier: application, slip, decision, electronic result' },
  note: { vi: 'Lý do, ghi chú của cán bộ', en: 'Reasons and notes of the officer' },
  publicLookUp: { vi: 'Lần tra cứu công khai: mã băm của số giấy phép và của mạng đã hỏi', en: 'Public look-ups: keyed hashes of the licence number and of the network that asked' },
  agreement: { vi: 'Chữ ký hoặc xác nhận của bạn khi có người giúp nộp hồ sơ', en: 'Your signature or confirmation when somebody helps you to file' },
  staffName: { vi: 'Họ tên cán bộ', en: 'Name of a member of staff' },
} as const satisfies Readonly<Record<string, Words>>

type Row = readonly [column: string, cls: PersonalDataClass, what: keyof typeof words, purpose: PurposeId, retention: RetentionId, protection: Protection]

const rows: readonly Row[] = [
  ['identity.person.issuer', 'link', 'account', 'sign-in', 'account', 'plain'],
  ['identity.person.subject', 'link', 'account', 'sign-in', 'account', 'plain'],
  ['identity.person.identity_index', 'link', 'identityNumber', 'sign-in', 'account', 'index'],
  ['identity.person.identity_number', 'basic', 'identityNumber', 'sign-in', 'account', 'sealed'],
  ['identity.person.full_name', 'basic', 'name', 'sign-in', 'account', 'plain'],
  ['identity.person.birth_date', 'basic', 'birthDate', 'sign-in', 'account', 'plain'],
  ['identity.session.person_id', 'link', 'person', 'sign-in', 'session', 'plain'],
  ['identity.session.id_token', 'basic', 'account', 'sign-in', 'session', 'plain'],
  ['identity.consent.person_id', 'link', 'person', 'evidence', 'account', 'plain'],
  ['identity.staff.full_name', 'basic', 'staffName', 'evidence', 'account', 'plain'],
  ['identity.staff.identity_index', 'link', 'identityNumber', 'sign-in', 'account', 'index'],
  ['platform.sealing_key.subject_id', 'link', 'person', 'exchange', 'account', 'plain'],
  ['platform.fact.subject_id', 'link', 'person', 'evidence', 'dossier', 'plain'],
  ['platform.fact.actor_id', 'link', 'person', 'evidence', 'dossier', 'plain'],
  ['platform.lookup.person_id', 'link', 'person', 'exchange', 'look-up', 'plain'],
  ['platform.lookup.question', 'basic', 'answerOfSource', 'exchange', 'look-up', 'sealed'],
  ['platform.lookup.answer', 'sensitive', 'answerOfSource', 'exchange', 'look-up', 'sealed'],
  ['platform.alarm.subject_id', 'link', 'person', 'evidence', 'dossier', 'plain'],
  ['platform.alarm_answer.subject_id', 'link', 'staffName', 'evidence', 'dossier', 'plain'],
  ['platform.alarm_answer.answered_by', 'link', 'staffName', 'evidence', 'dossier', 'plain'],
  ['platform.alarm_answer.words', 'basic', 'note', 'evidence', 'dossier', 'plain'],
  ['portraits.portrait.person_id', 'link', 'person', 'exchange', 'portrait-original', 'plain'],
  ['portraits.portrait.original_hash', 'sensitive', 'face', 'exchange', 'portrait-original', 'file'],
  ['portraits.portrait.crop_hash', 'sensitive', 'face', 'exchange', 'register', 'file'],
  ['portraits.portrait.measures', 'sensitive', 'measures', 'exchange', 'portrait-original', 'plain'],
  ['portraits.look.portrait_id', 'link', 'face', 'exchange', 'portrait-original', 'plain'],
  ['portraits.look.look', 'sensitive', 'look', 'exchange', 'portrait-original', 'plain'],
  ['portraits.look.mirrored', 'sensitive', 'look', 'exchange', 'portrait-original', 'plain'],
  ['portraits.alike.first_id', 'link', 'look', 'exchange', 'portrait-original', 'plain'],
  ['portraits.alike.second_id', 'link', 'look', 'exchange', 'portrait-original', 'plain'],
  ['health_certificates.certificate.person_id', 'link', 'person', 'exchange', 'dossier', 'plain'],
  ['health_certificates.certificate.identity_index', 'link', 'identityNumber', 'exchange', 'dossier', 'index'],
  ['health_certificates.certificate.number', 'basic', 'health', 'exchange', 'dossier', 'plain'],
  ['health_certificates.certificate.conclusion', 'sensitive', 'health', 'exchange', 'dossier', 'plain'],
  ['health_certificates.certificate.health_values', 'sensitive', 'health', 'exchange', 'dossier', 'sealed'],
  ['health_certificates.certificate.holder_index', 'link', 'identityNumber', 'exchange', 'dossier', 'index'],
  ['health_certificates.holder.person_id', 'link', 'person', 'exchange', 'account', 'plain'],
  ['health_certificates.holder.identity_index', 'link', 'identityNumber', 'exchange', 'account', 'index'],
  ['health_certificates.holder.holder_index', 'link', 'identityNumber', 'exchange', 'account', 'index'],
  ['health_certificates.examination.identity_index', 'link', 'identityNumber', 'exchange', 'dossier', 'index'],
  ['health_certificates.examination.answers', 'sensitive', 'health', 'exchange', 'dossier', 'sealed'],
  ['health_certificates.certified_copy.person_id', 'link', 'person', 'exchange', 'dossier', 'plain'],
  ['health_certificates.certified_copy.file_hash', 'sensitive', 'health', 'exchange', 'dossier', 'file'],
  ['health_certificates.certified_copy.signer_name', 'basic', 'staffName', 'evidence', 'dossier', 'plain'],
  ['health_certificates.clinic.mail', 'basic', 'contact', 'notify', 'register', 'plain'],
  ['health_certificates.clinic_reminder.number', 'basic', 'health', 'notify', 'message', 'plain'],
  ['payments.attempt.person_id', 'link', 'person', 'payment', 'money', 'plain'],
  ['payments.attempt.provider_transaction_no', 'link', 'money', 'payment', 'money', 'plain'],
  ['payments.proposal.proposed_by_person', 'link', 'person', 'evidence', 'money', 'plain'],
  ['payments.proposal.ended_by_person', 'link', 'person', 'evidence', 'money', 'plain'],
  ['payments.cash_book.clerk_person', 'link', 'person', 'evidence', 'money', 'plain'],
  ['payments.cash_book.confirmed_by_person', 'link', 'person', 'evidence', 'money', 'plain'],
  ['payments.call_back.raw', 'basic', 'money', 'payment', 'money', 'plain'],
  ['counters.visit.person_id', 'link', 'person', 'evidence', 'dossier', 'plain'],
  ['counters.consent.person_id', 'link', 'person', 'evidence', 'dossier', 'plain'],
  ['counters.consent.letter', 'basic', 'contact', 'evidence', 'message', 'sealed'],
  ['counters.consent.phone_index', 'link', 'contact', 'evidence', 'dossier', 'index'],
  ['counters.consent.proof', 'basic', 'agreement', 'evidence', 'dossier', 'sealed'],
  ['counters.scan.person_id', 'link', 'person', 'exchange', 'dossier', 'plain'],
  ['counters.digitisation.person_id', 'link', 'person', 'exchange', 'dossier', 'plain'],
  ['counters.page.file_hash', 'sensitive', 'paper', 'exchange', 'dossier', 'file'],
  ['counters.page.picture_hash', 'sensitive', 'paper', 'exchange', 'dossier', 'file'],
  ['counters.page.look', 'link', 'paper', 'exchange', 'dossier', 'plain'],
  ['dossiers.dossier.phone_index', 'link', 'contact', 'guard', 'dossier', 'index'],
  ['counters.scan.file_hash', 'sensitive', 'paper', 'exchange', 'dossier', 'file'],
  ['licences.licence.identity_index', 'link', 'identityNumber', 'register', 'register', 'index'],
  ['licences.licence.number', 'basic', 'licence', 'register', 'register', 'plain'],
  ['licences.licence.holder_name', 'basic', 'name', 'register', 'register', 'plain'],
  ['licences.licence.holder_birth_date', 'basic', 'birthDate', 'register', 'register', 'plain'],
  ['licences.licence.holder_residence', 'basic', 'residence', 'register', 'register', 'sealed'],
  ['licences.licence.nationality', 'basic', 'nationality', 'register', 'register', 'plain'],
  ['licences.licence.held', 'basic', 'licence', 'register', 'register', 'plain'],
  ['licences.licence.points_indefinite', 'sensitive', 'licence', 'register', 'register', 'plain'],
  ['licences.licence.points_definite', 'sensitive', 'licence', 'register', 'register', 'plain'],
  ['licences.look_up_number.number_index', 'link', 'publicLookUp', 'guard', 'public-look-up', 'index'],
  ['licences.look_up_number.wrong', 'link', 'publicLookUp', 'guard', 'public-look-up', 'index'],
  ['licences.look_up_budget.scope', 'link', 'publicLookUp', 'guard', 'public-look-up', 'index'],
  ['dossiers.draft.person_id', 'link', 'person', 'exchange', 'draft', 'plain'],
  ['dossiers.draft.answers', 'basic', 'answers', 'exchange', 'draft', 'sealed'],
  ['dossiers.dossier.person_id', 'link', 'person', 'exchange', 'dossier', 'plain'],
  ['dossiers.dossier.answers', 'basic', 'answers', 'exchange', 'dossier', 'sealed'],
  ['dossiers.dossier.applicant_name', 'basic', 'name', 'exchange', 'dossier', 'plain'],
  ['dossiers.dossier.name_key', 'basic', 'name', 'exchange', 'dossier', 'plain'],
  ['dossiers.dossier.name_turned', 'basic', 'name', 'exchange', 'dossier', 'plain'],
  ['dossiers.dossier.name_words', 'basic', 'name', 'exchange', 'dossier', 'plain'],
  ['dossiers.dossier.identity_index', 'link', 'identityNumber', 'exchange', 'dossier', 'index'],
  ['dossiers.dossier.licence_number', 'basic', 'licence', 'exchange', 'dossier', 'plain'],
  ['dossiers.dossier.filing_evidence', 'link', 'answers', 'evidence', 'dossier', 'index'],
  ['dossiers.requirement.evidence', 'link', 'answerOfSource', 'exchange', 'dossier', 'plain'],
  ['dossiers.hand_check.evidence', 'sensitive', 'answerOfSource', 'exchange', 'dossier', 'sealed'],
  ['dossiers.bulk.person_id', 'link', 'person', 'evidence', 'dossier', 'plain'],
  ['dossiers.register_extract.asked_by', 'link', 'person', 'evidence', 'dossier', 'plain'],
  ['dossiers.register_extract.asked_for', 'link', 'person', 'evidence', 'dossier', 'plain'],
  ['dossiers.event.subject_id', 'link', 'person', 'evidence', 'dossier', 'plain'],
  ['dossiers.event.actor_id', 'link', 'person', 'evidence', 'dossier', 'plain'],
  ['dossiers.decision.reason', 'basic', 'note', 'exchange', 'dossier', 'plain'],
  ['dossiers.supplement_point.note', 'basic', 'note', 'exchange', 'dossier', 'plain'],
  ['dossiers.supplement_point.answer', 'basic', 'answers', 'exchange', 'dossier', 'sealed'],
  ['dossiers.supplement_point.before', 'basic', 'answers', 'evidence', 'dossier', 'sealed'],
  ['dossiers.supplement_permission.reason', 'basic', 'note', 'evidence', 'dossier', 'sealed'],
  ['dossiers.transfer.note', 'basic', 'note', 'exchange', 'dossier', 'plain'],
  ['dossiers.note.text', 'basic', 'note', 'exchange', 'dossier', 'sealed'],
  ['dossiers.opinion.question', 'basic', 'note', 'exchange', 'dossier', 'sealed'],
  ['dossiers.opinion_answer.text', 'basic', 'note', 'exchange', 'dossier', 'sealed'],
  ['documents.document.person_id', 'link', 'person', 'exchange', 'dossier', 'plain'],
  ['documents.document.paper', 'basic', 'paper', 'exchange', 'dossier', 'sealed'],
  ['documents.document.hash', 'link', 'paper', 'evidence', 'dossier', 'file'],
  ['documents.document.signed_hash', 'link', 'paper', 'evidence', 'register', 'file'],
  ['documents.deposit.person_id', 'link', 'person', 'delivery', 'dossier', 'plain'],
  ['documents.deposit.owner', 'basic', 'identityNumber', 'delivery', 'dossier', 'sealed'],
  ['documents.deposit.result_code', 'link', 'paper', 'delivery', 'dossier', 'plain'],
  ['documents.deposit.link', 'link', 'paper', 'delivery', 'dossier', 'plain'],
  ['documents.brought_check.document_id', 'link', 'paper', 'guard', 'public-look-up', 'plain'],
  ['documents.signature.signer_id', 'link', 'staffName', 'evidence', 'dossier', 'plain'],
  ['documents.signing_key.holder_id', 'link', 'staffName', 'evidence', 'account', 'plain'],
  ['documents.signing_key.name', 'basic', 'staffName', 'evidence', 'account', 'plain'],
  ['deliveries.card.person_id', 'link', 'person', 'delivery', 'dossier', 'plain'],
  ['deliveries.card.licence_number', 'basic', 'licence', 'delivery', 'register', 'plain'],
  ['deliveries.card.portrait_hash', 'sensitive', 'face', 'delivery', 'register', 'file'],
  ['deliveries.old_card.person_id', 'link', 'person', 'register', 'dossier', 'plain'],
  ['deliveries.parcel.person_id', 'link', 'person', 'delivery', 'dossier', 'plain'],
  ['deliveries.choice.recipient_before', 'basic', 'address', 'delivery', 'dossier', 'sealed'],
  ['deliveries.parcel.recipient', 'basic', 'address', 'delivery', 'dossier', 'sealed'],
  ['notifications.message.person_id', 'link', 'person', 'notify', 'message', 'plain'],
  ['notifications.message.letter', 'basic', 'contact', 'notify', 'message', 'sealed'],
]

/** The list, for the privacy page and for the check against the database. */
export const personalData: readonly PersonalDatum[] = rows.map(([column, cls, what, purpose, keep, protection]) => ({ column, class: cls, what: words[what], purpose, retention: keep, protection }))
