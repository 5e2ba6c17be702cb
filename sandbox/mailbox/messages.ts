/** Messages as both gateways keep them. The same idempotency key gives the same receipt and no second message. */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Box } from '../kit/index.ts'

export interface Message {
  receipt: string
  channel: 'sms' | 'mail'
  to: string
  subject: string | null
  text: string
  /** Names and sizes of what was attached, in bytes. */
  attachments: { name: string; bytes: number }[]
  acceptedAt: string
}

export const messagesOf = (box: Box) => box.docs<Message>('shared:messages')

const body = z.object({
  idempotencyKey: z.string().max(200).optional(),
  to: z.string().trim().min(3).max(200),
  subject: z.string().max(500).optional(),
  text: z.string().max(100_000),
  attachments: z.array(z.object({ name: z.string().max(200), base64: z.string() })).max(10).default([]),
})

/** Real subscribers' numbers never start with 0000, and .invalid is a name that nobody can own (RFC 2606). */
function isMadeUpAddress(channel: Message['channel'], to: string): boolean {
  return channel === 'sms' ? /^0000\d{6}$/.test(to) : /^[^\s@]+@vidu\.invalid$/.test(to)
}

export type Acceptance =
  | { status: 200; answer: { idempotencyKey: string; receipt: string; acceptedAt: string } }
  | { status: 400 | 422; answer: { MaLoi: string; MoTa: string } }

/** Takes a message; key from the body, or the header `idempotency-key`. */
export async function accept(box: Box, channel: Message['channel'], request: FastifyRequest): Promise<Acceptance> {
  const parsed = body.safeParse(request.body)
  if (!parsed.success) return { status: 400, answer: { MaLoi: 'BAN_TIN_SAI', MoTa: z.prettifyError(parsed.error) } }
  const message = parsed.data
  if (!isMadeUpAddress(channel, message.to)) {
    return { status: 422, answer: { MaLoi: 'DIA_CHI_NGOAI_DAI_MO_PHONG', MoTa: channel === 'sms' ? 'Chỉ nhận số bắt đầu bằng 0000' : 'Chỉ nhận địa chỉ @vidu.invalid' } }
  }
  const header = request.headers['idempotency-key']
  const key = message.idempotencyKey ?? (typeof header === 'string' ? header : undefined)
  if (!key) return { status: 400, answer: { MaLoi: 'THIEU_KHOA', MoTa: 'idempotencyKey or the header idempotency-key is needed' } }
  const now = await box.now()
  const kept = await messagesOf(box).update(`${channel}/${key}`, (before) => before ?? {
    receipt: `${channel.toUpperCase()}-${crypto.randomUUID()}`, channel, to: message.to, subject: message.subject ?? null, text: message.text,
    attachments: message.attachments.map(({ name, base64 }) => ({ name, bytes: Math.floor(base64.length * 3 / 4) })),
    acceptedAt: now.toISOString(),
  })
  return { status: 200, answer: { idempotencyKey: key, receipt: kept.receipt, acceptedAt: kept.acceptedAt } }
}
