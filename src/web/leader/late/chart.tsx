/** Bars for the eye: the table beside them has the same figures for everyone. */
import { Drawing, Stamp } from '../../kit/index.ts'
import type { Week } from './late.view.ts'

const HEIGHT = 120
const STEP = 40
const BAR = 26

/** Bars week by week. @param said what they show, in words @param madeUp the figures are */
export function WeekBars({ weeks, title, said, madeUp }: { weeks: readonly Week[]; title: string; said: string; madeUp: boolean }) {
  const most = Math.max(1, ...weeks.map(({ settled }) => settled))
  const tall = (amount: number) => Math.round((HEIGHT * amount) / most)
  return (
    <Drawing id="tung-tuan" width={weeks.length * STEP} height={HEIGHT + 24} title={title} desc={said} madeUp={madeUp} shrinks>
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
    </Drawing>
  )
}

const ROW = { width: 120, height: 12 } as const

/** One bar, as long as its share of the longest. @param madeUp the figures are */
export function ShareBar({ share, madeUp }: { share: number; madeUp: boolean }) {
  return (
    <svg class="tt-bars__row" viewBox={`0 0 ${ROW.width} ${ROW.height}`} width={ROW.width} height={ROW.height} aria-hidden="true" focusable="false">
      <rect class="tt-bars__share" x="0" y="2" width={(ROW.width * share).toFixed(1)} height={ROW.height - 4} />
      {madeUp && <Stamp {...ROW} flat />}
    </svg>
  )
}
