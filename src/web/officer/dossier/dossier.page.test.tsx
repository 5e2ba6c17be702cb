import { mkdir, rename, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { dossierOf, pay } from '../../../../test/support/case-steps.ts'
import { type Desk, openDesks } from '../../../../test/office/desk.ts'
import { paths } from '../../paths.ts'

let world: CaseWorld
let desk: Desk
let signer: Desk
let stranger: Desk
let inspector: Desk
let an: string

beforeAll(async () => {
  world = await openCaseWorld()
  const appraiser = await world.staff('appraiser')
  const desks = await openDesks(world)
  desk = await desks.desk(appraiser)
  signer = await desks.desk(await world.staff('signer'))
  inspector = await desks.desk(await world.staff('inspector'))
  stranger = await desks.desk(await hanoi())
  an = await world.file('an')
})
afterAll(() => world[Symbol.asyncDispose]())

/** An appraising officer of another province. */
async function hanoi() {
  const quiet = await world.staff('appraiser', 1)
  await world.platform.asOwner("update identity.staff set province_code = 'ha-noi' where id = $1", [quiet.staffId])
  return { ...quiet, provinceCode: 'ha-noi' }
}

test('an officer of another province is not even told that a dossier exists: page, portrait and verbs (C1, S14)', async () => {
  for (const path of [paths.officerDossier(an), paths.officerPortrait(an), paths.officerDossier('not-an-id')]) {
    const seen = await stranger.opens(path)
    expect([seen.status, seen.html.includes('097088')]).toEqual([404, false])
  }
  await stranger.opens('/can-bo/ho-so')
  expect((await stranger.opens('/can-bo/ho-so')).html).not.toContain(paths.officerDossier(an))
})

test('every reading of a dossier is an event that names the reader and the purpose, once for a page that reloads (AUD4)', async () => {
  await desk.opens(paths.officerDossier(an))
  await desk.opens(paths.officerDossier(an))
  await signer.opens(paths.officerDossier(an))
  const rows = await world.platform.asOwner<{ purpose: string; actor_kind: string }>("select details->>'purpose' as purpose, actor_kind from dossiers.event where dossier_id = $1 and kind = 'read' order by sequence", [an])
  expect(rows.map((row) => `${row.actor_kind} ${row.purpose}`)).toEqual(['staff appraise', 'staff sign'])
})

test('what an officer cannot do now is disabled with its reason, first the claim, then what is missing (C1)', async () => {
  await desk.opens(paths.officerDossier(an))
  expect(desk.whyNot('Nhận xử lý')).toBeUndefined()
  expect(desk.whyNot('Tiếp nhận')).toBe('Hãy nhận xử lý hồ sơ trước.')
  expect(desk.whyNot('Duyệt')).toBe('Chỉ duyệt hồ sơ đã tiếp nhận.')
  expect((await desk.sends('/nhan-xu-ly')).location).toBe(`${paths.officerDossier(an)}?xong=nhan-xu-ly`)
  await desk.opens(paths.officerDossier(an))
  expect(desk.whyNot('Tiếp nhận')).toBe('Chưa đủ: lệ phí.')
  await signer.opens(paths.officerDossier(an))
  expect(signer.whyNot('Tiếp nhận')).toBe('Việc của cán bộ thụ lý.')
})

test('who only reads is offered nothing to press, and told whose the decision is (C1)', async () => {
  const { html } = await inspector.opens(paths.officerDossier(an))
  expect(html).toContain('Bạn xem hồ sơ này; quyết định là việc của')
  expect(html).not.toMatch(/Tiếp nhận hồ sơ<|Duyệt và chuyển ký</)
})

test('a refusal by the server comes back in words on the page', async () => {
  await desk.opens(`${paths.officerDossier(an)}?lam=tu-choi`)
  const unknown = await desk.sends('/tu-choi', { code: 'because' })
  expect(unknown.status).toBe(409)
  expect(unknown.html).toContain('Hãy chọn một căn cứ từ chối')
})

test('a form without the token of its session changes nothing', async () => {
  await desk.opens(paths.officerDossier(an))
  expect((await desk.sends('/tra-danh-sach', { _csrf: 'somebody-else' })).status).toBe(403)
})

test('the citizen sent this very picture, and the page says so by the code on the receipt (P5, POR1)', async () => {
  const { html } = await desk.opens(paths.officerDossier(an))
  expect(html).toContain('Đúng ảnh công dân đã gửi')
  expect((await desk.opens(paths.officerPortrait(an))).status).toBe(200)
})

test('a picture that is lost stops every step as damaged; a store that does not answer says nothing of it, and is told as what it is (POR1, P5)', async () => {
  const { portraitId } = await dossierOf(world, an)
  const [row] = await world.platform.asOwner<{ hash: string }>('select crop_hash as hash from portraits.portrait where id = $1', [portraitId])
  const hash = row?.hash ?? ''
  const file = join(world.platform.config.filesDir, hash.slice(0, 2), hash)
  const seen = async () => {
    const page = await desk.opens(paths.officerDossier(an))
    const csrf = page.page.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    const pressed = await desk.posts(paths.officerAction(an, 'tiep-nhan'), { _csrf: csrf })
    const says = (html: string) => ['CẢNH BÁO', 'Kho tệp đang không trả lời', 'Ảnh đang lưu không còn đúng'].filter((words) => html.includes(words))
    return { page: [page.status, ...says(page.html)], pressed: [pressed.status, ...says(pressed.html)], picture: (await desk.opens(paths.officerPortrait(an))).status }
  }
  await rename(file, `${file}.away`)
  await mkdir(file)
  expect(await seen()).toEqual({ page: [200, 'Kho tệp đang không trả lời'], pressed: [503, 'Kho tệp đang không trả lời'], picture: 503 })
  await rmdir(file)
  expect(await seen()).toEqual({ page: [200, 'CẢNH BÁO'], pressed: [409, 'CẢNH BÁO', 'Ảnh đang lưu không còn đúng'], picture: 500 })
  await rename(`${file}.away`, file)
  expect(await seen()).toEqual({ page: [200], pressed: [409], picture: 200 })
})

test('the dossier walks from intake to the signed register by the buttons of its pages (C1, C3)', async () => {
  await pay(world, an)
  await desk.opens(paths.officerDossier(an))
  await desk.sends('/nhan-xu-ly')
  await desk.opens(paths.officerDossier(an))
  expect((await desk.sends('/tiep-nhan')).location).toContain('xong=tiep-nhan')
  await world.workerSettles()
  await desk.opens(paths.officerDossier(an))
  expect((await desk.sends('/duyet')).location).toContain('xong=duyet')
  await world.workerSettles()
  await desk.opens(paths.officerDossier(an))
  expect(desk.whyNot('Ký quyết định này')).toBe('Việc của lãnh đạo ký.')
  await signer.opens(paths.officerDossier(an))
  const changed = await signer.sends('/ky', { shownHash: '0'.repeat(64) })
  expect([changed.status, changed.html.includes('Văn bản đã khác với bản bạn xem')]).toEqual([409, true])
  await signer.opens(paths.officerDossier(an))
  expect((await signer.sends('/ky')).location).toContain('xong=ky')
  await world.workerSettles()
  expect((await dossierOf(world, an)).status).toBe('signed')
  expect((await signer.opens(paths.officerDossier(an))).html).toContain('Đã vào sổ')
})

test('a name made of HTML is shown as text and does nothing (S5)', async () => {
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)>'
  const id = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' }, holder: { fullName: hostile, birthDate: '1952-05-19', sex: 'female', nationality: 'VNM', address: hostile, provinceCode: '24' } })
  for (const path of [paths.officerDossier(id), paths.worklist('waiting-citizen')]) {
    const { html, page } = await desk.opens(path)
    expect(page.querySelectorAll('main script, main img[onerror]')).toEqual([])
    expect(html).toContain('&lt;script>alert(1)')
  }
})

