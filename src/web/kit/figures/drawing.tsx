/** A picture drawn as SVG. Colours are attributes: the security policy allows no styles inside. */
import type { Content } from '../content.ts'
import { Stamp } from './made-up.tsx'

export const colours = { ink: '#1f1a17', muted: '#5a514b', line: '#d9d0c4', rest: '#c3b7a6', part: '#0b6b50', late: '#a3160c', paper: '#ffffff' } as const

export interface DrawingProps {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly title: string
  readonly desc: string
  /** Its numbers are made up: written across the picture. */
  readonly madeUp: boolean
  /** Becomes smaller with its column; otherwise it is scrolled. */
  readonly shrinks?: boolean
  readonly children?: Content
}

/** A picture with its words for those who do not see it. */
export function Drawing({ id, width, height, title, desc, madeUp, shrinks, children }: DrawingProps) {
  return (
    <svg class={shrinks ? 'tt-drawing' : undefined} role="img" aria-labelledby={`${id}-title ${id}-desc`} viewBox={`0 0 ${width} ${height}`} width={width} height={height} focusable="false" xmlns="http://www.w3.org/2000/svg">
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{desc}</desc>
      <rect width={width} height={height} fill={colours.paper} />
      {children}
      {madeUp && <Stamp width={width} height={height} />}
    </svg>
  )
}
