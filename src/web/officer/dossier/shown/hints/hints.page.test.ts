/** Hints are reasons to look (issue of many dossiers with one picture or phone): they appear, name nothing of other provinces, and change nothing that is possible (TH7, TH15). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Counter, openCounter, type Screen } from '../../../../../../test/office/counter.ts'
import { paths } from '../../../../paths.ts'

let counter: Counter
let oanh: Screen
let ids: Record<'an' | 'em' | 'dung', string>
beforeAll(async () => {
  counter = await openCounter()
  const { world } = counter
  ids = { an: await world.file('an', { phone: '0000777001' }), em: await world.file('em', { phone: '0000777001' }), dung: await world.file('dung', { authorityProvince: 'ha-noi', phone: '0000777001' }) }
  oanh = await counter.atScreen(await world.staff('appraiser'))
})
afterAll(() => counter[Symbol.asyncDispose]())

const page = async () => (await oanh.get(paths.officerDossier(ids.an))).text
const actions = (text: string) => [...text.matchAll(/<form[^>]*action="([^"]+)"/g)].map(([, action]) => action).filter((action) => !action?.endsWith('/goi-y'))

test('a phone of three people and a picture sent for two are told, with links into the own province and a bare number for the others', async () => {
  const { platform } = counter.world
  const before = await page()
  expect(before).toContain('Số điện thoại này có trong 2 hồ sơ của người khác')
  expect(before).not.toContain('Chính tệp ảnh này')
  await platform.asOwner(`update portraits.portrait set original_hash = (select p.original_hash from portraits.portrait p join dossiers.dossier d on d.portrait_id = p.id where d.id = $1)
    where id in (select portrait_id from dossiers.dossier where id in ($2, $3))`, [ids.an, ids.em, ids.dung])
  const shown = await page()
  expect(shown).toContain('Chính tệp ảnh này có trong 2 hồ sơ của người khác')
  expect(shown).toContain('1 hồ sơ ở tỉnh khác')
  expect(shown).toContain(paths.officerDossier(ids.em))
  const [dung] = await platform.asOwner<{ submission_code: string; applicant_name: string }>('select submission_code, applicant_name from dossiers.dossier where id = $1', [ids.dung])
  for (const secret of [ids.dung, dung?.submission_code ?? '', dung?.applicant_name ?? '', 'ha-noi']) expect(shown).not.toContain(secret)
  // Whatever could be done with the dossier before can be done now.
  expect(actions(shown)).toEqual(actions(before))
})

test('that somebody looked is an event with a reason of the list; a hint that grows stands there anew; the applicant is told nothing of it', async () => {
  const { platform } = counter.world
  const url = paths.officerHint(ids.an)
  expect((await oanh.post(url, { hint: 'same-phone', reason: 'xxx' })).status).toBeGreaterThanOrEqual(400)
  expect((await oanh.post(url, { hint: 'same-phone', reason: 'family' })).location).toBe(`${paths.officerDossier(ids.an)}#goi-y`)
  expect(await platform.asOwner(`select details from dossiers.event where kind = 'hint-seen'`)).toEqual([{ details: { hint: 'same-phone', reason: 'family', count: 2 } }])
  expect(await page()).toContain('Người trong gia đình, ')
  expect((await oanh.post(paths.officerHint(ids.dung), { hint: 'same-phone', reason: 'family' })).status).toBe(404)
  const marks = async () => [...(await page()).matchAll(/name="hint" value="([^"]+)"/g)].map(([, kind]) => kind)
  expect(await marks()).toEqual(['same-picture'])
  await counter.world.file('binh', { phone: '0000777001' })
  expect(await marks()).toEqual(['same-picture', 'same-phone'])
  expect(await counter.world.broken()).toEqual({})
})
