/** What a citizen answers while filing — nội dung đề nghị. Sealed in the draft and, frozen, in the dossier. */
import { z } from 'zod'
import { isLicenceClassId, type LicenceClassId } from '../../catalogue/index.ts'
import { isLocalDate } from '../../platform/values/dates.ts'


/** How a licence gets lost — mất, bị lấy cắp, bị thiên tai, hỏa hoạn hủy. */
export const lossKinds = ['mislaid', 'stolen', 'destroyed'] as const

/** Phone numbers as typed, checked after blanks and dots are gone. Made-up ones begin 0000. */
const phone = z.string().transform((t) => t.replace(/[\s.-]/g, '')).pipe(z.string().regex(/^(0\d{9}|\+84\d{9})$/))

const text = (most: number) => z.string().transform((t) => t.normalize('NFC').trim().replace(/\s+/g, ' ')).pipe(z.string().min(1).max(most))

const licenceClass = z.custom<LicenceClassId>((value) => typeof value === 'string' && isLicenceClassId(value))

export const answersShape = z.object({
  /** One of the procedure's reasons; judged with its rules at filing. */
  reason: z.string().regex(/^[a-z]+(-[a-z]+)*$/).max(40),
  /** Old class id → chosen new class id, where the law gives a choice. */
  classChoice: z.partialRecord(licenceClass, licenceClass).default({}),
  /** How the licence was lost, where the procedure asks; `notHeld`: declared, that no authority holds it. */
  loss: z.object({ how: z.enum(lossKinds), lostOn: z.string().refine(isLocalDate), notHeld: z.literal(true) }).optional(),
  /** What is to be printed anew; 'none' keeps the register's words. */
  changedDetails: z.enum(['none', 'follow-population-register']),
  authorityProvince: z.string().min(1).max(40),
  phone,
  email: z.email().max(200).or(z.literal('')),
  portraitId: z.uuid(),
  certificate: z.discriminatedUnion('how', [
    z.object({ how: z.literal('by-identity') }),
    z.object({ how: z.literal('by-number'), number: z.string().regex(/^\d{5}\/GKSKLX\/\d{5}\/\d{2}$/) }),
    z.object({ how: z.literal('not-yet'), clinicCode: z.string().regex(/^\d{5}$/).optional() }),
    z.object({ how: z.literal('certified-copy'), copyId: z.uuid() }),
    z.object({ how: z.literal('not-needed') }),
  ]),
  delivery: z.discriminatedUnion('how', [
    z.object({ how: z.literal('post'), recipient: text(80), phone, provinceCode: z.string().min(1), commune: text(80), street: text(160) }),
    z.object({ how: z.literal('collect') }),
  ]),
  /** The frozen words of the population register and the register of licences at filing. */
  holder: z.object({
    fullName: text(120), birthDate: z.string().refine(isLocalDate), sex: z.enum(['male', 'female']), nationality: text(60),
    address: text(300), provinceCode: z.string(),
  }),
})

/** A complete set of answers. */
export type Answers = z.infer<typeof answersShape>

/** A draft: any part may still be missing; what is there has its final shape. */
export const draftShape = answersShape.partial()
export type DraftAnswers = z.infer<typeof draftShape>
