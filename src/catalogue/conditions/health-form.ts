/**
 * The form of a driver's health certificate — mẫu giấy khám sức khỏe của người lái xe: what is examined, and the three wordings
 * of the conclusion. Legal: TT 36/2024/TT-BYT; wordings as six hospital programs print them; the full text was not read.
 */
import { formatDate, type LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import { type HealthGroup, licenceClasses } from '../licences/classes.ts'

/** Part II of the form, in its order. */
export const examinedParts = {
  mind: { vi: 'Tâm thần', en: 'Mental health' },
  nerves: { vi: 'Thần kinh', en: 'Nervous system' },
  eyes: { vi: 'Mắt', en: 'Eyes' },
  ears: { vi: 'Tai, mũi, họng', en: 'Ears, nose, throat' },
  heart: { vi: 'Tim mạch', en: 'Heart and vessels' },
  lungs: { vi: 'Hô hấp', en: 'Breathing' },
  bones: { vi: 'Cơ, xương, khớp', en: 'Muscles, bones, joints' },
  hormones: { vi: 'Nội tiết', en: 'Hormones' },
  pregnancy: { vi: 'Thai sản', en: 'Pregnancy' },
} as const satisfies Readonly<Record<string, Words>>

export type ExaminedPart = keyof typeof examinedParts

/** Whether a text names a part of the form. */
export function isExaminedPart(text: string): text is ExaminedPart {
  return Object.hasOwn(examinedParts, text)
}

/** What a certificate may conclude: đủ điều kiện, không đủ điều kiện, đạt nhưng yêu cầu khám lại. */
export type Fitness = 'eligible' | 'not-eligible' | 'eligible-re-exam'

/** The conclusion in the words of the form. @param reExamOn the day of the next examination, where one is asked for */
export function fitnessWords(fitness: Fitness, licenceClass: string, reExamOn: LocalDate | null): Words {
  const day = reExamOn ? formatDate(reExamOn) : '…'
  switch (fitness) {
    case 'eligible':
      return { vi: `Đủ điều kiện sức khỏe lái xe hạng ${licenceClass}`, en: `Fit to drive class ${licenceClass}` }
    case 'not-eligible':
      return { vi: `Không đủ điều kiện sức khỏe lái xe hạng ${licenceClass}`, en: `Not fit to drive class ${licenceClass}` }
    case 'eligible-re-exam':
      return { vi: `Đạt tiêu chuẩn sức khỏe lái xe hạng ${licenceClass} nhưng yêu cầu khám lại (ngày khám lại: ${day})`, en: `Meets the standard for class ${licenceClass} but must be examined again (on ${day})` }
  }
}

/** The classes that a clinic concludes about, each with its health group. */
export const examinedClasses: readonly { readonly name: string; readonly group: HealthGroup; readonly what: Words }[] = licenceClasses
  .filter((one) => one.scheme === 'law-2024').map((one) => ({ name: one.printed, group: one.healthGroup, what: one.description }))

/** Drugs found in a test exclude driving of every class. Source: TT 36/2024/TT-BYT, tiêu chuẩn tâm thần; read off summaries (assumed, confidence 0.8). */
export function excludesFitness(found: { readonly drugsFound: boolean }): boolean {
  return found.drugsFound
}
