/**
 * The national eID (OpenID Connect) and the population register; their wire words stop here.
 * Sign-in is one of the two places where a person waits for an outside system, five seconds at most.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import * as oidc from 'openid-client'
import { z } from 'zod'
import { readOrMakeKeyFile } from '../../platform/secrets/keys.ts'
import { raiseAlarm } from '../../platform/outside/alarms.ts'
import { OutsideFailure, type WholeReply } from '../../platform/outside/call.ts'
import type { LookupSource } from '../../platform/outside/lookups.ts'
import type { Platform } from '../../platform/runtime.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { type LocalDate, parseWireDate } from '../../platform/values/dates.ts'
import { Refusal } from '../../platform/values/refusal.ts'

const KEY_ID = 'toan-trinh-1'
const LEVEL_2 = 'urn:vneid:loa:2'
const SIGN_IN_MS = 5_000

/** What the eID says of the person who signed in. */
export interface EidAnswer {
  readonly issuer: string
  readonly subject: string
  readonly identityNumber: string
  readonly fullName: string
  readonly birthDate: LocalDate
  readonly level: 1 | 2
  /** When they proved who they are; 0 where the eID does not say: that is never fresh. */
  readonly authenticatedAtSeconds: number
  readonly idToken: string | null
}

const claimsShape = z.object({
  SoDinhDanh: z.string().regex(/^\d{12}$/),
  HoVaTen: z.string().min(1).max(120),
  NgayThangNamSinh: z.string(),
  acr: z.string().optional(),
  auth_time: z.number().optional(),
})

function privateKeyPem(platform: Platform): Buffer {
  return readOrMakeKeyFile(platform.config.keysDir, 'eid-client.pem', platform.config.simulation
    ? () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' })
    : undefined)
}

/** The public half of our client key, as the eID fetches it. */
export function clientJwks(platform: Platform): { keys: object[] } {
  return { keys: [{ ...createPublicKey(privateKeyPem(platform)).export({ format: 'jwk' }), kid: KEY_ID, alg: 'ES256', use: 'sig' }] }
}

/**
 * The eID is asked as every outside system is: logged before it leaves, with a deadline and a breaker, and at its one known
 * address only. The log calls a question by the last word of its address: openid-configuration, request, token, me.
 */
function carrier(platform: Platform): oidc.CustomFetch {
  const base = `${platform.config.outside['national-id'].url}/`
  return async (url, { method, headers, body }) => {
    if (!url.startsWith(base)) throw new OutsideFailure('national-id', 'malformed', 'it points to another address')
    const path = url.slice(base.length - 1)
    const type = new Headers(headers).get('content-type') ?? 'application/x-www-form-urlencoded'
    const { value } = await platform.outside.call<WholeReply>({
      system: 'national-id', purpose: path.split('?')[0]?.split('/').at(-1) ?? '', method: method === 'POST' ? 'POST' : 'GET', path, headers, deadlineMs: SIGN_IN_MS,
      // What is sent to an eID is a form.
      ...(body instanceof URLSearchParams ? { bytes: { body: Buffer.from(body.toString()), type } } : {}), expect: 'reply',
    })
    if (!value) throw new OutsideFailure('national-id', 'malformed', 'no reply')
    return new Response(new Uint8Array(value.body), { status: value.status, headers: { 'content-type': value.type } })
  }
}

/** What went wrong in a sign-in: a definite no of the eID, or no usable answer. */
function failureOf(error: unknown): OutsideFailure | Refusal {
  if (error instanceof OutsideFailure) return error
  // The person pressed cancel, or the code was used before or belongs to another browser's sign-in.
  if (error instanceof oidc.ResponseBodyError || error instanceof oidc.AuthorizationResponseError) return new Refusal('sign-in-expired')
  if (error instanceof Error && error.cause !== undefined) return failureOf(error.cause)
  return new OutsideFailure('national-id', 'malformed', error instanceof Error ? error.name : 'not what was promised')
}

const configurations = new WeakMap<Platform, Promise<oidc.Configuration>>()

async function configure(platform: Platform): Promise<oidc.Configuration> {
  const pkcs8 = createPrivateKey(privateKeyPem(platform)).export({ type: 'pkcs8', format: 'der' })
  const key = await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
  return oidc.discovery(new URL(platform.config.eid.issuer), platform.config.eid.clientId, { use_mtls_endpoint_aliases: false },
    oidc.PrivateKeyJwt({ key, kid: KEY_ID }), { [oidc.customFetch]: carrier(platform), execute: platform.config.simulation ? [oidc.allowInsecureRequests] : [] })
}

/** Discovery once a process; a failure is not remembered. */
async function configuration(platform: Platform): Promise<oidc.Configuration> {
  const known = configurations.get(platform) ?? configure(platform)
  configurations.set(platform, known)
  return known.catch((error: unknown) => {
    configurations.delete(platform)
    throw failureOf(error)
  })
}

/**
 * Begins a sign-in: the address to send the person to, and what must be kept to accept the answer.
 * @param again the eID must ask anew who it is, and say when it did
 */
