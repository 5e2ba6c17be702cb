/** How the dates of a dossier were counted, for the office: the very page that its person reads (C2). */
import type { FastifyInstance } from 'fastify'
import { howCounted } from '../../../../dossiers/index.ts'
import { HowCountedBody } from '../../../how-counted.tsx'
import { BackLink, Code, Heading } from '../../../kit/index.ts'
import { StaffLayout } from '../../../layout.tsx'
import { paths } from '../../../paths.ts'
import { sendPage, staffVisit, type Web } from '../../../request.ts'
import { countedText } from '../../../text.ts'
import { dossierOf } from '../../access.ts'
import { numberOf } from '../../shared.ts'

export function registerHowCounted(app: FastifyInstance, web: Web): void {
  app.get<{ Params: { id: string } }>(paths.officerHowCounted(':id'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    // Nothing here is of the person but the number: opening it is no reading of their data.
    const { dossier, how, today } = await web.platform.read(visit.actor, async (work) => {
      const found = await dossierOf(work, visit, request.params.id)
      return { dossier: found, how: await howCounted(work, found), today: work.today }
    })
    const t = countedText[visit.lang]
    return sendPage(reply, (
      <StaffLayout web={web} visit={visit} today={today} current="worklist" title={`${t.title}, ${numberOf(dossier)}`} before={<BackLink href={paths.officerDossier(dossier.id)}>{t.back}</BackLink>}>
        <Heading beside={<Code>{numberOf(dossier)}</Code>}>{t.title}</Heading>
        <HowCountedBody dossier={dossier} how={how} lang={visit.lang} isWide />
      </StaffLayout>
    ))
  })
}
