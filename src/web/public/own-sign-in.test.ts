import { expect, test } from 'vitest'
import { saveSignIn } from '../../capabilities/identity/store/people.ts'
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
