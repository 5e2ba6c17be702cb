/** Mã hồ sơ: agency code, day of acceptance, sequence of that agency on that day (TT 03/2025/TT-VPCP Đ13). */
import { type Box, localDate } from '../kit/index.ts'

/** The next code of an agency; the same request key gives the same code. `agency`: 'H05.19'. */
export async function nextCode(box: Box, agency: string, requestKey: string): Promise<string> {
  const given = box.docs<{ code: string }>('codes')
  const known = await given.get(requestKey)
  if (known) return known.code
  const day = localDate(await box.now()).slice(2).replaceAll('-', '')
  const { code } = await given.update(requestKey, async (before) => {
    if (before) return before
    const counter = await box.docs<{ last: number }>('sequences').update(`${agency}-${day}`, (kept) => ({ last: (kept?.last ?? 0) + 1 }))
    return { code: `${agency}-${day}-${String(counter.last).padStart(4, '0')}` }
  })
  return code
}