export async function beginAuthorization(platform: Platform, again = false): Promise<{ url: string; state: string; nonce: string; verifier: string }> {
  const config = await configuration(platform)
  const verifier = oidc.randomPKCECodeVerifier()
  const state = oidc.randomState()
  const nonce = oidc.randomNonce()
  const url = await oidc.buildAuthorizationUrlWithPAR(config, {
    redirect_uri: redirectUri(platform), scope: 'openid profile', state, nonce, acr_values: LEVEL_2,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    ...(again && { prompt: 'login', max_age: '0' }),
  }).catch((error: unknown) => {
    // To begin is refused to a service only, never to a person: that is the eID's fault or ours.
    const failure = failureOf(error)
    throw failure instanceof Refusal ? new OutsideFailure('national-id', 'error', 'it refused the request') : failure
  })
  return { url: url.href, state, nonce, verifier }
}

function redirectUri(platform: Platform): string {
  return `${platform.config.publicUrl}/dang-nhap/tra-loi`
}

/** Where to end the eID's own session too. */
export async function endSessionUrl(platform: Platform, idToken: string | null): Promise<string> {
  const config = await configuration(platform)
  return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: `${platform.config.publicUrl}/`, ...(idToken ? { id_token_hint: idToken } : {}) }).href
}

/**
 * Redeems the answer of the eID.
 * @throws OutsideFailure when the eID fails or sends what is not to be trusted; Refusal 'sign-in-expired' when it says no
 */
export async function redeem(platform: Platform, query: string, expected: { state: string; nonce: string; verifier: string }): Promise<EidAnswer> {
  const config = await configuration(platform)
  return readAnswer(platform, config, query, expected).catch((error: unknown) => {
    throw failureOf(error)
  })
}

async function readAnswer(platform: Platform, config: oidc.Configuration, query: string, expected: { state: string; nonce: string; verifier: string }): Promise<EidAnswer> {
  const tokens = await oidc.authorizationCodeGrant(config, new URL(`${redirectUri(platform)}?${query}`), {
    expectedState: expected.state, expectedNonce: expected.nonce, pkceCodeVerifier: expected.verifier, idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('the eID sent no identity token')
  const info = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
  const parsed = claimsShape.parse({ ...info, acr: claims['acr'], auth_time: claims['auth_time'] })
  const birthDate = parseWireDate(parsed.NgayThangNamSinh)
  if (!birthDate) throw new Error('the eID sent no birth date')
  return {
    issuer: claims.iss, subject: claims.sub, identityNumber: parsed.SoDinhDanh, fullName: parsed.HoVaTen.normalize('NFC'), birthDate,
    level: parsed.acr === LEVEL_2 ? 2 : 1, authenticatedAtSeconds: parsed.auth_time ?? 0, idToken: tokens.id_token ?? null,
  }
}

const placeShape = z.object({ MaTinh: z.string(), TenTinh: z.string(), TenXa: z.string(), DiaChi: z.string() })

const personShape = z.object({
  SoDinhDanh: z.string(), HoVaTen: z.string(), NgaySinh: z.string(), GioiTinh: z.string(), QuocTich: z.string(),
  NoiThuongTru: placeShape, NoiOHienTai: placeShape.nullish(), AnhChanDung: z.string().nullish(),
  SoCMNDCu: z.string().regex(/^\d{9}$/).nullish().catch(null),
})

interface Residence {
  readonly provinceCode: string
  readonly provinceName: string
  readonly commune: string
  readonly street: string
}

/** What the population register holds of a person, in our words. */
export interface PopulationRecord {
  readonly fullName: string
  readonly birthDate: LocalDate
  readonly sex: 'male' | 'female'
  readonly nationality: string
  readonly residence: Residence
  /** The nine-digit identity card of before 2021, where there was one: older papers carry it. */
  readonly formerIdentityNumber?: string
}

function residence(place: z.infer<typeof placeShape>): Residence {
  return { provinceCode: place.MaTinh, provinceName: place.TenTinh, commune: place.TenXa, street: place.DiaChi }
}

/** The look-up of a person in the population register (D4). An answer about somebody else is no answer. */
export const populationSource: LookupSource = {
  source: 'population',
  freshMinutes: 24 * 60,
  async ask(platform, question) {
    const number = question['identityNumber'] ?? ''
    const answer = await platform.outside.call({
      system: 'population-register', purpose: 'person', method: 'GET', path: `/persons/${encodeURIComponent(number)}`, expect: personShape, absentOn: [404],
    })
    if (!answer.value) return { ...answer, value: undefined }
    const birthDate = parseWireDate(answer.value.NgaySinh)
    if (answer.value.SoDinhDanh !== number) {
      const details = { exchangeId: answer.exchangeId }
      await platform.work(systemActor('population'), async (work) => raiseAlarm(work, { kind: 'wrong-person', system: 'population-register', subjectId: question['personId'] ?? null, details }))
      throw new OutsideFailure('population-register', 'malformed', 'answer about another person')
    }
    if (!birthDate) throw new OutsideFailure('population-register', 'malformed', 'no birth date')
    const record: PopulationRecord = {
      fullName: answer.value.HoVaTen.normalize('NFC'), birthDate, nationality: answer.value.QuocTich,
      sex: /^(0|nam|m)$/i.test(answer.value.GioiTinh) ? 'male' : 'female',
      residence: residence(answer.value.NoiOHienTai ?? answer.value.NoiThuongTru),
      ...(answer.value.SoCMNDCu ? { formerIdentityNumber: answer.value.SoCMNDCu } : {}),
    }
    return { ...answer, value: JSON.stringify(record) }
  },
}
