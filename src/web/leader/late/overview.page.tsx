/** The leader's first page: who is waited for now, who was late this month, on whose account the time goes, week by week. */
import { digitisationAim } from '../../../catalogue/forms/index.ts'
import { limitWords, ownerWords } from '../../../catalogue/index.ts'
import { addDays } from '../../../platform/values/dates.ts'
import { countText } from '../../../platform/values/money.ts'
import { percentOf, sentenceCase } from '../../../platform/values/words.ts'
import { Card, Code, DateOnly, DateTime, Details, Figures, Heading, Link, MadeUpTag, NoWrap, Scroll, SortableTable, Table, Tag, WarningText } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit, Web } from '../../request.ts'
import { LeaderLayout } from '../layout.tsx'
import { leaderText } from '../text.ts'
import { ShareBar, WeekBars } from './chart.tsx'
import { lateText } from './judged.ts'
import { LateWaits } from './late.page.tsx'
import type { NamedDuty, Overview } from './late.view.ts'

interface Part {
  readonly view: Overview
  readonly visit: StaffVisit
}

/** A part with a picture. */
type DrawnPart = Part & { readonly madeUp: boolean }

export function overviewPage(web: Web, visit: StaffVisit, view: Overview) {
  const { lang } = visit
  const { simulation } = web.platform.config
  const t = leaderText[lang]
  const open = view.waited.reduce((sum, one) => sum + one.dossiers, 0)
  const past = view.waited.reduce((sum, one) => sum + one.late, 0)
  const [late, settled] = [view.kept.reduce((sum, one) => sum + one.late, 0), view.kept.reduce((sum, one) => sum + one.settled, 0)]
  const [openUnjudged, unjudged] = [view.waited.reduce((sum, one) => sum + one.unjudged, 0), view.kept.reduce((sum, one) => sum + one.unjudged, 0)]
  return (
    <LeaderLayout web={web} visit={visit} today={view.today} current="overview" title={t.title}>
      <Heading beside={<><Tag tone="quiet">{view.provinceName[lang]}</Tag><MadeUpTag simulation={simulation} /></>} end={<DateTime at={view.now} />}>{t.title}</Heading>
      <p class="govuk-body">
        {t.lead}{' '}
        {view.agreement ? <Link href={paths.agreement(view.province)}>{t.agreedBy(view.agreement.value.title[lang], view.agreement.from)}</Link> : t.noAgreement}
        {view.agreement?.assumed && ` (${t.assumed})`}
      </p>
      {view.missingYear && <WarningText>{t.cannotJudge(view.missingYear)}</WarningText>}
      <Figures items={[
        { value: open, label: t.figures.open }, { value: lateText(past, openUnjudged, lang), label: t.figures.past }, { value: lateText(late, unjudged, lang), label: t.figures.month(view.month) },
        { value: unjudged > 0 ? t.unjudged : percentOf(settled === 0 ? null : late / settled, lang), label: t.figures.share },
      ]} />
      <Months view={view} visit={visit} />
      <WaitedNow view={view} visit={visit} />
      <KeptInMonth view={view} visit={visit} />
      <Account view={view} visit={visit} madeUp={simulation} />
      <Weeks view={view} visit={visit} madeUp={simulation} />
      <Digital view={view} visit={visit} />
    </LeaderLayout>
  )
}

/** How much of what comes on paper and goes out is digital, against the aim (C4). */
function Digital({ view, visit }: Part) {
  const { lang } = visit
  const t = leaderText[lang].digital
  return (
    <Card title={t.title}>
      <Scroll label={t.title}>
        <Table
          firstCellIsHeader
          head={[t.figure, { text: t.part, ...NUMERIC }, { text: t.whole, ...NUMERIC }, { text: t.share, ...NUMERIC }, { text: t.aim, ...NUMERIC }]}
          rows={(['digitised', 'electronic-result'] as const).map((figure) => {
            const { whole, part } = view.digital[figure]
            return [t.names[figure], ...[countText(part, lang), countText(whole, lang), percentOf(whole === 0 ? null : part / whole, lang), percentOf(digitisationAim.value, lang)].map((text) => ({ text, ...NUMERIC }))]
          })}
        />
      </Scroll>
      <p class="govuk-body-s">{t.source} <span lang="vi">{digitisationAim.source}</span>. <Link href={paths.figures({ tinh: view.province })}>{t.figures}</Link></p>
    </Card>
  )
}

/** The way to the neighbouring months and to the file. */
function Months({ view, visit }: Part) {
  const t = leaderText[visit.lang]
  const before = addDays(`${view.month}-01`, -1).slice(0, 7)
  const after = addDays(`${view.month}-01`, 31).slice(0, 7)
  return (
    <p class="govuk-body tt-screen-only">
      <Link href={paths.leader(before)}>← {t.otherMonth(before)}</Link>
      {after <= view.today.slice(0, 7) && <> · <Link href={paths.leader(after)}>{t.otherMonth(after)} →</Link></>}
      {' · '}<Link href={paths.leaderFile(view.month)}>{t.file}</Link>{' · '}{t.print}
    </p>
  )
}

/** How a figure is counted, beside it. */
function How({ lang, text }: { lang: 'vi' | 'en'; text: string }) {
  return <Details summaryText={leaderText[lang].howCounted}><p class="govuk-body">{text}</p></Details>
}

/** The agreed time, and whether anybody printed it. */
function Term({ duty, lang }: { duty: NamedDuty | undefined; lang: 'vi' | 'en' }) {
  const t = leaderText[lang]
  if (!duty) return <span>{t.noLimit}</span>
  return <span><NoWrap>{limitWords(duty.limit.value)[lang]}</NoWrap>{duty.limit.assumed && <span class="tt-sub">{t.assumed}</span>}</span>
}

