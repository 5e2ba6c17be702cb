import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { savePerson, saveSession, saveSignIn } from '../../capabilities/identity/store/people.ts'
import { createServer } from '../../platform/http/server.ts'
import { publicActor } from '../../platform/values/actor.ts'
import { openTestPlatform } from '../../../test/support/database.ts'
import { registerPages } from '../pages.ts'
import { paths } from '../paths.ts'
import type { Web } from '../request.ts'
import { markBrowser } from './own-sign-in.ts'

const assets = { stylesheet: '/tai-san/x.css', script: undefined, icon: undefined, preload: [] }

test('the end of a sign-in that another browser began is refused and stays usable for that browser', async () => {
  await using platform = await openTestPlatform()
  const web: Web = { platform, assets: { citizen: assets, staff: assets } }
  const app = await createServer(platform)
  app.get('/begins', async (_request, reply) => {
    markBrowser(web, reply, 'a-state')
    return reply.send()
  })
  await registerPages(app, web)
  await platform.work(publicActor, (work) => saveSignIn(work, { state: 'a-state', nonce: 'n', verifier: 'v', returnTo: '/', startedAt: work.now }))
  const answer = `${paths.signInAnswer()}?code=x&state=a-state`

  const elsewhere = await app.inject({ url: answer })
  expect(elsewhere.statusCode).toBe(400)
  expect(elsewhere.cookies.filter(({ value }) => value !== '')).toEqual([])

  const [mark] = (await app.inject({ url: '/begins' })).cookies
  expect(mark).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  const other = await app.inject({ url: `${paths.signInAnswer()}?code=x&state=another`, cookies: { [mark?.name ?? '']: mark?.value ?? '' } })
  expect(other.statusCode).toBe(400)
  // The browser that began it gets as far as the eID, which is not there in this test.
  const here = await app.inject({ url: answer, cookies: { [mark?.name ?? '']: mark?.value ?? '' } })
  expect(here.statusCode).toBe(503)
  await app.close()
})

test('what is given as the place to come back to leads nowhere but here, signed in or not: no other host, and no letter that browsers drop or turn (TH4)', async () => {
  await using platform = await openTestPlatform()
  const app = await createServer(platform)
  await registerPages(app, { platform, assets: { citizen: assets, staff: assets } })
  const token = 'a-token'
  await platform.work(publicActor, async (work) => {
    const personId = await savePerson(work, { issuer: 'i', subject: 's', identityNumber: '097090000123', fullName: 'Mẫu', birthDate: '1990-01-01' })
    await saveSession(work, { tokenHash: createHash('sha256').update(token).digest(), personId, idToken: null, authenticatedAt: work.now, startedAt: new Date() })
  })
  const cookies = { phien: token }
  const own = platform.config.publicUrl
  const location = async (url: string) => String((await app.inject({ url, cookies, headers: { host: new URL(own).host } })).headers.location)
  const leadsTo = async (url: string) => new URL(await location(url), own).href
  for (const back of ['//example.invalid', '/\\example.invalid', '/\t/example.invalid', '/%\t2f', '\t//example.invalid', 'https://example.invalid', 'example.invalid', '/á', '/a\\b']) {
    const ve = encodeURIComponent(back)
    expect([await leadsTo(`/ngon-ngu/en?ve=${ve}`), await leadsTo(`/dang-nhap?ve=${ve}`)], back).toEqual([new URL(paths.home(), own).href, new URL(paths.mine(), own).href])
  }
  const kept = '/can-bo/ho-so?xem=mine&sau=2026-11-20T01%3A00+a,b:c'
  for (const at of ['/ngon-ngu/vi', '/dang-nhap']) expect(await location(`${at}?ve=${encodeURIComponent(kept)}`)).toBe(kept)
  await app.close()
})
