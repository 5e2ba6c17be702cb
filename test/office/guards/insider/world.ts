/** One office with everybody in it, for the forty deeds of an insider: what they press stays, and whatever it changed is seen. */
import { getDocument } from '../../../../src/capabilities/documents/index.ts'
import { takeOverPower } from '../../../../src/capabilities/identity/index.ts'
import { accept, approve, cancelSign, claimDossier, findDecision, findDossier, listEvents } from '../../../../src/dossiers/index.ts'
import { createServer } from '../../../../src/platform/http/server.ts'
import { type Actor, systemActor } from '../../../../src/platform/values/actor.ts'
import { newId } from '../../../../src/platform/values/ids.ts'
import { doorOf } from '../../../../src/web/doors/index.ts'
import { registerPages } from '../../../../src/web/pages.ts'
import { paths } from '../../../../src/web/paths.ts'
import { type CaseWorld, openCaseWorld } from '../../../support/case-world.ts'
import { openStraightFilings } from '../../straight.ts'
import { type Elsewhere, gatherElsewhere } from '../elsewhere.ts'
import { copyRow } from '../matter.ts'
import { gatherPeople, type Persona, sessionFor } from '../people.ts'
import { type Answer, knock, type Planted } from '../sweep.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type Fields = Readonly<Record<string, string>>
type Role = Parameters<CaseWorld['staff']>[0]

export const machine = systemActor('test')

export interface Insiders extends AsyncDisposable {
  readonly world: CaseWorld
  readonly things: Elsewhere
  /** The applicants': the first filed the dossier whose checks are done by hand. */
  readonly names: readonly string[]
  /** A dossier filed and paid that every register agrees with; the same whenever it is asked for. */
  dossier(called: string): string
  /** Approved, in nobody's hands; its signature was ordered by nobody. */
  signable(): Promise<string>
  staffId(who: string): string
  gets(who: string, url: string): Promise<Answer>
  posts(who: string, url: string, fields?: Fields): Promise<Answer>
  /** Presses a verb of the desk with all that the dossier's page would have sent along. */
  presses(who: string, dossierId: string, verb: string, fields?: Fields): Promise<Answer>
  /** Looks at one dossier in bulk, confirms it and lets the workers do it: 303 when it was done, else the report. */
  inBulk(who: string, act: string, dossierId: string): Promise<Answer>
  claims(who: string, dossierId: string): Promise<void>
  /** Puts a dossier into somebody's hands for an hour, or into nobody's. */
  held(dossierId: string, by: string | null): Promise<string>
  sql<T extends object = object>(text: string, values?: readonly unknown[]): Promise<T[]>
  /** One number over every row of every module, but for sessions, readings and looks at what bulk work would do. */
  state(): Promise<string>
  /** The same pages with handlers in the place of others: a lock taken away. */
  without(planted: Planted): Promise<void>
}

const MODULES = ['dossiers', 'identity', 'payments', 'deliveries', 'counters', 'calendars', 'health_certificates', 'documents', 'licences', 'portraits', 'violations']
const LEFT_OUT = ['identity.session', 'dossiers.list_reading', 'dossiers.bulk', 'dossiers.bulk_item']
/** Each is used up by the cases that name it. */
const DOSSIERS = ['free', 'to sign', 'bulk', 'drawn', 'accepted', 'supplement', 'allowed', 'refused'] as const

async function openApp(world: CaseWorld, planted: Planted = {}) {
  const app = await createServer(world.platform)
  app.addHook('onRoute', (route) => {
    const copy = planted[`${[route.method].flat()[0]} ${route.url}`]
    if (copy) route.handler = (request, reply) => copy(world.platform)(request, reply)
  })
  const assets = { stylesheet: '/tai-san/x.css' }
  await registerPages(app, { platform: world.platform, assets: { citizen: assets, staff: assets } })
  await app.ready()
  return app
}

/** Another person of the cast with a post, or an applicant who is given one. */
async function withPost(world: CaseWorld, name: string, actor: Staff): Promise<Persona> {
  return { name, actor, province: actor.provinceCode, knocks: { kind: 'staff', role: actor.role === 'signer' ? 'signer' : 'appraiser', here: true }, ...(await sessionFor(world, actor)) }
}

