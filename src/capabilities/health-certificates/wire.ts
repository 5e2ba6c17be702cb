/** The wire words of clinics' programs and of the gateway, translated once. Pure. Fields as six hospital programs send them. */
import { z } from 'zod'
import { type LocalDate, parseWireDate } from '../../platform/values/dates.ts'
import { type CertificateConclusion, parseCertificateNumber, type SentCertificate } from './certificate.ts'

/** The codes taken as the three wordings of the form in their order: no source says so (confidence 0.7). */
const CONCLUSIONS: Record<'A0-1' | 'A0-2' | 'A0-3', CertificateConclusion> = { 'A0-1': 'eligible', 'A0-2': 'not-eligible', 'A0-3': 'eligible-re-exam' }

const day = z.string().transform((text, context): LocalDate => {
  const date = parseWireDate(text)
  if (date !== undefined) return date
  context.addIssue({ code: 'custom', message: 'not a day' })
  return z.NEVER
})

const number = z.string().max(60).transform((text, context) => {
  const parsed = parseCertificateNumber(text)
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: 'not a certificate number' })
  return z.NEVER
})

// Some programs send codes as numbers; empty strings stand for nothing.
const code = z.union([z.string().max(20), z.number()]).transform(String)
const text = (length: number) => z.string().max(length).nullish().transform((value) => value ?? '')

/** One certificate for one class, as the gateway gives it. */
export const wireRecord = z.object({
  SO: number,
  HOTEN: z.string().min(1).max(200),
  SOCMND_PASSPORT: z.string().min(1).max(20),
  IDBENHVIEN: code,
  BENHVIEN: z.string().max(300),
  NONGDOCON: z.union([z.number(), z.string().max(20)]).nullish(),
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

export type WireRecord = z.infer<typeof wireRecord>

/** An envelope of the gateway. */
export const wireAnswer = z.object({ MSG_STATE: code, DANHSACH: z.array(wireRecord).min(1).max(200) })

export function toCertificate(one: WireRecord): SentCertificate {
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

const message = wireRecord.extend({
  /** The national form signs a document without the clinic's code and name: they stand beside it and are bound to the sender. */
  IDBENHVIEN: code.nullish().transform((value) => value ?? ''),
  BENHVIEN: text(300),
  CREATEDDATE: text(40),
  UUID: text(60),
})

/** What a clinic's program sends: a certificate, whose it is, and the marks of the message. */
export interface PushedCertificate {
  readonly certificate: SentCertificate
  readonly identityNumber: string
  readonly fullName: string
  /** The sender's own name for the message; empty where its program gives none. */
  readonly uuid: string
  readonly createdAt: Date | undefined
}

/**
 * Reads the fields of a message.
 * @param fields as they stood in the signed document, or in the body where nothing is signed
 * @returns the certificate, or the name of the first field that cannot be what it has to be
 */
export function readMessage(fields: Readonly<Record<string, unknown>>): PushedCertificate | { readonly wrongField: string } {
  const parsed = message.safeParse(fields)
  if (!parsed.success) return { wrongField: String(parsed.error.issues[0]?.path[0] ?? '') }
  const { data } = parsed
  const identityNumber = data.SOCMND_PASSPORT.replace(/\s/g, '').toUpperCase()
  if (!/^(\d{12}|\d{9}|[A-Z]\d{6,8})$/.test(identityNumber)) return { wrongField: 'SOCMND_PASSPORT' }
  if (data.KETLUAN === 'A0-3' && !data.NGAYKHAMLAI) return { wrongField: 'NGAYKHAMLAI' }
  return { certificate: toCertificate(data), identityNumber, fullName: data.HOTEN, uuid: data.UUID.trim(), createdAt: parseWireInstant(data.CREATEDDATE) }
}

/** Forms that programs use; no document fixes one. Times without a zone are Vietnam's. */
function parseWireInstant(typed: string): Date | undefined {
  const local = /^(\d{4})-?(\d{2})-?(\d{2})[T ]?(\d{2}):?(\d{2}):?(\d{2})(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})?$/.exec(typed.trim())
  const slashed = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}):(\d{2})(?::(\d{2}))?$/.exec(typed.trim())
  const iso = local
    ? `${local[1]}-${local[2]}-${local[3]}T${local[4]}:${local[5]}:${local[6]}${local[7]?.slice(0, 4) ?? ''}${local[8] ?? '+07:00'}`
    : slashed ? `${slashed[3]}-${slashed[2]}-${slashed[1]}T${slashed[4]}:${slashed[5]}:${slashed[6] ?? '00'}+07:00` : ''
  const ms = Date.parse(iso)
  return Number.isNaN(ms) ? undefined : new Date(ms)
}

/** What two copies of one message must agree in: the signed document and the envelope around it. */
const COMPARED = ['SO', 'HOTEN', 'SOCMND_PASSPORT', 'NGAYKETLUAN', 'KETLUAN', 'HANGBANGLAI', 'IDBENHVIEN'] as const

/** The first field in which envelope and signed document differ; undefined when they say the same. */
export function differingField(envelope: Readonly<Record<string, unknown>>, signed: Readonly<Record<string, unknown>>): string | undefined {
  const plain = (value: unknown) => (value === undefined || value === null ? '' : String(value).normalize('NFC').trim())
  return COMPARED.find((field) => field in signed && plain(signed[field]) !== '' && plain(envelope[field]) !== '' && plain(envelope[field]) !== plain(signed[field]))
}
