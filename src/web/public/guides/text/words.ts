/** Words that all guides share. */
import type { Lang } from '../../../../platform/values/words.ts'

const vi = {
  title: 'Hướng dẫn', lead: 'Chọn phần dành cho bạn. Hình chụp từ chính dịch vụ này, bằng người và dữ liệu không có thật.',
  step: (n: number, of: number) => `Bước ${n} trên ${of}`, trouble: 'Khi gặp khó khăn', others: 'Các phần khác', read: 'Đọc hướng dẫn',
  practice: 'Tập làm thử', practiceText: 'Bản mô phỏng này là nơi tập: người, giấy tờ và tiền đều không có thật, làm sai không sao. Trang điều khiển cho bạn chọn vai, tua thời gian và làm một hệ thống im lặng để xem điều gì xảy ra.', practiceLink: 'Mở trang điều khiển bản mô phỏng',
}

const en: typeof vi = {
  title: 'Guides', lead: 'Choose the part that is for you. The pictures are of this very service, with people and data that are made up.',
  step: (n, of) => `Step ${n} of ${of}`, trouble: 'When something is difficult', others: 'The other parts', read: 'Read the guide',
  practice: 'Practise', practiceText: 'This simulation is the place to practise: people, papers and money are made up, and mistakes do no harm. On the control page you choose a role, move time on, and silence a system to see what happens.', practiceLink: 'Open the control page of the simulation',
}

export const guideWords: Readonly<Record<Lang, typeof vi>> = { vi, en }
