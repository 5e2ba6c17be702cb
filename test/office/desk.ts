/** Officers' pages over HTTP without a browser: signed in by hand, forms posted as a page posts them. */
import { createHash, randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { type HTMLElement, parse } from 'node-html-parser'
import { saveSession } from '../../src/capabilities/identity/store/people.ts'
import { createServer } from '../../src/platform/http/server.ts'
import type { Actor } from '../../src/platform/values/actor.ts'
import { registerOfficer } from '../../src/web/officer/index.ts'
import { registerEndings } from '../../src/web/public/endings/endings.tsx'
import type { CaseWorld } from '../support/case-world.ts'

interface Seen {
  readonly status: number
  readonly html: string
  readonly page: HTMLElement
  /** Where the answer sends the browser, if it does. */
  readonly location: string | undefined
  readonly headers: Readonly<Record<string, unknown>>
}

/** Somebody at a desk. */
export interface Desk {
  opens(path: string): Promise<Seen>
  /** Sends the form of the last page opened that goes to this address, with these fields; a list is one field several times. */
  sends(action: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Seen>
  /** Posts what no form of the page would. */
  posts(path: string, fields: Readonly<Record<string, string>>): Promise<Seen>
  /** Why a button cannot be pressed; undefined when it can. @throws when there is no such button */
  whyNot(label: string): string | undefined
}

/** Opens the pages upon a world. @param register another audience's pages, for those who are no officers */
export async function openDesks(world: CaseWorld, register: typeof registerOfficer = registerOfficer): Promise<{ desk(actor: Extract<Actor, { kind: 'staff' | 'citizen' }>): Promise<Desk>; app: FastifyInstance }> {
  const app = await createServer(world.platform)
  const assets = { stylesheet: '/tai-san/staff.css' }
  const web = { platform: world.platform, assets: { citizen: assets, staff: assets } }
  registerEndings(app, web)
  register(app, web)
  return { app, desk: async (actor) => openDesk(app, await signIn(world, actor)) }
}

/** A session of somebody, begun by hand. @returns its cookie */
export async function signIn(world: CaseWorld, actor: Extract<Actor, { kind: 'staff' | 'citizen' }>): Promise<string> {
  const token = randomBytes(16).toString('base64url')
  const now = new Date(performance.timeOrigin + performance.now())
  await world.platform.work(actor, (work) => saveSession(work, {
    tokenHash: createHash('sha256').update(token).digest(), personId: actor.personId, idToken: null, authenticatedAt: now, startedAt: now,
  }))
  return token
}

function openDesk(app: FastifyInstance, token: string): Desk {
  let last: HTMLElement | undefined
  const cookies = { phien: token }
  const seen = (answer: { statusCode: number; body: string; headers: Record<string, unknown> }): Seen => {
    last = parse(answer.body)
    return { status: answer.statusCode, html: answer.body, page: last, location: typeof answer.headers['location'] === 'string' ? answer.headers['location'] : undefined, headers: answer.headers }
  }
  return {
    opens: async (path) => seen(await app.inject({ method: 'GET', url: path, cookies })),
    async sends(action, fields = {}) {
      const form = last?.querySelectorAll('form').find((one) => one.getAttribute('action')?.endsWith(action))
      if (!form) throw new Error(`the page has no form to ${action}`)
      const hidden = form.querySelectorAll('input[type=hidden]').map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''])
      const filled: [string, string | readonly string[]][] = Object.entries({ ...Object.fromEntries(hidden), ...fields })
      const body = new URLSearchParams(filled.flatMap(([name, value]) => [value].flat().map((one) => [name, one]))).toString()
      return seen(await app.inject({ method: 'POST', url: form.getAttribute('action') ?? '', cookies, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body }))
    },
    posts: async (path, fields) => seen(await app.inject({
      method: 'POST', url: path, cookies, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields).toString(),
    })),
    whyNot(label) {
      const button = last?.querySelectorAll('button, a[role=button]').find((one) => one.text.trim().startsWith(label))
      if (!button) throw new Error(`the page has no button ${label}`)
      if (!button.hasAttribute('disabled')) return undefined
      return last?.querySelector(`#${button.getAttribute('aria-describedby')}`)?.text ?? ''
    },
  }
}
