/** The whole service without its pages: every module and simulator, one clock, people signed in by hand. */
import { randomBytes } from 'node:crypto'
import { systems } from '../../sandbox/systems.ts'
import type { Person, StaffRole } from '../../sandbox/people/person.ts'
import { beginRoutines, invariants, jobs, subscriptions } from '../../src/app.ts'
import { examine, keep, lendPortraitEngine, openPortraitEngine, type PortraitEngine, type Verdict } from '../../src/capabilities/portraits/index.ts'
import { beginLookUps, claimDossier, type DraftAnswers, prepareFiling, saveAnswers, startDraft, submit } from '../../src/dossiers/index.ts'
import type { Logger } from '../../src/platform/observability/log.ts'
import { sha256Hex } from '../../src/platform/files/contract.ts'
import type { Actor } from '../../src/platform/values/actor.ts'
import { takeOverCast } from '../../src/simulation.ts'
import { type ProcedureSlug, procedureSlugs } from '../../src/catalogue/index.ts'
import { listValidLicences } from '../../src/capabilities/licences/index.ts'
import { openOutsideWorld, type OutsideWorld } from './outside-world.ts'

export interface CaseWorld extends OutsideWorld {
  /** Somebody of the cast, with an account of ours. */
  signIn(slug: string): Promise<{ person: Person; actor: Extract<Actor, { kind: 'citizen' }> }>
  /** The first member of staff with that role in Bắc Ninh, just signed in. */
  staff(role: StaffRole, nth?: number): Promise<Extract<Actor, { kind: 'staff' }>>
  /** Files as somebody, with sensible answers; the first procedure that people are offered unless told. @returns the dossier's id */
  file(slug: string, answers?: Partial<DraftAnswers>, procedure?: ProcedureSlug): Promise<string>
  /** Fills in a draft as somebody, with sensible answers, up to the last page. @returns the draft's id */
  draft(slug: string, answers?: Partial<DraftAnswers>, procedure?: ProcedureSlug): Promise<string>
  /** Another good picture of somebody, sent in. @returns its id */
  portrait(slug: string): Promise<string>
  /** Declares the same draft once more, as a browser that heard no answer does. */
  fileAgain(slug: string): Promise<string>
  /** Whether the transaction that files is running now. */
  filing(): boolean
  /** The first appraiser takes the dossier. */
  claim(dossierId: string): Promise<Extract<Actor, { kind: 'staff' }>>
}

/** The engine of all worlds of this process: warm after the first picture, and of a picture that it knows it answers the same at once. */
let pictures: PortraitEngine | undefined
const seen = new Map<string, Verdict>()

function sharedPictures(): PortraitEngine {
  pictures ??= openPortraitEngine({ timeLimitMs: 60_000, waitLimitMs: 120_000 })
  const engine = pictures
  let closed = false
  return {
    ...engine,
    async examine(bytes, insist = []) {
      if (closed) return { state: 'refused', recipeVersion: 0, measures: {}, reason: 'busy' }
      const key = `${sha256Hex(bytes)} ${insist.join(' ')}`
      const known = seen.get(key)
      if (known) return known
      const verdict = await engine.examine(bytes, insist)
      if (verdict.state === 'accepted') seen.set(key, verdict)
      return verdict
    },
    async close() {
      closed = true
    },
  }
}

