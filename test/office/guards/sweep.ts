/**
 * Knocks at every address as everybody and compares what they meet with the table of doors and, where a dossier is to be moved, with
 * can(). Nothing that is pressed here stays: every transaction of the pages is rolled back, so each press finds the same state.
 */
import type { FastifyInstance } from 'fastify'
import { type Meets, isPersonal, meetsAt } from '../../../scripts/docs/doors.ts'
import { createServer } from '../../../src/platform/http/server.ts'
import type { Platform } from '../../../src/platform/runtime.ts'
import type { Work } from '../../../src/platform/work.ts'
import { type Line, doors } from '../../../src/web/doors/index.ts'
import { registerPages } from '../../../src/web/pages.ts'
import { publicText } from '../../../src/web/public/text.ts'
import type { Persona } from './people.ts'

const ABSENT = '01900000-0000-7000-8000-00000000dead'
/** What later parts of an address name: nothing, whoever asks. */
const PART = '01900000-0000-7000-8000-00000000beef'

class Undone extends Error {}

/** The same platform, on which no command leaves anything behind. */
function withoutTrace(platform: Platform): Platform {
  return {
    ...platform,
    async work<T>(actor: Parameters<Platform['work']>[0], fn: (work: Work) => Promise<T>): Promise<T> {
      const results: T[] = []
      await platform.work(actor, async (work) => {
        results.push(await fn(work))
        throw new Undone()
      }).catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error
      })
      const [result] = results
      return result as T
    },
  }
}

export type Planted = Readonly<Record<string, (platform: Platform) => (request: { params: unknown }, reply: { send(body: unknown): unknown }) => unknown>>

/** The pages upon a platform. @param planted handlers without their guard, in the place of those of the same address: a test's own copy */
export async function openPages(platform: Platform, planted: Planted = {}): Promise<FastifyInstance> {
  const safe = withoutTrace(platform)
  const app = await createServer(safe)
  app.addHook('onRoute', (route) => {
    const copy = planted[`${[route.method].flat()[0]} ${route.url}`]
    if (copy) route.handler = (request, reply) => copy(platform)(request, reply)
  })
  const assets = { stylesheet: '/tai-san/x.css' }
  await registerPages(app, { platform: safe, assets: { citizen: assets, staff: assets } })
  await app.ready()
  return app
}

/** What an address names, for whom it is there. */
export interface Matter {
  readonly id: string
  readonly what: string
  readonly reaches: (persona: Persona) => boolean
}

export interface Answer {
  readonly status: number
  readonly location: string
  readonly body: string
  readonly all: string
}

const refusals = [publicText.vi.endings['other-role'][0], publicText.vi.endings['not-staff'][0]]

/** Parts of an address after the first, where nothing of the matter fits better. */
const PARTS: Readonly<Record<string, string>> = { ':verdict': 'dong-y', ':act': 'dung', ':file': 'x.jpg' }

export function addressOf(line: Line, id: string, verb?: string): string {
  let first = true
  return line.url.split('/').map((part) => {
    if (!part.startsWith(':')) return part
    if (first) {
      first = false
      return part.replace(/:\w+/, id)
    }
    return part === ':verb' ? (verb ?? 'khong-co') : (PARTS[part] ?? part.replace(/:\w+/, PART))
  }).join('/')
}

export async function knock(app: FastifyInstance, line: Line, url: string, persona: Persona, fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const isForm = line.method === 'POST' && !url.endsWith('/anh/gui')
  const method = line.method === 'POST' || line.method === 'PATCH' || line.method === 'DELETE' || line.method === 'HEAD' ? line.method : 'GET'
  const answer = await app.inject({
    method, url, ...(persona.cookie ? { cookies: { phien: persona.cookie } } : {}),
    headers: { 'x-form-token': persona.csrf ?? '', ...(isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : { 'tus-resumable': '1.0.0' }) },
    ...(isForm ? { payload: new URLSearchParams({ _csrf: persona.csrf ?? '', ...fields }).toString() } : {}),
  })
  return { status: answer.statusCode, location: String(answer.headers.location ?? ''), body: answer.body, all: `${JSON.stringify(answer.headers)}\n${answer.body}` }
}

