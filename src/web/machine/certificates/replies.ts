/** Answers in the wire words: MSG_STATE, MSG_TEXT and what names the message, as JSON or, to whoever sent XML, as XML. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../../platform/values/refusal.ts'
import { refusals, replies } from './text.ts'

/** An answer's fields, in their order. */
export type Answer = Readonly<Record<string, string>>

const escapeXml = (text: string) => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`)

export function sendAnswer(request: FastifyRequest, reply: FastifyReply, status: number, answer: Answer): FastifyReply {
  if (!/xml/.test(request.headers['content-type'] ?? '')) return reply.code(status).send(answer)
  const fields = Object.entries(answer).map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`).join('')
  return reply.code(status).type('application/xml; charset=utf-8').send(`<?xml version="1.0" encoding="UTF-8"?><root>${fields}</root>`)
}

/** The answer to what was not taken. Unknown refusals are faults of ours. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: unknown): FastifyReply {
  const known = problem instanceof Refusal ? Object.entries(refusals).find(([code]) => code === problem.code)?.[1] : undefined
  const base = { MSG_STATE: '0', UUID: request.id }
  if (known && problem instanceof Refusal) {
    const field = problem.details['field']
    return sendAnswer(request, reply, known[0], { ...base, MSG_TEXT: known[1] + (typeof field === 'string' && field !== '' ? replies.field(field) : '') })
  }
  const status = problem !== null && typeof problem === 'object' && 'statusCode' in problem ? Number(problem.statusCode) : 500
  const [, malformed] = refusals['message-malformed']
  const [, large] = refusals['message-too-large']
  if (status === 413) return sendAnswer(request, reply, 413, { ...base, MSG_TEXT: large })
  if (status >= 400 && status < 500) return sendAnswer(request, reply, status, { ...base, MSG_TEXT: malformed })
  return sendAnswer(request, reply, 503, { ...base, MSG_TEXT: replies.broken })
}
