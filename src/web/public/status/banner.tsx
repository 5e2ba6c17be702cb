/** Above a page that needs a silent system: what that means for the reader, in the words of the status page. */
import { systemName } from '../../../catalogue/index.ts'
import type { SystemName } from '../../../platform/config.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Link, NotificationBanner } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import { statusText } from './text.ts'

/** Nothing while all is well. */
export function OutageBanner({ systems, lang }: { systems: readonly SystemName[]; lang: Lang }) {
  if (systems.length === 0) return null
  const t = statusText[lang]
  return (
    <NotificationBanner titleText={t.bannerTitle} titleId="gian-doan">
      {systems.map((system) => <p class="govuk-body"><strong>{systemName(system, lang)}:</strong> {t.systems[system].means}</p>)}
      <p class="govuk-body"><Link href={paths.status()}>{t.more}</Link></p>
    </NotificationBanner>
  )
}
