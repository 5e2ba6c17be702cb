/** How the dates of a dossier were counted, day by day, with what they rest on (C2, R9, TIM3). */
import type { FastifyInstance } from 'fastify'
import type { DueDate } from '../../../../catalogue/index.ts'
import { formatDate, formatInstant, weekday } from '../../../../platform/values/dates.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { CitizenLayout } from '../../../layout.tsx'
import { BackLink, Card, DateOnly, Table, Vietnamese } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import { sendPage, type Web } from '../../../request.ts'
import { countedText } from '../../text/counted.ts'
import { ownDossier, termOf } from '../dossier.view.ts'

export function registerHowCounted(app: FastifyInstance, web: Web): void {
  app.get<{ Params: { dossierId: string } }>(paths.howCounted(':dossierId'), async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    const { visit, dossier } = own
    const { notice, decision } = await web.platform.read(visit.actor, async (work) => ({ notice: await termOf(work, dossier, 'notice'), decision: await termOf(work, dossier, 'decision') }))
    const t = countedText[visit.lang]
    return sendPage(reply, (
      <CitizenLayout web={web} visit={visit} title={t.title} before={<BackLink href={paths.dossier(dossier.id)}>{t.back}</BackLink>}>
        <h1 class="govuk-heading-l">{t.title}</h1>
        <p class="govuk-body">{t.rule}</p>
        {decision && dossier.acceptedAt && <Term title={t.decision} began={t.accepted(formatInstant(dossier.acceptedAt))} term={decision} lang={visit.lang} />}
        {notice && <Term title={t.notice} began={t.filed(formatInstant(dossier.filedAt))} term={notice} lang={visit.lang} />}
        {!decision && !notice && <p class="govuk-body">{t.none}</p>}
        {!dossier.acceptedAt && <p class="govuk-body">{t.notAccepted}</p>}
      </CitizenLayout>
    ))
  })
}

function Term({ title, began, term, lang }: { title: string; began: string; term: DueDate; lang: Lang }) {
  const t = countedText[lang]
  const counted = term.counted.map((date, index) => ({ date, what: t.counts(index + 1) }))
  const skipped = term.skipped.map(({ date, why }) => ({ date, what: why === 'weekend' ? t.weekend : why === 'stands-still' ? t.standsStill : t.off(why.decreeNo ? `${why.name} (${why.decreeNo})` : why.name) }))
  const days = [...counted, ...skipped].sort((a, b) => (a.date < b.date ? -1 : 1))
  return (
    <Card title={title}>
      <p class="govuk-body">{began} {t.startsAfter(formatDate(term.startOn))} {t.length(term.days.value)}{term.days.assumed ? ` (${t.assumed})` : ''}</p>
      <Table
        caption={t.caption}
        captionClasses="govuk-visually-hidden"
        head={[t.day, t.what]}
        firstCellIsHeader
        rows={days.map(({ date, what }) => [<>{t.weekdays[weekday(date) - 1]}, <DateOnly on={date} /></>, what])}
      />
      <p class="govuk-body"><strong>{t.due(formatInstant(term.dueAt))}</strong></p>
      <p class="govuk-body">{t.source}: <Vietnamese>{term.days.source}</Vietnamese></p>
    </Card>
  )
}
