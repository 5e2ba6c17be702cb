/** The stamp of figures that are made up: the same Vietnamese words everywhere, in English pages with the English beside. */
import { useLang } from '../language.ts'
import { Tag } from '../show/pills.tsx'
import { madeUp } from '../text.ts'

/** Beside the heading of a page with figures. @param simulation whether the service runs with made-up data; otherwise nothing is drawn */
export function MadeUpTag({ simulation }: { readonly simulation: boolean }) {
  if (!simulation) return null
  return <Tag tone="stopped"><span lang="vi">{madeUp.vi.tag}</span>{useLang() === 'en' && ` (${madeUp.en.tag})`}</Tag>
}

interface StampProps {
  readonly width: number
  readonly height: number
  /** Along the picture: where it is too low for words across it. */
  readonly flat?: boolean
}

/** Written across a picture, within the picture itself, so that it goes wherever the picture goes. */
export function Stamp({ width, height, flat }: StampProps) {
  const size = flat ? height * 0.75 : Math.min(width / 9, height / 2.2, 56)
  const turn = flat ? undefined : `rotate(-20 ${width / 2} ${height / 2})`
  return (
    <g transform={turn} fill="#a3160c" fill-opacity={flat ? '0.55' : '0.16'} font-weight="700" text-anchor="middle" letter-spacing={flat ? '1' : '2'}>
      <text lang="vi" x={width / 2} y={flat ? height * 0.78 : height / 2} font-size={size}>{madeUp.vi.tag.toUpperCase()}</text>
      {!flat && useLang() === 'en' && <text lang="en" x={width / 2} y={height / 2 + size * 0.7} font-size={size * 0.55}>{madeUp.en.tag.toUpperCase()}</text>}
    </g>
  )
}
