/** What anybody may ask about a licence, and what somebody who only tries gets to know: nothing (D1, S9, S10, TH11). */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookUp, takeOver } from '../../../capabilities/licences/index.ts'
import { createServer } from '../../../platform/http/server.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { openTestPlatform, type TestPlatform } from '../../../../test/support/database.ts'
import { paths } from '../../paths.ts'
import { lookUpText } from './text.ts'
import { registerLookUp } from './routes.tsx'

const BORN = '1985-03-27'
const DRIVERS = 80
const numberOf = (nth: number) => `9700${String(10_000_000 + nth)}`
const inForce = numberOf(0)
const ended = numberOf(DRIVERS + 1)

let platform: TestPlatform
let app: FastifyInstance

const row = (number: string, expiresOn: string | null) => ({
  number, cardSerial: null, material: 'card' as const, family: 'definite' as const, identityNumber: `097085${number.slice(-6)}`, holderName: 'Nguyễn Văn Mẫu', holderBirthDate: BORN, holderResidence: 'Phố Ví Dụ', nationality: 'Việt Nam',
  held: [{ class: 'law-2024:B' as const, issuedOn: '2020-01-01', expiresOn, restrictions: ['B.01' as const] }], passedOn: '2016-01-01', issuedOn: '2020-01-01', expiresOn, issuedBy: 'Phòng CSGT (mô phỏng)', pointsIndefinite: null, pointsDefinite: 11, dossierId: null,
})

beforeAll(async () => {
  platform = await openTestPlatform({ at: '2026-11-20T02:00:00Z' })
  await platform.work(systemActor('test'), (work) => takeOver(work, [...Array.from({ length: DRIVERS }, (_, nth) => row(numberOf(nth), '2030-01-01')), row(ended, '2026-11-19')]))
  const assets = { stylesheet: '/tai-san/test.css' }
  app = await createServer(platform)
  registerLookUp(app, { platform, assets: { citizen: assets, staff: assets } })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await platform[Symbol.asyncDispose]()
})

/** Asks as a browser without JavaScript does. */
async function asks(number: string, birthDate: string, from = '203.0.113.9') {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const answer = await app.inject({
    method: 'POST', url: paths.lookUp(), remoteAddress: from, headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ number, 'birth-day': day, 'birth-month': month, 'birth-year': year }).toString(),
  })
  // What was typed stands in the form again; all else must be the same.
  const [, form = ''] = /(<form[\s\S]*<\/form>)/.exec(answer.body) ?? []
  return { status: answer.statusCode, headers: answer.headers, text: answer.body, told: answer.body.replace(form, ''), bytes: answer.rawPayload.length, after: Number(answer.headers['retry-after'] ?? 0) }
}

const t = lookUpText.vi

describe('whoever knows number and birth date', () => {
  test('is told whether the licence is valid, its classes, expiry and restrictions, and nothing else', async () => {
    const { status, text, headers } = await asks('970 010 000 000', BORN)
    expect(status).toBe(200)
    for (const said of [t.valid('20/11/2026'), 'Hạng B', 'có giá trị đến 01/01/2030', 'B.01: Chỉ điều khiển xe ô tô hạng B chuyển số tự động']) expect(text).toContain(said)
    for (const kept of ['Mẫu', 'Phố Ví Dụ', '0970', '01/01/2020', 'Phòng CSGT', '11 điểm', BORN]) expect(text).not.toContain(kept)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers.location).toBeUndefined()
  })

  test('is told that a licence whose term ended yesterday is not valid', async () => {
    const { text } = await asks(ended, BORN)
    expect(text).toContain(t.notValid('20/11/2026'))
    expect(text).toContain('19/11/2026 (đã hết hạn)')
  })

  test('is shown what was mistyped beside the field, and is asked again with what was typed', async () => {
    const { status, text } = await asks('97001', '1985-02-30')
    expect(status).toBe(422)
    for (const said of [t.numberWrong, t.dateWrong, 'value="97001"', 'value="30"']) expect(text).toContain(said)
  })
})

