/**
 * Days off that the labour code names, proposed for a year that nobody has entered yet. A proposal decides nothing: a day
 * counts by its row in the working calendar, with a decree and two people.
 * Legal: Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3 and Điều 112; NQ 28/2026/QH16 (24 November).
 */
import { addDays, type LocalDate, weekday } from '../../platform/values/dates.ts'
import type { CalendarDay } from './working-days.ts'

export interface ProposedDay extends CalendarDay {
  readonly source: string
  /** How sure the day is before the yearly announcement. */
  readonly confidence: number
}

/**
 * First day of the lunar year and the tenth of its third month, counted for UTC+7. Source: @dqcai/vn-lunar 1.0.1; every row agrees with
 * the astronomical rule of the Vietnamese calendar. The calendar of `Intl` is that of Beijing and differs, in 2030 for one.
 */
const lunar: Readonly<Record<number, readonly [newYear: LocalDate, kings: LocalDate]>> = {
  2027: ['2027-02-06', '2027-04-16'], 2028: ['2028-01-26', '2028-04-04'], 2029: ['2029-02-13', '2029-04-23'], 2030: ['2030-02-02', '2030-04-12'],
  2031: ['2031-01-23', '2031-04-01'], 2032: ['2032-02-11', '2032-04-19'], 2033: ['2033-01-31', '2033-04-09'], 2034: ['2034-02-19', '2034-04-28'],
  2035: ['2035-02-08', '2035-04-17'], 2036: ['2036-01-28', '2036-04-06'], 2037: ['2037-02-15', '2037-04-24'], 2038: ['2038-02-04', '2038-04-13'],
  2039: ['2039-01-24', '2039-04-03'], 2040: ['2040-02-12', '2040-04-20'],
}

const CODE = 'Bộ luật Lao động 45/2019/QH14, Điều 112'
const CHOSEN = `${CODE}; ngày cụ thể do thông báo của năm chọn`
const LUNAR = `${CODE}; ngày âm lịch đổi theo múi giờ UTC+7`
const SUBSTITUTE = 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3: nghỉ bù'
/** Tết takes five days; the announcement of the year says which. One before and four from the first is the usual choice. */
const TET_FROM = -1
const TET_DAYS = 5

/** The second day of National Day is the one before or after; mostly the one that joins a weekend (assumed). */
function besideNationalDay(year: number): LocalDate {
  const [before, after]: [LocalDate, LocalDate] = [`${year}-09-01`, `${year}-09-03`]
  if (weekday(before) >= 6) return after
  return weekday(after) === 5 ? after : before
}

/** Every holiday of a year, and a day off in lieu for each that falls on a weekend. @returns undefined for a year whose lunar days are not in the table */
export function proposedHolidays(year: number): readonly ProposedDay[] | undefined {
  const found = lunar[year]
  if (found === undefined) return undefined
  const [newYear, kings] = found
  const holiday = (date: LocalDate, name: string, source: string, confidence: number): ProposedDay => ({ date, kind: 'holiday', name, source, confidence })
  const holidays = [
    holiday(`${year}-01-01`, 'Tết Dương lịch', CODE, 0.97),
    ...Array.from({ length: TET_DAYS }, (_, i) => holiday(addDays(newYear, i + TET_FROM), 'Tết Nguyên đán', i + TET_FROM >= 0 && i + TET_FROM < 3 ? LUNAR : CHOSEN, i + TET_FROM >= 0 && i + TET_FROM < 3 ? 0.95 : 0.6)),
    holiday(kings, 'Giỗ Tổ Hùng Vương', LUNAR, 0.95),
    holiday(`${year}-04-30`, 'Ngày Chiến thắng', CODE, 0.97),
    holiday(`${year}-05-01`, 'Ngày Quốc tế lao động', CODE, 0.97),
    holiday(`${year}-09-02`, 'Quốc khánh', CODE, 0.97),
    holiday(besideNationalDay(year), 'Quốc khánh (ngày liền kề)', CHOSEN, 0.6),
    holiday(`${year}-11-24`, 'Ngày Văn hóa Việt Nam', 'Nghị quyết 28/2026/QH16', 0.85),
  ].sort((a, b) => (a.date < b.date ? -1 : 1))
  return [...holidays, ...inLieu(holidays)].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** The next working day after each holiday that falls on a weekend, each once. */
function inLieu(holidays: readonly ProposedDay[]): ProposedDay[] {
  const off = new Set(holidays.map(({ date }) => date))
  return holidays.filter(({ date }) => weekday(date) >= 6).map(({ date, name }) => {
    let day = addDays(date, 1)
    while (weekday(day) >= 6 || off.has(day)) day = addDays(day, 1)
    off.add(day)
    return { date: day, kind: 'leave', name: `Nghỉ bù ${name}`, source: SUBSTITUTE, confidence: 0.9 }
  })
}
