/** Everybody who may knock at an address: without a session or with a bad one, citizens, and staff of every role here, elsewhere and where a province used to be. */
import { createHash, randomBytes } from 'node:crypto'
import { type Knocker, staffRoles } from '../../../scripts/docs/doors.ts'
import { takeOverPower } from '../../../src/capabilities/identity/index.ts'
import { endSession, savePerson, saveSession, saveStaff } from '../../../src/capabilities/identity/store/people.ts'
import { signedPapers } from '../../../src/catalogue/index.ts'
import { realNow } from '../../../src/platform/clock.ts'
import { formToken } from '../../../src/platform/http/csrf.ts'
import { type Actor, systemActor } from '../../../src/platform/values/actor.ts'
import type { CaseWorld } from '../../support/case-world.ts'

export interface Persona {
  readonly name: string
  readonly knocks: Knocker
  readonly actor: Actor
  /** The province of somebody's post. */
  readonly province?: string
  readonly cookie?: string
  readonly csrf?: string
}

type SignedIn = Extract<Actor, { kind: 'staff' | 'citizen' }>

/** A session of somebody. @param hoursAgo when it began; one of long ago has run out */
export async function sessionFor(world: CaseWorld, actor: SignedIn, hoursAgo = 0): Promise<{ cookie: string; csrf: string; id: string }> {
  const cookie = randomBytes(16).toString('base64url')
  const at = new Date(realNow() - hoursAgo * 3_600_000)
  const id = await world.platform.work(actor, (work) => saveSession(work, { tokenHash: createHash('sha256').update(cookie).digest(), personId: actor.personId, idToken: null, authenticatedAt: at, startedAt: at }))
  return { cookie, csrf: formToken(world.platform.keys.session, id), id }
}

const OFFICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ha-noi': { clerk: 'ha-noi-mot-cua', postal: 'ha-noi-mot-cua', doctor: '97099' },
  'bac-giang': { clerk: 'bac-giang-mot-cua', postal: 'bac-giang-mot-cua', doctor: '97098' },
}

/** Somebody new with a post elsewhere. */
async function elsewhere(world: CaseWorld, role: (typeof staffRoles)[number], province: string, nth: number): Promise<SignedIn> {
  const identityNumber = `09719000${String(nth).padStart(4, '0')}`
  const fullName = `Người Khác ${nth}`
  const officeCode = OFFICES[province]?.[role] ?? null
  const personId = await world.platform.work(systemActor('test'), async (work) => {
    const staffId = await saveStaff(work, { identityNumber, fullName, role, provinceCode: province, officeCode, activeFrom: '2025-01-01' })
    const form = role === 'signer' ? 'head' : role === 'appraiser' ? 'duty' : undefined
    if (form) await takeOverPower(work, { provinceCode: province, staffId, giverId: null, unitId: null, papers: signedPapers, form, position: null, validFrom: '2025-01-01', validTo: null, basis: '97099/QĐ-MP' })
    return savePerson(work, { issuer: world.platform.config.eid.issuer, subject: `s-${identityNumber}`, identityNumber, fullName, birthDate: '1980-01-01' })
  })
  const [row] = await world.platform.asOwner<{ id: string }>('select t.id from identity.staff t join identity.person p on p.identity_index = t.identity_index where p.id = $1', [personId])
  return { kind: 'staff', staffId: row?.id ?? '', personId, role, provinceCode: province, officeCode, sessionId: 'test', channel: 'online' }
}

/** Those whom every run meets: each way to be let in or turned away at an address that names something. Every other role is met by the proof, and without a matter by every-role-at-every-door.test.ts. */
const SLICE = ['nobody', 'the applicant’s session of yesterday', 'the applicant', 'another citizen', 'appraiser', 'signer', 'clerk', 'appraiser of Hà Nội', 'clerk of Hà Nội', 'appraiser of a province that was merged']

/** @param whole with people of the former province too, and every role elsewhere */
export async function gatherPeople(world: CaseWorld, applicant: SignedIn, another: SignedIn, whole: boolean): Promise<Persona[]> {
  const asStaff = async (name: string, actor: SignedIn): Promise<Persona> => {
    if (actor.kind !== 'staff') throw new Error('no staff')
    const role = staffRoles.find((one) => one === actor.role)
    if (!role) throw new Error(`no role ${actor.role}`)
    return { name, actor, province: actor.provinceCode, knocks: { kind: 'staff', role, here: true }, ...(await sessionFor(world, actor)) }
  }
  const stranger = { kind: 'public', channel: 'online' } as const
  const ended = await sessionFor(world, applicant)
  await world.platform.work(applicant, (work) => endSession(work, ended.id, new Date(realNow())))
  const people: Persona[] = [
    { name: 'nobody', knocks: { kind: 'stranger' }, actor: stranger },
    { name: 'the applicant’s session of yesterday', knocks: { kind: 'stranger' }, actor: stranger, ...(await sessionFor(world, applicant, 25)) },
    { name: 'the applicant signed out', knocks: { kind: 'stranger' }, actor: stranger, ...ended },
    { name: 'the applicant', knocks: { kind: 'citizen', owns: true }, actor: applicant, ...(await sessionFor(world, applicant)) },
    { name: 'another citizen', knocks: { kind: 'citizen', owns: false }, actor: another, ...(await sessionFor(world, another)) },
  ]
  for (const role of staffRoles) people.push(await asStaff(role, role === 'printer' ? await elsewhere(world, role, 'bac-ninh', 1) : await world.staff(role)))
  people.push(await asStaff('another appraiser', await world.staff('appraiser', 1)))
  const far = whole ? staffRoles : (['appraiser', 'signer', 'supervisor', 'inspector', 'clerk', 'postal'] as const)
  for (const [nth, role] of far.entries()) people.push(await asStaff(`${role} of Hà Nội`, await elsewhere(world, role, 'ha-noi', 100 + nth)))
  // A post in a province that is no more is no post: its holder is a citizen like others.
  const former = whole ? (['appraiser', 'signer', 'supervisor', 'inspector', 'clerk'] as const) : (['appraiser'] as const)
  for (const [nth, role] of former.entries()) {
    const actor = await elsewhere(world, role, 'bac-giang', 200 + nth)
    people.push({ name: `${role} of a province that was merged`, actor, knocks: { kind: 'citizen', owns: false }, ...(await sessionFor(world, actor)) })
  }
  return whole ? people : people.filter(({ name }) => SLICE.includes(name))
}
