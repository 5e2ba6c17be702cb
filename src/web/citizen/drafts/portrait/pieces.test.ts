import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawnFaceJpeg } from '../../../../../test/support/drawn-face.ts'
import { openBreakingLine } from '../../../../../test/journeys/support/breaking-line.ts'
import { type Comer, openPicturePages, type PicturePages, sendInPieces } from '../../../../../test/journeys/support/picture-pages.ts'
import { closePortraitEngine, jobs, portraitEngine } from '../../../../capabilities/portraits/index.ts'
import { sha256Hex } from '../../../../platform/files/contract.ts'
import { newId } from '../../../../platform/values/ids.ts'
import { paths } from '../../../paths.ts'

let pages: PicturePages
let an: Comer
let photo: Buffer
beforeAll(async () => {
  pages = await openPicturePages()
  an = await pages.comes('an')
  photo = await drawnFaceJpeg({ width: 1500 })
})
afterAll(async () => {
  expect(await pages.world.broken()).toEqual({})
  await pages[Symbol.asyncDispose]()
})

const lying = () => readdirSync(pages.world.platform.config.uploadsDir)
const shownId = (answer: Response) => new URL(answer.headers.get('location') ?? '', pages.url).searchParams.get('xem') ?? ''

/** One request of the protocol. */
async function ask(method: string, path: string, headers: Record<string, string>, body?: Uint8Array): Promise<Response> {
  return fetch(`${pages.url}${path}`, { method, headers: { 'tus-resumable': '1.0.0', ...headers }, redirect: 'manual', ...(body ? { body: new Uint8Array(body) } : {}) })
}

/** Announces an upload of so many bytes. @returns its address */
async function announce(who: Comer, length: number): Promise<string> {
  const answer = await ask('POST', paths.draftUploads(who.draftId), { ...who.headers, 'upload-length': String(length) })
  expect(answer.status).toBe(201)
  return answer.headers.get('location') ?? ''
}
const piece = (address: string, who: Comer, offset: number, bytes: Uint8Array) =>
  ask('PATCH', address, { ...who.headers, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, bytes)

test('a picture over a slow line that breaks twice arrives whole, is looked at like any other, and leaves nothing behind (P5)', async () => {
  await using line = await openBreakingLine(pages.url, { cutAfter: [Math.round(photo.length * 0.3), Math.round(photo.length * 0.4)], bytesPerSecond: 400_000 })
  const uploadId = await sendInPieces(line.url, an, photo)
  expect(line.cuts()).toBe(2)
  expect(line.sent()).toBeLessThan(photo.length * 1.5)
  const answer = await an.post({ uploaded: uploadId, sum: sha256Hex(photo) })
  expect(answer.status).toBe(303)
  const [row] = await pages.world.platform.asOwner<{ original_hash: string; upload_id: string }>('select original_hash, upload_id from portraits.portrait where id = $1', [shownId(answer)])
  expect(row).toEqual({ original_hash: sha256Hex(photo), upload_id: uploadId })
  expect(lying()).toEqual([])
}, 60_000)

test('the form sent again, because the line broke before the answer, gets the same answer and looks at nothing twice (P5)', async () => {
  const uploadId = await sendInPieces(pages.url, an, photo)
  const answers = await Promise.all([an.post({ uploaded: uploadId }), an.post({ uploaded: uploadId })])
  const later = await an.post({ uploaded: uploadId })
  expect([...answers, later].map(({ status }) => status)).toEqual([303, 303, 303])
  expect(new Set([...answers, later].map(shownId)).size).toBe(1)
  expect(shownId(later)).not.toBe('')
  const facts = await pages.world.platform.asOwner<{ n: number }>("select count(*)::int as n from platform.fact where kind = 'portrait.accepted' and payload->>'portraitId' = $1", [shownId(later)])
  expect(facts).toEqual([{ n: 1 }])
})

test('a picture that nobody had time to look at is neither refused nor forgotten: pressing again is enough (P5, POR2)', async () => {
  const { platform } = pages.world
  const uploaded = await sendInPieces(pages.url, an, photo)
  const sum = sha256Hex(photo)
  // Examining processes that are shutting down have no time for anybody.
  await portraitEngine(platform).close()
  const answer = await an.post({ uploaded, sum })
  const page = await answer.text()
  expect([answer.status, page]).toEqual([422, expect.stringContaining(`name="uploaded" value="${uploaded}"`)])
  expect(page).toContain(`name="sum" value="${sum}"`)
  expect(await platform.asOwner('select 1 from portraits.portrait where upload_id = $1', [uploaded])).toEqual([])
  await closePortraitEngine(platform)
  portraitEngine(platform, { timeLimitMs: 60_000, waitLimitMs: 120_000 })
  const again = await an.post({ uploaded, sum })
  expect(again.status).toBe(303)
  const kept = await platform.asOwner('select state from portraits.portrait where id = $1 and upload_id = $2', [shownId(again), uploaded])
  expect(kept).toEqual([{ state: 'accepted' }])
}, 60_000)

describe('no half picture is accepted (P5)', () => {
  test('of which pieces are missing: the person is asked for one, and may go on with it', async () => {
    const address = await announce(an, photo.length)
    expect((await piece(address, an, 0, photo.subarray(0, 50_000))).headers.get('upload-offset')).toBe('50000')
    const uploaded = address.split('/').pop() ?? ''
    const early = await an.post({ uploaded })
    expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('Hãy chọn hoặc chụp một ảnh')])
    expect((await ask('HEAD', address, an.headers)).headers.get('upload-offset')).toBe('50000')
    expect((await piece(address, an, 50_000, photo.subarray(50_000))).status).toBe(204)
    expect((await an.post({ uploaded })).status).toBe(303)
  })

  test('that is not what the device read: it is refused as damaged', async () => {
    const changed = Buffer.from(photo)
    changed[changed.length - 200] = (changed[changed.length - 200] ?? 0) ^ 1
    const uploaded = await sendInPieces(pages.url, an, changed)
    const answer = await an.post({ uploaded, sum: sha256Hex(photo) })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('chưa tải lên đủ')])
  })

  test('a piece at the wrong place, or beyond the announced end, changes nothing', async () => {
    const address = await announce(an, 1_000)
    expect((await piece(address, an, 500, photo.subarray(0, 100))).status).toBe(409)
    expect((await piece(address, an, 0, photo.subarray(0, 2_000))).status).toBe(413)
    expect((await ask('HEAD', address, an.headers)).headers.get('upload-offset')).toBe('0')
  })
})

