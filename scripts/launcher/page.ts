/** The one page that a person reads after the start. */
import { roles } from '../../src/catalogue/roles.ts'
import type { Words } from '../../src/platform/values/words.ts'
import { paths } from '../../src/web/paths.ts'
import type { System } from './system.ts'

interface Someone {
  readonly name: string
  readonly vi: string
  readonly en: string
}

interface Cast {
  readonly citizens: readonly Someone[]
  readonly staff: readonly Someone[]
}

/** Posts as the service names them; one that it does not know is shown as the cast names it. */
const posts: Readonly<Record<string, { readonly words: Words }>> = roles

function field(value: unknown, ...path: string[]): unknown {
  return path.reduce((at, name) => (at && typeof at === 'object' ? Reflect.get(at, name) : undefined), value)
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** The cast as the control page tells it; an answer of another shape is an empty list, never a failed start. */
export async function readCast(sandboxUrl: string): Promise<Cast> {
  try {
    const answer: unknown = await (await fetch(`${sandboxUrl}/control/api/cast?limit=20`, { signal: AbortSignal.timeout(3_000) })).json()
    return {
      citizens: list(field(answer, 'people')).map((person) => ({
        name: text(field(person, 'fullName')), vi: text(field(person, 'story', 'words', 'vi')), en: text(field(person, 'story', 'words', 'en')),
      })),
      staff: list(field(answer, 'staff')).map((person) => {
        const post = text(field(person, 'role'))
        const { vi, en } = (Object.hasOwn(posts, post) ? posts[post]?.words : undefined) ?? { vi: post, en: post }
        return { name: text(field(person, 'name')), vi: `${vi}, ${text(field(person, 'provinceName'))}`, en }
      }),
    }
  } catch {
    return { citizens: [], staff: [] }
  }
}

function people(cast: readonly Someone[]): string[] {
  const width = Math.max(...cast.map(({ name }) => name.length), 0)
  return cast.flatMap(({ name, vi, en }) =>
    vi.length + en.length < 50 ? [`    ${name.padEnd(width)}  ${vi} · ${en}`] : [`    ${name.padEnd(width)}  ${vi}`, `    ${''.padEnd(width)}  ${en}`],
  )
}

/** Lays out the page. @param seconds from the command to the first answer */
export function startPage(system: System, { citizens, staff }: Cast, seconds: number): string {
  const rule = '─'.repeat(78)
  const lines = [
    '', rule,
    '  TOÀN TRÌNH · đổi giấy phép lái xe trực tuyến · the fully online driving-licence exchange',
    ...(system.sandboxUrl ? ['  Bản mô phỏng, dữ liệu giả, không phải cổng của Nhà nước · A simulation, made-up data'] : []),
    rule, '',
    `  Người dân · Citizens          ${system.webUrl}${paths.home()}`,
    `  Cán bộ · Officers             ${system.webUrl}${paths.desk()}`,
    ...(system.sandboxUrl ? [`  Bảng điều khiển · Control     ${system.sandboxUrl}/control`] : []),
    `  Tình trạng · Health           ${system.webUrl}${paths.health()}`, '',
    ...(citizens.length > 0 ? ['  Ai đăng nhập được, và câu chuyện của họ · Who can sign in, and their story', ...people(citizens), ''] : []),
    ...(staff.length > 0 ? ['  Cán bộ · Staff', ...people(staff), ''] : []),
    ...(system.sandboxUrl
      ? [
          '  Đăng nhập bằng cách chọn một người, không có mật khẩu.',
          '  Sign in by choosing a person; there are no passwords.',
          '  Cho thời gian trôi, dời bưu phẩm, bật sự cố từng hệ thống: ở bảng điều khiển.',
          '  Pass time, move the post, switch faults of each system: on the control page.', '',
        ]
      : []),
    '  Dừng: Ctrl-C · Stop: Ctrl-C       Xoá dữ liệu: npm run reset · Forget the data: npm run reset',
    `  Sẵn sàng sau ${seconds.toFixed(1)} giây · Ready after ${seconds.toFixed(1)} s`, rule, '',
  ]
  return lines.join('\n')
}
