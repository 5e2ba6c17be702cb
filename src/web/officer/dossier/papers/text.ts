/** Words of what an officer does with a dossier's papers. */
import type { Lang } from '../../../../platform/values/words.ts'

const vi = {
  askSheet: 'Lập phiếu kiểm soát (Mẫu 05)',
  sheetHint: 'Phiếu ghi ai giữ hồ sơ từ lúc nào đến lúc nào, đúng hạn hay quá hạn, tính đến lúc này.',
  waitingStamp: 'Chờ dấu thời gian',
  waitsForStamp: 'Chưa có dấu thời gian thì chưa ký xong: hệ thống tự ký tiếp khi nơi cấp dấu thời gian trả lời. Không có bản nào chưa đóng dấu được đưa ra.',
}

const en: typeof vi = {
  askSheet: 'Draw up the control sheet (form 05)',
  sheetHint: 'The sheet says who held the dossier from when to when, in time or late, up to this moment.',
  waitingStamp: 'Waits for the time stamp',
  waitsForStamp: 'Without a time stamp nothing is signed: the service signs as soon as the time-stamp authority answers. No file without a stamp is given out.',
}

export const papersText: Readonly<Record<Lang, typeof vi>> = { vi, en }
