/** The page of a dossier: whose turn, what is needed, when, what happened, what to download (B5 to B7, B11, P1 to P4). */
import type { FastifyInstance } from 'fastify'
import { authorityOf } from '../../../catalogue/index.ts'
import { askAgain } from '../../../dossiers/index.ts'
import { listSealedSteps, type SealedStep } from '../../../observers/audit/index.ts'
import { listMessages, type WrittenMessage } from '../../../observers/notifications/index.ts'
import { formatInstant, localDateAt } from '../../../platform/values/dates.ts'
import { CitizenLayout } from '../../layout.tsx'
import { BackLink, Card, Code, Columns, DateTime, Heading, Link, NoWrap, Panel, SummaryList } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import { type CitizenVisit, sendPage, type Web } from '../../request.ts'
import { refreshAfter } from '../shared.ts'
import { dossierText } from '../text/dossier.ts'
import { Dates, Delivery, ElectronicLicence, Papers, PortraitCard } from './beside.tsx'
import { concernsOf } from './concerns.ts'
import { type DossierView, ownDossier, readDossier } from './dossier.view.ts'
import { MoneyCard } from './money/card.tsx'
import { History, Messages, Requirements } from './progress.tsx'
import { LogCard } from './log/receipts.tsx'
import { AlsoBlocked, isCheckingPayment, TurnBox } from './status.tsx'

const REFRESH_SECONDS = 3
const WITHDRAWABLE: readonly string[] = ['filed', 'supplementing', 'accepted']

export function registerDossierPage(app: FastifyInstance, web: Web): void {
  app.get<{ Params: { dossierId: string }; Querystring: { 'vua-nop'?: string; 'tro-ve'?: string } }>(paths.dossier(':dossierId'), async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    const [view, messages, sealed] = await web.platform.read(own.visit.actor, (work) => Promise.all([readDossier(work, own.dossier), listMessages(work, own.dossier.id, own.dossier.personId), listSealedSteps(work, own.dossier.id)]))
    const fresh = request.query['vua-nop'] !== undefined
    const returned = request.query['tro-ve'] !== undefined
    if (isAsking(view, returned)) refreshAfter(reply, REFRESH_SECONDS)
    return sendPage(reply, <DossierPage web={web} visit={own.visit} view={view} messages={messages} sealed={sealed} fresh={fresh} returned={returned} />)
  })
  app.post<{ Params: { dossierId: string } }>(paths.recheck(':dossierId'), async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    await web.platform.work(own.visit.actor, (work) => askAgain(work, own.dossier.id))
    return reply.redirect(paths.dossier(own.dossier.id), 303)
  })
}

interface Props {
  readonly web: Web
  readonly visit: CitizenVisit
  readonly view: DossierView
  readonly messages: readonly WrittenMessage[]
  readonly sealed: readonly SealedStep[]
  readonly fresh: boolean
  readonly returned: boolean
}

/** Something is being asked right now: the page fetches itself again. */
function isAsking(view: DossierView, returned: boolean): boolean {
  const open = view.dossier.status === 'filed' || view.dossier.status === 'accepted'
  return isCheckingPayment(view, returned) || (open && view.dossier.turnCause === 'violations' && view.violations.answers.some((a) => a.state === 'asked' || a.reasked?.state === 'asked'))
}

export function DossierPage({ web, visit, view, messages, sealed, fresh, returned }: Props) {
  const { lang } = visit
  const t = dossierText[lang]
  const { dossier } = view
  const code = dossier.officialNumber ?? dossier.submissionCode
  // Refused, withdrawn or stopped: no date is waited for and no card comes.
  const unfulfilled = dossier.status === 'refused' || dossier.status === 'withdrawn' || dossier.status === 'stopped'
  const aside = (
    <>
      {!unfulfilled && <Dates view={view} lang={lang} />}
      <Papers view={view} lang={lang} />
      <MoneyCard view={view} lang={lang} />
      {!unfulfilled && <Delivery view={view} lang={lang} />}
      <PortraitCard view={view} lang={lang} />
      <LogCard view={view} sealed={sealed} lang={lang} />
    </>
  )
  return (
    <CitizenLayout web={web} visit={visit} title={t.title(code)} concerns={concernsOf(dossier, view.requirements, view.deposit?.state === 'received')} before={<BackLink href={paths.mine()}>{t.back}</BackLink>}>
      {fresh && dossier.status === 'filed' && <Panel titleText={t.filedTitle} headingLevel={2}>{t.filedCode}<br /><strong><Code>{dossier.submissionCode}</Code></strong></Panel>}
      <Heading>{t.dossier} <NoWrap>{code}</NoWrap></Heading>
      {fresh && dossier.status === 'filed' && <p class="govuk-body">{t.filedKept(formatInstant(dossier.filedAt))}</p>}
      <TurnBox view={view} visit={visit} returned={returned} />
      <AlsoBlocked view={view} visit={visit} returned={returned} />
      <ElectronicLicence view={view} lang={lang} />
      <Columns aside={aside}>
        <Card title={t.needs}><Requirements view={view} lang={lang} label={t.needs} /></Card>
        <Card title={t.summary}><Summary view={view} lang={lang} /></Card>
        <Card title={t.history}><History events={view.events} lang={lang} /></Card>
        <Card title={t.messages} id="tin"><Messages messages={messages} silent={visit.outages ?? []} lang={lang} /></Card>
        {WITHDRAWABLE.includes(dossier.status) && <p class="govuk-body"><Link href={paths.withdraw(dossier.id)}>{t.withdraw}</Link></p>}
      </Columns>
    </CitizenLayout>
  )
}

function Summary({ view, lang }: { view: DossierView; lang: 'vi' | 'en' }) {
  const t = dossierText[lang]
  const { dossier } = view
  return (
    <SummaryList
      rows={[
        { key: t.codes.submission, value: <Code>{dossier.submissionCode}</Code> },
        (dossier.officialNumber !== null || dossier.closedAt === null) && { key: t.codes.official, value: dossier.officialNumber ? <Code>{dossier.officialNumber}</Code> : t.codes.notYet },
        { key: t.codes.filed, value: <DateTime at={dossier.filedAt} /> },
        dossier.acceptedAt !== null && { key: t.codes.accepted, value: <DateTime at={dossier.acceptedAt} /> },
        { key: t.procedure, value: view.procedure.title[lang] },
        { key: t.classes, value: dossier.classLabel },
        { key: t.authority, value: authorityOf(dossier.authorityProvince, localDateAt(dossier.filedAt)).name[lang] },
      ]}
    />
  )
}
