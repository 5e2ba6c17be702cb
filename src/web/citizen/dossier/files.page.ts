/** Papers and the portrait of a dossier, to its own person only (TH4). */
import type { FastifyInstance } from 'fastify'
import { listDocuments, readBytes } from '../../../capabilities/documents/index.ts'
import { findAcceptedPortrait, readCrop } from '../../../capabilities/portraits/index.ts'
import { paths } from '../../paths.ts'
import type { Web } from '../../request.ts'
import { idOfFile, notFound } from '../shared.ts'
import { isReady, ownDossier } from './dossier.view.ts'

export function registerFiles(app: FastifyInstance, web: Web): void {
  app.get<{ Params: { dossierId: string } }>(paths.dossierPortrait(':dossierId'), async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    const portrait = await web.platform.read(own.visit.actor, (work) => findAcceptedPortrait(work, own.dossier.portraitId))
    if (!portrait) {
      notFound(reply)
      return reply
    }
    return reply.type('image/jpeg').header('cache-control', 'private, no-store').send(await readCrop(web.platform, portrait.id))
  })
  app.get<{ Params: { dossierId: string; file: string } }>(paths.documentFile(':dossierId', ':file'), async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    const id = idOfFile(request.params.file, 'pdf')
    const document = id && (await web.platform.read(own.visit.actor, (work) => listDocuments(work, own.dossier.id))).find((d) => d.id === id)
    const bytes = document && isReady(document) ? await readBytes(web.platform, document) : undefined
    if (!document || !bytes) {
      notFound(reply)
      return reply
    }
    return reply.type('application/pdf').header('cache-control', 'private, no-store').header('content-disposition', `attachment; filename="${document.kind}-${own.dossier.submissionCode}.pdf"`).send(bytes)
  })
}