async function employ(world: CaseWorld, dossierId: string, role: Role): Promise<Staff> {
  const [row] = await world.platform.asOwner<{ id: string; person: string }>(`insert into identity.staff (id, identity_index, full_name, role, province_code, active_from)
    select gen_random_uuid(), p.identity_index, 'Người nộp có chức danh', $2, 'bac-ninh', '2020-01-01' from identity.person p join dossiers.dossier d on d.person_id = p.id where d.id = $1
    returning id, (select person_id from dossiers.dossier where id = $1) as person`, [dossierId, role])
  if (!row) throw new Error('nobody to employ')
  if (role === 'signer') await world.platform.work(machine, (work) => takeOverPower(work, { provinceCode: 'bac-ninh', staffId: row.id, giverId: null, unitId: null, papers: ['decision'], form: 'head', position: null, validFrom: '2020-01-01', validTo: null, basis: '97098/QĐ-MP' }))
  return { kind: 'staff', staffId: row.id, personId: row.person, role, provinceCode: 'bac-ninh', officeCode: null, sessionId: 'test', channel: 'online' }
}

function personaOf(people: readonly Persona[], who: string): Persona {
  return people.find(({ name }) => name === who) ?? fail(`nobody is called ${who}`)
}

function staffOf(people: readonly Persona[], who: string): Staff {
  const { actor } = personaOf(people, who)
  return actor.kind === 'staff' ? actor : fail(`${who} has no post`)
}

export async function openInsiders(): Promise<Insiders> {
  const world = await openCaseWorld()
  const { platform } = world
  platform.breaksPromises()
  const files = await openStraightFilings(world)
  const ids = await files(DOSSIERS.length)
  const [elsewhere = ''] = await files(1, { authorityProvince: 'ha-noi' })
  // From here on the police are silent: what is checked by hand is checked for a reason.
  await world.fault('violations', { mode: 'error503', share: 1 })
  const { person, actor: applicant } = await world.signIn('an')
  const an = await world.file('an')
  await world.hoursPass(1)
  const people = await gatherPeople(world, applicant, (await world.signIn('lan')).actor, true)
  const dossier = (called: string) => (called === 'silent' ? an : (ids[DOSSIERS.findIndex((one) => one === called)] ?? ''))
  for (const [who, id] of [['appraiser', dossier('to sign')], ['appraiser', dossier('accepted')], ['appraiser of Hà Nội', elsewhere]] as const) for (const does of [claimDossier, accept]) await platform.work(staffOf(people, who), (work) => does(work, id))
  await world.workerSettles()
  await platform.work(staffOf(people, 'appraiser'), (work) => approve(work, dossier('to sign')))
  await world.workerSettles()
  // Both provinces have something in their register by now.
  const things = await gatherElsewhere(world, an, people)
  for (const [name, role, nth] of [['another signer', 'signer', 1], ['another administrator', 'administrator', 1], ['another clerk', 'clerk', 1]] as const) people.push(await withPost(world, name, await world.staff(role, nth)))
  people.push(await withPost(world, 'the applicant who appraises', await employ(world, dossier('free'), 'appraiser')))
  people.push(await withPost(world, 'the applicant who signs', await employ(world, dossier('to sign'), 'signer')))
  let app = await openApp(world)

  const persona = (who: string) => personaOf(people, who)
  const staff = (who: string) => staffOf(people, who)
  const asks = (who: string, method: 'GET' | 'POST', url: string, fields: Fields = {}) => knock(app, { ...(doorOf('GET', '/can-bo') ?? fail('no desk')), method }, url, persona(who), fields)
  const sql: Insiders['sql'] = (text, values = []) => platform.asOwner(text, [...values])

  /** What the page of a dossier shows travels with each of its forms. */
  async function shown(dossierId: string): Promise<Fields> {
    return platform.read(machine, async (work) => {
      const [found, decision] = [await findDossier(work, dossierId), await findDecision(work, dossierId)]
      const paper = decision?.decisionDocumentId ? await getDocument(work, decision.decisionDocumentId) : undefined
      return { 'phien-ban': String(found?.revision), den: (await listEvents(work, dossierId)).find(({ kind }) => kind !== 'read')?.id ?? '', shownHash: paper?.signedHash ?? paper?.hash ?? '' }
    })
  }

  const self: Insiders = {
    world, things, dossier, sql, names: [person.fullName, (await world.signIn('hanh')).person.fullName],
    staffId: (who) => staff(who).staffId,
    async signable() {
      const id = dossier('to sign')
      for (const { signer_id: signer } of await sql<{ signer_id: string }>(`select s.signer_id from documents.signature s join dossiers.decision d on d.decision_document_id = s.document_id where d.dossier_id = $1 and s.state = 'asked'`, [id])) {
        const by = people.find(({ actor }) => actor.kind === 'staff' && actor.staffId === signer)
        if (by?.actor.kind === 'staff') await platform.work(by.actor, (work) => cancelSign(work, id))
      }
      return id
    },
    gets: (who, url) => asks(who, 'GET', url),
    posts: (who, url, fields) => asks(who, 'POST', url, fields),
    presses: async (who, id, verb, fields = {}) => asks(who, 'POST', paths.officerAction(id, verb), { ...(await shown(id)), ...fields }),
    async inBulk(who, act, id) {
      const looked = await self.posts(who, paths.bulks(), { viec: act, 'ho-so': id })
      if (looked.status !== 303) return looked
      await self.posts(who, `${looked.location}/xac-nhan`)
      await world.workerSettles()
      const [item] = await sql<{ state: string }>('select state from dossiers.bulk_item where bulk_id = $1 and dossier_id = $2', [looked.location.split('/').at(-1), id])
      const report = await self.gets(who, looked.location)
      return item?.state === 'done' ? { ...report, status: 303 } : { ...report, status: 409 }
    },
    claims: (who, id) => platform.work(staff(who), (work) => claimDossier(work, id)),
    async held(id, by) {
      await sql(`update dossiers.dossier set claimed_by = $2, claimed_until = case when $2::uuid is null then null else platform.clock_now() + interval '1 hour' end where id = $1`, [id, by === null ? null : staff(by).staffId])
      return id
    },
    async state() {
      const tables = await sql<{ name: string }>(`select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema = any($1) order by 1`, [MODULES])
      const each = tables.filter(({ name }) => !LEFT_OUT.includes(name)).map(({ name }) => `select '${name}' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as h from ${name} t${name === 'dossiers.event' ? " where kind <> 'read'" : ''}`)
      return (await sql<{ h: string }>(`${each.join(' union all ')} order by 1`)).map(({ h }) => h).join('\n')
    },
    async without(planted) {
      await app.close()
      app = await openApp(world, planted)
    },
    async [Symbol.asyncDispose]() {
      await app.close()
      await world[Symbol.asyncDispose]()
    },
  }
  return self
}

