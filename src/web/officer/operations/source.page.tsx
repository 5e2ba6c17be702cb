/** One outside system: its state, and the jobs that wait for it, oldest first. */
import { systemName } from '../../../catalogue/index.ts'
import type { SourceHealth, WaitingJob } from '../../../platform/outside/source-health.ts'
import { percentOf } from '../../../platform/values/words.ts'
import { BackLink, Button, Code, DateTime, Form, Heading, SortableTable, SummaryList, Tag } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit, Web } from '../../request.ts'
import { OperatorLayout, type Said } from './layout.tsx'
import { LastError, SourceActs, toneOfState } from './operations.page.tsx'
import { operationsText } from './text.ts'

export interface SourceView {
  readonly source: SourceHealth
  readonly jobs: readonly WaitingJob[]
  readonly today: string
}

export function sourcePage(web: Web, visit: StaffVisit, { source, jobs, today }: SourceView, said: Said = {}) {
  const t = operationsText[visit.lang]
  const name = systemName(source.system, visit.lang)
  return (
    <OperatorLayout web={web} visit={visit} today={today} title={name} said={said} before={<BackLink href={paths.operations()}>{t.back}</BackLink>}>
      <Heading beside={<Tag tone={toneOfState[source.state]}>{t.states[source.state]}</Tag>}>{name}</Heading>
      <SummaryList rows={[
        { key: t.columns.breaker, value: t.breakers[source.breaker] },
        { key: t.columns.waiting, value: source.waiting },
        { key: t.columns.oldest, value: source.oldestWaitingSince ? <DateTime at={source.oldestWaitingSince} /> : t.nothing },
        { key: t.columns.error, value: <LastError source={source} lang={visit.lang} /> },
        { key: t.columns.day, value: percentOf(source.available24h, visit.lang) },
        { key: t.columns.quarter, value: percentOf(source.available90d, visit.lang) },
      ]} />
      <p class="govuk-body">{t.parkHelp}</p>
      <SourceActs source={source} visit={visit} />
      <h2 class="govuk-heading-m">{t.waitingTitle(name)}</h2>
      {jobs.length === 0 ? <p class="govuk-body">{t.waitingNone}</p> : (
        <>
          {source.waiting > jobs.length && <p class="govuk-body">{t.waitingMost}</p>}
          <SortableTable
            caption={t.waitingTitle(name)}
            columns={[{ key: 'task', text: t.waitingColumns.task }, { key: 'since', text: t.waitingColumns.since }, { key: 'next', text: t.waitingColumns.next }, { key: 'act', text: t.waitingColumns.act }]}
            rows={jobs.map((job) => ({
              cells: {
                task: <Code>{job.task}</Code>, since: <DateTime at={job.waitingSince} />, next: <DateTime at={job.nextTryAt} />,
                act: <Form action={paths.operationsAct(source.system, 'hoi-mot')} csrf={visit.csrf} hidden={{ viec: job.task, khoa: job.key }}><Button look="secondary" preventDoubleClick>{t.retryOne}</Button></Form>,
              },
            }))}
          />
        </>
      )}
    </OperatorLayout>
  )
}
