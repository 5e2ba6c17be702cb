/** Words of a hand-over list in the office, and of its labels. */
import type { Lang } from '../../../platform/values/words.ts'

const vi = {
  title: (number: string) => `Danh sách bàn giao ${number}`,
  back: 'In và giao thẻ',
  lead: 'Thẻ được coi là đã bàn giao khi hai bên cùng đứng tên một nội dung. Mã nội dung của hai bên giống nhau nghĩa là không có chênh lệch.',
  facts: { state: 'Tình trạng', closed: 'Cơ quan chốt', counted: 'Bưu chính kiểm đếm và ký nhận', settled: 'Cơ quan xác nhận chênh lệch', takenBack: 'Cơ quan thu hồi', hash: 'Mã nội dung cơ quan', countedHash: 'Mã nội dung bưu chính' },
  by: (name: string) => `${name},`,
  items: (n: number) => `Thẻ trong danh sách: ${n}`,
  extras: 'Bưu chính thấy ngoài danh sách',
  columns: { item: 'Số bưu gửi', card: 'Số phôi', dossier: 'Hồ sơ', applicant: 'Người nhận', outcome: 'Kiểm đếm', reason: 'Lý do' },
  outcomes: { received: 'Đã nhận', missing: 'Thiếu', none: 'Chưa kiểm' },
  differs: 'Bưu chính kiểm đếm khác danh sách',
  differsLead: (missing: number, extras: number) => `Thiếu ${missing}, thừa ${extras}. Đối chiếu phong bì với bưu tá trước khi xác nhận. Thẻ thiếu trở lại chờ bàn giao ở cơ quan; thẻ đã nhận được bàn giao ngay.`,
  confirm: 'Xác nhận chênh lệch và ký',
  takeBack: 'Thu hồi danh sách',
  takeBackHelp: 'Khi bưu chính chưa ký nhận, cơ quan có thể thu hồi: mọi thẻ trở lại chờ bàn giao.',
  labels: 'In nhãn bưu gửi',
  labelsTitle: (number: string) => `Nhãn bưu gửi, danh sách ${number}`,
  labelsLead: 'In trang này, cắt theo khung, dán lên phong bì. Mỗi lần mở trang được ghi vào hồ sơ vì nhãn có địa chỉ.',
  barcode: (item: string) => `Mã vạch ${item}`,
  from: 'Từ', to: 'Đến', reference: 'Mã hồ sơ', phone: 'Điện thoại',
  done: { chot: 'Đã chốt danh sách. In nhãn, dán và giao túi thẻ cho bưu tá.', 'xac-nhan': 'Hai bên đã ký. Thẻ đã nhận đã bàn giao; thẻ thiếu trở lại chờ bàn giao.', 'thu-hoi': 'Đã thu hồi danh sách. Mọi thẻ trở lại chờ bàn giao.' },
}

const en: typeof vi = {
  title: (number) => `Hand-over list ${number}`,
  back: 'Print and hand over cards',
  lead: 'Cards count as handed over once both sides stand for the same content. Where nothing differs both codes are equal.',
  facts: { state: 'State', closed: 'Closed by the authority', counted: 'Counted and signed by the post', settled: 'Differences confirmed by the authority', takenBack: 'Taken back by the authority', hash: 'The authority’s content code', countedHash: 'The post’s content code' },
  by: (name) => `${name},`,
  items: (n) => `Cards on the list: ${n}`,
  extras: 'Found by the post beside the list',
  columns: { item: 'Parcel', card: 'Card', dossier: 'Dossier', applicant: 'Recipient', outcome: 'Count', reason: 'Reason' },
  outcomes: { received: 'Received', missing: 'Missing', none: 'Not counted yet' },
  differs: 'The post’s count differs from the list',
  differsLead: (missing, extras) => `${missing} missing, ${extras} extra. Compare the envelopes with the postal worker first. Missing cards lie in the office again; received ones are handed over at once.`,
  confirm: 'Confirm the differences and sign',
  takeBack: 'Take the list back',
  takeBackHelp: 'Until the post has signed, the authority can take the list back: all cards lie in the office again.',
  labels: 'Print the labels',
  labelsTitle: (number) => `Parcel labels of list ${number}`,
  labelsLead: 'Print this page, cut along the frames, stick them on the envelopes. Each opening is noted in the dossier, since a label has an address.',
  barcode: (item) => `Barcode ${item}`,
  from: 'From', to: 'To', reference: 'Dossier', phone: 'Phone',
  done: { chot: 'The list is closed. Print the labels, stick them on, and give the bag to the postal worker.', 'xac-nhan': 'Both sides have signed. Received cards are handed over; missing ones wait in the office.', 'thu-hoi': 'The list is taken back. All cards wait in the office.' },
}

export const listsText: Readonly<Record<Lang, typeof vi>> = { vi, en }

export type ListDone = keyof typeof vi.done

/** What an act says once it is done: part of an address, so one of a list. */
export function isListDone(text: string): text is ListDone {
  return Object.hasOwn(vi.done, text)
}
