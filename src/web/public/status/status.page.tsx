/** The public status page: each outside system now, for 24 hours, for 90 days, and what it means for the reader. No sign-in, no script. */
import { systemName } from '../../../catalogue/index.ts'
import type { SourceDay } from '../../../platform/observability/source-days.ts'
import type { SourceHealth } from '../../../platform/outside/source-health.ts'
import { type Lang, percentOf } from '../../../platform/values/words.ts'
import { Card, DateOnly, DateTime, DayStrip, Details, Heading, Link, MadeUpTag, StatusBox, Tag, type Tone } from '../../kit/index.ts'
import { CitizenLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { Visit, Web } from '../../request.ts'
import type { StatusView } from './health.ts'
import { statusText } from './text.ts'

const tones: Readonly<Record<SourceHealth['state'], Tone>> = { up: 'done', unsteady: 'waiting', down: 'stopped', parked: 'stopped', unknown: 'quiet' }
/** A twentieth of a day. */
const LONG_MINUTES = 72

export function statusPage(web: Web, visit: Visit, { at, log, sources }: StatusView) {
  const t = statusText[visit.lang]
  const silent = sources.filter(({ state }) => state === 'down' || state === 'parked')
  const asked = sources.some(({ state }) => state !== 'unknown')
  return (
    <CitizenLayout web={web} visit={visit} title={t.title}>
      <Heading beside={<MadeUpTag simulation={web.platform.config.simulation} />}>{t.title}</Heading>
      <StatusBox tone={!asked ? 'quiet' : silent.length === 0 ? 'done' : 'waiting'} title={!asked ? t.states.unknown : silent.length === 0 ? t.allWell : t.some(silent.length)}>
        <p class="govuk-body">{t.lead}</p>
        <p class="govuk-body-s">{t.at} <DateTime at={at} /></p>
      </StatusBox>
      {[...silent, ...sources.filter((source) => !silent.includes(source))].map((source) => <System source={source} lang={visit.lang} />)}
      <p class="govuk-body-s">{t.legend}</p>
      {log?.sealed && <LogLine log={log} lang={visit.lang} />}
      <Card title={t.warnTitle} quiet><p class="govuk-body">{t.warn}</p></Card>
    </CitizenLayout>
  )
}

/** The log, in one line: how fresh it is, and whether signing waits for it. */
function LogLine({ log: { sealed, stamped, failing, held }, lang }: { log: NonNullable<StatusView['log']>; lang: Lang }) {
  const t = statusText[lang].log
  return (
    <Card title={t.title} beside={<Tag tone={held ? 'stopped' : failing ? 'waiting' : 'done'}>{held ? t.held : failing ? t.failing : t.well}</Tag>}>
      {held && failing && <p class="govuk-body"><strong>{statusText[lang].forYou}:</strong> {t.means} ({statusText[lang].since} <DateTime at={failing.holdsFrom} />)</p>}
      <p class="govuk-body">{t.sealed} {sealed && <DateTime at={sealed.at} />}{stamped ? <>; {t.stamped} <DateTime at={stamped.at} /></> : <>; {t.unstamped}</>}. <Link href={paths.log()}>{t.more}</Link></p>
    </Card>
  )
}

function System({ source, lang }: { source: StatusView['sources'][number]; lang: Lang }) {
  const t = statusText[lang]
  const words = t.systems[source.system]
  const works = source.state === 'up' || source.state === 'unknown'
  return (
    <Card title={systemName(source.system, lang)} beside={<Tag tone={tones[source.state]}>{t.states[source.state]}</Tag>}>
      <p class="govuk-body">{works ? `${t.does}: ${words.does}` : <><strong>{t.forYou}:</strong> {words.means}</>}{source.since && <> ({t.since} <DateTime at={source.since} />)</>}</p>
      {source.available24h !== null && source.available90d !== null && (
        <p class="govuk-body">{t.day}: <strong class="tt-nowrap">{percentOf(source.available24h, lang)}</strong> · {t.quarter}: <strong class="tt-nowrap">{percentOf(source.available90d, lang)}</strong></p>
      )}
      {source.days.length > 0 && <DayStrip days={source.days.map(toneOf)} />}
      {source.days.length > 0 && <Outages days={source.days} lang={lang} />}
    </Card>
  )
}

function toneOf({ outMinutes }: SourceDay): Tone {
  if (outMinutes === null) return 'quiet'
  return outMinutes === 0 ? 'done' : outMinutes < LONG_MINUTES ? 'waiting' : 'stopped'
}

/** What the strip shows, in words. */
function Outages({ days, lang }: { days: readonly SourceDay[]; lang: Lang }) {
  const t = statusText[lang]
  const silent = days.flatMap(({ on, outMinutes }) => (outMinutes ? [{ on, outMinutes }] : [])).reverse()
  if (silent.length === 0) return <p class="govuk-body-s">{t.never}</p>
  return (
    <Details summaryText={`${t.silentOn} (${silent.length})`}>
      <ul class="govuk-list">{silent.map(({ on, outMinutes }) => <li><DateOnly on={on} />: {t.hours(Math.floor(outMinutes / 60), outMinutes % 60)}</li>)}</ul>
    </Details>
  )
}
