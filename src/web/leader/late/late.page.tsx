/** The late waits of a month, page by page, by dossier number: the worst first. */
import type { DutyId } from '../../../catalogue/index.ts'
import type { LateWait } from '../../../dossiers/index.ts'
import { type Lang, sentenceCase } from '../../../platform/values/words.ts'
import { BackLink, Button, Code, DateTime, Heading, MadeUpTag, NoWrap, Pagination, Select, SortableTable, Tag, WarningText } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit, Web } from '../../request.ts'
import { LeaderLayout } from '../layout.tsx'
import { leaderText } from '../text.ts'
import type { LateView, NamedDuty } from './late.view.ts'

export function latePage(web: Web, visit: StaffVisit, view: LateView) {
  const { lang } = visit
  const t = leaderText[lang]
  const { month, party, page } = view
  return (
    <LeaderLayout web={web} visit={visit} today={view.today} current="late" title={t.lateTitle} before={<BackLink href={paths.leader(month)}>{t.back}</BackLink>}>
      <Heading beside={<><Tag tone="quiet">{view.provinceName[lang]}</Tag><MadeUpTag simulation={web.platform.config.simulation} /></>}>{t.lateTitle}</Heading>
      <p class="govuk-body">{t.lateLead(month)}</p>
      {view.missingYear && <WarningText>{t.cannotJudge(view.missingYear)}</WarningText>}
      <form method="get" action={paths.leaderLate()} class="tt-screen-only">
        <input type="hidden" name="thang" value={month} />
        <Select id="ben" name="ben" label={t.party} value={party ?? ''} items={[{ value: '', text: t.everybody }, ...view.parties.map(({ id, name }) => ({ value: id, text: sentenceCase(name[lang]) }))]} />
        <Button look="secondary">{t.show}</Button>
      </form>
      <LateWaits waits={view.waits} names={view.names} now={view.now} lang={lang} empty={view.missingYear ? t.unjudged : t.lateNone} />
      {(page > 1 || view.hasNext) && (
        <Pagination
          previous={page > 1 ? { href: paths.leaderLate(month, party, page - 1), text: t.previous } : undefined}
          next={view.hasNext ? { href: paths.leaderLate(month, party, page + 1), text: t.next } : undefined}
        />
      )}
    </LeaderLayout>
  )
}

const HOUR_MS = 3_600_000

/** How far a wait went past its time, by the clock. */
function pastBy(wait: LateWait, now: Date, lang: Lang): string {
  const hours = Math.floor(((wait.toAt ?? now).getTime() - wait.endsAt.getTime()) / HOUR_MS)
  return leaderText[lang].over(Math.floor(hours / 24), hours % 24)
}

interface LateWaitsProps {
  readonly waits: readonly LateWait[]
  readonly names: ReadonlyMap<DutyId, NamedDuty>
  readonly now: Date
  readonly lang: Lang
  /** What is said when there are none. */
  readonly empty?: string
}

export function LateWaits({ waits, names, now, lang, empty = leaderText[lang].lateNone }: LateWaitsProps) {
  const t = leaderText[lang]
  const c = t.columns
  return (
    <SortableTable
      caption={t.lateTitle} empty={empty}
      columns={[{ key: 'code', text: c.code }, { key: 'party', text: c.party }, { key: 'since', text: c.since }, { key: 'ends', text: c.ends }, { key: 'ended', text: c.ended }, { key: 'over', text: c.over }]}
      rows={waits.map((wait) => {
        const duty = names.get(wait.duty)
        return {
          cells: {
            code: <Code>{wait.code}</Code>, party: <span>{duty && sentenceCase(duty.name[lang])}<span class="tt-sub">{duty?.task[lang]}</span></span>,
            since: <DateTime at={wait.fromAt} />, ends: <DateTime at={wait.endsAt} />, ended: wait.toAt ? <DateTime at={wait.toAt} /> : t.stillOpen, over: <NoWrap>{pastBy(wait, now, lang)}</NoWrap>,
          },
        }
      })}
    />
  )
}
