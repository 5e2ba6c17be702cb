/** How the sealed log is doing: what waits for it, its last checkpoint, the last stamp of somebody else's time, and whether signing stands still for it (S13). */
import type { Lag } from '../../../observers/audit/index.ts'
import { groupThousands } from '../../../platform/values/money.ts'
import { DateTime, Link, SummaryList, Tag } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit } from '../../request.ts'
import { operationsText } from './text.ts'

export function LogState({ lag, visit }: { readonly lag: Lag; readonly visit: StaffVisit }) {
  const t = operationsText[visit.lang].log
  const { sealed, stamped, failing, held } = lag
  const point = (one: Lag['sealed']) => one ? <span><DateTime at={one.at} />, {t.lines(groupThousands(one.size))}</span> : t.none
  return (
    <section>
      <h2 class="govuk-heading-m">{t.title}</h2>
      <SummaryList rows={[
        { key: t.waiting, value: lag.seconds === 0 ? t.nothingWaits : t.minutes(Math.ceil(lag.seconds / 60)) },
        { key: t.sealed, value: point(sealed) },
        { key: t.stamped, value: point(stamped) },
        { key: t.stamping, value: failing
          ? <span><Tag tone={held ? 'stopped' : 'waiting'}>{held ? t.held : t.failing}</Tag> {t.since} <DateTime at={failing.since} />. {held ? t.heldSince : t.holdsFrom} <DateTime at={failing.holdsFrom} />. {t.rest}</span>
          : <Tag tone="done">{t.well}</Tag> },
      ]} />
      <p class="govuk-body"><Link href={paths.log()}>{t.page}</Link></p>
    </section>
  )
}
