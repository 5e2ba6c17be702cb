import { createServer } from 'node:http'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../start.ts'
import { system } from './system.ts'

let sandbox: Sandbox
let webUrl: string
let config: oidc.Configuration
let stopWeb: () => void

beforeAll(async () => {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const jwk = { ...await crypto.subtle.exportKey('jwk', keys.publicKey), kid: 'one', alg: 'ES256', use: 'sig' }
  const web = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] })))
  await new Promise<void>((resolve) => { web.listen(0, '127.0.0.1', resolve) })
  const address = web.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  webUrl = `http://127.0.0.1:${address.port}`
  stopWeb = () => web.close()
  sandbox = await startSandbox({ webUrl, systems: [system] })
  config = await oidc.discovery(new URL(`${sandbox.url}/eid`), 'toan-trinh', {}, oidc.PrivateKeyJwt({ key: keys.privateKey, kid: 'one' }), { execute: [oidc.allowInsecureRequests] })
})
afterAll(async () => {
  await sandbox.close()
  stopWeb()
})

interface Visit {
  /** The page that asks who it is. */
  page: string
  choose(person: string): Promise<Response>
  /** Follows redirects until the service is reached; its call-back address. */
  onward(answer: Response): Promise<URL>
  verifier: string
  state: string
  nonce: string
}

/** A browser without scripts, with cookies, that goes to sign in. */
async function visit(hint?: string, more: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const verifier = oidc.randomPKCECodeVerifier()
  const state = oidc.randomState()
  const nonce = oidc.randomNonce()
  const jar = new Map<string, string>()
  let at = (await oidc.buildAuthorizationUrlWithPAR(config, {
    redirect_uri: `${webUrl}/dang-nhap/tra-loi`, scope: 'openid profile', state, nonce, acr_values: 'urn:vneid:loa:2',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', ...(hint ? { login_hint: hint } : {}), ...more,
  })).href
  const go = async (init: RequestInit = {}) => {
    const answer = await fetch(at, { ...init, redirect: 'manual', headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') } })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split(/=(.*)/s) ?? []
      jar.set(name, value)
    }
    return answer
  }
  const moveOn = (answer: Response) => { at = new URL(answer.headers.get('location') ?? '', at).href }
  moveOn(await go())
  return {
    page: await (await go()).text(), verifier, state, nonce,
    choose: (person) => go({ method: 'POST', body: new URLSearchParams({ person }) }),
    async onward(answer) {
      for (moveOn(answer); !at.startsWith(webUrl);) moveOn(await go())
      return new URL(at)
    },
  }
}

const redeem = (visited: Visit, callback: URL) => oidc.authorizationCodeGrant(config, callback, {
  expectedState: visited.state, expectedNonce: visited.nonce, pkceCodeVerifier: visited.verifier, idTokenExpected: true,
})

describe('signing in with the simulated eID', () => {
  test('An chooses himself and the service learns who he is, at level 2', async () => {
    const visited = await visit()
    const tokens = await redeem(visited, await visited.onward(await visited.choose('097088001234')))
    expect(tokens.claims()).toMatchObject({ acr: 'urn:vneid:loa:2', auth_time: expect.any(Number) })
    expect(await oidc.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? ''))
      .toMatchObject({ SoDinhDanh: '097088001234', HoVaTen: 'Nguyễn Văn An', NgayThangNamSinh: '19880312', LoaiTaiKhoan: '1' })
  })

  test('the identity token, which travels in the address of a log-out, does not tell who it is about', async () => {
    const visited = await visit()
    const tokens = await redeem(visited, await visited.onward(await visited.choose('097088001234')))
    const told = JSON.stringify(tokens.claims())
    expect(told).not.toContain('097088001234')
    expect(told).not.toContain('Nguyễn')
  })

  test('Minh is known at level 1 only', async () => {
    const minh = (await sandbox.people.list({ search: 'nguyet minh' }))[0]
    const visited = await visit()
    const tokens = await redeem(visited, await visited.onward(await visited.choose(minh?.identityNumber ?? '')))
    expect(tokens.claims()?.['acr']).toBe('urn:vneid:loa:1')
  })

  test('nobody is ever asked for a password or a one-time code, and the page says that it is pretend', async () => {
    const { page } = await visit()
    expect(page).not.toMatch(/type="password"|one-time-code|otp/i)
    expect(page).toContain('không phải cổng của Nhà nước')
    expect(page).toContain('Nguyễn Văn An')
  })

  test('a hint puts the person first, and somebody unknown is asked again', async () => {
    const visited = await visit('097191002071')
    expect(visited.page.indexOf('Trần Thị Bình')).toBeLessThan(visited.page.indexOf('Nguyễn Văn An'))
    expect((await visited.choose('001088001234')).status).toBe(422)
  })

  test('whoever is to prove anew who they are is asked, and the token says when they did (TH4)', async () => {
    const begun = Math.floor(Date.now() / 1000)
    const visited = await visit(undefined, { prompt: 'login', max_age: '0' })
    expect(visited.page).toContain('xác nhận lại bạn là ai')
    const tokens = await redeem(visited, await visited.onward(await visited.choose('097088001234')))
    expect(tokens.claims()?.auth_time).toBeGreaterThanOrEqual(begun)
    expect((await visit()).page).not.toContain('xác nhận lại bạn là ai')
  })

  test('a code works once', async () => {
    const visited = await visit()
    const callback = await visited.onward(await visited.choose('097088001234'))
    await redeem(visited, callback)
    await expect(redeem(visited, callback)).rejects.toThrow()
  })

  test('a request that was not pushed is refused', async () => {
    const url = oidc.buildAuthorizationUrl(config, { redirect_uri: `${webUrl}/dang-nhap/tra-loi`, scope: 'openid' })
    const answer = await fetch(url, { redirect: 'manual' })
    expect(answer.headers.get('location') ?? await answer.text()).toContain('invalid_request')
  })
})
