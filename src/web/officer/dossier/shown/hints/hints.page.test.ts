/** Hints are reasons to look (issue of many dossiers with one picture or phone): they appear, name nothing of other provinces, and change nothing that is possible (TH7, TH15). */
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { portraitOf } from '../../../../../../sandbox/people/portrait/store.ts'
import { type Counter, openCounter, type Screen } from '../../../../../../test/office/counter.ts'
import { examine, keep } from '../../../../../capabilities/portraits/index.ts'
import { paths } from '../../../../paths.ts'

let counter: Counter
let oanh: Screen
let ids: Record<'an' | 'em' | 'dung', string>
beforeAll(async () => {
  counter = await openCounter()
  const { world } = counter
  // An's picture, sent in for others: smaller, lighter and saved again badly for one, in a mirror for the other.
  const drawn = await portraitOf(await counter.castMember('an'))
  const sentFor = async (slug: string, bytes: Buffer) => {
    const { actor } = await world.signIn(slug)
    const examination = await examine(world.platform, bytes)
    return (await world.platform.work(actor, (work) => keep(work, { personId: actor.personId, examination, source: 'upload' }))).id
  }
  const again = await sentFor('em', await sharp(drawn).resize({ width: 1000 }).linear(1.05, 0).jpeg({ quality: 55 }).toBuffer())
  const mirrored = await sentFor('dung', await sharp(drawn).flop().jpeg({ quality: 85 }).toBuffer())
  ids = {
    an: await world.file('an', { phone: '0000777001' }), em: await world.file('em', { phone: '0000777001', portraitId: again }),
    dung: await world.file('dung', { authorityProvince: 'ha-noi', phone: '0000777001', portraitId: mirrored }),
  }
  // Her own picture once more, and somebody else's.
  await world.portrait('an')
  await world.portrait('cuc')
  oanh = await counter.atScreen(await world.staff('appraiser'))
})
afterAll(() => counter[Symbol.asyncDispose]())

const page = async (id = ids.an) => (await oanh.get(paths.officerDossier(id))).text
const actions = (text: string) => [...text.matchAll(/<form[^>]*action="([^"]+)"/g)].map(([, action]) => action).filter((action) => !action?.endsWith('/goi-y'))

test('one picture sent for three people is told on each dossier although every file is another; own pictures and those of others are not', async () => {
  const { platform } = counter.world
  const people = await platform.asOwner<{ one: string; other: string }>(`select least(f.person_id, s.person_id) as one, greatest(f.person_id, s.person_id) as other from portraits.alike a
    join portraits.portrait f on f.id = a.first_id join portraits.portrait s on s.id = a.second_id group by 1, 2`)
  expect(people).toHaveLength(3)
  const [shown, back] = [await page(), await page(ids.em)]
  for (const [html, other] of [[shown, ids.em], [back, ids.an]] as const) {
    expect(html).toContain('Ảnh trông giống ảnh trong 2 hồ sơ của người khác')
    expect(html).toMatch(/khác ở \d+ trong 256 điểm so sánh/)
    // The other picture is in no page but that of who asked for it: it would be noted as seen; of the other province the bare fact.
    expect(html).not.toContain(paths.officerPortrait(other))
    const own = other === ids.em ? ids.an : ids.em
    expect(html).toContain(`href="${paths.officerDossier(own, { canh: other })}#hai-anh"`)
    expect((await oanh.get(paths.officerDossier(own, { canh: other }))).text).toContain(`src="${paths.officerPortrait(other)}"`)
    expect((await oanh.get(paths.officerDossier(own, { canh: ids.dung }))).text).not.toContain(paths.officerPortrait(ids.dung))
    expect(html).not.toContain(paths.officerPortrait(ids.dung))
    expect(html).toContain('1 hồ sơ ở tỉnh khác')
  }
  expect((await oanh.get(paths.officerPortrait(ids.dung))).status).toBe(404)
  expect((await oanh.post(paths.officerHint(ids.em), { hint: 'like-picture', reason: 'other-picture' })).status).toBe(303)
  expect(await page(ids.em)).toContain('Đã so hai ảnh: không phải một ảnh, ')
  expect(await counter.world.broken()).toEqual({})
})

test('a phone of three people and a picture sent for two are told, with links into the own province and a bare number for the others', async () => {
  const { platform } = counter.world
  const before = await page()
  expect(before).toContain('Số điện thoại này có trong 2 hồ sơ của người khác')
  expect(before).not.toContain('Chính tệp ảnh này')
  await platform.asOwner(`update portraits.portrait set original_hash = (select p.original_hash from portraits.portrait p join dossiers.dossier d on d.portrait_id = p.id where d.id = $1)
    where id in (select portrait_id from dossiers.dossier where id in ($2, $3))`, [ids.an, ids.em, ids.dung])
  const shown = await page()
  expect(shown).toContain('Chính tệp ảnh này có trong 2 hồ sơ của người khác')
  expect(shown).not.toContain('Ảnh trông giống')
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
  expect(await platform.asOwner(`select details from dossiers.event where kind = 'hint-seen' and details ->> 'hint' <> 'like-picture'`)).toEqual([{ details: { hint: 'same-phone', reason: 'family', count: 2 } }])
  expect(await page()).toContain('Người trong gia đình, ')
  expect((await oanh.post(paths.officerHint(ids.dung), { hint: 'same-phone', reason: 'family' })).status).toBe(404)
  const marks = async () => [...(await page()).matchAll(/name="hint" value="([^"]+)"/g)].map(([, kind]) => kind)
  expect(await marks()).toEqual(['same-picture'])
  await counter.world.file('binh', { phone: '0000777001' })
  expect(await marks()).toEqual(['same-picture', 'same-phone'])
  expect(await counter.world.broken()).toEqual({})
})
