/** "My licences and dossiers": what each licence needs and whether it is there, before the first field (A3, B1, B4). */
import type { FastifyInstance } from 'fastify'
import { getProcedure } from '../../catalogue/index.ts'
import { beginLookUps, type Dossier } from '../../dossiers/index.ts'
import { CitizenLayout } from '../layout.tsx'
import { Card, Cards, Code, DateTime, Details, Link, LinkButton, StatusBox, Tag, type Tone } from '../kit/index.ts'
import { paths } from '../paths.ts'
import { type CitizenVisit, citizenVisit, sendPage, type Web } from '../request.ts'
import { Consent, LicenceCard, StartForm } from './licence-card.tsx'
import { loadMine, type MineView } from './mine.view.ts'
import { refreshAfter } from './shared.ts'
import { mineText } from './text/mine.ts'

const REFRESH_SECONDS = 3

export function registerMine(app: FastifyInstance, web: Web): void {
  app.get(paths.mine(), async (request, reply) => {
    const visit = await citizenVisit(web, request, reply)
    if (!visit) return reply
    const view = await loadMine(web, visit)
    if (view.asking.length > 0) refreshAfter(reply, REFRESH_SECONDS)
    return sendPage(reply, <MinePage web={web} visit={visit} view={view} />)
  })
  app.post(paths.recheckMine(), async (request, reply) => {
    const visit = await citizenVisit(web, request, reply)
    if (!visit) return reply
    await web.platform.work(visit.actor, (work) => beginLookUps(work, visit.session.personId, { anew: true }))
    return reply.redirect(paths.mine(), 303)
  })
}

/** The page. */
export function MinePage({ web, visit, view }: { web: Web; visit: CitizenVisit; view: MineView }) {
  const { lang, csrf } = visit
  const t = mineText[lang]
  const open = view.dossiers.filter((d) => d.closedAt === null)
  const closed = view.dossiers.filter((d) => d.closedAt !== null)
  return (
    <CitizenLayout web={web} visit={visit} title={t.title}>
      <span class="govuk-caption-l">{t.hello(view.person.fullName)}</span>
      <h1 class="govuk-heading-l">{t.title}</h1>
      {view.asking.length > 0 && (
        <StatusBox tone="waiting" title={t.asking}><p class="govuk-body">{t.askingLead(view.asking.map((source) => t.sources[source]).join(', '))}</p></StatusBox>
      )}
      {view.drafts.map(({ draft, procedure }) => (
        <StatusBox tone="yours" title={t.draftTitle} action={<LinkButton href={paths.resume(draft.id)}>{t.resume}</LinkButton>}>
          <p class="govuk-body">{procedure && <>{procedure.title[lang]}. </>}{t.draftLead} {t.draftSaved}: <DateTime at={draft.updatedAt} />.</p>
        </StatusBox>
      ))}
      <Dossiers dossiers={open} title={t.dossiers} lang={lang} />
      {view.licences.length > 0 && <h2 class="govuk-heading-m">{t.licences}</h2>}
      {view.licences.map((one) => <LicenceCard view={view} one={one} lang={lang} csrf={csrf} />)}
      {view.joinable && !view.drafts.some(({ draft }) => draft.licenceIds.length > 1) && (
        <Card title={t.bothTitle}>
          <p class="govuk-body">{t.bothLead}</p>
          <Consent lang={lang} />
          <StartForm procedure={view.joinable.slug} ids={view.joinable.ids} csrf={csrf} text={t.startBoth} />
        </Card>
      )}
      {view.licences.length === 0 && <Card title={t.licences}><p class="govuk-body">{t.none}</p><p class="govuk-body">{t.noneLead}</p></Card>}
      <Details summaryText={t.otherTitle}><p class="govuk-body">{t.other}</p></Details>
      <Dossiers dossiers={closed} title={t.turns.nobody} lang={lang} />
      <p class="govuk-body"><Link href={paths.whoRead()}>{t.whoRead}</Link></p>
    </CitizenLayout>
  )
}

function titleOf(d: Dossier) {
  return getProcedure(d.procedure, d.procedureVersion).title
}

const toneOf: Readonly<Record<Dossier['turn'], Tone>> = { citizen: 'yours', outside: 'waiting', officer: 'waiting', nobody: 'quiet' }

function Dossiers({ dossiers, title, lang }: { dossiers: readonly Dossier[]; title: string; lang: 'vi' | 'en' }) {
  const t = mineText[lang]
  if (dossiers.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <Cards>
        {dossiers.map((d) => (
          <Card
            headingLevel={3}
            title={<Link href={paths.dossier(d.id)}>{d.classLabel}</Link>}
            beside={<Tag tone={d.status === 'refused' || d.status === 'stopped' ? 'stopped' : d.status === 'returned' ? 'done' : toneOf[d.turn]}>{wordOf(d, lang)}</Tag>}
          >
            <p class="govuk-body">{titleOf(d)[lang]}<br /><Code>{d.officialNumber ?? d.submissionCode}</Code><br />{t.filedOn} <DateTime at={d.filedAt} /></p>
          </Card>
        ))}
      </Cards>
    </>
  )
}

function wordOf(d: Dossier, lang: 'vi' | 'en'): string {
  const t = mineText[lang]
  if (d.status === 'returned' || d.status === 'refused' || d.status === 'withdrawn' || d.status === 'stopped') return t.closed[d.status]
  return t.turns[d.turn]
}
