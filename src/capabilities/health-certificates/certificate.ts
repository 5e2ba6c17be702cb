/** A driver's health certificate in our words. Pure. */
import { z } from 'zod'
import { isLocalDate, type LocalDate } from '../../platform/values/dates.ts'
import { nameKey } from '../../platform/values/words.ts'

/** Số giấy khám sức khoẻ: five digits / GKSKLX / the clinic's five-digit code / two digits of the year. */
const NUMBER = /^\d{5}\/GKSKLX\/(\d{5})\/\d{2}$/

/** The number as it is stored, from what a person typed; undefined when it cannot be one. */
export function parseCertificateNumber(text: string): string | undefined {
  const number = text.toUpperCase().replace(/\s/g, '').replace(/[\\-]/g, '/')
  return NUMBER.test(number) ? number : undefined
}

/** The five digits of the clinic in a number. */
export function clinicOfNumber(number: string): string {
  return NUMBER.exec(number)?.[1] ?? ''
}

/** The number of the statutory form. @param serial 1 to 99999, @param year four digits */
export function composeCertificateNumber(serial: number, clinicCode: string, year: number): string {
  return `${String(serial).padStart(5, '0')}/GKSKLX/${clinicCode}/${String(year % 100).padStart(2, '0')}`
}

/** What is indexed of the holder: identity number and name together, since both must equal the account's. */
export function holderKey(identityNumber: string, fullName: string): string {
  return `${identityNumber}\0${nameKey(fullName)}`
}

/**
 * Kết luận: "đủ điều kiện", "không đủ điều kiện", "đạt … nhưng yêu cầu khám lại".
 */
export type CertificateConclusion = 'eligible' | 'not-eligible' | 'eligible-re-exam'

/** By which door a certificate came in. */
export type CertificateSource = 'health-gateway' | 'clinic-software' | 'clinic' | 'certified-copy'

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
  readonly source: CertificateSource
  /** The exchange with the gateway that brought it; null for the other doors. */
  readonly exchangeId: string | null
  readonly receivedAt: Date
  /** The clinic took it back: it serves nobody any more. */
  readonly revokedAt: Date | null
}

/** What only a person with a reason may read: kept sealed. */
export interface HealthValues {
  readonly alcohol: number | null
  readonly alcoholUnit: 'mg-per-100-ml-blood' | 'mg-per-litre-breath' | null
  readonly drugsFound: boolean | null
  readonly reason: string
  readonly illness: string
}

/** Where a certificate says nothing about values: a certified copy is read by an officer, who copies only the conclusion. */
export const noValues: HealthValues = { alcohol: null, alcoholUnit: null, drugsFound: null, reason: '', illness: '' }

/** A certificate as it was sent or entered. */
export interface SentCertificate extends Omit<HealthCertificate, 'id' | 'source' | 'exchangeId' | 'receivedAt' | 'revokedAt'> {
  readonly values: HealthValues
}

const answerShape = z.object({
  /** The number that was asked for, where it was asked by number. */
  number: z.string().optional(),
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
