/** What a citizen takes home: proof that a step of their dossier is in the log that nobody can change unseen (S13, TH18). */
import type { FastifyInstance } from 'fastify'
import { findReceipt, openLog, type SealedStep } from '../../../../observers/audit/index.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { Card, Link } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import type { Web } from '../../../request.ts'
import { idOfFile, notFound } from '../../shared.ts'
import { dossierText } from '../../text/dossier.ts'
import { type DossierView, ownDossier } from '../dossier.view.ts'
import { labelOf } from '../progress.tsx'

export function registerReceipts(app: FastifyInstance, web: Web): void {
  app.get<{ Params: { dossierId: string; file: string } }>(paths.receipt(':dossierId', ':file'), async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    const id = idOfFile(request.params.file, 'json')
    const receipt = id && (await web.platform.read(own.visit.actor, (work) => findReceipt(work, openLog(web.platform).key.verifier, own.dossier.id, id)))
    if (!receipt) {
      notFound(reply)
      return reply
    }
    return reply.type('application/json').header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="bien-nhan-${own.dossier.submissionCode}-${receipt.index}.json"`).send(JSON.stringify(receipt))
  })
}

/** Receipts for the filing and for the latest step; readings by staff are in the log too, but are no steps. */
export function LogCard({ view, sealed, lang }: { readonly view: DossierView; readonly sealed: readonly SealedStep[]; readonly lang: Lang }) {
  const t = dossierText[lang].log
  const steps = sealed.filter(({ kind }) => kind !== 'read').flatMap(({ eventId }) => view.events.find((event) => event.id === eventId) ?? [])
  const shown = steps.filter((event, i) => event.kind === 'submit' || i === steps.length - 1)
  return (
    <Card title={t.title} headingLevel={3}>
      <p class="govuk-body">{t.lead}</p>
      {shown.length === 0 ? <p class="govuk-body">{t.none}</p> : (
        <ul class="govuk-list">
          {shown.map((event) => <li><Link href={paths.receipt(view.dossier.id, `${event.id}.json`)}>{t.receipt}: {labelOf(event, lang)}</Link></li>)}
        </ul>
      )}
      <p class="govuk-body"><Link href={paths.log()}>{t.how}</Link></p>
    </Card>
  )
}