describe('whoever tries', () => {
  test('gets the same words, size and status for a wrong date, an unknown number and a locked number', async () => {
    const victim = numberOf(1)
    const unknown = await asks('979999999999', BORN)
    const wrong = await asks(victim, '1985-03-28')
    for (const day of ['01', '02', '03', '04']) await asks(victim, `1985-03-${day}`)
    const locked = await asks(victim, BORN)
    for (const other of [wrong, locked]) expect({ status: other.status, told: other.told, bytes: other.bytes }).toEqual({ status: unknown.status, told: unknown.told, bytes: unknown.bytes })
    expect(unknown.text).toContain(t.miss)
  })

  test('learns nothing from one network with 10,000 numbers, issued ones among them; others are not hindered', async () => {
    // Every hundredth number is one that was issued; the dates are guessed.
    const numbers = Array.from({ length: 10_000 }, (_, n) => (n % 100 === 0 ? numberOf(2 + ((n / 100) % 30)) : String(980_000_000_000 + n)))
    const answers: string[] = []
    const tries = async (part: readonly string[]) => {
      for (const [n, number] of part.entries()) {
        const told = await lookUp(platform, { number, birthDate: `19${60 + (n % 30)}-0${1 + (n % 9)}-1${n % 10}`, address: `198.51.100.${n % 256}` })
        answers.push(told.kind === 'wait' ? `wait ${told.seconds >= 1 && told.seconds <= 3_600}` : told.kind)
      }
    }
    await Promise.all([0, 1, 2, 3].map((quarter) => tries(numbers.slice(quarter * 2_500, quarter * 2_500 + 2_500))))
    const counts = Object.fromEntries([...new Set(answers)].map((one) => [one, answers.filter((other) => other === one).length]))
    expect(Object.keys(counts).sort()).toEqual(['not-found', 'wait true'])
    // Questions that were under way together may be answered beyond the budget.
    expect(counts['not-found']).toBeLessThanOrEqual(64)
    const stopped = await asks('981000000000', BORN, '198.51.100.3')
    expect(stopped.status).toBe(429)
    expect(stopped.text).toContain(t.wait)
    expect(stopped.after).toBeGreaterThan(0)
    expect(stopped.after).toBeLessThanOrEqual(3_600)
    expect((await asks(inForce, BORN, '192.0.2.77')).text).toContain(t.valid('20/11/2026'))
  })

  test('learns nothing from many networks either: each answer has the same words and the same size', async () => {
    const answers = []
    for (let n = 0; n < 120; n++) answers.push(await asks(n % 3 === 0 ? numberOf(3 + (n % 30)) : String(982_000_000_000 + n), `19${60 + (n % 25)}-12-1${n % 10}`, `10.${n}.0.1`))
    expect(new Set(answers.map(({ told, bytes, status }) => `${status} ${bytes} ${told}`)).size).toBe(1)
  })

  test('an employer who checks forty drivers from their papers, some of them mistyped, meets no limit', async () => {
    const from = '192.0.2.200'
    const answers = []
    for (let nth = DRIVERS / 2; nth < DRIVERS; nth++) {
      if (nth % 6 === 0) answers.push((await asks(numberOf(nth), '1985-03-26', from)).status)
      answers.push((await asks(numberOf(nth), BORN, from)).text.includes(t.valid('20/11/2026')))
    }
    expect(answers.filter((one) => one !== true && one !== 200)).toEqual([])
  })

  test('leaves neither number nor network behind in readable form', async () => {
    const kept = await platform.asOwner<{ row: string }>('select n::text as row from licences.look_up_number n union all select b::text from licences.look_up_budget b')
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.filter(({ row: text }) => /9700100000|198\.51|192\.0\.2/.test(text))).toEqual([])
  })
})
