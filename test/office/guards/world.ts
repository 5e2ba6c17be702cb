/** The world of the sweep: one applicant with a canary in every field they typed, everybody else, and a matter of each kind that the sweep can bring. */
import { Writable } from 'node:stream'
import { isPersonal } from '../../../scripts/docs/doors.ts'
import { openVisit } from '../../../src/capabilities/counters/index.ts'
import { listDocuments } from '../../../src/capabilities/documents/index.ts'
import { createLogger } from '../../../src/platform/observability/log.ts'
import { type Actor, systemActor } from '../../../src/platform/values/actor.ts'
import type { Line } from '../../../src/web/doors/index.ts'
import { type CaseWorld, openCaseWorld } from '../../support/case-world.ts'
import { type Elsewhere, gatherElsewhere } from './elsewhere.ts'
import { hangOn, loseCards } from './hanging.ts'
import { type Copied, copyDossier } from './matter.ts'
import { gatherPeople, type Persona } from './people.ts'
import { type Matter, namesPaper, nothing, watchDatabase } from './sweep.ts'

const typed = { phone: '0000555717', email: 'canary.guards@vidu.invalid', recipient: 'Trịnh Chim Hoàng Yến', street: 'số 717, Ngõ Hoàng Yến', carrier: '0000555718', found: 'Không còn vụ việc về bà Hoàng Yến 719' }

export interface GuardsWorld extends AsyncDisposable {
  readonly world: CaseWorld
  readonly people: readonly Persona[]
  readonly copies: readonly Copied[]
  readonly applicant: Extract<Actor, { kind: 'citizen' }>
  readonly canaries: readonly string[]
  matters(line: Line, persona: Persona): readonly Matter[]
  concerns(persona: Persona, line: Line, matter: Matter): boolean
  log(): string
}

/** Roles whose pages show people, each within their own province. */
const SEE_PEOPLE = ['appraiser', 'signer', 'supervisor', 'inspector', 'clerk', 'printer']

/** The paper of the dossier that names the applicant: the application, as it was drawn when it was filed. @returns its id */
async function namingPaper({ platform }: CaseWorld, dossierId: string): Promise<string> {
  const paper = (await platform.read(systemActor('test'), (work) => listDocuments(work, dossierId))).find(({ kind }) => kind === 'application')
  if (!paper) throw new Error('no paper')
  return paper.id
}

/** @param whole every person and state, all three provinces, and things of other kinds; otherwise some people, and one state in two provinces */
export async function openGuardsWorld(whole: boolean): Promise<GuardsWorld> {
  let log = ''
  const sink = new Writable({ write(chunk, _encoding, done) {
    log += String(chunk)
    done()
  } })
  const world = await openCaseWorld(undefined, undefined, createLogger('debug', 'test', sink))
  world.platform.breaksPromises()
  const { person, actor: applicant } = await world.signIn('an')
  const another = (await world.signIn('lan')).actor
  const answers = {
    email: typed.email, phone: typed.phone,
    delivery: { how: 'post' as const, recipient: typed.recipient, phone: typed.carrier, provinceCode: '24', commune: person.residence.commune, street: typed.street },
  }
  const canaries = [...Object.values(typed), person.fullName, person.identityNumber, ...person.licences.map((one) => one.licenceNumber), ...person.certificates.map((one) => one.number)].filter((one) => one.length > 5)
  await watchDatabase(world, canaries)
  const dossierId = await world.file('an', answers)
  const [oanh, yen] = [await world.staff('appraiser'), await world.staff('clerk')]
  const copies = await copyDossier(world, dossierId, { preparedBy: oanh.staffId, heldBy: oanh.staffId, says: typed.found })
  // A draft of the applicant that is still open: the filed one, begun again.
  const [draft] = await world.platform.asOwner<{ id: string }>('update dossiers.draft set filed_at = null where id = (select draft_id from dossiers.dossier where id = $1) returning id', [dossierId])
  const visitId = await world.platform.work({ ...yen, channel: 'in-person' }, (work) => openVisit(work, { personId: applicant.personId, identifiedBy: 'scan' }))
  const people = await gatherPeople(world, applicant, another, whole)
  const hanging = await hangOn(world, copies, { filedId: dossierId, visitId, strangerId: another.personId, people })
  const lost = await loseCards(world, copies, oanh.staffId)
  const elsewhere: Elsewhere = whole ? await gatherElsewhere(world, dossierId, people) : {}
  const is = (persona: Persona, actor: Extract<Actor, { kind: 'staff' }>) => persona.actor.kind === 'staff' && persona.actor.staffId === actor.staffId

  const paper = whole ? await namingPaper(world, dossierId) : undefined
  const reachesHere = (province: string) => (one: Persona) => (one.knocks.kind === 'citizen' ? one.knocks.owns : one.province === province)
  const filed: readonly Matter[] = paper ? [{ id: dossierId, what: 'a paper of the dossier that was filed', paper, reaches: reachesHere('bac-ninh') }] : []

  const dossierMatters = (persona: Persona): Matter[] => copies
    // What was filed to an authority that is no more is not part of this world: the service began after the merger.
    .filter(({ status, province }) => (whole || (status === 'accepted' && province !== 'bac-giang')) && !(province === 'bac-giang' && persona.actor === applicant))
    .map(({ id, status, province, checkId }) => ({
      id, what: `a dossier of ${province} that is ${status}`, parts: { ...(checkId === undefined ? {} : { ':checkId': checkId }), ...hanging.get(id)?.own },
      reaches: reachesHere(province),
    }))
  /** Each dossier once more for whom it is there, with what hangs on another one, where an address names such a thing. */
  const foreignMatters = (line: Line, persona: Persona): Matter[] => dossierMatters(persona).filter(({ reaches }) => reaches(persona)).flatMap(({ parts: _own, ...matter }) => (hanging.get(matter.id)?.others ?? [])
    .filter(({ parts }) => Object.keys(parts).some((part) => line.url.includes(part)))
    .map(({ of, parts }) => ({ ...matter, what: `${matter.what}, with what hangs on another of ${of}`, parts, foreign: true })))
  const lostCards: readonly Matter[] = lost.map(({ id, province }) => ({ id, what: `a proposal of ${province} to print a lost card anew`, reaches: reachesHere(province) }))
  return {
    world, people, copies, applicant, canaries,
    matters(line, persona) {
      if (!isPersonal(line)) return [nothing]
      // Nothing here was filed at a counter: what is digitised is there for no clerk.
      if (line.url.startsWith('/quay/so-hoa')) return dossierMatters(persona).map((matter) => ({ ...matter, reaches: () => false }))
      if (line.url.endsWith('-in-lai')) return [...lostCards, ...dossierMatters(persona)]
      if (line.of === 'dossier') return [...(namesPaper(line) ? filed : []), ...dossierMatters(persona), ...foreignMatters(line, persona)]
      if (line.of === 'draft') return [{ id: String(draft?.id), what: 'the applicant’s draft', reaches: (one) => one.knocks.kind === 'citizen' && one.knocks.owns }]
      if (line.of === 'visit') return [{ id: visitId, what: 'a visit of the applicant', reaches: (one) => is(one, yen) }]
      return (line.of && elsewhere[line.of]) ?? [nothing]
    },
    concerns(persona, line, matter) {
      const { knocks } = persona
      if (knocks.kind === 'citizen') return knocks.owns
      return knocks.kind === 'staff' && SEE_PEOPLE.includes(knocks.role) && (!isPersonal(line) || matter === nothing || matter.reaches(persona))
    },
    log: () => log,
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]()
    },
  }
}
