/** Words of the room where cards are printed. */
import type { Lang } from '../../../../platform/values/words.ts'

const vi = {
  title: 'In thẻ',
  lead: 'Danh sách chỉ có những gì việc in cần: số phôi, số giấy phép, mã ảnh. Hồ sơ của người dân do cán bộ thụ lý giữ.',
  /** Several thousand are written with a dot. */
  waiting: (n: string) => `Chờ in: ${n} thẻ`,
  none: 'Không có thẻ nào chờ in. Thẻ vào đây ngay khi quyết định được ký.',
  columns: { card: 'Số phôi', licence: 'Số giấy phép', portrait: 'Mã ảnh', queued: 'Vào hàng chờ' },
  more: (n: number) => `và ${n} thẻ nữa trong cùng đợt`,
  runs: 'Các đợt đã in',
  runsNone: 'Chưa in đợt nào.',
  runColumns: { at: 'In lúc', cards: 'Số thẻ', by: 'Người in' },
  you: 'Bạn',
  colleague: 'Đồng nghiệp',
}

const en: typeof vi = {
  title: 'Print cards',
  lead: 'The list has only what printing needs: card number, licence number, code of the picture. The appraising officers hold the dossiers.',
  waiting: (n) => `To print: ${n} ${n === '1' ? 'card' : 'cards'}`,
  none: 'No card waits to be printed. A card comes here as soon as its decision is signed.',
  columns: { card: 'Card number', licence: 'Licence number', portrait: 'Picture code', queued: 'Waiting since' },
  more: (n) => `and ${n} more in the same run`,
  runs: 'Runs printed',
  runsNone: 'Nothing has been printed yet.',
  runColumns: { at: 'Printed at', cards: 'Cards', by: 'Printed by' },
  you: 'You',
  colleague: 'A colleague',
}

export const printingText: Readonly<Record<Lang, typeof vi>> = { vi, en }
