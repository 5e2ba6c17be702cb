/** A driver's health certificate in our words. Pure. */
import { z } from 'zod'
import { isLocalDate, type LocalDate } from '../../platform/values/dates.ts'

/** Số giấy khám sức khoẻ: five digits / GKSKLX / the clinic's five-digit code / two digits of the year. */
const NUMBER = /^\d{5}\/GKSKLX\/\d{5}\/\d{2}$/

/** The number as it is stored, from what a person typed; undefined when it cannot be one. */
export function parseCertificateNumber(text: string): string | undefined {
  const number = text.toUpperCase().replace(/\s/g, '').replace(/[\\-]/g, '/')
  return NUMBER.test(number) ? number : undefined
}

/**
 * Kết luận: "đủ điều kiện", "không đủ điều kiện", "đạt … nhưng yêu cầu khám lại".
 */
export type CertificateConclusion = 'eligible' | 'not-eligible' | 'eligible-re-exam'

/** What the register keeps and every reader may see. */
export interface HealthCertificate {
  readonly id: string
  readonly number: string
  /** Class of Law 36/2024 that the conclusion names, as printed: 'B', 'C1E'. */
  readonly licenceClass: string
  readonly conclusion: CertificateConclusion
  readonly concludedOn: LocalDate
  readonly reExamOn: LocalDate | null
  readonly clinicCode: string
  readonly clinicName: string
  readonly doctorName: string
  readonly source: 'health-gateway'
  readonly exchangeId: string
  readonly receivedAt: Date
}

/** What only a person with a reason may read: kept sealed. */
export interface HealthValues {
  readonly alcohol: number | null
  readonly alcoholUnit: 'mg-per-100-ml-blood' | 'mg-per-litre-breath' | null
  readonly drugsFound: boolean | null
  readonly reason: string
  readonly illness: string
}

/** A certificate as the gateway sent it. */
export interface SentCertificate extends Omit<HealthCertificate, 'id' | 'source' | 'exchangeId' | 'receivedAt'> {
  readonly values: HealthValues
}

const answerShape = z.object({
  /** Keys of the rows that the register took from this answer. */
  certificates: z.array(z.object({ number: z.string(), licenceClass: z.string(), concludedOn: z.string().refine(isLocalDate) })),
  /** How many records were left alone because they are about somebody else. */
  otherPerson: z.int().nonnegative(),
})

/** What is kept with the look-up; health data lies in the register only. */
export type CertificateAnswer = Readonly<z.infer<typeof answerShape>>

export function answerToText(answer: CertificateAnswer): string {
  return JSON.stringify(answerShape.parse(answer))
}

export function answerFromText(text: string): CertificateAnswer {
  return answerShape.parse(JSON.parse(text))
}
