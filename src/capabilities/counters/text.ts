/** The one message of a counter: a code, to be told to nobody but the clerk at whose table one sits. No link (TH9). */
import type { Lang } from '../../platform/values/words.ts'

/** @param minutes for which the code holds */
export const codeMessage: Readonly<Record<Lang, (code: string, minutes: number) => string>> = {
  vi: (code, minutes) => `Toàn Trình: Mã xác nhận nộp hồ sơ của bạn là ${code}, dùng trong ${minutes} phút. Chỉ đọc mã cho cán bộ đang ngồi trước bạn. Ai gọi điện hỏi mã là lừa đảo.`,
  en: (code, minutes) => `Toàn Trình: Your code to file the dossier is ${code}, good for ${minutes} minutes. Tell it only to the clerk in front of you. Whoever calls to ask for it is a swindler.`,
}