/** Alike but for the id that was asked for and the id of the request. */
function alike(one: Answer, id: string, other: Answer, otherId: string): boolean {
  const plain = ({ status, location, body }: Answer, own: string) => JSON.stringify([status, location, body].map((part) => String(part).replaceAll(own, 'ID')))
  return plain(one, id) === plain(other, otherId)
}

function told({ status, location, body }: Answer): Meets | 'sent on' | `fails with ${number}` {
  if (status >= 500) return `fails with ${status}`
  if (status === 401 || (status === 303 && location.startsWith('/dang-nhap?'))) return 'signs in'
  if (status === 403 && refusals.some((title) => title !== undefined && body.includes(title))) return 'not theirs'
  // An address that only leads to another one tells nobody anything.
  if (status === 303 && body === '') return 'sent on'
  return 'enters'
}

export interface Difference {
  readonly line: string
  readonly who: string
  readonly what: string
  readonly meets: string
  readonly should: string
}

export interface Swept {
  cells: number
  readonly differences: Difference[]
  readonly leaks: string[]
}

export interface SweepOptions {
  readonly app: FastifyInstance
  readonly people: readonly Persona[]
  /** What lines of each kind of thing are asked for; others are asked with an id that is nobody's. */
  readonly matters: (line: Line, persona: Persona) => readonly Matter[]
  /** Values of the applicant that stand in no answer to anybody whom they do not concern. */
  readonly canaries: readonly string[]
  readonly concerns: (persona: Persona, line: Line, matter: Matter) => boolean
  readonly lines?: readonly Line[]
}

/** What every run asks: test/journeys/every-role-at-every-door.test.ts knocks at the rest as every role. */
export const namingLines = doors.filter((line) => isPersonal(line) || line.method === 'GET')

/** Knocks at every line as everybody. */
export async function sweep({ app, people, matters, canaries, concerns, lines = doors }: SweepOptions): Promise<Swept> {
  const swept: Swept = { cells: 0, differences: [], leaks: [] }
  for (const line of lines) {
    // Machines show keys; whether the process serves is no matter of who asks.
    if (line.who === 'machine' || line.url === '/healthz') continue
    const isPage = line.method === 'GET' && line.url.split('/:').length === 2 && !/\.\w+$/.test(line.url)
    for (const persona of people) {
      const absent = isPersonal(line) ? await knock(app, line, addressOf(line, ABSENT), persona) : undefined
      for (const matter of matters(line, persona)) {
        const here = matter.reaches(persona)
        const { knocks } = persona
        const should = meetsAt(line, knocks.kind === 'citizen' ? { kind: 'citizen', owns: here } : knocks.kind === 'staff' ? { ...knocks, here } : knocks)
        const answer = await knock(app, line, addressOf(line, matter.id), persona)
        swept.cells++
        const met = told(answer)
        const said = met === 'sent on' ? (should === 'signs in' && line.method === 'GET' ? should : 'enters') : met
        const isAbsent = absent !== undefined && alike(answer, matter.id, absent, ABSENT)
        const cell = { line: `${line.method} ${line.url}`, who: persona.name, what: matter.what, should }
        if (said.startsWith('fails')) swept.differences.push({ ...cell, meets: `${said}: ${answer.body.slice(0, 80)}` })
        else if (should === 'not there') {
          if (!isAbsent || said !== 'enters') swept.differences.push({ ...cell, meets: isAbsent ? said : `${said} (${answer.status}, not as for what is absent)` })
        } else if (said !== should) swept.differences.push({ ...cell, meets: said })
        else if (should === 'enters' && isPage && answer.status === 404 && matter.id !== ABSENT && isPersonal(line)) swept.differences.push({ ...cell, meets: 'not there' })
        if (!concerns(persona, line, matter)) {
          for (const canary of canaries) if (answer.all.includes(canary)) swept.leaks.push(`${cell.line} told ${persona.name} of ${matter.what}: ${canary}`)
        }
      }
    }
  }
  return swept
}

/** For lines whose thing the world does not hold: everybody is told the same of what is not there. */
export const nothing: Matter = { id: ABSENT, what: 'nothing', reaches: () => true }
