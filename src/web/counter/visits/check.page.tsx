/** What could be filed, and what is missing, before anything is filed: nobody queues for nothing (A4). */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { classLabel, findServicePoint } from '../../../catalogue/index.ts'
import { askRegistered } from '../../../capabilities/portraits/index.ts'
import { beginLookUps, type LicenceCheck, type Possible, precheck, type Precheck } from '../../../dossiers/index.ts'
import { formatDate } from '../../../platform/values/dates.ts'
import { Button, Card, Checklist, Code, Details, Form, Heading, InsetText, Link, StatusBox, WarningText } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import { sendPage, type Web } from '../../request.ts'
import { CounterLayout } from '../layout.tsx'
import { needLines, titleOf, toneOf } from './needs.ts'
import { checkText } from './text/check.ts'
import { openText } from './text/open.ts'
import { leadsOn, openCase, opensAnew, type VisitCase, type VisitRequest } from './visit-case.ts'

const REFRESH_SECONDS = 2

export function registerCheck(app: FastifyInstance, web: Web): void {
  app.get(paths.counterVisit(':visitId'), async (request: VisitRequest, reply) => {
    const c = await openCase(web, request, reply)
    if (!c) return reply
    if (c.counter.dossierId) return reply.redirect(leadsOn(c, paths.counterVisitAt(c.counter.id, 'done')), 303)
    const check = await known(c)
    if (isUnsettled(check)) opensAnew(reply, paths.counterVisit(c.counter.id), REFRESH_SECONDS)
    return sendPage(reply, <CheckPage c={c} check={check} />)
  })
  app.get(paths.counterVisitAt(':visitId', 'list'), async (request: VisitRequest, reply): Promise<FastifyReply> => {
    const c = await openCase(web, request, reply)
    if (!c) return reply
    return sendPage(reply, <ListPage c={c} check={await known(c)} />)
  })
}

/** What is known now. Once it is clear that this is the person, the other registers are asked too, by jobs. */
export async function known({ web, visit, person }: VisitCase): Promise<Precheck> {
  const check = await web.platform.read(visit.actor, (work) => precheck(work, person.id, 'online'))
  const notAsked = check.violations.answers.some((answer) => answer.state === 'not-asked')
  if (!check.isThisPerson || !notAsked) return check
  await web.platform.work(visit.actor, async (work) => {
    await beginLookUps(work, person.id)
    await askRegistered(work, person)
  })
  return web.platform.read(visit.actor, (work) => precheck(work, person.id, 'online'))
}

function isUnsettled(check: Precheck): boolean {
  return check.isThisPerson === undefined ? check.population.state === 'asking' : check.isThisPerson && check.asking.length > 0
}

function CheckPage({ c, check }: { c: VisitCase; check: Precheck }) {
  const { visit, web, counter, today } = c
  const t = checkText[visit.lang]
  return (
    <CounterLayout web={web} visit={visit} today={today} current="visits" title={check.isThisPerson ? c.person.fullName : t.visit}>
      <Heading caption={t.visit} end={<End c={c} />}>{check.isThisPerson ? c.person.fullName : ''}</Heading>
      <p class="govuk-body">{t.identified[counter.identifiedBy]}{check.isThisPerson && <>, {t.born} {formatDate(c.person.birthDate)}, {t.numberEnds} <Code>{c.person.identityNumber.slice(-4)}</Code></>}.</p>
      {check.isThisPerson ? <Licences c={c} check={check} /> : <Unknown check={check} lang={visit.lang} />}
      <p class="govuk-body">
        {check.isThisPerson && <><Link href={paths.counterVisitAt(counter.id, 'list')}>{t.list}</Link> · </>}
        <Link href={paths.counterEid()}>{t.eid}</Link>
      </p>
    </CounterLayout>
  )
}

function End({ c }: { c: VisitCase }) {
  return <Form action={paths.counterVisitAt(c.counter.id, 'end')} csrf={c.visit.csrf}><Button look="secondary" preventDoubleClick>{openText[c.visit.lang].end}</Button></Form>
}

function Unknown({ check, lang }: { check: Precheck; lang: 'vi' | 'en' }) {
  const t = checkText[lang]
  if (check.isThisPerson === false) return <WarningText>{t.notThisPerson}</WarningText>
  return <InsetText>{check.population.state === 'asking' ? t.waitIdentity : t.silentIdentity}</InsetText>
}

function Licences({ c, check }: { c: VisitCase; check: Precheck }) {
  const t = checkText[c.visit.lang]
  return (
    <>
      {check.asking.length > 0 && <InsetText>{t.asking}</InsetText>}
      {check.licences.length === 0 && <InsetText>{t.noLicence}</InsetText>}
      {check.licences.map((one) => <LicenceCard c={c} check={check} one={one} />)}
    </>
  )
}

