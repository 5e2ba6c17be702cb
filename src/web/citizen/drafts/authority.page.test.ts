import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { saveSession } from '../../../capabilities/identity/store/people.ts'
import { findDraft, prepareFiling } from '../../../dossiers/index.ts'
import { realNow } from '../../../platform/clock.ts'
import { formToken } from '../../../platform/http/csrf.ts'
import { createServer } from '../../../platform/http/server.ts'
import { newId } from '../../../platform/values/ids.ts'
import { paths } from '../../paths.ts'
import { registerEndings } from '../../public/endings/endings.tsx'
import { registerCitizen } from '../index.ts'

let world: CaseWorld
let app: FastifyInstance

beforeAll(async () => {
  // Between the pilot of twelve provinces and the whole country.
  world = await openCaseWorld('2022-10-10T02:00:00Z')
  app = await createServer(world.platform)
  const assets = { stylesheet: '/tai-san/test.css' }
  const web = { platform: world.platform, assets: { citizen: assets, staff: assets } }
  registerEndings(app, web)
  registerCitizen(app, web)
})
afterAll(async () => {
  await app.close()
  await world[Symbol.asyncDispose]()
})

test('past the page nothing is filed where it is not open either', async () => {
  const draftId = await world.draft('nam', { authorityProvince: 'thai-nguyen' })
  const { actor } = await world.signIn('nam')
  await expect(world.platform.read(actor, (work) => prepareFiling(work, { personId: actor.personId, draftId, lang: 'vi' }))).rejects.toMatchObject({ code: 'not-a-case' })
})

test('in October 2022 whoever chooses a province that is not open reads from when it is and where to go; an open one is taken (A1)', async () => {
  const { actor } = await world.signIn('an')
  const draftId = await world.draft('an')
  const token = newId()
  const at = new Date(realNow())
  const sessionId = await world.platform.work(actor, (work) => saveSession(work, { tokenHash: createHash('sha256').update(token).digest(), personId: actor.personId, idToken: null, authenticatedAt: at, startedAt: at }))
  const url = paths.draft(draftId, 'authority')
  const post = (province: string) => app.inject({
    method: 'POST', url, cookies: { phien: token }, headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: formToken(world.platform.keys.session, sessionId), province }).toString(),
  })

  const asked = parse((await app.inject({ url, cookies: { phien: token } })).body)
  expect(asked.querySelectorAll('#province option').length).toBe(64)

  const refused = await post('thai-nguyen')
  expect(refused.statusCode).toBe(422)
  const told = parse(refused.body).text.replace(/\s+/g, ' ')
  expect(told).toContain('Thái Nguyên chưa nhận hồ sơ trực tuyến, sẽ mở từ 15/11/2022. Hãy chọn nơi khác, hoặc nộp trực tiếp.')
  expect(told).toContain('Trước ngày đó bạn nộp trực tiếp tại Sở Giao thông vận tải Thái Nguyên.')
  expect(refused.body).toContain(`href="${paths.province('thai-nguyen', 'exchange-licence')}"`)

  expect((await post('hai-phong')).statusCode).toBe(303)
  const draft = await world.platform.read(actor, (work) => findDraft(work, actor.personId, draftId))
  expect(draft?.answers.authorityProvince).toBe('hai-phong')
})
