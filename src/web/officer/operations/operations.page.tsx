/** The operator's page: what is broken, who waits for it since when, and what to do about it. */
import { systemName } from '../../../catalogue/index.ts'
import { isSystemName } from '../../../platform/outside/settings.ts'
import type { SourceHealth } from '../../../platform/outside/source-health.ts'
import { discardReasons } from '../../../platform/observability/stuck-jobs.ts'
import { type Lang, percentOf } from '../../../platform/values/words.ts'
import { Button, Card, Code, DateTime, Form, Heading, Link, Select, SortableTable, Tag, type Tone } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit, Web } from '../../request.ts'
import { Sub } from '../parts.tsx'
import { OperatorLayout, type Said } from './layout.tsx'
import { LogState } from './log.tsx'
import { mayDiscard, type OperationsView } from './operations.view.ts'
import { operationsText } from './text.ts'

interface Part {
  readonly view: OperationsView
  readonly visit: StaffVisit
}

export function operationsPage(web: Web, visit: StaffVisit, view: OperationsView, said: Said = {}) {
  const t = operationsText[visit.lang]
  return (
    <OperatorLayout web={web} visit={visit} today={view.today} title={t.title} said={said}>
      <Heading>{t.title}</Heading>
      <p class="govuk-body">{t.lead} <Link href={paths.status()}>{t.statusLink}</Link></p>
      <Alarms view={view} visit={visit} />
      <Sources view={view} visit={visit} />
      <Stuck view={view} visit={visit} />
      <LogState lag={view.log} visit={visit} />
      <Promises view={view} visit={visit} />
      <Acts view={view} visit={visit} />
      <Card title={t.moneyTitle}><p class="govuk-body">{t.money(view.openDiscrepancies)} {t.moneyDesk} <Code>{paths.money()}</Code></p></Card>
    </OperatorLayout>
  )
}

function Alarms({ view, visit }: Part) {
  const t = operationsText[visit.lang]
  const kinds: Readonly<Record<string, string>> = t.alarmKinds
  return (
    <section>
      <h2 class="govuk-heading-m">{t.alarmsTitle}</h2>
      {view.alarms.length === 0 ? <p class="govuk-body">{t.alarmsNone}</p> : (
        <SortableTable
          caption={t.alarmsTitle}
          columns={[{ key: 'kind', text: t.alarmColumns.kind }, { key: 'system', text: t.alarmColumns.system }, { key: 'at', text: t.alarmColumns.at }, { key: 'subject', text: t.alarmColumns.subject }, { key: 'act', text: t.alarmColumns.act }]}
          rows={view.alarms.map((alarm) => ({
            mark: 'late' as const,
            cells: {
              kind: kinds[alarm.kind] ?? alarm.kind, system: alarm.system === 'own' ? t.own : systemName(alarm.system, visit.lang), at: <DateTime at={alarm.raisedAt} />,
              subject: alarm.subjectId ? <Code>{alarm.subjectId.slice(-12)}</Code> : t.nothing,
              act: <Form action={paths.alarm(alarm.id)} csrf={visit.csrf}><Button look="secondary" preventDoubleClick>{alarm.kind === 'key-revoked' ? t.renewKey : t.settle}</Button></Form>,
            },
          }))}
        />
      )}
      {view.staffAlarms > 0 && <p class="govuk-body">{t.staffAlarms(view.staffAlarms)}</p>}
    </section>
  )
}

export const toneOfState: Readonly<Record<SourceHealth['state'], Tone>> = { up: 'done', unsteady: 'waiting', down: 'stopped', parked: 'yours', unknown: 'quiet' }

/** What went wrong last, in words. */
export function LastError({ source, lang }: { source: SourceHealth; lang: Lang }) {
  const t = operationsText[lang]
  const words: Readonly<Record<string, string>> = t.errors
  return source.lastError ? <span>{words[source.lastError.kind] ?? source.lastError.kind} <Sub><DateTime at={source.lastError.at} /></Sub></span> : <span>{t.nothing}</span>
}

const RANK: readonly SourceHealth['state'][] = ['down', 'parked', 'unsteady', 'up', 'unknown']

/** Those in trouble first, else in the order of the settings. */
function worstFirst(sources: readonly SourceHealth[]): SourceHealth[] {
  return RANK.flatMap((state) => sources.filter((source) => source.state === state))
}

function Sources({ view, visit }: Part) {
  const t = operationsText[visit.lang]
  const { columns } = t
  return (
    <section>
      <h2 class="govuk-heading-m">{t.sourcesTitle}</h2>
      <p class="govuk-body">{t.parkHelp}</p>
      <SortableTable
        caption={t.sourcesTitle}
        columns={[
          { key: 'system', text: columns.system }, { key: 'state', text: columns.state }, { key: 'breaker', text: columns.breaker }, { key: 'waiting', text: columns.waiting, format: 'numeric' },
          { key: 'oldest', text: columns.oldest }, { key: 'error', text: columns.error }, { key: 'day', text: columns.day, format: 'numeric' }, { key: 'quarter', text: columns.quarter, format: 'numeric' },
          { key: 'act', text: columns.act },
        ]}
        rows={worstFirst(view.sources).map((source) => ({
          mark: source.state === 'down' ? ('late' as const) : undefined,
          cells: {
            system: <Link href={paths.operationsSource(source.system)}>{systemName(source.system, visit.lang)}</Link>,
            state: <span><Tag tone={toneOfState[source.state]}>{t.states[source.state]}</Tag>{source.since && <Sub>{t.since} <DateTime at={source.since} /></Sub>}</span>,
            breaker: t.breakers[source.breaker], waiting: source.waiting, oldest: source.oldestWaitingSince ? <DateTime at={source.oldestWaitingSince} /> : t.nothing,
            error: <LastError source={source} lang={visit.lang} />, day: percentOf(source.available24h, visit.lang), quarter: percentOf(source.available90d, visit.lang),
            act: <SourceActs source={source} visit={visit} />,
          },
        }))}
      />
    </section>
  )
}

