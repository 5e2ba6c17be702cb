/**
 * Knocks at every address as everybody and compares what they meet with the table of doors and, where a dossier is to be moved, with
 * can(). Nothing that is pressed here stays: every transaction of the pages is rolled back, so each press finds the same state.
 */
import { PDF } from '@libpdf/core'
import type { FastifyInstance } from 'fastify'
import { type Meets, isPersonal, meetsAt } from '../../../scripts/docs/doors.ts'
import { sql } from '../../../src/platform/db/sql.ts'
import { createServer } from '../../../src/platform/http/server.ts'
import type { Platform } from '../../../src/platform/runtime.ts'
import type { Work } from '../../../src/platform/work.ts'
import { type Line, doors } from '../../../src/web/doors/index.ts'
import { registerPages } from '../../../src/web/pages.ts'
import { publicText } from '../../../src/web/public/text.ts'
import type { CaseWorld } from '../../support/case-world.ts'
import type { Persona } from './people.ts'

const ABSENT = '01900000-0000-7000-8000-00000000dead'
/** What later parts of an address name: nothing, whoever asks. */
const PART = '01900000-0000-7000-8000-00000000beef'

const UNDONE = 'undone by the sweep'

/** What only the sweep's database has: no transaction that touches `undone` commits, and no job, fact or event is written with a canary in it. */
export async function watchDatabase({ platform }: CaseWorld, canaries: readonly string[]): Promise<void> {
  await platform.asOwner(`create table public.undone (n integer); grant insert on public.undone to toantrinh_app;
    create function public.undo() returns trigger language plpgsql as $$ begin raise exception '${UNDONE}'; end $$;
    create constraint trigger undo after insert on public.undone deferrable initially deferred for each row execute function public.undo();
    create table public.canary (text text);
    create function public.refuse_canary() returns trigger language plpgsql security definer as $$ begin
      if exists (select from public.canary c where position(c.text in to_jsonb(new)::text) > 0) then raise exception 'a canary in %', tg_table_name; end if;
      return new;
    end $$`)
  await platform.asOwner('insert into public.canary select unnest($1::text[])', [canaries])
  for (const table of ['graphile_worker._private_jobs', 'platform.due', 'platform.fact', 'dossiers.event']) await platform.asOwner(`create trigger refuse_canary before insert or update on ${table} for each row execute function public.refuse_canary()`)
}

/** The same platform, on which no command leaves anything behind: all of it is written, and the commit refused. */
function withoutTrace(platform: Platform): Platform {
  return {
    ...platform,
    async work<T>(actor: Parameters<Platform['work']>[0], fn: (work: Work) => Promise<T>): Promise<T> {
      const results: T[] = []
      await platform.work(actor, async (work) => {
        results.push(await fn(work))
        work.append(sql`insert into public.undone values (1)`)
      }).catch((error: unknown) => {
        if (!(error instanceof Error) || error.message !== UNDONE) throw error
      })
      const [result] = results
      return result as T
    },
  }
}

interface Sends {
  send(body: unknown): unknown
}

export type Planted = Readonly<Record<string, (platform: Platform) => (request: { params: unknown }, reply: Sends & { type(kind: string): Sends }) => unknown>>

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
  /** A paper of it, for addresses that name one. */
  readonly paper?: string
  /** Other parts of an address, by how the table calls them: what hangs on the thing, or its kind. */
  readonly parts?: Readonly<Record<string, string>>
  readonly reaches: (persona: Persona) => boolean
  /** Its parts hang on something else: whoever the matter reaches finds them as absent as none. */
  readonly foreign?: boolean
}

/** What a form has to send before its address looks for what hangs on the thing. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = { ':opinionId': { opinion: 'x' } }

export interface Answer {
  readonly status: number
  readonly location: string
  readonly body: string
  readonly isPaper: boolean
  readonly all: string
}

const refusals = [publicText.vi.endings['other-role'][0], publicText.vi.endings['not-staff'][0]]

/** Parts of an address after the first, where nothing of the matter fits better. */
const PARTS: Readonly<Record<string, string>> = { ':verdict': 'khong-xac-nhan', ':act': 'dung', ':file': 'x.jpg' }

/** Whether the second part is a paper of the dossier. */
export const namesPaper = ({ url }: Line) => url.includes('/giay-to/:')

