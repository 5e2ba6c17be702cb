/** An answer that came after the dossier had ended: what was given is shown once more, so that nothing typed is lost (B7). */
import type { FastifyReply } from 'fastify'
import { type PointKind, pointWords } from '../../../../../catalogue/index.ts'
import { type Dossier, type FeeFate, feeFateOf, findDossier, type PointAnswer, pointValue, type SupplementRequest } from '../../../../../dossiers/index.ts'
import { formatInstant, type LocalDate } from '../../../../../platform/values/dates.ts'
import type { Lang } from '../../../../../platform/values/words.ts'
import { CitizenLayout } from '../../../../layout.tsx'
import { BackLink, LinkButton, StatusBox, SummaryList } from '../../../../kit/index.ts'
import { paths } from '../../../../paths.ts'
import { sendPage } from '../../../../request.ts'
import { dossierText } from '../../../text/dossier.ts'
import { supplementText } from '../../../text/supplement.ts'
import type { Asked } from './asked.tsx'

/** One answer as a line; undefined where it has no words of its own. */
function lineOf(kind: PointKind, answer: PointAnswer, on: LocalDate, lang: Lang): { key: string; value: string } | undefined {
  const t = supplementText[lang]
  const value = answer.portraitId ? t.pictureSent : kind === 'changed-details' ? t.correctedShort : pointValue(kind, answer, on)?.[lang]
  return value === undefined ? undefined : { key: pointWords(kind)[lang], value }
}

/** What was answered and never sent; nothing where nothing was. */
export function Unsent({ request, on, lang }: { readonly request: Pick<SupplementRequest, 'points'>; readonly on: LocalDate; readonly lang: Lang }) {
  const t = supplementText[lang]
  const rows = request.points.flatMap(({ kind, answer }) => (answer ? [lineOf(kind, answer, on, lang)] : []))
  if (rows.length === 0) return null
  return (
    <>
      <p class="govuk-body"><strong>{t.unsent}</strong></p>
      <SummaryList rows={rows.map((row) => row ?? false)} />
    </>
  )
}

/** What came too late: an answer for one point, or what nobody looked at. */
export interface Late {
  readonly given?: { readonly kind: PointKind; readonly answer: PointAnswer }
  readonly unread?: 'picture' | 'file'
}

/** @param now the dossier as it stands by now, ended @param fee what became of its fee, where it was stopped */
function LatePage({ asked, now, fee, late: { given, unread } }: { readonly asked: Asked; readonly now: Dossier; readonly fee: FeeFate | undefined; readonly late: Late }) {
  const { web, visit, request, c } = asked
  const { lang } = visit
  const t = supplementText[lang]
  const title = now.status === 'stopped' && now.closedAt ? t.stoppedOn(formatInstant(now.closedAt)) : t.endedMeanwhile
  const points = request.points.map((point) => (point.kind === given?.kind ? { ...point, answer: given.answer } : point))
  return (
    <CitizenLayout web={web} visit={visit} title={title} before={<BackLink href={paths.dossier(now.id)}>{t.back}</BackLink>}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <StatusBox tone="stopped" title={title} action={<LinkButton href={paths.mine()}>{t.fileAnew}</LinkButton>}>
        <p class="govuk-body">{t.tooLate}</p>
        {unread && <p class="govuk-body"><strong>{t.unread[unread]}</strong></p>}
        {(fee === 'return' || fee === 'keep') && <p class="govuk-body">{dossierText[lang].turn.stoppedFee[fee]} ({dossierText[lang].assumed})</p>}
        <Unsent request={{ points }} on={c.today} lang={lang} />
      </StatusBox>
    </CitizenLayout>
  )
}

/** What came after the dossier had ended is told, and shown once more; after an answer, or where it goes on, its page tells how it stands. */
export async function tooLate(asked: Asked, reply: FastifyReply, late: Late = {}): Promise<FastifyReply> {
  const { web, visit, dossier } = asked
  const { now, fee } = await web.platform.read(visit.actor, async (work) => {
    const now = await findDossier(work, dossier.id)
    return { now, fee: now?.status === 'stopped' ? await feeFateOf(work, now, 'stopped') : undefined }
  })
  if (!now || now.closedAt === null || now.status === 'refused' || now.status === 'returned') return reply.redirect(paths.dossier(dossier.id), 303)
  return sendPage(reply, <LatePage asked={asked} now={now} fee={fee} late={late} />, 409)
}
