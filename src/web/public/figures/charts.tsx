/** Charts drawn from the numbers of the table below them. */
import { colours, Drawing, type DrawingProps } from '../../kit/index.ts'

/** What dark and light mean. */
function Legend({ x, part, rest }: { readonly x: number; readonly part: string; readonly rest: string }) {
  const second = x + 28 + part.length * 7.2
  return (
    <>
      <rect x={x} y="4" width="14" height="12" fill={colours.part} />
      <text x={x + 20} y="15" font-size="12.5" fill={colours.ink}>{part}</text>
      <rect x={second} y="4" width="14" height="12" fill={colours.rest} />
      <text x={second + 20} y="15" font-size="12.5" fill={colours.ink}>{rest}</text>
    </>
  )
}

export interface ColumnItem {
  readonly label: string
  /** The whole sentence, shown when pointed at. */
  readonly says: string
  readonly whole: number
  readonly part: number
}

const HEIGHT = 236
const TOP = 40
const FOOT = 26

/** Columns over time: the whole is light, the part in it dark. */
export function ColumnChart({ items, count, legend, ...drawing }: Omit<DrawingProps, 'width' | 'height' | 'children'> & { readonly items: readonly ColumnItem[]; readonly count: (n: number) => string; readonly legend: { readonly part: string; readonly rest: string } }) {
  const step = items.length > 12 ? 27 : items.length > 4 ? 64 : 92
  const left = 52
  const width = Math.max(400, left + items.length * step + 8)
  const most = Math.max(1, ...items.map(({ whole }) => whole))
  const scale = (HEIGHT - TOP - FOOT) / most
  const ground = HEIGHT - FOOT
  const bar = step * 0.68
  return (
    <Drawing {...drawing} width={width} height={HEIGHT}>
      <Legend x={left} {...legend} />
      {[...new Set([0, Math.round(most / 2), most])].map((mark) => (
        <>
          <line x1={left - 6} x2={width - 4} y1={ground - mark * scale} y2={ground - mark * scale} stroke={colours.line} stroke-width="1" />
          <text x={left - 10} y={ground - mark * scale + 4} text-anchor="end" font-size="12" fill={colours.muted}>{count(mark)}</text>
        </>
      ))}
      {items.map((item, index) => {
        const x = left + index * step + (step - bar) / 2
        return (
          <g>
            <title>{item.says}</title>
            <rect x={x.toFixed(1)} y={(ground - item.whole * scale).toFixed(1)} width={bar.toFixed(1)} height={(item.whole * scale).toFixed(1)} fill={colours.rest} />
            <rect x={x.toFixed(1)} y={(ground - item.part * scale).toFixed(1)} width={bar.toFixed(1)} height={(item.part * scale).toFixed(1)} fill={colours.part} />
            <text x={(x + bar / 2).toFixed(1)} y={HEIGHT - 8} text-anchor="middle" font-size="12" fill={colours.muted}>{item.label}</text>
          </g>
        )
      })}
    </Drawing>
  )
}

export interface BarItem {
  readonly label: string
  readonly value: string
  readonly whole: number
  readonly part: number
}

const ROW = 48

/** Bars below each other, each with its words and its number above it. */
export function BarChart({ items, legend, ...drawing }: Omit<DrawingProps, 'width' | 'height' | 'children'> & { readonly items: readonly BarItem[]; readonly legend?: { readonly part: string; readonly rest: string } }) {
  const width = 430
  const top = legend ? 26 : 2
  const most = Math.max(1, ...items.map(({ whole }) => whole))
  const scale = (width - 8) / most
  return (
    <Drawing {...drawing} width={width} height={top + items.length * ROW} shrinks>
      {legend && <Legend x={4} {...legend} />}
      {items.map((item, index) => {
        const y = top + index * ROW
        return (
          <g>
            <text x="4" y={y + 16} font-size="14" fill={colours.ink}>{item.label}</text>
            <text x={width - 4} y={y + 16} text-anchor="end" font-size="14" font-weight="600" fill={colours.ink}>{item.value}</text>
            <rect x="4" y={y + 22} width={(item.whole * scale).toFixed(1)} height="16" fill={colours.rest} />
            <rect x="4" y={y + 22} width={(item.part * scale).toFixed(1)} height="16" fill={colours.part} />
          </g>
        )
      })}
    </Drawing>
  )
}
