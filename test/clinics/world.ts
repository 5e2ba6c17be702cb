/** Clinics at our door: their programs and desks over HTTP without a browser, people with and without an account. */
import type { FastifyInstance } from 'fastify'
import { clinicsWithSoftware, type Letter, type SoftwareClinic } from '../../sandbox/health-records/clinic-software.ts'
import { toWire, type WireCertificate } from '../../sandbox/health-records/records.ts'
import { system } from '../../sandbox/health-records/system.ts'
import type { Person } from '../../sandbox/kit/index.ts'
import { askByIdentity, findUsable, invariants, jobs, lookupSources } from '../../src/capabilities/health-certificates/index.ts'
import { createServer } from '../../src/platform/http/server.ts'
import { lookupJobs } from '../../src/platform/outside/lookups.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { newId } from '../../src/platform/values/ids.ts'
import { takeOverClinics } from '../../src/simulation.ts'
import { registerCertificates } from '../../src/web/machine/certificates/routes.ts'
import { openOutsideWorld, type OutsideWorld } from '../support/outside-world.ts'

const actor = systemActor('test')

interface Answer {
  readonly status: number
  /** MSG_STATE and MSG_TEXT, from JSON or XML. */
  readonly state: string
  readonly text: string
  readonly body: string
}

export interface ClinicWorld extends OutsideWorld {
  readonly app: FastifyInstance
  /** Proves itself by its key alone. */
  readonly byKey: SoftwareClinic
  /** Signs what it sends. */
  readonly signing: SoftwareClinic
  /** A person whom nobody has met before. */
  stranger(fullName?: string): Person
  /** A certificate of today under a fresh number. */
  recordOf(clinic: SoftwareClinic, person: Person, more?: Partial<WireCertificate>): WireCertificate
  send(letter: Letter): Promise<Answer>
  /** A request of the clinic's desk. */
  desk(path: string, clinic: SoftwareClinic, body: unknown): Promise<Answer & { json: Record<string, string> }>
  /** Signs somebody in. @returns the person's id */
  account(person: Person): Promise<string>
  /** Whether a class B certificate of theirs serves today. */
  stateOf(personId: string, number?: string): Promise<string>
}

export async function openClinicWorld(): Promise<ClinicWorld> {
  const world = await openOutsideWorld({ at: '2026-11-20T02:00:00Z', systems: [system], jobs: { ...jobs, ...lookupJobs(lookupSources) }, invariants })
  const { platform } = world
  await takeOverClinics(platform)
  const app = await createServer(platform)
  registerCertificates(app, { platform, assets: { citizen: { stylesheet: '' }, staff: { stylesheet: '' } } })
  await app.ready()
  const [byKey, signing] = await clinicsWithSoftware(world.sandbox.boxOf('health-records'))
  const [model] = await world.sandbox.people.list({ staff: false, limit: 1 })
  if (!byKey || !signing || !model) throw new Error('two clinics have programs')
  let serial = 100
  const next = () => String(++serial).padStart(5, '0')

  function answerOf(answer: { statusCode: number; body: string }): Answer {
    const said = (name: string) => {
      const found = new RegExp(`<${name}>([^<]*)</${name}>|"${name}":"([^"]*)"`).exec(answer.body)
      return found?.[1] ?? found?.[2] ?? ''
    }
    return { status: answer.statusCode, state: said('MSG_STATE'), text: said('MSG_TEXT'), body: answer.body }
  }

  return {
    ...world, app, byKey, signing,
    stranger: (fullName = 'Lò Thị Mẫu') => ({ ...model, identityNumber: `0971900${next()}`, fullName, certificates: [] }),
    recordOf(clinic, person, more = {}) {
      const record = toWire(person, {
        number: `${next()}/GKSKLX/${clinic.code}/26`, forClass: 'B', concludedOn: '2026-11-20', conclusion: 'A0-1', clinicCode: clinic.code, clinicName: clinic.name,
        doctorName: 'BS. Mẫu', alcohol: 0, drugsFound: false, recheckOn: null, sentAt: null, lateDays: 0,
      })
      return { ...record, ...more }
    },
    send: async (letter) => answerOf(await app.inject({ method: 'POST', url: '/may/giay-kham', headers: letter.headers, payload: letter.body })),
    async desk(path, clinic, body) {
      const answer = await app.inject({ method: 'POST', url: path, headers: { username: clinic.code, password: clinic.apiKey, 'content-type': 'application/json' }, payload: JSON.stringify(body) })
      return { ...answerOf(answer), json: answer.json() }
    },
    async account(person) {
      const personId = newId()
      await platform.work(actor, (work) => askByIdentity(work, { personId, identityNumber: person.identityNumber, fullName: person.fullName }))
      await world.workerSettles()
      return personId
    },
    stateOf: (personId, number) => platform.work(actor, async (work) => (await findUsable(work, personId, { classes: ['B'], onDay: work.today, validityMonths: 12, number })).usability.state),
    async [Symbol.asyncDispose]() {
      const broken = await world.broken()
      await app.close()
      await world[Symbol.asyncDispose]()
      if (Object.keys(broken).length > 0) throw new Error(`broken promises: ${JSON.stringify(broken)}`)
    },
  }
}
