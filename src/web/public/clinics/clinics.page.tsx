/** Who may be examined where, with what each clinic's certificates really took to become usable (P3, L1). No sign-in, no script. */
import type { FastifyInstance } from 'fastify'
import { type ClinicDelay, clinicDelays, listActiveClinics } from '../../../capabilities/health-certificates/index.ts'
import { findProvince } from '../../../catalogue/index.ts'
import { publicActor } from '../../../platform/values/actor.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import { groupThousands } from '../../../platform/values/money.ts'
import { Card, Code, DateTime, Heading, MadeUpTag, SortableTable } from '../../kit/index.ts'
import { CitizenLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import { sendPage, type Visit, visitOf, type Web } from '../../request.ts'
import { examiningText } from './text.ts'

interface ClinicsView {
  readonly clinics: Awaited<ReturnType<typeof listActiveClinics>>
  readonly delays: readonly ClinicDelay[]
  readonly at: Date
  readonly today: LocalDate
}

export function registerClinicsList(app: FastifyInstance, web: Web): void {
  app.get(paths.examiningClinics(), async (request, reply) => {
    const { lang } = await visitOf(web, request)
    const view = await web.platform.read(publicActor, async (work) => ({ clinics: await listActiveClinics(work), delays: await clinicDelays(work), at: work.now, today: work.today }))
    // The same page for everybody: nobody is named on it, so that it may be kept for a moment on the way.
    reply.header('cache-control', 'public, max-age=30').header('vary', 'cookie')
    return sendPage(reply, clinicsPage(web, { session: undefined, lang, csrf: '', actor: publicActor, here: paths.examiningClinics() }, view))
  })
}

function clinicsPage(web: Web, visit: Visit, { clinics, delays, at, today }: ClinicsView) {
  const { lang } = visit
  const t = examiningText[lang]
  const delayOf = new Map(delays.map((one) => [one.clinicCode, one]))
  const byProvince = Map.groupBy(clinics, (one) => (one.provinceCode === null ? undefined : findProvince(one.provinceCode, today))?.name[lang] ?? t.other)
  const seconds = (n: number | null | undefined) => (n === null || n === undefined ? '–' : t.seconds(n))
  return (
    <CitizenLayout web={web} visit={visit} title={t.title}>
      <Heading beside={<MadeUpTag simulation={web.platform.config.simulation} />}>{t.title}</Heading>
      <p class="govuk-body-l">{t.lead}</p>
      {clinics.length === 0 && <p class="govuk-body">{t.none}</p>}
      {[...byProvince].sort(([a], [b]) => a.localeCompare(b, 'vi')).map(([province, there]) => (
        <section>
          <h2 class="govuk-heading-m">{province}</h2>
          <SortableTable
            caption={province} columns={(['name', 'code', 'sent', 'median', 'slowest'] as const).map((key) => ({ key, text: t.columns[key], ...(key === 'sent' ? { format: 'numeric' as const } : {}) }))}
            rows={there.map((clinic) => {
              const delay = delayOf.get(clinic.code)
              return { cells: { name: <span lang="vi">{clinic.name}</span>, code: <Code>{clinic.code}</Code>, sent: groupThousands(delay?.sent ?? 0), median: seconds(delay?.medianSeconds), slowest: seconds(delay?.slowestSeconds) } }
            })}
          />
        </section>
      ))}
      <p class="govuk-body-s">{t.measured} {t.at} <DateTime at={at} />.</p>
      <Card title={t.elsewhere} quiet><p class="govuk-body">{t.elsewhereText}</p></Card>
    </CitizenLayout>
  )
}
