/** Clinics' addresses: the national wire for their programs (push), and a plain JSON interface to issue, correct, take back and join (P2, P3). */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Clinic, correctCertificate, issueCertificate, joinClinic, parseCertificateNumber, pushCertificate, revokeCertificate, senderOf } from '../../../capabilities/health-certificates/index.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { isLocalDate } from '../../../platform/values/dates.ts'
import { parseIdentityNumber } from '../../../platform/values/identity-number.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../paths.ts'
import type { Web } from '../../request.ts'
import { sendAnswer, sendProblem } from './replies.ts'
import { replies } from './text.ts'

/** A message with its signed document in Base64; a certificate has some forty short fields. */
const MAX_MESSAGE = 192 * 1024

const actor = systemActor('clinic')
const day = z.string().refine(isLocalDate)
const number = z.string().max(60).refine((typed) => parseCertificateNumber(typed) !== undefined).transform((typed) => parseCertificateNumber(typed) ?? '')

const conclusionShape = z.object({
  key: z.string().min(8).max(60),
  identityNumber: z.string().refine((text) => parseIdentityNumber(text) !== undefined), fullName: z.string().trim().min(1).max(200),
  licenceClass: z.string().max(10), conclusion: z.enum(['eligible', 'not-eligible', 'eligible-re-exam']), concludedOn: day, reExamOn: day.nullable().default(null), doctorName: z.string().trim().min(1).max(200),
  values: z.object({
    alcohol: z.number().min(0).nullable(), alcoholUnit: z.enum(['mg-per-100-ml-blood', 'mg-per-litre-breath']).nullable(), drugsFound: z.boolean().nullable(),
    reason: z.string().max(2000), illness: z.string().max(2000),
  }).optional(),
}).refine((one) => one.conclusion !== 'eligible-re-exam' || one.reExamOn !== null, { path: ['reExamOn'] })

const joinShape = z.object({ clinicCode: z.string().max(5), code: z.string().max(60), certificate: z.string().max(20_000).optional() })

/** The body in its shape. @throws Refusal 'message-malformed' naming the field */
function parse<T>(shape: z.ZodType<T>, body: unknown): T {
  const parsed = shape.safeParse(body)
  if (parsed.success) return parsed.data
  throw new Refusal('message-malformed', { field: String(parsed.error.issues[0]?.path.join('.') ?? '') })
}

function headersOf(request: FastifyRequest): { username: string; password: string } {
  const text = (name: string) => {
    const value = request.headers[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  return { username: text('username'), password: text('password') }
}

export function registerCertificates(app: FastifyInstance, { platform }: Web): void {
  /** One command of a clinic that has shown its key; a clinic that signs issues and corrects by its program only. */
  const asClinic = <T>(request: FastifyRequest, proof: 'key' | 'key-alone', act: (work: Work, clinic: Clinic) => Promise<T>): Promise<T> => platform.work(actor, async (work) => {
    const { username, password } = headersOf(request)
    return act(work, (await senderOf(work, username, password, proof)).clinic)
  })
  void app.register(async (scope) => {
    scope.addContentTypeParser(['application/xml', 'text/xml'], { parseAs: 'buffer', bodyLimit: MAX_MESSAGE }, (_request, body, done) => done(null, body))
    scope.setErrorHandler(async (error, request, reply) => {
      if (!(error instanceof Refusal)) platform.log.warn({ requestId: request.id, err: error instanceof Error ? error.message : '' }, 'a clinic’s message failed')
      return sendProblem(request, reply, error)
    })

    scope.post(paths.clinicCertificates(), { bodyLimit: MAX_MESSAGE }, async (request, reply) => {
      const { body } = request
      const receipt = await platform.work(actor, (work) => pushCertificate(work, {
        ...headersOf(request), body: Buffer.isBuffer(body) ? { kind: 'xml', bytes: body } : { kind: 'json', fields: body },
      }))
      return sendAnswer(request, reply, 200, {
        MSG_STATE: '1', MSG_TEXT: receipt.outcome === 'new' ? replies.accepted : replies[receipt.outcome], IDBENHVIEN: receipt.clinicCode, BENHVIEN: receipt.clinicName, SO: receipt.number,
        UUID: receipt.uuid || receipt.certificateId,
      })
    })
    scope.post(paths.clinicIssue(), async (request, reply) => {
      const conclusion = parse(conclusionShape, request.body)
      const issued = await asClinic(request, 'key-alone', (work, clinic) => issueCertificate(work, clinic, given(conclusion)))
      return reply.code(issued.outcome === 'new' ? 201 : 200).send({ number: issued.number, outcome: issued.outcome, message: issued.outcome === 'new' ? replies.accepted : replies.known })
    })
    scope.post(paths.clinicCorrect(), async (request, reply) => {
      const conclusion = parse(conclusionShape, request.body)
      const { number: which } = parse(z.object({ number }), request.body)
      const { outcome } = await asClinic(request, 'key-alone', (work, clinic) => correctCertificate(work, clinic, which, given(conclusion)))
      return reply.send({ number: which, outcome, message: outcome === 'known' ? replies.known : replies.corrected })
    })
    scope.post(paths.clinicRevoke(), async (request, reply) => {
      const revocation = parse(z.object({ number, licenceClass: z.string().min(1).max(10), reason: z.string().trim().min(1).max(200) }), request.body)
      await asClinic(request, 'key', (work, clinic) => revokeCertificate(work, clinic, revocation))
      return reply.send({ number: revocation.number, outcome: 'revoked', message: replies.revoked })
    })
    scope.post(paths.clinicJoin(), async (request, reply) => {
      const joining = parse(joinShape, request.body)
      const { apiKey, clinic } = await platform.work(actor, (work) => joinClinic(work, { ...joining, certificatePem: joining.certificate }))
      return reply.code(201).send({ clinicCode: clinic.code, name: clinic.name, apiKey, message: replies.joined })
    })
  })
}

/** Without the field where the clinic gave no values. */
function given<T extends { values?: unknown }>(conclusion: T): Omit<T, 'values'> & { values?: NonNullable<T['values']> } {
  const { values, ...rest } = conclusion
  return values ? { ...rest, values } : rest
}
