/**
 * A real OpenID provider that plays the national eID: pushed requests only, PKCE S256, the client signs its token calls with
 * ES256. Claim names are those of the national single sign-on. Tokens use real time; only the law uses the movable clock.
 */
import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import Provider, { interactionPolicy, type JWK } from 'oidc-provider'
import type { Box, Person } from '../kit/index.ts'
import { adapterIn } from './adapter.ts'
import { failurePage, signOutPage } from './end-pages.tsx'
import type { Subjects } from './subjects.ts'

const clientId = 'toan-trinh'
export const levelOf = (person: Person) => `urn:vneid:loa:${person.eidLevel}`

const minutes = (count: number) => count * 60

export async function openProvider(box: Box, subjects: Subjects): Promise<Provider> {
  const jwksUri = `${box.webUrl}/.well-known/client-jwks.json`
  const provider = new Provider(`${box.url}/eid`, {
    adapter: adapterIn(box),
    jwks: { keys: [await signingKey(box)] },
    cookies: {
      keys: [await cookieKey(box)],
      // Cookies do not know ports: names and path of their own keep them apart from the service on the same host.
      names: { session: 'eid_session', interaction: 'eid_interaction', resume: 'eid_resume' },
      long: { path: '/eid', httpOnly: true, sameSite: 'lax' },
      short: { path: '/eid', httpOnly: true, sameSite: 'lax' },
    },
    clients: [{
      client_id: clientId,
      client_name: 'Toàn Trình (mô phỏng)',
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      jwks_uri: jwksUri,
      redirect_uris: [`${box.webUrl}/dang-nhap/tra-loi`],
      post_logout_redirect_uris: [`${box.webUrl}/`],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      id_token_signed_response_alg: 'ES256',
      require_auth_time: true,
      require_pushed_authorization_requests: true,
    }],
    clientAuthMethods: ['private_key_jwt'],
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['SoDinhDanh', 'HoVaTen', 'NgayThangNamSinh', 'LoaiTaiKhoan'], acr: null, auth_time: null, sid: null },
    // Who somebody is comes from userinfo only: the ID token travels in the address of a log-out and must not tell.
    conformIdTokenClaims: true,
    acrValues: ['urn:vneid:loa:1', 'urn:vneid:loa:2'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => { ctx.body = signOutPage(form) },
      },
      userinfo: { enabled: true },
    },
    ttl: {
      AccessToken: minutes(10), AuthorizationCode: 60, IdToken: minutes(10), Interaction: minutes(30), Session: minutes(60 * 8), Grant: minutes(60 * 8),
    },
    interactions: { url: (_ctx, interaction) => `/eid/chon-nguoi/${interaction.uid}`, policy: alwaysAsk() },
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc
      if (!client || !session?.accountId) return undefined
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile')
      grant.addOIDCClaims(['SoDinhDanh', 'HoVaTen', 'NgayThangNamSinh', 'LoaiTaiKhoan'])
      await grant.save()
      return grant
    },
    async findAccount(_ctx, accountId) {
      const identityNumber = await subjects.identityNumberOf(accountId)
      const person = identityNumber === undefined ? undefined : await box.people.get(identityNumber)
      if (!person) return undefined
      return { accountId, claims: async () => ({ sub: accountId, ...claimsOf(person) }) }
    },
    // The library refuses to fetch keys from loopback; here everything is loopback, so only the one known address is let through.
    fetch: (url, options) => {
      if (String(url) !== jwksUri) throw new Error('the sandbox fetches the keys of its one client only')
      return fetch(jwksUri, { headers: options?.headers, signal: options?.signal })
    },
    renderError: (ctx, out) => {
      ctx.type = 'html'
      ctx.body = failurePage(out.error, out.error_description ?? '')
    },
  })
  return provider
}

function claimsOf(person: Person) {
  return {
    SoDinhDanh: person.identityNumber,
    HoVaTen: person.fullName,
    NgayThangNamSinh: person.birthDate.replaceAll('-', ''),
    LoaiTaiKhoan: '1',
  }
}

/** Every sign-in asks who it is, even where the provider still has a session: in a demonstration people take turns. */
function alwaysAsk() {
  const policy = interactionPolicy.base()
  const login = policy.get('login')
  login?.checks.add(new interactionPolicy.Check('who', 'the person has to be chosen', (ctx) =>
    ctx.oidc.result?.login ? interactionPolicy.Check.NO_NEED_TO_PROMPT : interactionPolicy.Check.REQUEST_PROMPT))
  policy.remove('consent')
  return policy
}

async function signingKey(box: Box): Promise<JWK> {
  const keys = box.docs<JWK>('keys')
  return keys.update('signing', async (kept) => {
    if (kept) return kept
    const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' })
    return { ...privateKey.export({ format: 'jwk' }), kid: crypto.randomUUID(), use: 'sig', alg: 'ES256' }
  })
}

async function cookieKey(box: Box): Promise<string> {
  const keys = box.docs<{ secret: string }>('keys')
  return (await keys.update('cookies', (kept) => kept ?? { secret: crypto.randomUUID() + crypto.randomUUID() })).secret
}
