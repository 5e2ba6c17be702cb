/** Every verb of the desk, pressed by everybody at a dossier in every state here, elsewhere and in a merged province: done exactly where can() says so. */
import type { FastifyInstance } from 'fastify'
import { listSigningPowers } from '../../../src/capabilities/identity/index.ts'
import { can, findDecision, findDossier, firstOfEach, listEvents, listRequirements, mayClaim, standingOf, type Verb } from '../../../src/dossiers/index.ts'
import type { Platform } from '../../../src/platform/runtime.ts'
import { systemActor } from '../../../src/platform/values/actor.ts'
import { doorOf } from '../../../src/web/doors/index.ts'
import type { Copied } from './matter.ts'
import type { Persona } from './people.ts'
import { addressOf, knock, type Swept } from './sweep.ts'

/** The part of the address, what the lifecycle calls it, and what its form sends. */
const VERBS: readonly (readonly [path: string, verb: Verb | 'claim', fields: Readonly<Record<string, string>>])[] = [
  ['nhan-xu-ly', 'claim', {}], ['tiep-nhan', 'accept', {}], ['bo-sung', 'askSupplement', { do: 'send', 'reason-portrait': 'unreadable', 'note-portrait': 'mờ' }],
  ['duyet', 'approve', {}], ['tu-choi', 'refuse', { code: 'unresolved-violation' }], ['tra-can-bo', 'sendBack', {}], ['ky', 'sign', { shownHash: '0'.repeat(64) }], ['lay-lai', 'takeBack', {}], ['dung', 'stop', {}],
]

/** What a domain may still say where the table says yes: it is asked after it. */
const AFTERWARDS: Readonly<Partial<Record<Verb | 'claim', readonly number[]>>> = { sign: [409] }

export async function pressVerbs({ app, platform, people, copies }: { readonly app: FastifyInstance; readonly platform: Platform; readonly people: readonly Persona[]; readonly copies: readonly Copied[] }): Promise<Swept> {
  const swept: Swept = { cells: 0, papers: 0, asked: new Set(), opened: new Set(), done: new Set(), differences: [], leaks: [] }
  const line = doorOf('POST', '/can-bo/ho-so/:id/:verb')
  if (!line || typeof line.who === 'string') throw new Error('no line for the verbs')
  for (const { id, status, province } of copies) {
    const { dossier, standing, now, shown } = await platform.read(systemActor('test'), async (work) => {
      const dossier = await findDossier(work, id)
      if (!dossier) throw new Error('the copy is gone')
      const decision = await findDecision(work, id)
      return { dossier, standing: standingOf(dossier, await listRequirements(work, id), status === 'approved' ? (decision?.preparedBy ?? null) : null), now: work.now,
        // What the page showed travels with each form (C1).
        shown: { 'phien-ban': String(dossier.revision), den: (await listEvents(work, id)).find(({ kind }) => kind !== 'read')?.id ?? '' } }
    })
    for (const persona of people) {
      if (persona.knocks.kind !== 'staff' || !line.who.includes(persona.knocks.role)) continue
      const { actor } = persona
      const held = actor.kind === 'staff' ? await platform.read(systemActor('test'), (work) => listSigningPowers(work, { provinceCode: province, staffId: actor.staffId })) : []
      for (const [path, verb, fields] of VERBS) {
        const may = verb === 'claim' ? mayClaim(dossier, actor, now) : can(verb, { ...standing, powers: [...firstOfEach(held).keys()] }, actor, now)
        const answer = await knock(app, line, addressOf(line, id, { verb: path }), persona, { ...shown, ...fields })
        swept.cells++
        const done = answer.status === 303 && answer.location.includes(`xong=${path}`)
        const isRight = persona.province !== province ? answer.status === 404 : may === true ? done || (AFTERWARDS[verb]?.includes(answer.status) ?? false) : answer.status === 409
        if (!isRight) swept.differences.push({ line: `POST ${path}`, who: persona.name, what: `a dossier of ${province} that is ${status}`, meets: `${answer.status} ${answer.location}`, should: String(may) })
      }
    }
  }
  return swept
}
