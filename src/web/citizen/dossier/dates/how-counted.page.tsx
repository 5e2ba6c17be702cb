/** How the dates of one's own dossier were counted (C2). */
import type { FastifyInstance } from 'fastify'
import { howCounted } from '../../../../dossiers/index.ts'
import { HowCountedBody } from '../../../how-counted.tsx'
import { BackLink } from '../../../kit/index.ts'
import { CitizenLayout } from '../../../layout.tsx'
import { paths } from '../../../paths.ts'
import { sendPage, type Web } from '../../../request.ts'
import { countedText } from '../../../text.ts'
import { ownDossier } from '../dossier.view.ts'

export function registerHowCounted(app: FastifyInstance, web: Web): void {
  app.get<{ Params: { dossierId: string } }>(paths.howCounted(':dossierId'), async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    const { visit, dossier } = own
    const how = await web.platform.read(visit.actor, (work) => howCounted(work, dossier))
    const t = countedText[visit.lang]
    return sendPage(reply, (
      <CitizenLayout web={web} visit={visit} title={t.title} before={<BackLink href={paths.dossier(dossier.id)}>{t.back}</BackLink>}>
        <h1 class="govuk-heading-l">{t.title}</h1>
        <HowCountedBody dossier={dossier} how={how} lang={visit.lang} />
      </CitizenLayout>
    ))
  })
}
