/** The open dossiers that wait for one duty, page by page, by number: the longest wait first. */
import { limitWords } from '../../../catalogue/index.ts'
import { sentenceCase } from '../../../platform/values/words.ts'
import { BackLink, Code, DateTime, Heading, MadeUpTag, Pagination, SortableTable, Tag, WarningText } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit, Web } from '../../request.ts'
import { LeaderLayout } from '../layout.tsx'
import { leaderText } from '../text.ts'
import type { WaitingView } from './late.view.ts'

export function waitingPage(web: Web, visit: StaffVisit, view: WaitingView) {
  const { lang } = visit
  const t = leaderText[lang]
  const c = t.columns
  const { duty, page } = view
  const title = `${sentenceCase(duty.name[lang])}: ${duty.task[lang]}`
  return (
    <LeaderLayout web={web} visit={visit} today={view.today} current="overview" title={title} before={<BackLink href={paths.leader()}>{t.back}</BackLink>}>
      <Heading caption={sentenceCase(duty.name[lang])} beside={<MadeUpTag simulation={web.platform.config.simulation} />}>{duty.task[lang]}</Heading>
      <p class="govuk-body">{t.waitingLead} {c.limit}: {limitWords(duty.limit.value)[lang]}{duty.limit.assumed && ` (${t.assumed})`}.</p>
      {view.missingYear && <WarningText>{t.cannotJudge(view.missingYear)}</WarningText>}
      <SortableTable
        caption={title} empty={t.waitedNone}
        columns={[{ key: 'code', text: c.code }, { key: 'since', text: c.since }, { key: 'ends', text: c.ends }, { key: 'late', text: c.late }]}
        rows={view.waits.map((wait) => {
          const isPast = wait.endsAt !== null && wait.endsAt < view.now
          return {
            mark: isPast ? ('late' as const) : undefined,
            cells: { code: <Code>{wait.code}</Code>, since: <DateTime at={wait.fromAt} />, ends: wait.endsAt ? <DateTime at={wait.endsAt} /> : t.none, late: isPast ? <Tag tone="stopped">{t.isPast}</Tag> : view.missingYear && wait.endsAt === null ? t.unjudged : t.none },
          }
        })}
      />
      {(page > 1 || view.hasNext) && (
        <Pagination
          previous={page > 1 ? { href: paths.leaderWaiting(duty.id, page - 1), text: t.previous } : undefined}
          next={view.hasNext ? { href: paths.leaderWaiting(duty.id, page + 1), text: t.next } : undefined}
        />
      )}
    </LeaderLayout>
  )
}
