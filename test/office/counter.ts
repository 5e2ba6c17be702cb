/** A counter of Bắc Ninh over a whole service, asked as a browser without JavaScript asks. */
import { createHash } from 'node:crypto'
import type { Person } from '../../sandbox/people/person.ts'
import { saveSession } from '../../src/capabilities/identity/store/people.ts'
import { closePortraitEngine } from '../../src/capabilities/portraits/index.ts'
import { realNow } from '../../src/platform/clock.ts'
import { formToken } from '../../src/platform/http/csrf.ts'
import { createServer } from '../../src/platform/http/server.ts'
import { newId } from '../../src/platform/values/ids.ts'
import { registerCounter } from '../../src/web/counter/index.ts'
import { registerOfficer } from '../../src/web/officer/index.ts'
import { paths } from '../../src/web/paths.ts'
import { registerEndings } from '../../src/web/public/endings/endings.tsx'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'

export interface Answer {
  readonly status: number
  readonly text: string
  readonly location: string
  /** Where the page fetches itself anew, and when; '' when it does not. */
  readonly refresh: string
}

type StaffActor = Awaited<ReturnType<CaseWorld['staff']>>

/** Somebody of the staff at their own screen. */
export interface Screen {
  readonly actor: StaffActor
  get(url: string): Promise<Answer>
  /** Posts a form with its token. */
  post(url: string, fields?: Readonly<Record<string, string>>): Promise<Answer>
  /** Posts a form with one file. */
  uploads(url: string, name: string, bytes: Buffer, fields?: Readonly<Record<string, string>>): Promise<Answer>
  /** Posts such a form whose line breaks in the middle of the file. */
  breaksOff(url: string, name: string): Promise<Answer>
  /** Scans somebody's card and waits until the registers have answered. @returns the visit's id */
  receives(person: Person): Promise<string>
  /** Begins a filing with what the check offers first, and fills in the rest. */
  fills(visitId: string, way: 'online' | 'in-person', fields?: Readonly<Record<string, string>>): Promise<Answer>
}

export interface Counter extends AsyncDisposable {
  readonly world: CaseWorld
  /** The nth clerk of Bắc Ninh: the first sits at the centre, the second at a commune's post point. */
  clerk(nth?: number): Promise<Screen>
  atScreen(actor: StaffActor): Promise<Screen>
  castMember(slug: string): Promise<Person>
  /** The newest code that came to a phone; '' when none did. */
  codeAt(phone: string): Promise<string>
}

export async function openCounter(): Promise<Counter> {
  const world = await openCaseWorld()
  const { platform, sandbox } = world
  const assets = { stylesheet: '/tai-san/test.css' }
  const web = { platform, assets: { citizen: assets, staff: assets } }
  const app = await createServer(platform)
  registerEndings(app, web)
  registerCounter(app, web)
  registerOfficer(app, web)
  await app.ready()

  async function atScreen(actor: StaffActor): Promise<Screen> {
    const token = newId()
    const at = new Date(realNow())
    const sessionId = await platform.work(actor, (work) => saveSession(work, { tokenHash: createHash('sha256').update(token).digest(), personId: actor.personId, idToken: null, authenticatedAt: at, startedAt: at }))
    const csrf = formToken(platform.keys.session, sessionId)
    const ask = async (method: 'GET' | 'POST', url: string, payload?: string | Buffer, type = 'application/x-www-form-urlencoded'): Promise<Answer> => {
      const answer = await app.inject({ method, url, cookies: { phien: token }, ...(payload === undefined ? {} : { payload, headers: { 'content-type': type } }) })
      return { status: answer.statusCode, text: answer.body, location: answer.headers.location ?? '', refresh: String(answer.headers['refresh'] ?? '') }
    }
    const screen: Screen = {
      actor,
      get: (url) => ask('GET', url),
      post: (url, fields = {}) => ask('POST', url, new URLSearchParams({ _csrf: csrf, ...fields }).toString()),
      uploads(url, name, bytes, fields = {}) {
        const parts = Object.entries({ _csrf: csrf, ...fields }).map(([key, value]) => Buffer.from(`--grenze\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`))
        const file = [Buffer.from(`--grenze\r\ncontent-disposition: form-data; name="${name}"; filename="a"\r\ncontent-type: application/octet-stream\r\n\r\n`), bytes, Buffer.from('\r\n--grenze--\r\n')]
        return ask('POST', url, Buffer.concat([...parts, ...file]), 'multipart/form-data; boundary=grenze')
      },
      breaksOff: (url, name) => ask('POST', url, `--grenze\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${csrf}\r\n--grenze\r\ncontent-disposition: form-data; name="${name}"; filename="a"\r\n\r\n%PDF-1.7`, 'multipart/form-data; boundary=grenze'),
      async receives(person) {
        const visitId = (await screen.post(paths.counterVisits(), { card: lineOf(person) })).location.split('/').at(-1) ?? ''
        await world.workerSettles()
        await screen.get(paths.counterVisit(visitId))
        await world.workerSettles()
        return visitId
      },
      async fills(visitId, way, fields = {}) {
        const check = (await screen.get(paths.counterVisit(visitId))).text
        const licence = /name="licence" value="([^"]+)"/.exec(check)?.[1] ?? ''
        const procedure = /name="procedure" value="([^"]+)"/.exec(check)?.[1] ?? ''
        await screen.post(paths.counterVisitAt(visitId, 'begin'), { licence, procedure, way })
        const page = (await screen.get(paths.counterVisitAt(visitId, 'answers'))).text
        return screen.post(paths.counterVisitAt(visitId, 'answers'), { ...fieldsOf(page), phone: '0000700001', ...fields })
      },
    }
    return screen
  }

  return {
    world, atScreen,
    clerk: async (nth = 0) => atScreen(await world.staff('clerk', nth)),
    async castMember(slug) {
      const found = (await sandbox.people.list({})).find((one) => one.story.slug === slug)
      if (!found) throw new Error(`nobody is called ${slug}`)
      return found
    },
    async codeAt(phone) {
      const answer = await fetch(`${sandbox.url}/mailbox/api?to=${phone}`)
      const { messages }: { messages: { text: string }[] } = await answer.json()
      return /(?<!\d)\d{6}(?!\d)/.exec(messages[0]?.text ?? '')?.[0] ?? ''
    },
    async [Symbol.asyncDispose]() {
      await app.close()
      await closePortraitEngine(platform)
      await world[Symbol.asyncDispose]()
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
export function lineOf(person: Person): string {
  const day = (date: string) => date.split('-').reverse().join('')
  return `${person.identityNumber}||${person.fullName}|${day(person.birthDate)}|${person.sex === 'male' ? 'Nam' : 'Nữ'}|${person.residence.street}, ${person.residence.commune}|${day('2021-05-01')}`
}
