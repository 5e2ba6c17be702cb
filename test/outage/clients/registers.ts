/** The registers that are asked about one person: population, violations (each body), health certificates. */
import { expect } from 'vitest'
import { z } from 'zod'
import type { Person } from '../../../sandbox/people/person.ts'
import { findCertificates } from '../../../src/capabilities/health-certificates/client/gateway.ts'
import { populationSource } from '../../../src/capabilities/identity/client.ts'
import { registeredSource } from '../../../src/capabilities/portraits/client.ts'
import { searchViolations } from '../../../src/capabilities/violations/client.ts'
import { VIOLATION_BODIES, type Violation, type ViolationBody } from '../../../src/capabilities/violations/violation.ts'
import { newId } from '../../../src/platform/values/ids.ts'
import { type Client, outages } from '../matrix.ts'
import type { OutageWorld } from '../world.ts'

const somebody = (slug: string) => async (world: OutageWorld) => world.person(slug)

const population: Client<Person> = {
  name: 'the population register',
  system: 'population-register', file: 'src/capabilities/identity/client.ts', purposes: ['person'],
  subject: somebody('an'),
  other: somebody('binh'),
  subjects: { 'not found': async (world) => ({ ...world.person('an'), identityNumber: '097000000001' }) },
  async ask(platform, { identityNumber }) {
    const { value } = await populationSource.ask(platform, { identityNumber, personId: newId() })
    return value === undefined ? undefined : JSON.parse(value)
  },
  fits: (value, person) => JSON.stringify(value).includes(`"fullName":"${person.fullName}"`),
  expected: {
    ...outages,
    negative: { never: 'the register knows a person or it does not; there is no third answer' },
    'not found': 'absent',
    'answer for another person': 'alarm, unavailable: malformed',
    'stale answer': 'unavailable: malformed',
  },
}

interface Pictured {
  readonly identityNumber: string
  /** What the register shows of this person, base64. */
  readonly picture: string
}

const pictured = (slug: string) => async (world: OutageWorld): Promise<Pictured> => {
  const { identityNumber } = world.person(slug)
  const answer = await fetch(`${world.sandbox.url}/population/persons/${identityNumber}?anh=1`)
  const { AnhChanDung } = z.object({ AnhChanDung: z.string() }).parse(await answer.json())
  return { identityNumber, picture: AnhChanDung }
}

const portrait: Client<Pictured> = {
  name: 'the portrait of the population register',
  system: 'population-register', file: 'src/capabilities/portraits/client.ts', purposes: ['portrait'],
  subject: pictured('an'),
  other: pictured('binh'),
  subjects: { 'not found': async () => ({ identityNumber: '097000000001', picture: '' }) },
  ask: async (platform, { identityNumber }) => (await registeredSource.ask(platform, { identityNumber, personId: newId() })).value,
  fits: (value, { picture }) => typeof value === 'string' && value.includes(picture.slice(0, 4_000)),
  expected: {
    ...outages,
    negative: { never: 'the register has a picture or it has none' },
    'not found': 'absent',
    'answer for another person': 'alarm, unavailable: malformed',
    'stale answer': 'unavailable: malformed',
  },
}

/** Which source of a violation each body sees. */
const sourceOf: Record<ViolationBody, string> = {
  'national-police': 'traffic-police', 'provincial-police': 'provincial-police', inspectorate: 'traffic-inspectorate',
  'traffic-order-database': 'national-database', 'eid-account': 'national-database',
}

async function withOpenCase(world: OutageWorld, body: ViolationBody, slug: string): Promise<Person> {
  const person = world.person(slug)
  await world.control('violations', 'settle', { person: person.identityNumber })
  await world.control('violations', 'add', { person: person.identityNumber, source: sourceOf[body] })
  return person
}

const violationsAt = (body: ViolationBody): Client<Person> => ({
  name: `violations: ${body}`,
  system: 'violations', file: 'src/capabilities/violations/client.ts', purposes: [`search.${body}`],
  subject: somebody('an'),
  other: (world) => withOpenCase(world, body, 'nam'),
  subjects: { negative: (world) => withOpenCase(world, body, 'lan') },
  async ask(platform, { identityNumber, fullName, birthDate }, alarm) {
    return (await searchViolations(platform, body, { identityNumber, fullName, birthDate }, alarm)).value
  },
  // An has none; whoever else is asked about has an open case.
  fits: (value, person) => Array.isArray(value) && value.some((one: Violation) => !one.resolved) === (person.story.slug !== 'an'),
  expected: {
    ...outages,
    negative: 'value',
    'not found': { never: 'who is unknown to a violation database has no violations: an empty list is its answer' },
    'answer for another person': 'alarm, unavailable: malformed',
    'stale answer': 'alarm, unavailable: malformed',
  },
})

interface CertificateQuestion {
  readonly person: Person
  readonly number: string
}

const asker = (slug: string) => async (world: OutageWorld): Promise<CertificateQuestion> => {
  const person = world.person(slug)
  return { person, number: person.certificates[0]?.number ?? '' }
}

async function unfit(world: OutageWorld): Promise<CertificateQuestion> {
  const person = world.person('dung')
  const told = await world.control('health-records', 'examine', { person: person.identityNumber, class: 'C', conclusion: 'A0-2' })
  return { person, number: told.split(': ').at(-1) ?? '' }
}

const certificatesBy = (by: 'identity' | 'number'): Client<CertificateQuestion> => ({
  name: `health certificates by ${by}`,
  system: 'health-records', file: 'src/capabilities/health-certificates/client/gateway.ts', purposes: [`certificates.${by}`],
  subject: asker('an'),
  other: asker('binh'),
  // Cúc's clinic has not sent her certificate yet.
  subjects: { negative: unfit, 'not found': asker('cuc') },
  async ask(platform, { person: { identityNumber, fullName }, number }, alarm) {
    return (await findCertificates(platform, { identityNumber, fullName }, by === 'number' ? { by, number } : { by }, alarm)).value
  },
  fits: (value, { number }) => JSON.stringify(value).includes(number),
  expected: {
    ...outages,
    negative: { value: { certificates: expect.arrayContaining([expect.objectContaining({ conclusion: 'not-eligible' })]) } },
    'not found': 'absent',
    'answer for another person': by === 'identity' ? 'alarm, unavailable: malformed' : 'unavailable: malformed',
    // The wire carries no id. An old list concludes nothing new: each certificate is kept once, and the question is put again.
    'stale answer': 'value',
  },
})

export const registers = [population, ...VIOLATION_BODIES.map(violationsAt)]
export const pictures = [portrait]
export const certificates = [certificatesBy('identity'), certificatesBy('number')]