function LicenceCard({ c, check, one }: { c: VisitCase; check: Precheck; one: LicenceCheck }) {
  const { lang } = c.visit
  const t = checkText[lang]
  const title = <>{one.licence.held.map((held) => classLabel(held.class)[lang]).join(' + ')} <Code>{one.licence.number}</Code></>
  if (one.openDossier) return <Card title={title}><InsetText>{t.openAlready(one.openDossier.officialNumber ?? one.openDossier.submissionCode)}</InsetText></Card>
  const [first, ...others] = one.possible
  return (
    <Card title={title}>
      {first && <Offer c={c} check={check} one={one} possible={first} />}
      {others.map((possible) => <Details summaryText={possible.procedure.title[lang]}><Offer c={c} check={check} one={one} possible={possible} /></Details>)}
    </Card>
  )
}

function Offer({ c, check, one, possible }: { c: VisitCase; check: Precheck; one: LicenceCheck; possible: Possible }) {
  const { lang, csrf } = c.visit
  const t = checkText[lang]
  const lines = needLines(check, one, possible, lang)
  const [obstacle] = possible.verdict.obstacles
  const waits = lines.some((line) => line.state === 'asking' || line.state === 'silent' || line.state === 'missing')
  const file = (way: 'online' | 'in-person') => ({ licence: one.licence.id, procedure: possible.slug, way })
  const mayFile = possible.verdict.mayFile
  return (
    <>
      <StatusBox tone={mayFile ? (obstacle || waits ? 'waiting' : 'done') : 'stopped'} title={`${possible.procedure.title[lang]}: ${mayFile ? (obstacle || waits ? t.canFileWaits : t.canFile) : t.cannotFile}`} headingLevel={3}>
        {obstacle && <p class="govuk-body">{obstacle.ground.meaning[lang]} {obstacle.ground.remedy[lang]}</p>}
      </StatusBox>
      <Checklist label={possible.procedure.title[lang]} items={lines.map((line) => ({ tone: toneOf[line.state], title: titleOf(line, lang), detail: line.detail, status: t.states[line.state] }))} />
      {mayFile && (
        <div class="govuk-button-group">
          <Form action={paths.counterVisitAt(c.counter.id, 'begin')} csrf={csrf} hidden={file('online')}><Button preventDoubleClick>{t.fileOnline}</Button></Form>
          <Form action={paths.counterVisitAt(c.counter.id, 'begin')} csrf={csrf} hidden={file('in-person')}><Button look="secondary" preventDoubleClick>{t.fileOnPaper}</Button></Form>
        </div>
      )}
    </>
  )
}

/** What the person takes home: in plain words, with the place, on one sheet. */
function ListPage({ c, check }: { c: VisitCase; check: Precheck }) {
  const { web, visit, counter, today } = c
  const { lang } = visit
  const t = checkText[lang]
  const point = findServicePoint(visit.officeCode, today)
  return (
    <CounterLayout web={web} visit={visit} today={today} current="visits" title={t.listTitle}>
      <Heading>{t.listTitle}</Heading>
      <p class="govuk-body"><strong>{t.listFor} {check.isThisPerson ? c.person.fullName : ''}</strong>, {formatDate(today)}. {t.listLead}</p>
      {check.licences.flatMap((one) => one.possible.slice(0, 1).map((possible) => {
        const lines = needLines(check, one, possible, lang)
        const missing = lines.filter((line) => line.state === 'missing' || line.state === 'blocked' || line.state === 'silent')
        return (
          <>
            <h2 class="govuk-heading-m">{possible.procedure.title[lang]}, {one.licence.held.map((held) => classLabel(held.class)[lang]).join(' + ')}</h2>
            {missing.length === 0 && possible.verdict.may && <p class="govuk-body">{t.listReady}</p>}
            {(missing.length > 0 || !possible.verdict.may) && (
              <>
                <h3 class="govuk-heading-s">{t.listMissing}</h3>
                <ul class="govuk-list govuk-list--bullet">
                  {possible.verdict.obstacles.map((one) => <li>{one.ground.meaning[lang]} {one.ground.remedy[lang]}</li>)}
                  {missing.map((line) => <li>{titleOf(line, lang)}: {line.detail}</li>)}
                </ul>
              </>
            )}
            <h3 class="govuk-heading-s">{t.listHave}</h3>
            <ul class="govuk-list govuk-list--bullet">{lines.filter((line) => line.state === 'there' || line.state === 'not-needed').map((line) => <li>{titleOf(line, lang)}: {line.detail}</li>)}</ul>
          </>
        )
      }))}
      <h2 class="govuk-heading-m">{t.listBring}</h2>
      <ul class="govuk-list govuk-list--bullet">{t.bring.map((item) => <li>{item}</li>)}</ul>
      {point && <p class="govuk-body"><strong>{t.listWhere}:</strong> {point.name[lang]}, {point.address[lang]}.</p>}
      <p class="govuk-body">{t.listHome}</p>
      <p class="tt-screen-only"><Button type="button" look="secondary" attributes={{ 'data-print': true, hidden: true }}>{t.print}</Button></p>
      <p class="govuk-body tt-screen-only"><Link href={paths.counterVisit(counter.id)}>{t.back}</Link></p>
    </CounterLayout>
  )
}