function WaitedNow({ view, visit: { lang } }: Part) {
  const t = leaderText[lang]
  const c = t.columns
  return (
    <Card title={t.waited}>
      <SortableTable
        caption={t.waited} empty={t.waitedNone}
        columns={[
          { key: 'party', text: c.party }, { key: 'duty', text: c.duty }, { key: 'limit', text: c.limit }, { key: 'dossiers', text: c.dossiers, format: 'numeric' }, { key: 'late', text: c.late, format: 'numeric' },
          { key: 'oldest', text: c.oldest },
        ]}
        rows={view.waited.map(({ duty, owner, dossiers, oldestSince, oldestCode, late, unjudged }) => ({
          mark: late > 0 ? ('late' as const) : undefined,
          cells: {
            party: sentenceCase((duty?.name ?? ownerWords[owner])[lang]), duty: duty?.task[lang] ?? t.none, limit: <Term duty={duty} lang={lang} />, dossiers: duty ? <Link href={paths.leaderWaiting(duty.id)}>{dossiers}<span class="govuk-visually-hidden">: {duty.task[lang]}</span></Link> : dossiers,
            late: duty ? lateText(late, unjudged, lang) : t.none, oldest: <span><DateTime at={oldestSince} /><span class="tt-sub"><Code>{oldestCode}</Code></span></span>,
          },
        }))}
      />
      <How lang={lang} text={t.waitedHow} />
    </Card>
  )
}

function KeptInMonth({ view, visit }: Part) {
  const { lang } = visit
  const t = leaderText[lang]
  const c = t.columns
  return (
    <Card title={t.kept(view.month)}>
      <SortableTable
        caption={t.kept(view.month)} empty={t.keptNone}
        columns={[
          { key: 'party', text: c.party }, { key: 'duty', text: c.duty }, { key: 'limit', text: c.limit }, { key: 'settled', text: c.settled, format: 'numeric' }, { key: 'late', text: c.wasLate, format: 'numeric' },
          { key: 'share', text: c.share, format: 'numeric' },
        ]}
        rows={view.kept.map(({ duty, settled, late, unjudged }) => ({
          mark: late > 0 ? ('late' as const) : undefined,
          cells: {
            party: late > 0 ? <Link href={paths.leaderLate(view.month, duty.party)}>{sentenceCase(duty.name[lang])}</Link> : sentenceCase(duty.name[lang]),
            duty: duty.task[lang], limit: <Term duty={duty} lang={lang} />, settled, late: lateText(late, unjudged, lang), share: <NoWrap>{unjudged > 0 ? t.unjudged : percentOf(late / settled, lang)}</NoWrap>,
          },
        }))}
      />
      <How lang={lang} text={t.keptHow} />
      {view.worst.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{t.worst}</h3>
          <LateWaits waits={view.worst} names={view.names} now={view.now} lang={lang} />
          <p class="govuk-body"><Link href={paths.leaderLate(view.month)}>{t.allLate}</Link></p>
        </>
      )}
    </Card>
  )
}

const NUMERIC = { format: 'numeric' } as const

function Account({ view, visit: { lang }, madeUp }: DrawnPart) {
  const t = leaderText[lang]
  const c = t.columns
  const all = view.hours.reduce((sum, one) => sum + one.hours, 0)
  const most = Math.max(1, ...view.hours.map(({ hours }) => hours))
  return (
    <Card title={t.account(view.month)}>
      <Scroll label={t.account(view.month)}>
        <Table
          head={[c.party, { text: c.hours, ...NUMERIC }, { text: c.share, ...NUMERIC }, { text: c.dossiers, ...NUMERIC }]}
          firstCellIsHeader
          rows={view.hours.map(({ owner, hours, dossiers }) => [
            sentenceCase(ownerWords[owner][lang]), { text: countText(hours, lang), ...NUMERIC },
            { text: <NoWrap>{percentOf(all === 0 ? null : hours / all, lang)}<ShareBar share={hours / most} madeUp={madeUp} /></NoWrap>, ...NUMERIC }, { text: countText(dossiers, lang), ...NUMERIC },
          ])}
        />
      </Scroll>
      {view.hours.length === 0 && <p class="govuk-body">{t.waitedNone}</p>}
      <How lang={lang} text={t.accountHow} />
    </Card>
  )
}

function Weeks({ view, visit: { lang }, madeUp }: DrawnPart) {
  const t = leaderText[lang]
  const c = t.columns
  const [late, settled] = [view.weeks.reduce((sum, one) => sum + one.late, 0), view.weeks.reduce((sum, one) => sum + one.settled, 0)]
  const said = [t.chart(view.weeks.length, late, settled), ...(view.missingYear ? [t.cannotJudge(view.missingYear)] : [])].join(' ')
  return (
    <Card title={t.weeks}>
      <WeekBars weeks={view.weeks} title={t.weeks} madeUp={madeUp} said={said} />
      <Scroll label={t.weeks}>
        <Table
          head={[c.week, { text: c.settled, ...NUMERIC }, { text: c.wasLate, ...NUMERIC }, { text: c.share, ...NUMERIC }, c.worst]}
          firstCellIsHeader
          rows={[...view.weeks].reverse().map((week) => [
            <DateOnly on={week.monday} />, { text: countText(week.settled, lang), ...NUMERIC }, { text: lateText(week.late, week.isUnjudged ? 1 : 0, lang), ...NUMERIC },
            { text: week.isUnjudged ? t.unjudged : percentOf(week.settled === 0 ? null : week.late / week.settled, lang), ...NUMERIC }, week.worst ? t.worstOf(sentenceCase(week.worst.name[lang]), week.worst.late) : t.none,
          ])}
        />
      </Scroll>
      <How lang={lang} text={t.weeksHow} />
    </Card>
  )
}
