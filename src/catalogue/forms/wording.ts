/** How papers write dates, hours and money. Pure; the law's time zone is fixed. */

const OFFICE = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
})

/** '2026-11-20' → '20/11/2026'; an empty text stays empty. */
export function shortDate(on: string): string {
  const [year, month, day] = on.split('-')
  return year && month && day ? `${day}/${month}/${year}` : ''
}

/** '2026-11-20' → 'ngày 20 tháng 11 năm 2026' (one-digit months 3 to 9 stay bare, 1 and 2 get a zero: NĐ 30/2020, PL I). */
export function longDate(on: string): string {
  const [year, month, day] = on.split('-').map(Number)
  if (!year || !month || !day) return ''
  return `ngày ${String(day).padStart(2, '0')} tháng ${month < 3 ? `0${month}` : month} năm ${year}`
}

/** An instant as Mẫu 01 writes it: '09 giờ 40 phút, ngày 20 tháng 11 năm 2026'. */
export function hourAndDate(at: Date): string {
  const part = Object.fromEntries(OFFICE.formatToParts(at).map((p) => [p.type, p.value]))
  return `${part.hour} giờ ${part.minute} phút, ${longDate(`${part.year}-${part.month}-${part.day}`)}`
}

/** The same in a narrow column: '09:40 20/11/2026'. */
export function shortHourAndDate(at: Date): string {
  const part = Object.fromEntries(OFFICE.formatToParts(at).map((p) => [p.type, p.value]))
  return `${part.hour}:${part.minute} ${part.day}/${part.month}/${part.year}`
}

/** 135000 → '135.000 đồng'. */
export function dong(amountVnd: number): string {
  return `${String(amountVnd).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** One group of three digits read aloud; `full` reads the hundreds even when zero. */
function groupInWords(group: number, full: boolean): string {
  const hundreds = Math.floor(group / 100)
  const tens = Math.floor((group % 100) / 10)
  const units = group % 10
  const words: string[] = []
  if (hundreds > 0 || full) words.push(`${DIGITS[hundreds]} trăm`)
  if (tens === 0 && units > 0 && words.length > 0) words.push('lẻ')
  if (tens === 1) words.push('mười')
  if (tens > 1) words.push(`${DIGITS[tens]} mươi`)
  if (units === 1 && tens > 1) words.push('mốt')
  else if (units === 5 && tens > 0) words.push('lăm')
  else if (units > 0) words.push(DIGITS[units] ?? '')
  return words.join(' ')
}

/** 135000 → 'Một trăm ba mươi lăm nghìn đồng'. Whole đồng below 10^12. */
export function dongInWords(amountVnd: number): string {
  if (amountVnd === 0) return 'Không đồng'
  const names = ['', ' nghìn', ' triệu', ' tỷ']
  const groups: number[] = []
  for (let rest = amountVnd; rest > 0; rest = Math.floor(rest / 1000)) groups.push(rest % 1000)
  const words = groups
    .map((group, index) => (group === 0 ? '' : groupInWords(group, index < groups.length - 1) + (names[index] ?? '')))
    .reverse().filter((text) => text !== '').join(' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`
}

const SHORT_NAMES: readonly (readonly [RegExp, string])[] = [[/\bTTLT (?=\d)/g, 'Thông tư liên tịch '], [/\bTT (?=\d)/g, 'Thông tư '], [/(?<!\p{L})NĐ (?=\d)/gu, 'Nghị định '], [/(?<!\p{L})QĐ (?=\d)/gu, 'Quyết định ']]

/**
 * The laws that a source names, as papers write them: without what a source says beside them (what was not found, which procedure, what it is about).
 * @returns empty where a source names no law
 */
export function lawsNamed(source: string): string[] {
  const parts = source.replace(/\s*\([^)]*\)/g, '').split(/;\s*/).map((part) => part.replace(/:.*$/s, '').trim())
  return parts.filter((part) => /^(?:Luật|Bộ luật|Nghị|Thông tư|NĐ|NQ|TTLT|TT|QĐ|Quyết định)\s.*\d/u.test(part)).map((part) => SHORT_NAMES.reduce((text, [short, whole]) => text.replace(short, whole), part))
}

/** What stands where somebody would sign for having filed. @param inPerson they were helped at a service point */
export function filedHint(inPerson: boolean): string {
  return inPerson ? 'Nộp tại điểm tiếp nhận, đã đối chiếu căn cước' : 'Nộp trực tuyến, đã xác thực'
}

/** What pages say to 'bạn', as papers say it. */
export function toCitizen(text: string): string {
  return text.replace(/(?<!\p{L})([Bb])ạn(?!\p{L})/gu, (_, first: string) => (first === 'B' ? 'Ông (bà)' : 'ông (bà)'))
}
