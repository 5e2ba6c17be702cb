/** A copy that came when nothing could use it any more: at once it is said that nobody looked at it, why, and what can be done now (B7, P3). */
import type { FastifyReply } from 'fastify'
import { type Dossier, findDossier } from '../../../dossiers/index.ts'
import { CitizenLayout } from '../../layout.tsx'
import { BackLink, LinkButton, StatusBox } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import { type CitizenVisit, sendPage, type Web } from '../../request.ts'
import { certifiedCopyText } from '../text/certificate.ts'
import { supplementText } from '../text/supplement.ts'

type Why = keyof (typeof certifiedCopyText)['vi']['unwanted']

/** Why a dossier takes no copy, as far as its sender has to know. */
function whyOf({ status, closedAt }: Dossier): Why {
  if (status === 'supplementing') return 'supplementing'
  return closedAt === null || status === 'returned' ? 'decided' : 'ended'
}

/** The dossier as it stands by now, read anew: the file was a while on its way. */
export async function tellUnwanted(web: Web, visit: CitizenVisit, dossierId: string, reply: FastifyReply): Promise<FastifyReply> {
  const dossier = await web.platform.read(visit.actor, (work) => findDossier(work, dossierId))
  if (!dossier) return reply.redirect(paths.mine(), 303)
  const why = whyOf(dossier)
  const { unwanted, notLookedAt } = certifiedCopyText[visit.lang]
  const t = unwanted[why]
  const s = supplementText[visit.lang]
  const action = why === 'supplementing' ? <LinkButton href={paths.supplement(dossierId)}>{s.title}</LinkButton> : why === 'ended' ? <LinkButton href={paths.mine()}>{s.fileAnew}</LinkButton> : undefined
  return sendPage(reply, (
    <CitizenLayout web={web} visit={visit} title={t.title} before={<BackLink href={paths.dossier(dossierId)}>{s.back}</BackLink>}>
      <h1 class="govuk-heading-l">{certifiedCopyText[visit.lang].title}</h1>
      <StatusBox tone={why === 'decided' ? 'quiet' : why === 'ended' ? 'stopped' : 'yours'} title={t.title} action={action}>
        <p class="govuk-body">{notLookedAt}</p>
        <p class="govuk-body">{t.body}</p>
      </StatusBox>
    </CitizenLayout>
  ), 409)
}
