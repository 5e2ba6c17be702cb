/** The page of figures and its files: the same for everybody, so that both may be kept for a moment on the way. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { figures } from '../../../observers/statistics/index.ts'
import { publicActor } from '../../../platform/values/actor.ts'
import { paths } from '../../paths.ts'
import { sendPage, visitOf, type Web } from '../../request.ts'
import { fileOf } from './files.ts'
import { figuresPage } from './page.tsx'
import { type FiguresView, type Query, readChoice, readFigures } from './view.ts'

export function registerFigures(app: FastifyInstance, web: Web): void {
  const read = (query: Query): Promise<FiguresView> => web.platform.read(publicActor, (work) => readFigures(work, readChoice(query, work.today)))
  const keep = (reply: FastifyReply) => reply.header('cache-control', 'public, max-age=60').header('vary', 'cookie')

  app.get<{ Querystring: Query }>(paths.figures(), async (request, reply) => {
    const { lang } = await visitOf(web, request)
    const view = await read(request.query)
    keep(reply)
    return sendPage(reply, figuresPage(web, { session: undefined, lang, csrf: '', actor: publicActor, here: request.url }, view))
  })
  app.get<{ Params: { file: string }; Querystring: Query }>(paths.figureFiles(':file'), async (request, reply) => {
    const figure = figures.find(({ slug }) => `${slug}.csv` === request.params.file)
    if (!figure) return reply.callNotFound()
    const { lang } = await visitOf(web, request)
    const { name, text } = fileOf(figure, await read(request.query), lang, web.platform.config.simulation)
    keep(reply)
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`).send(text)
  })
}
