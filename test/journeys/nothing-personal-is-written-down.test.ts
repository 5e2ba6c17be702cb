/**
 * A whole journey through the pages, with outages and mistakes on the way. Every personal value of the people in it is then
 * looked for in the log, job payloads, facts, events, addresses, figures and letters to offices: found nowhere (AUD6).
 */
import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import { parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveSession } from '../../src/capabilities/identity/store/people.ts'
import { saveAnswers } from '../../src/dossiers/index.ts'
import { realNow } from '../../src/platform/clock.ts'
import { formToken } from '../../src/platform/http/csrf.ts'
import { createServer } from '../../src/platform/http/server.ts'
import { createLogger } from '../../src/platform/observability/log.ts'
import type { Actor } from '../../src/platform/values/actor.ts'
import { newId } from '../../src/platform/values/ids.ts'
import { nameKey } from '../../src/platform/values/words.ts'
import { registerPages } from '../../src/web/pages.ts'
import { paths } from '../../src/web/paths.ts'
import { decide, dossierOf, signDecision } from '../support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'
import { listForPost, takeOver } from '../support/hand-over.ts'
import { payAtCheckout } from '../support/pay.ts'

const typed = { phone: '0000777123', email: 'canh.gac@vidu.invalid', recipient: 'Trịnh Canh Gác', street: 'số 717, Ngõ Canh Gác', carrier: '0000777456' }

let world: CaseWorld
let log = ''
/** Every address asked for, shown as a link or form, or sent to. */
const addresses = new Set<string>()
const canaries = new Set<string>(Object.values(typed))

interface Browser {
  opens(path: string): Promise<string>
  sends(path: string, fields?: Readonly<Record<string, string>>): Promise<string>
}

async function openBrowser(app: Awaited<ReturnType<typeof createServer>>, actor: Extract<Actor, { kind: 'citizen' | 'staff' }>): Promise<Browser> {
  const token = newId()
  const at = new Date(realNow())
  const sessionId = await world.platform.work(actor, (work) => saveSession(work, { tokenHash: createHash('sha256').update(token).digest(), personId: actor.personId, idToken: null, authenticatedAt: at, startedAt: at }))
  const ask = async (method: 'GET' | 'POST', url: string, fields: Readonly<Record<string, string>> = {}) => {
    addresses.add(url)
    const form = { payload: new URLSearchParams({ _csrf: formToken(world.platform.keys.session, sessionId), ...fields }).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } }
    const answer = await app.inject({ method, url, cookies: { phien: token }, ...(method === 'POST' ? form : {}) })
    if (answer.statusCode >= 500) throw new Error(`${method} ${url}: ${answer.statusCode}`)
    for (const one of parse(answer.body).querySelectorAll('[href],[action],[src]')) for (const name of ['href', 'action', 'src']) addresses.add(one.getAttribute(name) ?? '')
    const { location } = answer.headers
    if (typeof location === 'string') addresses.add(location)
    return typeof location === 'string' ? location : answer.body
  }
  return { opens: (path) => ask('GET', path), sends: (path, fields) => ask('POST', path, fields) }
}

/** A name, a number, a date as people and machines write them. */
function watch(...values: readonly (string | null | undefined)[]): void {
  for (const value of values) {
    if (!value) continue
    for (const form of [value, nameKey(value), value.toUpperCase(), encodeURIComponent(value), value.split('-').reverse().join('/')]) if (form.length >= 6) canaries.add(form)
  }
}

/** The canaries that stand in a text. */
const found = (text: string) => [...canaries].filter((canary) => text.includes(canary))

