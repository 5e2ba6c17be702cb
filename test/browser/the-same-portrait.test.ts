/** One picture for citizen, officer and card: byte for byte, and an alarm when the stored one is not it (P5, POR1). */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { answers, files } from './support/exchange.ts'
import { opens } from './support/office.ts'
import { openBrowserWorld, type Visitor } from './support/world.ts'

/** The bytes of the portrait on the page that somebody has open, fetched as that page fetches them. */
async function pictureSeen(visitor: Visitor): Promise<Buffer> {
  const src = await visitor.page.locator('main img[src*="anh"]').first().evaluate((image) => (image instanceof HTMLImageElement ? image.src : ''))
  const answer = await visitor.context.request.get(src)
  expect(answer.status()).toBe(200)
  return answer.body()
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('Oanh sees byte for byte the portrait that Em saw; were it altered on disk, she is alarmed and no picture is shown', async () => {
  await using world = await openBrowserWorld()
  const [em, oanh] = [await world.comes('em'), await world.comes('oanh')]
  await em.signsIn()
  await em.waitsFor('Đổi giấy phép này')
  let shown = ''
  await answers(em, {
    portrait: await em.portrait(), classChoice: 'Hạng B',
    at: async (step) => {
      if (step === 'anh-xem-lai') shown = sha256(await pictureSeen(em))
    },
  })
  await files(em)
  const [code = ''] = /TT-\w{4}-\w{4}/.exec(await em.reads()) ?? []
  expect(sha256(await pictureSeen(em))).toBe(shown)

  await oanh.signsIn('/can-bo')
  await opens(oanh, code)
  expect(sha256(await pictureSeen(oanh))).toBe(shown)
  expect(await oanh.reads()).toContain('Đúng ảnh công dân đã gửi')

  const folder = join(world.system.data, 'files')
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => basename(name).startsWith(shown))
  if (!file) throw new Error('the portrait is not kept by its content')
  const bytes = readFileSync(join(folder, file))
  const altered = Buffer.from(bytes)
  altered[altered.length - 100] = (altered[altered.length - 100] ?? 0) ^ 1
  const address = await oanh.page.locator('main img[src*="anh"]').first().getAttribute('src')
  writeFileSync(join(folder, file), altered)
  try {
    await oanh.page.reload()
    expect(await oanh.reads()).toContain('CẢNH BÁO: ảnh không đúng bản đã gửi')
    expect(await oanh.page.locator('main img[src*="anh"]').count()).toBe(0)
    expect((await oanh.context.request.get(new URL(address ?? '', world.system.webUrl).href)).ok()).toBe(false)
    await oanh.looks('oanh-04-alarm')
  } finally {
    writeFileSync(join(folder, file), bytes)
  }
  for (const visitor of [em, oanh]) expect(visitor.complaints).toEqual([])
})
