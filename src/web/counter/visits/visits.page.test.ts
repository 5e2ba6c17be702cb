/** A clerk and a person at a table, as a browser without JavaScript asks (A4, A7, P7, IDN4, IDN5). */
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../../../../sandbox/people/person.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { saveSession } from '../../../capabilities/identity/store.ts'
import { closePortraitEngine } from '../../../capabilities/portraits/index.ts'
import { realNow } from '../../../platform/clock.ts'
import { formToken } from '../../../platform/http/csrf.ts'
import { createServer } from '../../../platform/http/server.ts'
import { newId } from '../../../platform/values/ids.ts'
import { paths } from '../../paths.ts'
import { registerEndings } from '../../public/endings.tsx'
import { registerCounter } from '../index.ts'

let world: CaseWorld
let app: FastifyInstance

beforeAll(async () => {
  world = await openCaseWorld()
  const assets = { stylesheet: '/tai-san/test.css' }
  const web = { platform: world.platform, assets: { citizen: assets, staff: assets } }
  app = await createServer(world.platform)
  registerEndings(app, web)
  registerCounter(app, web)
  await app.ready()
})
afterAll(async () => {
  const broken = await world.broken()
  await app.close()
  await closePortraitEngine(world.platform)
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

interface Answer {
  readonly status: number
  readonly text: string
  readonly location: string
}

/** The nth clerk of Bắc Ninh, at their own screen. */
async function clerk(nth = 0) {
  const actor = await world.staff('clerk', nth)
  const { platform } = world
  const token = newId()
  const at = new Date(realNow())
  const sessionId = await platform.work(actor, (work) => saveSession(work, { tokenHash: createHash('sha256').update(token).digest(), personId: actor.personId, idToken: null, authenticatedAt: at, startedAt: at }))
  const csrf = formToken(platform.keys.session, sessionId)
  const ask = async (method: 'GET' | 'POST', url: string, payload?: string | Buffer, type = 'application/x-www-form-urlencoded'): Promise<Answer> => {
    const answer = await app.inject({ method, url, cookies: { phien: token }, ...(payload === undefined ? {} : { payload, headers: { 'content-type': type } }) })
    return { status: answer.statusCode, text: answer.body, location: answer.headers.location ?? '' }
  }
  const post = (url: string, fields: Readonly<Record<string, string>> = {}) => ask('POST', url, new URLSearchParams({ _csrf: csrf, ...fields }).toString())
  return {
    actor, post, get: (url: string) => ask('GET', url),
    /** Scans somebody's card and waits until the registers have answered. @returns the visit's id */
    async receives(person: Person): Promise<string> {
      const opened = await post(paths.counterVisits(), { card: lineOf(person) })
      expect(opened.status).toBe(303)
      const visitId = opened.location.split('/').at(-1) ?? ''
      await world.workerSettles()
      await ask('GET', paths.counterVisit(visitId))
      await world.workerSettles()
      return visitId
    },
    /** Begins a filing with what the check offers, and fills in the rest. */
    async fills(visitId: string, way: 'online' | 'in-person', fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
      const check = (await ask('GET', paths.counterVisit(visitId))).text
      const licence = /name="licence" value="([^"]+)"/.exec(check)?.[1] ?? ''
      const procedure = /name="procedure" value="([^"]+)"/.exec(check)?.[1] ?? ''
      await post(paths.counterVisitAt(visitId, 'begin'), { licence, procedure, way })
      const page = (await ask('GET', paths.counterVisitAt(visitId, 'answers'))).text
      return post(paths.counterVisitAt(visitId, 'answers'), { ...fieldsOf(page), phone: '0000700001', ...fields })
    },
    uploads(url: string, name: string, bytes: Buffer, fields: Readonly<Record<string, string>> = {}) {
      const parts = Object.entries({ _csrf: csrf, ...fields }).map(([key, value]) => Buffer.from(`--grenze\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`))
      const file = [Buffer.from(`--grenze\r\ncontent-disposition: form-data; name="${name}"; filename="a"\r\ncontent-type: application/octet-stream\r\n\r\n`), bytes, Buffer.from('\r\n--grenze--\r\n')]
      return ask('POST', url, Buffer.concat([...parts, ...file]), 'multipart/form-data; boundary=grenze')
    },
  }
}