test('a picture whose bytes are no longer those of the receipt raises the alarm and is not shown (P5, POR1)', async () => {
  const id = await world.file('binh')
  const { portraitId } = await dossierOf(world, id)
  const [row] = await world.platform.asOwner<{ crop_hash: string }>('select crop_hash from portraits.portrait where id = $1', [portraitId])
  const hash = row?.crop_hash ?? ''
  await writeFile(join(world.platform.config.filesDir, hash.slice(0, 2), hash), 'somebody else')
  const { html } = await desk.opens(paths.officerDossier(id))
  expect(html).toContain('CẢNH BÁO: ảnh không đúng bản đã gửi')
  expect(html).not.toContain(paths.officerPortrait(id))
  expect((await desk.opens(paths.officerPortrait(id))).status).toBe(500)
})

test('nothing is accepted upon a picture that is no longer the one the citizen sent (POR1)', async () => {
  const id = await world.file('nam', { classChoice: { 'law-2008:FB2': 'law-2024:BE' } })
  await pay(world, id)
  await desk.opens(paths.officerDossier(id))
  await desk.sends('/nhan-xu-ly')
  await desk.opens(paths.officerDossier(id))
  const [row] = await world.platform.asOwner<{ crop_hash: string }>('select crop_hash from portraits.portrait where id = $1', [(await dossierOf(world, id)).portraitId])
  const hash = row?.crop_hash ?? ''
  await writeFile(join(world.platform.config.filesDir, hash.slice(0, 2), hash), 'somebody else')
  const refused = await desk.sends('/tiep-nhan')
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('không còn đúng ảnh công dân đã gửi')
  expect((await dossierOf(world, id)).status).toBe('filed')
})

test('a picture other than the one judged at filing raises the alarm (POR1)', async () => {
  const id = await world.file('cuc')
  world.platform.breaksPromises()
  await world.platform.asOwner("update dossiers.requirement set evidence = jsonb_set(evidence, '{cropHash}', '\"0000\"') where dossier_id = $1 and kind = 'portrait'", [id])
  expect((await desk.opens(paths.officerDossier(id))).html).toContain('Mã ảnh của hồ sơ khác mã đã ghi trên biên nhận')
})
