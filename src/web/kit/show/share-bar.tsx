/** A bar that shows how a whole is shared, with a legend in words. Drawn as SVG: inline styles are not allowed. */
import type { Content } from '../content.ts'
import type { Tone } from './pills.tsx'

/** One share; `amount` in any unit, the same for all. */
export interface Share {
  amount: number
  text: Content
  tone: Tone
}

/** The bar is for the eye; the legend carries the same for everyone. */
export function ShareBar(props: { items: readonly Share[] }) {
  const total = props.items.reduce((sum, item) => sum + item.amount, 0)
  let x = 0
  return (
    <div class="tt-share">
      <svg class="tt-share__bar" viewBox="0 0 100 4" preserveAspectRatio="none" width="100%" height="12" aria-hidden="true" focusable="false">
        {total > 0 &&
          props.items.map((item) => {
            const start = x
            const width = (100 * item.amount) / total
            x += width
            return <rect class={`tt-share__part tt-share__part--${item.tone}`} x={start.toFixed(2)} y="0" width={width.toFixed(2)} height="4" />
          })}
      </svg>
      <ul class="tt-share__legend">
        {props.items.map((item) => (
          <li class={`tt-share__key tt-share__key--${item.tone}`}>{item.text}</li>
        ))}
      </ul>
    </div>
  )
}

/** Days beside each other, the newest on the right; for the eye only: the page says in words what it shows. Equal neighbours are drawn as one. */
export function DayStrip(props: { days: readonly Tone[] }) {
  const runs: { tone: Tone; from: number; length: number }[] = []
  for (const [index, tone] of props.days.entries()) {
    const last = runs.at(-1)
    if (last?.tone === tone) last.length += 1
    else runs.push({ tone, from: index, length: 1 })
  }
  return (
    <svg class="tt-days" viewBox={`0 0 ${props.days.length} 4`} preserveAspectRatio="none" width="100%" height="12" aria-hidden="true" focusable="false">
      {runs.map((run) => <rect class={`tt-days__run tt-days__run--${run.tone}`} x={run.from} y="0" width={run.length} height="4" />)}
    </svg>
  )
}