/** What stands in the fields of a page. */
function fieldsOf(page: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [tag] of page.matchAll(/<input[^>]*>/g)) {
    const at = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
    const name = at('name')
    if (!name || name === '_csrf' || (at('type') === 'radio' && !/\bchecked\b/.test(tag))) continue
    found[name] = at('value') ?? ''
  }
  for (const [, name = '', options = ''] of page.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)) found[name] = /value="([^"]*)"[^>]*selected/.exec(options)?.[1] ?? ''
  return found
}

/** The line in the QR code of somebody's card. */
function lineOf(person: Person): string {
  const day = (date: string) => date.split('-').reverse().join('')
  return `${person.identityNumber}||${person.fullName}|${day(person.birthDate)}|${person.sex === 'male' ? 'Nam' : 'Nữ'}|${person.residence.street}, ${person.residence.commune}|${day('2021-05-01')}`
}

async function castMember(slug: string): Promise<Person> {
  const found = (await world.sandbox.people.list({})).find((one) => one.story.slug === slug)
  if (!found) throw new Error(`nobody is called ${slug}`)
  return found
}

/** The newest code that came to a phone. */
async function codeAt(phone: string): Promise<string> {
  const answer = await fetch(`${world.sandbox.url}/mailbox/api?to=${phone}`)
  const { messages }: { messages: { text: string }[] } = await answer.json()
  return /(?<!\d)\d{6}(?!\d)/.exec(messages[0]?.text ?? '')?.[0] ?? ''
}

const submitted = (personId: string) => world.platform.asOwner<Record<string, unknown>>(
  `select e.actor_kind, e.helper_id, e.subject_id, e.office_code, e.channel, e.consent_id is not null as proof, d.channel as dossier_channel from dossiers.event e join dossiers.dossier d on d.id = e.dossier_id where e.subject_id = $1 and e.kind = 'submit'`, [personId])
const personOf = async (visitId: string) => (await world.platform.asOwner<{ person_id: string }>('select person_id from counters.visit where id = $1', [visitId]))[0]?.person_id ?? ''

describe('filed online with the person, who confirms by a code (A4)', () => {
  test('from the card to the officer’s desk: channel, subject, helper, office and proof stand on the event', async () => {
    const hai = await clerk(1)
    const an = await castMember('an')
    const visitId = await hai.receives(an)
    const check = await hai.get(paths.counterVisit(visitId))
    expect(check.text).toContain('Nguyễn Văn An')
    expect(check.text).toContain('Nộp được ngay')
    expect(check.text).not.toContain(an.identityNumber)
    const filled = await hai.fills(visitId, 'online')
    expect(filled.location).toBe(paths.counterVisitAt(visitId, 'confirm'))
    expect((await hai.get(filled.location)).text).toContain('0000700001')
    await hai.post(paths.counterVisitAt(visitId, 'code'))
    const [job] = await world.platform.asOwner<{ payload: unknown }>(`select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'counters.send-code'`)
    expect(Object.keys(Object(job?.payload))).toEqual(['consentId'])
    await world.workerSettles()
    const code = await codeAt('0000700001')
    expect(code).toHaveLength(6)
    const wrong = await hai.post(paths.counterVisitAt(visitId, 'confirm'), { code: code === '000000' ? '111111' : '000000' })
    expect([wrong.status, wrong.text.includes('Mã không đúng')]).toEqual([422, true])
    const filed = await hai.post(paths.counterVisitAt(visitId, 'confirm'), { code })
    expect(filed.location).toBe(paths.counterVisitAt(visitId, 'done'))
    await world.workerSettles()
    expect((await hai.get(filed.location)).text).toMatch(/TT-\w{4}-\w{4}/)
    const personId = await personOf(visitId)
    expect(await submitted(personId)).toEqual([{ actor_kind: 'staff', helper_id: hai.actor.staffId, subject_id: personId, office_code: hai.actor.officeCode, channel: 'online', proof: true, dossier_channel: 'online' }])
    // Nothing that could be typed as the code is kept anywhere.
    expect(await world.platform.asOwner('select letter from counters.consent where letter is not null')).toEqual([])
  })
})
