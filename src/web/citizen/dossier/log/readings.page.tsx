/** "Who looked at my data": each reading by staff, with role, office, time and purpose (AUD4, TH2). */
import type { FastifyInstance } from 'fastify'
import { listVisitsOf } from '../../../../capabilities/counters/index.ts'
import { findClinic } from '../../../../capabilities/health-certificates/index.ts'
import { findColleagues, getPerson } from '../../../../capabilities/identity/index.ts'
import { authorityOf, findProvince, findServicePoint, roles } from '../../../../catalogue/index.ts'
import { listListingsOf, listReadingsOf, type Reading } from '../../../../dossiers/index.ts'
import { localDateAt } from '../../../../platform/values/dates.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import type { Work } from '../../../../platform/work.ts'
import { BackLink, Code, DateTime, Link, SortableTable } from '../../../kit/index.ts'
import { CitizenLayout } from '../../../layout.tsx'
import { paths } from '../../../paths.ts'
import { type CitizenVisit, citizenVisit, sendPage, type Web } from '../../../request.ts'
import { readingsText } from './text.ts'

/** The most that a page shows. */
const SHOWN = 200

/** One reading; `times` of a list that somebody stood in, however often. */
interface Row {
  readonly at: Date
  readonly who: string
  readonly purpose: string
  readonly dossier: { readonly id: string; readonly code: string } | undefined
  readonly times: number
}

interface View {
  readonly opened: readonly Row[]
  readonly listed: readonly Row[]
}

export function registerReadings(app: FastifyInstance, web: Web): void {
  app.get(paths.whoRead(), async (request, reply) => {
    const visit = await citizenVisit(web, request, reply)
    if (!visit) return reply
    return sendPage(reply, readingsPage(web, visit, await web.platform.read(visit.actor, (work) => readReadings(work, visit.session.personId, visit.lang))))
  })
}

async function readReadings(work: Work, personId: string, lang: Lang): Promise<View> {
  const t = readingsText[lang]
  const { identityNumber } = await getPerson(work, personId)
  const [readings, listings, visits] = await Promise.all([listReadingsOf(work, { personId, identityNumber }, SHOWN), listListingsOf(work, { personId, identityNumber }, SHOWN), listVisitsOf(work, personId, SHOWN)])
  const all = [...readings, ...visits.map((one) => ({ ...one, purpose: 'visit', dossierId: null, submissionCode: null }))].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, SHOWN)
  const staff = await findColleagues(work, [...all, ...listings].map(({ staffId }) => staffId))
  const clinics = new Map((await Promise.all([...staff.values()].flatMap(({ role, officeCode }) => (role === 'doctor' && officeCode ? [findClinic(work, officeCode)] : [])))).flatMap((one) => (one ? [[one.code, one.name] as const] : [])))
  const rowOf = (words: Readonly<Record<string, string>>, one: Reading, times: number): Row => {
    const role = staff.get(one.staffId)?.role
    const who = [role ? roles[role].words[lang] : t.someone, clinics.get(one.officeCode) ?? officeName(one.officeCode, one.at, lang)].filter(Boolean).join(', ')
    return { at: one.at, who, times, purpose: words[one.purpose] ?? t.purposes.other, dossier: one.dossierId !== null && one.submissionCode !== null ? { id: one.dossierId, code: one.submissionCode } : undefined }
  }
  return { opened: all.map((one) => rowOf(t.purposes, one, 1)), listed: together(listings.map((one) => rowOf(t.lists, one, one.times))) }
}

/** Colleagues of one office with the same list are one row: what counts is where somebody was seen, and how often. */
function together(rows: readonly Row[]): Row[] {
  const found = new Map<string, Row>()
  for (const row of rows) {
    const key = JSON.stringify([row.who, row.purpose, row.dossier?.id])
    const before = found.get(key)
    found.set(key, before ? { ...before, times: before.times + row.times } : row)
  }
  return [...found.values()]
}

/** A service point by its name, else the authority of a province. */
function officeName(code: string, at: Date, lang: Lang): string {
  const on = localDateAt(at)
  const point = findServicePoint(code, on)
  if (point) return point.name[lang]
  return findProvince(code, on) ? authorityOf(code, on).name[lang] : ''
}

function readingsPage(web: Web, visit: CitizenVisit, { opened, listed }: View) {
  const t = readingsText[visit.lang]
  return (
    <CitizenLayout web={web} visit={visit} title={t.title} before={<BackLink href={paths.mine()}>{t.back}</BackLink>}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {opened.length === 0 ? <p class="govuk-body">{t.none}</p> : (
        <>
          <p class="govuk-body">{t.name}</p>
          <SortableTable
            caption={t.caption} columns={(['at', 'who', 'purpose', 'about'] as const).map((key) => ({ key, text: t.columns[key] }))}
            rows={opened.map(({ at, who, purpose, dossier }) => ({ cells: { at: <DateTime at={at} />, who, purpose, about: <About dossier={dossier} /> } }))}
          />
          {opened.length === SHOWN && <p class="govuk-body">{t.more(SHOWN)}</p>}
        </>
      )}
      {listed.length > 0 && (
        <section id="danh-sach">
          <h2 class="govuk-heading-m">{t.listsTitle}</h2>
          <p class="govuk-body">{t.listsLead}</p>
          <SortableTable
            caption={t.listsCaption} columns={(['last', 'who', 'list', 'times', 'about'] as const).map((key) => ({ key, text: t.columns[key], ...(key === 'times' && { format: 'numeric' as const }) }))}
            rows={listed.map(({ at, who, purpose, times, dossier }) => ({ cells: { last: <DateTime at={at} />, who, list: purpose, times, about: <About dossier={dossier} /> } }))}
          />
        </section>
      )}
    </CitizenLayout>
  )
}

function About({ dossier }: Pick<Row, 'dossier'>) {
  return dossier ? <Link href={paths.dossier(dossier.id)}><Code>{dossier.code}</Code></Link> : <>–</>
}
