/** Answering what an officer asked for: one question a page, then all of it together (B7). Works without JavaScript. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PointKind } from '../../../../../catalogue/index.ts'
import { listAcceptedOf, readCrop, receiptHash } from '../../../../../capabilities/portraits/index.ts'
import { answerPoint, type PointAnswer, supplement } from '../../../../../dossiers/index.ts'
import { Refusal } from '../../../../../platform/values/refusal.ts'
import { paths } from '../../../../paths.ts'
import { sendPage, type Web } from '../../../../request.ts'
import { idOfFile, notFound } from '../../../shared.ts'
import { supplementText } from '../../../text/supplement.ts'
import { type Asked, nextOf, openAsked } from './asked.tsx'
import { CheckPage } from './check.page.tsx'
import { receiveCopyAnswer, showCopy } from './copy.tsx'
import { tooLate } from './late.tsx'
import { ownPortrait, receiveAnswer, showPicture } from './portrait.tsx'
import { questions } from './questions.tsx'

type Params = { Params: { dossierId: string } }
type PointParams = { Params: { dossierId: string; point: string }; Querystring: { xem?: string; 'ban-sao'?: string } }

export function registerSupplement(app: FastifyInstance, web: Web): void {
  app.get<Params>(paths.supplement(':dossierId'), async (request, reply) => {
    const asked = await openOpen(web, request, reply)
    return asked ? reply.redirect(nextOf(asked), 303) : reply
  })
  app.get<Params>(paths.supplementCheck(':dossierId'), async (request, reply) => {
    const asked = await openOpen(web, request, reply)
    if (!asked) return reply
    const next = nextOf(asked)
    return next === paths.supplementCheck(asked.dossier.id) ? check(asked, reply) : reply.redirect(next, 303)
  })
  app.post<Params>(paths.supplementCheck(':dossierId'), async (request, reply) => {
    const asked = await openAsked(web, request, reply)
    return asked ? send(asked, reply) : reply
  })
  app.get<{ Params: { dossierId: string; file: string } }>(paths.supplementPicture(':dossierId', ':file'), async (request, reply) => {
    const asked = await openAsked(web, request, reply)
    if (!asked) return reply
    const portrait = await ownPortrait(asked, idOfFile(request.params.file, 'jpg'))
    if (!portrait) {
      notFound(reply)
      return reply
    }
    return reply.type('image/jpeg').header('cache-control', 'private, no-store').send(await readCrop(web.platform, portrait.id))
  })
  const point = paths.supplementPointAt(':dossierId', ':point')
  app.get<PointParams>(point, async (request, reply) => {
    const asked = await openOpen(web, request, reply)
    if (!asked) return reply
    const kind = kindOf(asked, request.params.point)
    if (!kind) return reply.redirect(nextOf(asked), 303)
    if (kind === 'portrait') return showPicture(asked, request.query.xem, reply)
    if (kind === 'certified-copy' || (kind === 'health-certificate' && request.query['ban-sao'] !== undefined)) return showCopy(asked, kind, reply)
    return questions[kind].show(asked, reply)
  })
  app.post<PointParams>(point, async (request, reply) => {
    const asked = await openAsked(web, request, reply)
    if (!asked) return reply
    const kind = kindOf(asked, request.params.point)
    if (!kind) return reply.redirect(nextOf(asked), 303)
    const said = await receive(asked, kind, request, reply)
    if (!said) return reply
    if ('elsewhere' in said) return reply.redirect(`${paths.supplementPoint(asked.dossier.id, kind)}?ban-sao`, 303)
    return keep(asked, kind, said.given, reply)
  })
}

/** The same for pages that ask: of a dossier that has ended its own page is the place to be. */
async function openOpen(web: Web, request: FastifyRequest<Params>, reply: FastifyReply): Promise<Asked | undefined> {
  const asked = await openAsked(web, request, reply)
  if (!asked || asked.dossier.closedAt === null) return asked
  await reply.redirect(paths.dossier(asked.dossier.id), 303)
  return undefined
}

/** A point of the open request by the word of its address; nothing else can be answered. */
function kindOf({ request }: Asked, word: string): PointKind | undefined {
  return request.points.find(({ kind }) => paths.supplementPoint('', kind).endsWith(`/${word}`))?.kind
}

function receive(asked: Asked, kind: PointKind, request: FastifyRequest, reply: FastifyReply): ReturnType<(typeof questions)['phone']['receive']> {
  if (kind === 'portrait') return receiveAnswer(asked, request, reply)
  if (kind === 'certified-copy' || (kind === 'health-certificate' && request.isMultipart())) return receiveCopyAnswer(asked, kind, request, reply)
  return questions[kind].receive(asked, request, reply)
}

async function keep(asked: Asked, kind: PointKind, given: PointAnswer, reply: FastifyReply): Promise<FastifyReply> {
  const { web, visit, dossier, request } = asked
  try {
    await web.platform.work(visit.actor, (work) => answerPoint(work, dossier.id, kind, given))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'wrong-status') throw error
    return tooLate(asked, reply, { given: { kind, answer: given } })
  }
  return reply.redirect(nextOf({ dossier, request: { ...request, points: request.points.map((point) => (point.kind === kind ? { ...point, answer: given } : point)) } }), 303)
}

async function send(asked: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const { web, visit, dossier } = asked
  try {
    await web.platform.work(visit.actor, (work) => supplement(work, dossier.id))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'supplement-incomplete') return reply.redirect(nextOf(asked), 303)
    if (error.code === 'picture-unusable') return check(asked, reply, supplementText[visit.lang].pictureGone)
    // Answered by an earlier press: the dossier's page tells how it stands.
    if (error.code === 'wrong-status') return tooLate(asked, reply)
  }
  return reply.redirect(paths.dossier(dossier.id), 303)
}

async function check(asked: Asked, reply: FastifyReply, error?: string): Promise<FastifyReply> {
  const { web, visit, dossier, request } = asked
  const ids = [dossier.portraitId, ...request.points.flatMap((point) => point.answer?.portraitId ?? [])]
  const found = await web.platform.read(visit.actor, (work) => listAcceptedOf(work, ids))
  const receipts = new Map(found.map((one) => [one.id, receiptHash(one.cropHash)]))
  return sendPage(reply, <CheckPage asked={asked} receipts={receipts} error={error} />, error ? 422 : 200)
}
