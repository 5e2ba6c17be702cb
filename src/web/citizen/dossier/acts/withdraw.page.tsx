/** Withdrawing, after being told what it means. Legal: NĐ 118/2025/NĐ-CP, Điều 21. */
import type { FastifyInstance } from 'fastify'
import { can, type Dossier, standingOf, withdraw } from '../../../../dossiers/index.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import { CitizenLayout } from '../../../layout.tsx'
import { BackLink, Button, Form, Link } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import { type CitizenVisit, sendPage, type Web } from '../../../request.ts'
import { supplementText } from '../../text/supplement.ts'
import { ownDossier } from '../dossier.view.ts'

type Params = { Params: { dossierId: string } }

export function registerWithdraw(app: FastifyInstance, web: Web): void {
  const path = paths.withdraw(':dossierId')
  app.get<Params>(path, async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    const now = await web.platform.clock.now()
    if (can('withdraw', standingOf(own.dossier, [], null), own.visit.actor, now) !== true) return reply.redirect(paths.dossier(own.dossier.id), 303)
    return sendPage(reply, <WithdrawPage web={web} visit={own.visit} dossier={own.dossier} />)
  })
  app.post<Params>(path, async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    try {
      await web.platform.work(own.visit.actor, (work) => withdraw(work, own.dossier.id))
    } catch (error) {
      // Decided or withdrawn meanwhile (a double click, too): the page tells how it stands.
      if (!(error instanceof Refusal)) throw error
    }
    return reply.redirect(paths.dossier(own.dossier.id), 303)
  })
}

function WithdrawPage({ web, visit, dossier }: { web: Web; visit: CitizenVisit; dossier: Dossier }) {
  const t = supplementText[visit.lang]
  const back = paths.dossier(dossier.id)
  return (
    <CitizenLayout web={web} visit={visit} title={t.withdrawTitle} before={<BackLink href={back}>{t.back}</BackLink>}>
      <h1 class="govuk-heading-l">{t.withdrawTitle}</h1>
      <p class="govuk-body">{t.withdrawLead}</p>
      <p class="govuk-body">{dossier.acceptedAt === null ? t.refundBefore : t.refundAfter} ({t.refundAssumed})</p>
      <Form action={paths.withdraw(dossier.id)} csrf={visit.csrf}>
        <div class="govuk-button-group">
          <Button look="warning" preventDoubleClick>{t.withdrawYes}</Button>
          <Link href={back}>{t.withdrawNo}</Link>
        </div>
      </Form>
    </CitizenLayout>
  )
}
