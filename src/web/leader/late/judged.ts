/** The third answer beside "so many were late" and "nobody was": that it cannot be told. Pure. */
import { countText } from '../../../platform/values/money.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { leaderText } from '../text.ts'

/** How many were late, as people read it. @param unjudged of how many more nobody can tell */
export function lateText(late: number, unjudged: number, lang: Lang): string {
  const t = leaderText[lang]
  if (unjudged === 0) return countText(late, lang)
  return late === 0 ? t.unjudged : t.atLeast(countText(late, lang))
}