describe('pieces are taken from the person whose draft it is, and from nobody else (TH4, TH5)', () => {
  test('without a session, without its token, for another’s draft, for no draft', async () => {
    const dung = await pages.comes('dung')
    const length = { 'upload-length': '10' }
    expect((await ask('POST', paths.draftUploads(an.draftId), length)).status).toBe(401)
    expect((await ask('POST', paths.draftUploads(an.draftId), { ...length, cookie: an.headers['cookie'] ?? '' })).status).toBe(403)
    expect((await ask('POST', paths.draftUploads(an.draftId), { ...length, ...dung.headers })).status).toBe(404)
    expect((await ask('POST', paths.draftUploads(newId()), { ...length, ...an.headers })).status).toBe(404)
    expect((await ask('POST', paths.draftUploads('..%2F..'), { ...length, ...an.headers })).status).toBe(404)
  })

  test('an upload of An’s is absent under Dung’s draft, and in Dung’s form', async () => {
    const dung = await pages.comes('cuc')
    const address = await announce(an, 10)
    const uploaded = address.split('/').pop() ?? ''
    const elsewhere = paths.draftUpload(dung.draftId, uploaded)
    expect((await ask('HEAD', elsewhere, dung.headers)).status).toBe(404)
    expect((await piece(elsewhere, dung, 0, photo.subarray(0, 10))).status).toBe(404)
    expect((await piece(address, an, 0, photo.subarray(0, 10))).status).toBe(204)
    expect((await dung.post({ uploaded })).status).toBe(422)
  })

  test('what was sent is never sent back, and no other site may send', async () => {
    const address = await announce(an, 10)
    expect((await fetch(`${pages.url}${address}`, { headers: an.headers })).status).toBe(404)
    const foreign = await ask('POST', paths.draftUploads(an.draftId), { ...an.headers, 'upload-length': '10', 'sec-fetch-site': 'cross-site' })
    expect(foreign.status).toBe(403)
    const own = await ask('POST', paths.draftUploads(an.draftId), { ...an.headers, 'upload-length': '10' })
    expect(own.headers.get('access-control-allow-origin')).toBeNull()
  })
})

test('a form whose line breaks in the middle of the picture is told so beside the field, and nothing of it is kept (P5)', async () => {
  const { asOwner } = pages.world.platform
  const before = await asOwner('select id from portraits.portrait')
  const sent = Buffer.from(`--grenze\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${an.token}\r\n--grenze\r\ncontent-disposition: form-data; name="picture"; filename="a.jpg"\r\n\r\n\xff\xd8`, 'latin1')
  const answer = await ask('POST', paths.draft(an.draftId, 'portrait'), { ...an.headers, 'content-type': 'multipart/form-data; boundary=grenze' }, sent)
  expect([answer.status, (await answer.text()).includes('đường truyền bị ngắt')]).toEqual([422, true])
  expect(await asOwner('select id from portraits.portrait')).toEqual(before)
})

test('more than forty megabytes are refused before they are sent, and only three unfinished pictures of a draft are kept (TH23)', async () => {
  const answer = await ask('POST', paths.draftUploads(an.draftId), { ...an.headers, 'upload-length': String(41 * 1024 * 1024) })
  expect(answer.status).toBe(413)
  const before = await Promise.all([announce(an, 10), announce(an, 11)])
  for (let n = 0; n < 5; n += 1) await announce(an, 20 + n)
  expect(lying().filter((name) => name.startsWith(an.draftId) && !name.endsWith('.json'))).toHaveLength(3)
  expect((await ask('HEAD', before[0] ?? '', an.headers)).status).toBe(404)
})

test('what nobody went on with is forgotten after a day', async () => {
  const forget = jobs['portraits.forget-unfinished']
  const { platform } = pages.world
  const [old, fresh] = [await announce(an, 10), await announce(an, 10)]
  for (const name of lying().filter((one) => one.includes(old.split('/').pop() ?? '-'))) utimesSync(join(platform.config.uploadsDir, name), 1, 1)
  await forget?.(platform, {})
  expect((await ask('HEAD', old, an.headers)).status).toBe(404)
  expect((await ask('HEAD', fresh, an.headers)).status).toBe(200)
  const planned = await platform.asOwner<{ key: string }>("select key from platform.due where task = 'portraits.forget-unfinished'")
  expect(planned).toEqual([{ key: 'nightly' }])
})
