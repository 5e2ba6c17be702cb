/** "Who looked at my data": each reading by staff, with role, office, time and purpose (AUD4, TH2). */
import type { FastifyInstance } from 'fastify'
import { listVisitsOf } from '../../../../capabilities/counters/index.ts'
import { findStaff } from '../../../../capabilities/identity/index.ts'
import { authorityOf, findProvince, findServicePoint, roles } from '../../../../catalogue/index.ts'
import { listReadingsOf } from '../../../../dossiers/index.ts'
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

interface Row {
  readonly at: Date
  readonly who: string
  readonly purpose: string
  readonly dossier: { readonly id: string; readonly code: string } | undefined
}

export function registerReadings(app: FastifyInstance, web: Web): void {
  app.get(paths.whoRead(), async (request, reply) => {
    const visit = await citizenVisit(web, request, reply)
    if (!visit) return reply
    return sendPage(reply, readingsPage(web, visit, await web.platform.read(visit.actor, (work) => readReadings(work, visit.session.personId, visit.lang))))
  })
}

async function readReadings(work: Work, personId: string, lang: Lang): Promise<Row[]> {
  const t = readingsText[lang]
  const [readings, visits] = await Promise.all([listReadingsOf(work, personId, SHOWN), listVisitsOf(work, personId, SHOWN)])
  const all = [
    ...readings.map((one) => ({ ...one, dossier: { id: one.dossierId, code: one.submissionCode } })),
    ...visits.map((one) => ({ ...one, purpose: 'visit', dossier: undefined })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, SHOWN)
  const ids = [...new Set(all.map(({ staffId }) => staffId))]
  const staff = new Map((await Promise.all(ids.map((id) => findStaff(work, id)))).flatMap((one) => (one ? [[one.id, one] as const] : [])))
  const purposes: Readonly<Record<string, string>> = t.purposes
  return all.map(({ at, staffId, officeCode, purpose, dossier }) => {
    const role = staff.get(staffId)?.role
    return { at, dossier, who: [role ? roles[role].words[lang] : t.someone, officeName(officeCode, at, lang)].filter(Boolean).join(', '), purpose: purposes[purpose] ?? t.purposes.other }
  })
}

/** A service point by its name, else the authority of a province. */
function officeName(code: string, at: Date, lang: Lang): string {
  const on = localDateAt(at)
  const point = findServicePoint(code, on)
  if (point) return point.name[lang]
  return findProvince(code, on) ? authorityOf(code, on).name[lang] : ''
}

function readingsPage(web: Web, visit: CitizenVisit, rows: readonly Row[]) {
  const t = readingsText[visit.lang]
  return (
    <CitizenLayout web={web} visit={visit} title={t.title} before={<BackLink href={paths.mine()}>{t.back}</BackLink>}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {rows.length === 0 ? <p class="govuk-body">{t.none}</p> : (
        <>
          <p class="govuk-body">{t.name}</p>
          <SortableTable
            caption={t.caption} columns={(['at', 'who', 'purpose', 'about'] as const).map((key) => ({ key, text: t.columns[key] }))}
            rows={rows.map(({ at, who, purpose, dossier }) => ({ cells: { at: <DateTime at={at} />, who, purpose, about: dossier ? <Link href={paths.dossier(dossier.id)}><Code>{dossier.code}</Code></Link> : '–' } }))}
          />
          {rows.length === SHOWN && <p class="govuk-body">{t.more(SHOWN)}</p>}
        </>
      )}
    </CitizenLayout>
  )
}
