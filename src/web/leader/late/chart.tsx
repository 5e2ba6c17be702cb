/** Bars week by week. For the eye: the table below it has the same figures for everyone. */
import type { Week } from './late.view.ts'

const HEIGHT = 120
const STEP = 40
const BAR = 26

/** @param said what it shows, in words */
export function WeekBars({ weeks, said }: { weeks: readonly Week[]; said: string }) {
  const most = Math.max(1, ...weeks.map(({ settled }) => settled))
  const tall = (amount: number) => Math.round((HEIGHT * amount) / most)
  return (
    <svg class="tt-bars" viewBox={`0 0 ${weeks.length * STEP} ${HEIGHT + 24}`} role="img" aria-label={said} width={weeks.length * STEP} height={HEIGHT + 24}>
      {weeks.map(({ monday, settled, late }, index) => {
        const x = index * STEP + (STEP - BAR) / 2
        return (
          <g>
            <rect class="tt-bars__all" x={x} y={HEIGHT - tall(settled)} width={BAR} height={tall(settled)} />
            <rect class="tt-bars__late" x={x} y={HEIGHT - tall(late)} width={BAR} height={tall(late)} />
            <text class="tt-bars__label" x={x + BAR / 2} y={HEIGHT + 16} text-anchor="middle">{`${Number(monday.slice(8))}/${Number(monday.slice(5, 7))}`}</text>
          </g>
        )
      })}
      <line class="tt-bars__ground" x1="0" x2={weeks.length * STEP} y1={HEIGHT} y2={HEIGHT} />
    </svg>
  )
}

/** One bar, as long as its share of the longest. For the eye: the figure stands beside it. */
export function ShareBar({ share }: { share: number }) {
  return (
    <svg class="tt-bars__row" viewBox="0 0 100 8" preserveAspectRatio="none" width="160" height="12" aria-hidden="true" focusable="false">
      <rect class="tt-bars__share" x="0" y="0" width={(100 * share).toFixed(1)} height="8" />
    </svg>
  )
}
