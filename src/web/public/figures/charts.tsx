/** Charts drawn as SVG from the numbers of the table below them. Colours are attributes: the security policy allows no styles inside. */
import type { ComponentChildren } from 'preact'

export const colours = { ink: '#1f1a17', muted: '#5a514b', line: '#d9d0c4', rest: '#c3b7a6', part: '#0b6b50', paper: '#ffffff' } as const

interface DrawingProps {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly title: string
  readonly desc: string
  /** Written across the picture, where its numbers are made up. */
  readonly stamp: string | undefined
  /** As wide as its column instead of as drawn. */
  readonly fluid?: boolean
  readonly children?: ComponentChildren
}

/** A picture with its words for those who do not see it. */
export function Drawing({ id, width, height, title, desc, stamp, fluid, children }: DrawingProps) {
  const size = fluid ? { width: '100%' } : { width, height }
  return (
    <svg role="img" aria-labelledby={`${id}-title ${id}-desc`} viewBox={`0 0 ${width} ${height}`} {...size} focusable="false" xmlns="http://www.w3.org/2000/svg">
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{desc}</desc>
      <rect width={width} height={height} fill={colours.paper} />
      {children}
      {stamp && (
        <text x={width / 2} y={height / 2} transform={`rotate(-20 ${width / 2} ${height / 2})`} text-anchor="middle" font-size={Math.min(width / 9, 56)} font-weight="700" fill="#a3160c" fill-opacity="0.16" letter-spacing="2">
          {stamp.toUpperCase()}
        </text>
      )}
    </svg>
  )
}

export interface ColumnItem {
  readonly label: string
  /** The whole sentence, shown when pointed at. */
  readonly says: string
  readonly whole: number
  readonly part: number
}

const HEIGHT = 220
const TOP = 24
const FOOT = 26

/** Columns over time: the whole is light, the part in it dark. */
export function ColumnChart({ items, count, ...drawing }: Omit<DrawingProps, 'width' | 'height' | 'children'> & { readonly items: readonly ColumnItem[]; readonly count: (n: number) => string }) {
  const step = items.length > 12 ? 27 : items.length > 4 ? 64 : 92
  const left = 52
  const width = Math.max(280, left + items.length * step + 8)
  const most = Math.max(1, ...items.map(({ whole }) => whole))
  const scale = (HEIGHT - TOP - FOOT) / most
  const ground = HEIGHT - FOOT
  const bar = step * 0.68
  return (
    <Drawing {...drawing} width={width} height={HEIGHT}>
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

const ROW = 30

/** Bars below each other, each with its number. */
export function BarChart({ items, ...drawing }: Omit<DrawingProps, 'width' | 'height' | 'children'> & { readonly items: readonly BarItem[] }) {
  const width = 560
  const [left, right] = [168, 150]
  const most = Math.max(1, ...items.map(({ whole }) => whole))
  const scale = (width - left - right) / most
  return (
    <Drawing {...drawing} width={width} height={items.length * ROW + 8}>
      {items.map((item, index) => {
        const y = index * ROW + 8
        return (
          <g>
            <text x={left - 10} y={y + 15} text-anchor="end" font-size="13" fill={colours.ink}>{item.label}</text>
            <rect x={left} y={y} width={(item.whole * scale).toFixed(1)} height="20" fill={colours.rest} />
            <rect x={left} y={y} width={(item.part * scale).toFixed(1)} height="20" fill={colours.part} />
            <text x={(left + item.whole * scale + 8).toFixed(1)} y={y + 15} font-size="13" fill={colours.ink}>{item.value}</text>
          </g>
        )
      })}
    </Drawing>
  )
}
