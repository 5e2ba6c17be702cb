/** Words of a postal worker's pages. */
import type { Lang } from '../../platform/values/words.ts'

const vi = {
  home: 'Bưu gửi của cơ quan cấp giấy phép',
  lead: 'Nhận túi thẻ theo danh sách của cơ quan: quét từng phong bì, ghi chênh lệch nếu có, rồi ký nhận. Trang này không có dữ liệu cá nhân.',
  lists: 'Danh sách bàn giao',
  none: 'Chưa có danh sách nào.',
  columns: { list: 'Danh sách', closed: 'Cơ quan chốt lúc', count: 'Đã quét', state: 'Tình trạng' },
  scanned: (scanned: number, items: number) => `${scanned}/${items}`,
  counted: (items: number, missing: number, extras: number) => [`${items - missing}/${items}`, ...(extras > 0 ? [`thừa ${extras}`] : [])].join(', '),
  back: 'Danh sách bàn giao',
  title: (number: string) => `Kiểm đếm ${number}`,
  titleDone: (number: string) => `Danh sách ${number}`,
  scan: 'Quét hoặc gõ số bưu gửi',
  scanHint: '13 ký tự trên nhãn, ví dụ ZZ 000 000 014 XX. Máy quét gõ số rồi tự bấm Enter.',
  scanButton: 'Ghi nhận',
  wrong: 'Số này sai: phải có 13 ký tự và chữ số kiểm tra đúng. Quét lại nhãn.',
  done: {
    found: (item: string) => `${item}: có trong danh sách.`,
    again: (item: string) => `${item}: đã quét rồi.`,
    extra: (item: string) => `${item}: không có trong danh sách. Để riêng, chọn lý do khi ký.`,
    dropped: (item: string) => `${item}: không ghi là đã quét.`,
  },
  progress: (scanned: number, items: number) => `Đã thấy ${scanned} trong ${items} phong bì`,
  items: 'Trong danh sách',
  itemColumns: { item: 'Số bưu gửi', state: 'Kiểm đếm', reason: 'Lý do', act: 'Sửa' },
  states: { there: 'Đã thấy', missing: 'Chưa thấy', extra: 'Ngoài danh sách', received: 'Đã nhận', lacking: 'Thiếu' },
  drop: 'Bỏ lần quét',
  dropOf: (item: string) => `của ${item}`,
  extras: 'Ngoài danh sách: trả lại cơ quan',
  signTitle: 'Ký nhận',
  signAll: 'Mọi phong bì trong danh sách đã ở trong túi và không thừa gì.',
  signDiffers: (missing: number, extras: number) => `Thiếu ${missing}, thừa ${extras}. Chọn lý do cho từng phong bì; cơ quan xác nhận chênh lệch rồi mới bàn giao.`,
  reasonOf: (item: string) => `Lý do cho ${item}`,
  choose: 'Chọn lý do',
  reasonMissing: (item: string) => `Chọn lý do cho ${item}`,
  sign: 'Tôi đã kiểm đếm và ký nhận',
  finished: {
    counted: { title: 'Bạn đã ký. Chờ cơ quan xác nhận chênh lệch', body: 'Giữ riêng các phong bì đã nhận cho đến khi cơ quan xác nhận.' },
    complete: { title: 'Hai bên đã ký', body: 'Các phong bì đã nhận thuộc trách nhiệm của bưu chính.' },
    'taken-back': { title: 'Cơ quan đã thu hồi danh sách', body: 'Trả túi thẻ lại cho cơ quan.' },
  },
  gone: 'Danh sách này không còn ở bước kiểm đếm.',
  own: 'Bạn đã chốt danh sách này: người khác phải kiểm đếm và ký nhận.',
}

const en: typeof vi = {
  home: 'Parcels of the licensing authority',
  lead: 'Take the bag over by the authority’s list: scan each envelope, say what differs, then sign. There is no personal data on this page.',
  lists: 'Hand-over lists',
  none: 'There is no list yet.',
  columns: { list: 'List', closed: 'Closed by the authority', count: 'Scanned', state: 'State' },
  scanned: (scanned, items) => `${scanned}/${items}`,
  counted: (items, missing, extras) => [`${items - missing}/${items}`, ...(extras > 0 ? [`${extras} extra`] : [])].join(', '),
  back: 'Hand-over lists',
  title: (number) => `Count ${number}`,
  titleDone: (number) => `List ${number}`,
  scan: 'Scan or type the item number',
  scanHint: 'The 13 characters on the label, such as ZZ 000 000 014 XX. A scanner types the number and presses Enter.',
  scanButton: 'Take note',
  wrong: 'That number is wrong: it needs 13 characters and the right check digit. Scan the label again.',
  done: {
    found: (item) => `${item}: on the list.`,
    again: (item) => `${item}: scanned before.`,
    extra: (item) => `${item}: not on the list. Put it aside and choose a reason when you sign.`,
    dropped: (item) => `${item}: not noted as scanned.`,
  },
  progress: (scanned, items) => `${scanned} of ${items} envelopes found`,
  items: 'On the list',
  itemColumns: { item: 'Item', state: 'Count', reason: 'Reason', act: 'Mend' },
  states: { there: 'Found', missing: 'Not found yet', extra: 'Not on the list', received: 'Received', lacking: 'Missing' },
  drop: 'Take the scan back',
  dropOf: (item) => `of ${item}`,
  extras: 'Not on the list: back to the authority',
  signTitle: 'Sign',
  signAll: 'Every envelope of the list is in the bag, and nothing else.',
  signDiffers: (missing, extras) => `${missing} missing, ${extras} extra. Choose a reason for each; the authority confirms the differences before anything is handed over.`,
  reasonOf: (item) => `Reason for ${item}`,
  choose: 'Choose a reason',
  reasonMissing: (item) => `Choose a reason for ${item}`,
  sign: 'I have counted and sign',
  finished: {
    counted: { title: 'You have signed. The authority is to confirm the differences', body: 'Keep the envelopes you received aside until it has.' },
    complete: { title: 'Both sides have signed', body: 'The envelopes received are the post’s to look after.' },
    'taken-back': { title: 'The authority has taken the list back', body: 'Give the bag back to the authority.' },
  },
  gone: 'This list is no longer to be counted.',
  own: 'You closed this list: somebody else must count and sign it.',
}

export const postText: Readonly<Record<Lang, typeof vi>> = { vi, en }

export type ScanDone = keyof typeof vi.done

/** What a scan came to: part of an address, so one of a list. */
export function isScanDone(text: string): text is ScanDone {
  return Object.hasOwn(vi.done, text)
}
