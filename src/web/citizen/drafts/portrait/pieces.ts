/** A picture sent in pieces (P5): the addresses of the resumable protocol, open to the person whose draft it is and to nobody else. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findDraft } from '../../../../dossiers/index.ts'
import { openResumable, type Resumable } from '../../../../platform/http/resumable.ts'
import { MAX_UPLOAD_BYTES } from '../../../../platform/http/server.ts'
import type { Platform } from '../../../../platform/runtime.ts'
import { isId } from '../../../../platform/values/ids.ts'
import { paths } from '../../../paths.ts'
import { isTokenOf, visitOf, type Web } from '../../../request.ts'

/** The header that carries the form's token: another site can't set it without asking us first, and is refused. */
export const TOKEN_HEADER = 'x-form-token'

const opened = new WeakMap<Platform, Resumable>()

/** The unfinished pictures of this process. */
export function unfinishedPictures({ platform }: Web): Resumable {
  const resumable = opened.get(platform) ?? openResumable({
    directory: platform.config.uploadsDir,
    maxBytes: MAX_UPLOAD_BYTES,
    ownerOf: (path) => path.split('/')[2],
    addressOf: paths.draftUpload,
  })
  opened.set(platform, resumable)
  return resumable
}

type Params = { Params: { draftId: string } }

export function registerPieces(app: FastifyInstance, web: Web): void {
  const pictures = unfinishedPictures(web)
  void app.register(async (scope) => {
    // The body goes to the protocol as it comes; nothing here reads it into memory.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    const answer = async (request: FastifyRequest<Params>, reply: FastifyReply) => {
      const refusal = await refusalOf(web, request)
      if (refusal !== undefined) return reply.code(refusal).send()
      reply.hijack()
      reply.raw.setHeader('cache-control', 'no-store')
      await pictures.handle(request.raw, reply.raw)
      return reply
    }
    scope.route<Params>({ method: 'POST', url: paths.draftUploads(':draftId'), handler: answer })
    scope.route<Params>({ method: ['HEAD', 'PATCH', 'DELETE'], url: paths.draftUpload(':draftId', ':uploadId'), handler: answer })
  })
}

/** 401 without a session, 403 without its token, 404 for a draft that is not one's own; the machine that sends reads only the number. */
async function refusalOf(web: Web, request: FastifyRequest<Params>): Promise<number | undefined> {
  const { session, actor } = await visitOf(web, request)
  if (!session) return 401
  if (!isTokenOf(web, session, request.headers[TOKEN_HEADER])) return 403
  const { draftId } = request.params
  const draft = isId(draftId) ? await web.platform.read(actor, (work) => findDraft(work, session.personId, draftId)) : undefined
  return draft ? undefined : 404
}
