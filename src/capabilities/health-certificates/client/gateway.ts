/** The health gateway: its wire words end here. Fields as hospitals' programs send them; the look-up itself is assumed. */
import { z } from 'zod'
import { OutsideFailure, type OutsideAnswer } from '../../platform/outside/call.ts'
import type { Platform } from '../../platform/runtime.ts'
import { type LocalDate, parseWireDate } from '../../platform/values/dates.ts'
import { nameKey } from '../../platform/values/words.ts'
import { parseCertificateNumber, type CertificateConclusion, type SentCertificate } from './certificate.ts'

/** The codes taken as the three wordings of the form in their order: no source says so (confidence 0.7). */
const CONCLUSIONS: Record<'A0-1' | 'A0-2' | 'A0-3', CertificateConclusion> = { 'A0-1': 'eligible', 'A0-2': 'not-eligible', 'A0-3': 'eligible-re-exam' }

const day = z.string().transform((text, context): LocalDate => {
  const date = parseWireDate(text)
  if (date !== undefined) return date
  context.addIssue({ code: 'custom', message: 'not a day' })
  return z.NEVER
})

const number = z.string().transform((text, context) => {
  const parsed = parseCertificateNumber(text)
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: 'not a certificate number' })
  return z.NEVER
})

// Some programs send codes as numbers; empty strings stand for nothing.
const code = z.union([z.string(), z.number()]).transform(String)
const text = (length: number) => z.string().max(length).nullish().transform((value) => value ?? '')

const record = z.object({
  SO: number,
  HOTEN: z.string().min(1).max(200),
  SOCMND_PASSPORT: z.string().min(1).max(20),
  IDBENHVIEN: code,
  BENHVIEN: z.string().max(300),
  NONGDOCON: z.union([z.number(), z.string()]).nullish(),
  DVINONGDOCON: code.nullish(),
  MATUY: code.nullish(),
  NGAYKETLUAN: day,
  BACSYKETLUAN: z.string().max(200),
  KETLUAN: z.enum(['A0-1', 'A0-2', 'A0-3']),
  HANGBANGLAI: z.string().min(1).max(10),
  NGAYKHAMLAI: z.union([z.literal(''), day]).nullish(),
  LYDO: text(2000),
  TINHTRANGBENH: text(2000),
})

const answer = z.object({ MSG_STATE: code, DANHSACH: z.array(record).min(1).max(200) })

/** Whose certificates are meant. */
export interface AskedPerson {
  readonly identityNumber: string
  /** A nine-digit identity card number of before 2021, where the person had one. */
  readonly formerIdentityNumber?: string | undefined
  readonly fullName: string
}

export interface FoundCertificates {
  readonly certificates: readonly SentCertificate[]
  /** Records about somebody else: counted, not read. */
  readonly otherPerson: number
}

type Question = { readonly by: 'identity' } | { readonly by: 'number'; readonly number: string }

/**
 * Finds certificates by the person or by a number. A record whose identity number or name is not the person's is left alone
 * (name and identity number must equal the account's). By number that is an ordinary answer, by identity an alarm.
 * @param onWrongPerson told when the gateway answers an identity with somebody else's records
 * @returns value undefined when the gateway has nothing
 * @throws OutsideFailure 'malformed' for an answer about somebody else, or of another shape
 */
export async function findCertificates(
  platform: Platform, person: AskedPerson, question: Question, onWrongPerson: () => Promise<void>,
): Promise<OutsideAnswer<FoundCertificates>> {
  const query: Record<string, string> = question.by === 'number' ? { SO: question.number } : { SOCMND_PASSPORT: person.identityNumber }
  const { value, ...rest } = await platform.outside.call({
    system: 'health-records',
    purpose: `certificates.${question.by}`,
    method: 'GET',
    path: `/certificates?${new URLSearchParams(query)}`,
    expect: answer,
    absentOn: [404],
  })
  if (value === undefined) return { ...rest, value: undefined }
  if (value.MSG_STATE !== '1') throw new OutsideFailure('health-records', 'malformed', 'state is not 1')
  if (question.by === 'number' && value.DANHSACH.some((one) => one.SO !== question.number)) throw new OutsideFailure('health-records', 'malformed', 'another number')
  const own = value.DANHSACH.filter((one) => isAbout(one, person))
  const otherPerson = value.DANHSACH.length - own.length
  if (question.by === 'identity' && value.DANHSACH.some((one) => one.SOCMND_PASSPORT !== person.identityNumber)) {
    await onWrongPerson()
    throw new OutsideFailure('health-records', 'malformed', 'the answer is about another person')
  }
  return { ...rest, value: { certificates: own.map(toCertificate), otherPerson } }
}

function isAbout(one: z.infer<typeof record>, person: AskedPerson): boolean {
  const number = one.SOCMND_PASSPORT
  return (number === person.identityNumber || number === person.formerIdentityNumber) && nameKey(one.HOTEN) === nameKey(person.fullName)
}

function toCertificate(one: z.infer<typeof record>): SentCertificate {
  const alcohol = one.NONGDOCON === undefined || one.NONGDOCON === null || one.NONGDOCON === '' ? Number.NaN : Number(one.NONGDOCON)
  return {
    number: one.SO,
    licenceClass: one.HANGBANGLAI,
    conclusion: CONCLUSIONS[one.KETLUAN],
    concludedOn: one.NGAYKETLUAN,
    reExamOn: one.NGAYKHAMLAI || null,
    clinicCode: one.IDBENHVIEN,
    clinicName: one.BENHVIEN,
    doctorName: one.BACSYKETLUAN,
    values: {
      alcohol: Number.isFinite(alcohol) ? alcohol : null,
      alcoholUnit: one.DVINONGDOCON === '0' ? 'mg-per-100-ml-blood' : one.DVINONGDOCON === '1' ? 'mg-per-litre-breath' : null,
      drugsFound: one.MATUY === '0' ? false : one.MATUY === '1' ? true : null,
      reason: one.LYDO,
      illness: one.TINHTRANGBENH,
    },
  }
}