/** @param webUrl where the service's pages answer, for those who open them */
export async function openCaseWorld(at = '2026-11-20T02:00:00Z', webUrl?: string, log?: Logger): Promise<CaseWorld> {
  const world = await openOutsideWorld({ at, systems, jobs, invariants, subscriptions, ...(webUrl ? { webUrl } : {}), ...(log ? { log } : {}) })
  const { platform, sandbox } = world
  lendPortraitEngine(platform, sharedPictures())
  await takeOverCast(platform)
  await beginRoutines(platform)
  await world.workerSettles()
  const people = await sandbox.people.list({})

  async function accountOf(person: Person): Promise<string> {
    const { savePerson } = await import('../../src/capabilities/identity/store/people.ts')
    return platform.work({ kind: 'system', name: 'test', channel: 'online' }, (work) => savePerson(work, {
      issuer: platform.config.eid.issuer, subject: `s-${person.identityNumber}`, identityNumber: person.identityNumber, fullName: person.fullName, birthDate: person.birthDate,
    }))
  }

  /** A session of somebody who has just proved to the eID who they are, as signing a decision asks. @returns its id */
  async function signedInNow(personId: string): Promise<string> {
    const { saveSession } = await import('../../src/capabilities/identity/store/people.ts')
    const now = new Date(performance.timeOrigin + performance.now())
    return platform.work({ kind: 'system', name: 'test', channel: 'online' }, (work) => saveSession(work, { tokenHash: randomBytes(32), personId, idToken: null, authenticatedAt: now, startedAt: now }))
  }

  const drafts = new Map<string, string>()
  let filing = false
  async function declare(actor: Extract<Actor, { kind: 'citizen' }>, draftId: string): Promise<string> {
    const prepared = await platform.read(actor, (work) => prepareFiling(work, { personId: actor.personId, draftId, lang: 'vi' }))
    if ('filedAs' in prepared) return prepared.filedAs
    filing = true
    try {
      return await platform.work(actor, (work) => submit(work, prepared))
    } finally {
      filing = false
    }
  }

  const full: CaseWorld = {
    ...world,
    filing: () => filing,
    async fileAgain(slug) {
      const { actor } = await full.signIn(slug)
      return declare(actor, drafts.get(slug) ?? '')
    },
    async signIn(slug) {
      const person = people.find((p) => p.story.slug === slug)
      if (!person) throw new Error(`nobody is called ${slug}`)
      const personId = await accountOf(person)
      const actor = { kind: 'citizen' as const, personId, sessionId: 'test', channel: 'online' as const }
      await platform.work(actor, (work) => beginLookUps(work, personId))
      await world.workerSettles()
      return { person, actor }
    },
    async staff(role, nth = 0) {
      const found = people.filter((p) => p.staff?.role === role && p.staff.provinceCode === (role === 'printer' ? '01' : '24'))[nth]
      if (!found) throw new Error(`no ${role}`)
      const personId = await accountOf(found)
      const [row] = await platform.asOwner<{ id: string }>('select t.id from identity.staff t join identity.person p on p.identity_index = t.identity_index where p.id = $1', [personId])
      const sessionId = await signedInNow(personId)
      return { kind: 'staff', staffId: row?.id ?? '', personId, role, provinceCode: role === 'printer' ? 'ha-noi' : 'bac-ninh', officeCode: found.staff?.office ?? null, sessionId, channel: 'online' }
    },
    async portrait(slug) {
      const { person, actor } = await full.signIn(slug)
      const picture = await fetch(`${sandbox.url}/control/api/people/${person.identityNumber}/portrait.jpg?width=900`).then((r) => r.arrayBuffer())
      const examination = await examine(platform, new Uint8Array(picture))
      return (await platform.work(actor, (work) => keep(work, { personId: actor.personId, examination, source: 'upload' }))).id
    },
    async draft(slug, answers = {}, procedure = procedureSlugs[0]) {
      const { person, actor } = await full.signIn(slug)
      const [licence] = await platform.read(actor, (work) => listValidLicences(work, person.identityNumber))
      if (!licence || !procedure) throw new Error('no licence, or no procedure')
      const draftId = await platform.work(actor, (work) => startDraft(work, { personId: actor.personId, procedure, licenceIds: [licence.id] }))
      const picture = await fetch(`${sandbox.url}/control/api/people/${person.identityNumber}/portrait.jpg`).then((r) => r.arrayBuffer())
      const examination = await examine(platform, new Uint8Array(picture))
      const portrait = await platform.work(actor, (work) => keep(work, { personId: actor.personId, draftId, examination, source: 'upload' }))
      const choice = licence.held[0]?.class === 'law-2008:B2' ? { 'law-2008:B2': 'law-2024:B' as const } : {}
      await platform.work(actor, (work) => saveAnswers(work, actor.personId, draftId, {
        reason: 'expiring', classChoice: choice, changedDetails: 'none', authorityProvince: 'bac-ninh', phone: '0000123456', email: 'an@vidu.invalid', portraitId: portrait.id,
        certificate: { how: 'by-identity' }, delivery: { how: 'post', recipient: person.fullName, phone: '0000123456', provinceCode: '24', commune: person.residence.commune, street: person.residence.street },
        holder: { fullName: person.fullName, birthDate: person.birthDate, sex: person.sex, nationality: person.nationality, address: `${person.residence.street}, ${person.residence.commune}, ${person.residence.provinceName}`, provinceCode: person.residence.provinceCode },
        ...answers,
      }))
      drafts.set(slug, draftId)
      return draftId
    },
    async file(slug, answers, procedure) {
      const draftId = await full.draft(slug, answers, procedure)
      const { actor } = await full.signIn(slug)
      const id = await declare(actor, draftId)
      await world.workerSettles()
      return id
    },
    async claim(dossierId) {
      const appraiser = await full.staff('appraiser')
      await platform.work(appraiser, (work) => claimDossier(work, dossierId))
      return appraiser
    },
  }
  return full
}
