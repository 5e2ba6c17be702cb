/** Words of what differs between a hand-over list and a bag: both sides read the same. */
import type { Lang } from '../../platform/values/words.ts'
import type { ExtraReason, ListState, MissingReason } from './hand-over-list.ts'

interface ListWords {
  readonly missing: Readonly<Record<MissingReason, string>>
  readonly extra: Readonly<Record<ExtraReason, string>>
  readonly states: Readonly<Record<ListState, string>>
}

const vi: ListWords = {
  missing: { 'not-in-bag': 'Không có trong túi', damaged: 'Phong bì hỏng, không nhận', unreadable: 'Nhãn không đọc được', 'wrong-label': 'Nhãn dán nhầm phong bì' },
  extra: { 'another-list': 'Thuộc danh sách khác', 'not-listed': 'Chưa vào danh sách nào', 'not-ours': 'Không phải bưu gửi của cơ quan' },
  states: { closed: 'Chờ bưu chính kiểm đếm', counted: 'Có chênh lệch, chờ cơ quan xác nhận', complete: 'Đã bàn giao, hai bên đã ký', 'taken-back': 'Cơ quan đã thu hồi' },
}

const en: ListWords = {
  missing: { 'not-in-bag': 'Not in the bag', damaged: 'Envelope damaged, not taken', unreadable: 'Label cannot be read', 'wrong-label': 'Label on the wrong envelope' },
  extra: { 'another-list': 'Belongs to another list', 'not-listed': 'On no list yet', 'not-ours': 'Not an item of the authority' },
  states: { closed: 'To be counted by the post', counted: 'Differs, to be confirmed by the authority', complete: 'Handed over, signed by both', 'taken-back': 'Taken back by the authority' },
}

/** The words of lists in a language. */
export const listWords: Readonly<Record<Lang, ListWords>> = { vi, en }
