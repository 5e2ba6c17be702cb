/** The national eID: beginning a sign-in, and redeeming its answer. */
import type { Person } from '../../../sandbox/people/person.ts'
import { beginAuthorization, redeem } from '../../../src/capabilities/identity/client.ts'
import { type Client, outages } from '../matrix.ts'
import type { OutageWorld } from '../world.ts'

const eid = { system: 'national-id', file: 'src/capabilities/identity/client.ts' } as const

const begin: Client<null> = {
  ...eid, name: 'the beginning of a sign-in', purposes: ['openid-configuration', 'request'],
  subject: async () => null,
  other: async () => null,
  ask: async (platform) => (await beginAuthorization(platform)).url,
  fits: (value) => typeof value === 'string' && value.includes('request_uri='),
  expected: {
    ...outages,
    negative: { never: 'who somebody is comes later' },
    'not found': { never: 'who somebody is comes later' },
    'answer for another person': { never: 'nobody is named yet; whose browser it is, the state tells' },
    'stale answer': { never: 'each beginning gets an address of its own, good once' },
  },
}

type Begun = Parameters<typeof redeem>[2]

interface Visit {
  readonly person: Person
  readonly begun: Begun
  /** With what the eID sends the browser back. */
  readonly query: string
}

/** A browser without scripts goes to the eID, chooses who it is, and comes back. */
async function visit(world: OutageWorld, slug: string): Promise<Visit> {
  const person = world.person(slug)
  await using platform = await world.fresh()
  const begun = await beginAuthorization(platform)
  const jar = new Map<string, string>()
  let at = begun.url
  const go = async (init: RequestInit = {}) => {
    const answer = await fetch(at, { ...init, redirect: 'manual', headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') } })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split(/=(.*)/s) ?? []
      jar.set(name, value)
    }
    await answer.arrayBuffer()
    return answer
  }
  const moveOn = (answer: Response) => {
    at = new URL(answer.headers.get('location') ?? '', at).href
  }
  moveOn(await go())
  await go()
  for (moveOn(await go({ method: 'POST', body: new URLSearchParams({ person: person.identityNumber }) })); !at.startsWith(platform.config.publicUrl);) moveOn(await go())
  return { person, begun, query: new URL(at).search.slice(1) }
}

const stateOf = (query: string) => new URLSearchParams(query).get('state') ?? ''

/** Bình's answer, brought to An's browser under An's own state. */
async function swapped(world: OutageWorld): Promise<Visit> {
  const [an, binh] = [await visit(world, 'an'), await visit(world, 'binh')]
  return { ...an, query: binh.query.replace(stateOf(binh.query), stateOf(an.query)) }
}

async function pressedCancel(world: OutageWorld): Promise<Visit> {
  const an = await visit(world, 'an')
  const parts = new URLSearchParams(an.query)
  parts.delete('code')
  parts.set('error', 'access_denied')
  return { ...an, query: parts.toString() }
}

const answer: Client<Visit> = {
  ...eid, name: 'the answer of a sign-in', purposes: ['openid-configuration', 'token', 'me'],
  subject: (world) => visit(world, 'an'),
  other: (world) => visit(world, 'binh'),
  subjects: {
    negative: pressedCancel,
    'not found': async (world) => {
      const an = await visit(world, 'an')
      return { ...an, query: an.query.replace(/code=[^&]*/, 'code=khong-co') }
    },
    'answer for another person': swapped,
  },
  unswitched: ['answer for another person', 'stale answer'],
  ask: (platform, { query, begun }) => redeem(platform, query, begun),
  fits: (value, { person }) => JSON.stringify(value).includes(person.identityNumber),
  expected: {
    ...outages,
    negative: 'refused',
    'not found': 'refused',
    'answer for another person': 'refused',
    // The same answer a second time: a code is good once.
    'stale answer': 'refused',
  },
}

export const signIns = [begin]
export const answers = [answer]
