/** Every province as a tile about where it lies, with both archipelagos: a diagram of ours, in no way a survey. */
import { countText } from '../../../platform/values/money.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { colours, Drawing } from '../../kit/index.ts'
import { shareText } from './numbers.ts'
import { figuresText } from './text.ts'
import type { FiguresView } from './view.ts'

/** Column and row of each province's tile. */
const places: Readonly<Record<string, readonly [number, number]>> = {
  'lai-chau': [0, 0], 'lao-cai': [1, 0], 'tuyen-quang': [2, 0], 'cao-bang': [3, 0],
  'dien-bien': [0, 1], 'son-la': [1, 1], 'thai-nguyen': [2, 1], 'lang-son': [3, 1],
  'phu-tho': [1, 2], 'ha-noi': [2, 2], 'bac-ninh': [3, 2], 'quang-ninh': [4, 2],
  'ninh-binh': [1, 3], 'hung-yen': [2, 3], 'hai-phong': [3, 3],
  'thanh-hoa': [1, 4], 'nghe-an': [1, 5], 'ha-tinh': [2, 6], 'quang-tri': [2, 7], hue: [3, 8],
  'da-nang': [3, 9], 'quang-ngai': [3, 10], 'gia-lai': [3, 11], 'dak-lak': [3, 12],
  'tay-ninh': [0, 13], 'dong-nai': [1, 13], 'lam-dong': [2, 13], 'khanh-hoa': [3, 13],
  'dong-thap': [0, 14], 'ho-chi-minh': [1, 14], 'an-giang': [0, 15], 'can-tho': [1, 15], 'vinh-long': [2, 15], 'ca-mau': [0, 16],
}

/** The archipelagos, each part of a province: they bear its number and its shade. */
const islands = [{ name: 'hoangSa', of: 'da-nang', at: [4, 9] }, { name: 'truongSa', of: 'khanh-hoa', at: [4, 15] }] as const

const WIDE = 66
const HIGH = 40
const GAP = 2

/** Five steps of a fifth each; white where there is nothing to count. */
const shades = ['#e3f1ec', '#b5dccd', '#7fbfa7', '#2f8a6c', '#08543f'] as const
const darkFrom = 3

function stepOf(part: number, whole: number): number {
  return Math.min(shades.length - 1, Math.floor((part * shades.length) / whole))
}

interface TileProps {
  readonly at: readonly [number, number]
  readonly lines: readonly string[]
  readonly says: string
  readonly value: string
  readonly step: number | undefined
  readonly island?: boolean
}

function Tile({ at: [column, row], lines, says, value, step, island }: TileProps) {
  const x = column * WIDE + GAP
  const y = row * HIGH + GAP
  const ink = step !== undefined && step >= darkFrom ? '#ffffff' : colours.ink
  const middle = x + (WIDE - GAP) / 2
  return (
    <g>
      <title>{says}</title>
      <rect x={x} y={y} width={WIDE - GAP} height={HIGH - GAP} rx={island ? 14 : 4} fill={step === undefined ? '#ffffff' : shades[step]} stroke="#8b8178" stroke-width="1" stroke-dasharray={island ? '3 2' : undefined} />
      {lines.map((line, index) => <text x={middle} y={y + (lines.length > 1 ? 11 : 15) + index * 10.5} text-anchor="middle" font-size={lines.length > 1 || line.length > 9 ? 9 : 10} fill={ink}>{line}</text>)}
      <text x={middle} y={y + (lines.length > 1 ? 33 : 31)} text-anchor="middle" font-size="10.5" font-weight="700" fill={ink}>{value}</text>
    </g>
  )
}

/** The map of shares. @param madeUp the numbers are */
export function ShareMap({ map, when, lang, madeUp }: { readonly map: FiguresView['map']; readonly when: string; readonly lang: Lang; readonly madeUp: boolean }) {
  const t = figuresText[lang]
  const tileOf = ({ province, whole, part }: FiguresView['map'][number]) => {
    const share = shareText(part, whole, lang)
    return { value: share ?? '–', says: `${province.name[lang]}: ${share ? `${share} (${t.of(countText(part, lang), countText(whole, lang))})` : t.noData}`, step: whole > 0 ? stepOf(part, whole) : undefined }
  }
  return (
    <Drawing id="ban-do" width={5 * WIDE + GAP} height={17 * HIGH + GAP} title={`${t.mapTitle}, ${when}`} desc={t.mapDesc} madeUp={madeUp} shrinks>
      {map.map((one) => {
        const at = places[one.province.id]
        return at && <Tile at={at} lines={[one.province.name[lang]]} {...tileOf(one)} />
      })}
      {islands.map(({ name, of, at }) => {
        const owner = map.find(({ province }) => province.id === of)
        const [first = '', second = ''] = t[name].split(' (')
        const tile = owner ? tileOf(owner) : { value: '–', says: t.noData, step: undefined }
        return <Tile at={at} lines={[first, `(${second}`]} {...tile} says={`${t[name]}. ${tile.says}`} island />
      })}
      <text x={4} y={9 * HIGH + 4} font-size="11" fill={colours.ink}>{t.legend}</text>
      {shades.map((shade, index) => (
        <g>
          <rect x={4} y={9 * HIGH + 12 + index * 19} width="22" height="15" fill={shade} stroke="#8b8178" />
          <text x={32} y={9 * HIGH + 24 + index * 19} font-size="11" fill={colours.ink}>{index * 20}–{index * 20 + 20} %</text>
        </g>
      ))}
    </Drawing>
  )
}

/** Whether a province has a tile. */
export function hasTile(provinceId: string): boolean {
  return Object.hasOwn(places, provinceId)
}