/** Retry all, and park or ask again. */
export function SourceActs({ source, visit }: { source: SourceHealth; visit: StaffVisit }) {
  const t = operationsText[visit.lang]
  const of = <span class="govuk-visually-hidden">{t.ofSystem(systemName(source.system, visit.lang))}</span>
  const act = (name: string, words: string) => (
    <Form action={paths.operationsAct(source.system, name)} csrf={visit.csrf}><Button look="secondary" preventDoubleClick>{words}{of}</Button></Form>
  )
  return (
    <div>
      {source.waiting > 0 && source.state !== 'parked' && act('hoi-het', t.retryAll)}
      {source.state === 'parked' ? act('hoi-lai', t.unpark) : act('tam-ngung', t.park)}
    </div>
  )
}

function Stuck({ view, visit }: Part) {
  const t = operationsText[visit.lang]
  return (
    <section>
      <h2 class="govuk-heading-m">{t.stuckTitle}</h2>
      {view.stuck.length === 0 ? <p class="govuk-body">{t.stuckNone}</p> : (
        <>
          <p class="govuk-body">{t.stuckHelp}</p>
          <SortableTable
            caption={t.stuckTitle}
            columns={[{ key: 'task', text: t.stuckColumns.task }, { key: 'at', text: t.stuckColumns.at }, { key: 'attempts', text: t.stuckColumns.attempts, format: 'numeric' }, { key: 'error', text: t.stuckColumns.error }, { key: 'act', text: t.stuckColumns.act }]}
            rows={view.stuck.map((job) => ({
              cells: {
                task: <Code>{job.task}</Code>, at: <DateTime at={job.stuckAt} />, attempts: job.attempts, error: <span lang="en">{job.error}</span>,
                act: (
                  <div>
                    <Form action={paths.stuckJob(job.id, 'chay-lai')} csrf={visit.csrf}><Button look="secondary" preventDoubleClick>{t.retryJob}</Button></Form>
                    {mayDiscard(job.task) ? <Form action={paths.stuckJob(job.id, 'bo')} csrf={visit.csrf}>
                      <Select id={`ly-do-${job.id}`} name="ly-do" label={t.reason} items={[{ value: '', text: t.choose }, ...discardReasons.map((reason) => ({ value: reason, text: t.reasons[reason] }))]} />
                      <Button look="warning" preventDoubleClick>{t.discard}</Button>
                    </Form> : <span class="govuk-hint">{t.owed}</span>}
                  </div>
                ),
              },
            }))}
          />
        </>
      )}
    </section>
  )
}

function Acts({ view, visit }: Part) {
  const t = operationsText[visit.lang]
  if (view.acts.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{t.actsTitle}</h2>
      <SortableTable
        caption={t.actsTitle}
        columns={[{ key: 'act', text: t.actColumns.act }, { key: 'about', text: t.actColumns.about }, { key: 'by', text: t.actColumns.by }, { key: 'at', text: t.actColumns.at }]}
        rows={view.acts.map((act) => ({
          cells: { act: t.acts[act.kind], about: act.about === null ? t.nothing : isSystemName(act.about) ? systemName(act.about, visit.lang) : <Code>{act.about}</Code>, by: act.by, at: <DateTime at={act.at} /> },
        }))}
      />
    </section>
  )
}

function Promises({ view, visit }: Part) {
  const t = operationsText[visit.lang]
  const bad = view.promises.filter(({ broken }) => broken !== 0)
  const [last] = [...view.promises].sort((a, b) => b.checkedAt.getTime() - a.checkedAt.getTime())
  return (
    <section>
      <h2 class="govuk-heading-m">{t.promisesTitle}</h2>
      {!last && <p class="govuk-body">{t.promisesNone}</p>}
      {last && bad.length === 0 && <p class="govuk-body">{t.promisesGood(view.promises.length)} {t.promisesAt} <DateTime at={last.checkedAt} />.</p>}
      {bad.length > 0 && (
        <SortableTable
          caption={t.promisesTitle}
          columns={[{ key: 'name', text: t.promiseColumns.name }, { key: 'found', text: t.promiseColumns.found }, { key: 'at', text: t.promiseColumns.at }]}
          rows={bad.map((one) => ({ mark: 'late' as const, cells: { name: <span lang="en">{one.name}</span>, found: one.broken === null ? t.promiseUnknown : t.promiseBroken(one.broken), at: <DateTime at={one.checkedAt} /> } }))}
        />
      )}
    </section>
  )
}