beforeAll(async () => {
  const sink = new Writable({ write(chunk, _encoding, done) {
    log += String(chunk)
    done()
  } })
  world = await openCaseWorld(undefined, undefined, createLogger('debug', 'test', sink))
  const { platform } = world
  // What is enqueued or due is gone once done: the database itself remembers it here.
  await platform.asOwner(`create table public.seen (text text);
    create function public.see() returns trigger language plpgsql security definer as $$ begin insert into public.seen select to_jsonb(new)::text; return new; end $$;
    create trigger see after insert or update on graphile_worker._private_jobs for each row execute function public.see();
    create trigger see after insert or update on platform.due for each row execute function public.see()`)
  const app = await createServer(platform)
  const assets = { stylesheet: '/tai-san/test.css' }
  await registerPages(app, { platform, assets: { citizen: assets, staff: assets } })

  const { person, actor } = await world.signIn('an')
  watch(person.fullName, person.identityNumber, person.birthDate, person.formerIdentityNumber, person.phone, person.email, person.residence.street,
    ...person.licences.flatMap((licence) => [licence.licenceNumber, licence.cardSerial]), ...person.certificates.map((certificate) => certificate.number))
  const citizen = await openBrowser(app, actor)

  // The draft, page by page, with a mistake on each that can have one.
  const draftId = await world.draft('an', { email: typed.email, phone: typed.phone })
  await citizen.opens(paths.mine())
  for (const step of ['reason', 'details', 'authority', 'contact', 'portrait', 'certificate', 'delivery', 'check'] as const) await citizen.opens(paths.draft(draftId, step))
  await citizen.sends(paths.draft(draftId, 'contact'), { phone: `x${typed.phone}`, email: typed.email })
  await citizen.sends(paths.draft(draftId, 'contact'), { phone: typed.phone, email: typed.email })
  await citizen.sends(paths.draft(draftId, 'certificate'), { how: 'by-number', number: `${typed.recipient}` })
  await citizen.sends(paths.draft(draftId, 'delivery'), { how: 'post', recipient: typed.recipient, street: '', commune: 'Hoa Sen', province: 'bac-ninh', phone: typed.carrier })
  await citizen.sends(paths.draft(draftId, 'delivery'), { how: 'post', recipient: typed.recipient, street: typed.street, commune: 'Hoa Sen', province: 'bac-ninh', phone: typed.carrier })
  await platform.work(actor, (work) => saveAnswers(work, actor.personId, draftId, { certificate: { how: 'by-identity' } }))

  // Every system fails once in every way while the dossier is filed and paid.
  for (const mode of ['error503', 'malformed', 'reset', 'error500'] as const) {
    for (const system of ['violations', 'health-records', 'population-register', 'sms', 'mail', 'post', 'national-portal', 'payment-platform']) await world.fault(system, { mode })
    if (mode === 'error503') await citizen.sends(paths.declare(draftId))
    await world.hoursPass(1)
  }
  for (const system of ['violations', 'health-records', 'population-register', 'sms', 'mail', 'post', 'national-portal', 'payment-platform']) await world.fault(system, { mode: 'ok' })
  await world.hoursPass(2)
  const [row] = await platform.asOwner<{ id: string }>('select id from dossiers.dossier')
  const dossierId = row?.id ?? ''
  await citizen.opens(paths.dossier(dossierId))
  const checkout = [...addresses].find((address) => address.startsWith('http') && address.includes('/pay')) ?? await citizen.sends(paths.pay(dossierId))
  await payAtCheckout(checkout)
  await world.hoursPass(2)
  await citizen.opens(paths.paid(dossierId))

  // The office looks for the person by name and number, asks, decides, signs and posts.
  const officer = await world.staff('appraiser')
  const desk = await openBrowser(app, officer)
  for (const tim of [person.fullName, person.identityNumber, 'Canh Gác']) {
    const where = await desk.sends(paths.search(), { tim })
    await desk.opens(where)
  }
  await desk.opens(paths.officerDossier(dossierId))
  await decide(world, dossierId)
  await desk.opens(paths.officerDossier(dossierId))
  await signDecision(world, dossierId)
  await desk.opens(paths.cards())
  await desk.sends(paths.cardsPrint())
  await world.workerSettles()
  // A list, its labels with the address, the post's count of it.
  const listId = (await listForPost(world, officer)) ?? ''
  await desk.opens(paths.cards())
  await desk.opens(paths.handOverList(listId))
  await desk.opens(paths.handOverLabels(listId))
  const postal = await world.staff('postal')
  const bag = await openBrowser(app, postal)
  await bag.opens(paths.postDesk())
  await bag.opens(paths.postList(listId))
  await takeOver(world, postal, listId)
  await bag.opens(paths.postList(listId))
  await world.workerSettles()
  for (let day = 0; day < 6 && (await dossierOf(world, dossierId)).status !== 'returned'; day++) await world.hoursPass(24)
  await citizen.opens(paths.dossier(dossierId))
  await citizen.opens(paths.howCounted(dossierId))
  const operator = await openBrowser(app, await world.staff('operator'))
  await operator.opens(paths.operations())
  expect((await dossierOf(world, dossierId)).status).toBe('returned')
  await app.close()
}, 180_000)
afterAll(() => world[Symbol.asyncDispose]())

const textOf = async (query: string) => (await world.platform.asOwner<{ text: string }>(query)).map(({ text }) => text).join('\n')

test('the search finds what stands in a text, whichever way it is written', () => {
  expect(found('… nguyen van an …')).not.toEqual([])
  expect(found(encodeURIComponent(typed.street))).toEqual([])
  expect(found(`x ${typed.phone}`)).toEqual([typed.phone])
  expect(canaries.size).toBeGreaterThan(20)
})

test('the log of the whole journey names nobody', () => {
  expect(log.split('\n').length).toBeGreaterThan(40)
  expect(log).toContain('job failed')
  expect(found(log)).toEqual([])
})

test('no job carries personal data, not even one that waits for another try', async () => {
  const seen = await textOf('select text from public.seen')
  expect(seen).toContain('outages_')
  expect(found(seen)).toEqual([])
})

test.each([
  ['facts', `select payload::text as text from platform.fact`],
  ['events of dossiers', `select details::text as text from dossiers.event`],
  ['the log of exchanges', `select to_jsonb(e)::text as text from platform.exchange e`],
  ['stuck jobs and alarms', `select to_jsonb(s)::text as text from platform.stuck_job s union all select to_jsonb(a)::text from platform.alarm a`],
  ['letters to offices', `select subject || body as text from digest.letter`],
])('%s name nobody', async (_, query) => {
  expect(found(await textOf(query))).toEqual([])
})

test('no address of ours says anything about a person, neither one that was opened nor one that a page leads to', () => {
  const own = [...addresses].filter((address) => address.startsWith('/'))
  expect(own.length).toBeGreaterThan(40)
  expect(own.filter((address) => found(`${address} ${decodeURIComponent(address)}`).length > 0)).toEqual([])
})

test('no figure is labelled with a person', async () => {
  expect(found(JSON.stringify(await world.platform.metrics.registry.getMetricsAsJSON()))).toEqual([])
})
