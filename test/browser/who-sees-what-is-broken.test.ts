/** The look-up of violations falls silent: everybody who should sees it, in both languages, with what it means; an operator acts (P1). */
import { expect, test } from 'vitest'
import { vietnameseOn } from './support/vietnamese.ts'
import { openBrowserWorld, type Visitor } from './support/world.ts'

const NAMES = ['Toàn Trình', 'Hồ Thị Xuân', 'Bắc Ninh', 'Nguyễn Văn Nam']

test('a silent source is told to the public, to whoever needs it and to the operator, who parks it and asks it again', async () => {
  await using world = await openBrowserWorld()
  const fault = (mode: string) => fetch(`${world.system.sandboxUrl}/control/api/systems/violations/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ mode }) })
  const [anybody, reader, nam, khanh, xuan, english] = [
    await world.comes('cuc', { javaScript: false }), await world.comes('cuc', { lang: 'en' }), await world.comes('nam'), await world.comes('khanh'), await world.comes('xuan'), await world.comes('xuan', { lang: 'en' }),
  ]
  const left: string[] = []
  const readsEnglish = async (visitor: Visitor, name: string) => {
    left.push(...(await vietnameseOn(visitor.page, NAMES)).map((line) => `${name}: ${line}`))
    await visitor.looks(name)
  }
  let isParked = false
  await fault('error503')
  try {
    for (const person of [nam, khanh]) await person.signsIn()
    await anybody.goes('/tinh-trang')
    await anybody.waitsFor(/Cơ sở dữ liệu vi phạm giao thông\s+Gián đoạn/i, 60_000)
    expect(await anybody.reads()).toContain('Bạn vẫn nộp được hồ sơ: thời điểm nộp được giữ làm bằng chứng')
    await reader.goes('/tinh-trang')
    await readsEnglish(reader, 'status-02-english')

    await nam.goes('/cua-toi')
    await nam.waitsFor('Đang có gián đoạn')
    await nam.looks('status-03-banner')
    await nam.follows('Tình trạng các hệ thống')
    expect(await nam.reads()).toContain('Coi chừng tin giả')
    await nam.looks('status-01-silent')

    await xuan.signsIn('/can-bo')
    expect(new URL(xuan.page.url()).pathname).toBe('/can-bo/van-hanh')
    await xuan.looks('operations-01-silent')
    await xuan.follows('Cơ sở dữ liệu vi phạm giao thông')
    await xuan.looks('operations-02-source')
    await xuan.presses(/^Tạm ngừng hỏi/)
    isParked = true
    expect(await xuan.reads()).toContain('Đã tạm ngừng hỏi hệ thống này')
    await english.signsIn('/can-bo')
    await readsEnglish(english, 'operations-03-english')
    const figures = () => fetch(`${world.system.webUrl}/may/so-lieu/metrics`).then((answer) => answer.text())
    expect(await figures()).toMatch(/toantrinh_outside_up\{system="violations"\} 0/)
    // Each process shows its own four times a minute.
    await expect.poll(figures, { timeout: 30_000, interval: 500 }).toMatch(/toantrinh_job_seconds_count\{[^}]*process="worker-\w+"/)
  } finally {
    await fault('ok')
    // A source left alone would stop every other story.
    if (isParked) await xuan.presses(/^Hỏi trở lại/)
  }
  expect(await xuan.reads()).toContain('Đã hỏi trở lại')
  // The breaker rests half a minute of shown time before it tries.
  await fetch(`${world.system.sandboxUrl}/control/api/clock/pass`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ hours: 0.05 }) })
  await anybody.waitsFor(/Cơ sở dữ liệu vi phạm giao thông\s+(Chập chờn|Bình thường)/i, 90_000)
  expect([anybody, reader, nam, xuan, english].flatMap(({ complaints }) => complaints)).toEqual([])
  expect(left).toEqual([])
})