export function addressOf(line: Line, id: string, { verb, paper, parts = {} }: { readonly verb?: string; readonly paper?: string; readonly parts?: Readonly<Record<string, string>> } = {}): string {
  let first = true
  return line.url.split('/').map((part) => {
    if (!part.startsWith(':')) return part
    const own = parts[part]
    if (own !== undefined) return own
    if (first) {
      first = false
      return part.replace(/:\w+/, id)
    }
    if (paper !== undefined && namesPaper(line)) return `${paper}.pdf`
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
  const isPaper = String(answer.headers['content-type']).startsWith('application/pdf')
  const shown = isPaper ? await textOf(answer.rawPayload) : answer.body
  return { status: answer.statusCode, location: String(answer.headers.location ?? ''), body: answer.body, isPaper, all: `${JSON.stringify(answer.headers)}\n${shown}` }
}

/** Without the letters of the watermark, which stand between those of the lines. */
async function textOf(bytes: Buffer): Promise<string> {
  const lines = (await PDF.load(new Uint8Array(bytes))).getPages().flatMap((page) => page.extractText().lines.map((line) => line.spans.flatMap((span) => span.chars).filter((one) => !one.fontName.includes('BeVietnamPro-Bold')).map((one) => one.char).join('')))
  return lines.join(' ').normalize('NFC').replace(/\s+/g, ' ')
}

/** Alike but for the ids that were asked for and the id of the request. @param parts that one of them named */
function alike(one: Answer, id: string, other: Answer, otherId: string, parts: readonly string[] = []): boolean {
  const plain = ({ status, location, body }: Answer, own: string) => JSON.stringify([status, location, body].map((text) => [PART, ...parts].reduce((left, part) => left.replaceAll(part, 'PART'), String(text).replaceAll(own, 'ID'))))
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
  /** Papers that were opened by whom they concern and whose text was found to name them: the search in papers sees. */
  papers: number
  /** What was asked for by somebody whom it reaches, and of that what somebody really opened or did something to: no id was as good as an absent one. */
  readonly asked: Set<string>
  readonly opened: Set<string>
  /** What somebody not only opened but changed: a press that is told as done. */
  readonly done: Set<string>
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
  /** Told after each line, so that somebody sees a long run. */
  readonly onLine?: (line: Line, done: number, of: number, swept: Swept) => void
}

/** It waits a second for answers of registers, for each who asks: the proof does. */
const WAITS = '/cua-toi'

/** What every run asks: test/journeys/every-role-at-every-door.test.ts knocks at the rest as every role. */
export const namingLines = doors.filter((line) => isPersonal(line) || (line.method === 'GET' && line.url !== WAITS))

/** Knocks at every line as everybody. */
export async function sweep({ app, people, matters, canaries, concerns, lines = doors, onLine }: SweepOptions): Promise<Swept> {
  const swept: Swept = { cells: 0, papers: 0, asked: new Set(), opened: new Set(), done: new Set(), differences: [], leaks: [] }
  for (const [nth, line] of lines.entries()) {
    // Machines show keys; whether the process serves is no matter of who asks.
    if (line.who === 'machine' || line.url === '/healthz') continue
    const isPage = line.method === 'GET' && line.url.split('/:').length === 2 && !/\.\w+$/.test(line.url)
    for (const persona of people) {
      const ofNothing = isPersonal(line) ? await knock(app, line, addressOf(line, ABSENT), persona) : undefined
      for (const matter of matters(line, persona)) {
        const here = matter.reaches(persona)
        const { knocks } = persona
        const should = meetsAt(line, knocks.kind === 'citizen' ? { kind: 'citizen', owns: here } : knocks.kind === 'staff' ? { ...knocks, here } : knocks)
        const hangs = Object.keys(matter.parts ?? {}).filter((part) => line.url.includes(part))
        const fields = Object.assign({}, ...hangs.map((part) => FIELDS[part] ?? {}))
        const absent = ofNothing && (matter.paper !== undefined || hangs.length > 0) ? await knock(app, line, addressOf(line, ABSENT, matter), persona, fields) : ofNothing
        const answer = await knock(app, line, addressOf(line, matter.id, matter), persona, fields)
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
        if (should === 'enters' && isPersonal(line) && matter.id !== ABSENT) {
          const thing = [matter.what, ...hangs].join(' ')
          const hangsOn = hangs.length > 0 ? await knock(app, line, addressOf(line, matter.id), persona, fields) : undefined
          const isNoPart = hangsOn !== undefined && alike(answer, matter.id, hangsOn, matter.id, Object.values(matter.parts ?? {}))
          if (matter.foreign) {
            if (!isNoPart) swept.differences.push({ ...cell, meets: `${answer.status}, not as for what hangs on nothing` })
            continue
          }
          swept.asked.add(thing)
          if (answer.status === 303 && answer.location.includes('xong=')) swept.done.add(matter.what)
          if (!isAbsent && !isNoPart && (answer.status < 400 || line.method === 'POST')) swept.opened.add(thing)
        }
        // Whoever is shown to staff can see it: what says that it shows nobody shows nobody, to those whom it concerns too (AUD4).
        if (knocks.kind === 'staff' && line.method === 'GET' && (line.reads === 'nobody' || line.reads === 'numbers')) {
          for (const canary of canaries) if (answer.all.includes(canary)) swept.leaks.push(`${cell.line} says that it shows ${line.reads}, and showed ${persona.name}: ${canary}`)
        }
        if (!concerns(persona, line, matter)) {
          for (const canary of canaries) if (answer.all.includes(canary)) swept.leaks.push(`${cell.line} told ${persona.name} of ${matter.what}: ${canary}`)
        } else if (answer.isPaper && canaries.some((canary) => answer.all.includes(canary))) swept.papers++
      }
    }
    onLine?.(line, nth + 1, lines.length, swept)
  }
  return swept
}

/** For lines whose thing the world does not hold: everybody is told the same of what is not there. */
export const nothing: Matter = { id: ABSENT, what: 'nothing', reaches: () => true }