function fail(why: string): never {
  throw new Error(why)
}

/** Somebody has by now read so many dossiers within this hour that they do not hold. */
export async function hasRead({ world, sql, staffId, dossier }: Insiders, who: string, count: number): Promise<void> {
  const [source] = await sql<{ draft: string }>('select draft_id as draft from dossiers.dossier where id = $1', [dossier('free')])
  await sql('drop index if exists dossiers.dossier_one_open')
  const [read] = await sql<{ n: number }>(`select count(distinct dossier_id)::int as n from dossiers.event join dossiers.dossier d on d.id = dossier_id
    where kind = 'read' and actor_id = $1 and at > platform.clock_now() - interval '1 hour' and claimed_by is distinct from $1::uuid`, [staffId(who)])
  for (let n = read?.n ?? 0; n < count; n++) {
    const [id, draft] = [newId(), newId()]
    await copyRow(world, 'dossiers.draft', { id: draft }, 'id = $1', source?.draft ?? '')
    await copyRow(world, 'dossiers.dossier', { id, draft_id: draft, submission_code: `HS-READ-${id.slice(-8)}`, claimed_by: null, claimed_until: null }, 'id = $1', dossier('free'))
    await sql(`insert into dossiers.event (id, dossier_id, kind, at, actor_kind, actor_id, subject_id, channel, details)
      select gen_random_uuid(), $1, 'read', platform.clock_now(), 'staff', $2::uuid, person_id, 'online', '{"purpose": "appraise"}' from dossiers.dossier where id = $1`, [id, staffId(who)])
  }
  await world.workerSettles()
}

/** They open one more; 'alarm' when somebody is told. */
export async function opensOneMore({ sql, gets, staffId, dossier }: Insiders, who: string): Promise<Answer> {
  const answer = await gets(who, paths.officerDossier(dossier('free')))
  const alarms = await sql(`select from platform.alarm where kind = 'bulk-reading' and subject_id = $1`, [staffId(who)])
  return alarms.length > 0 ? { ...answer, status: 409, body: 'alarm' } : answer
}
