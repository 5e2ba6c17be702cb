/**
 * All people, kept as documents and mirrored in the process, since every simulated look-up asks for one. Only this process
 * changes them, so the mirror cannot be stale.
 */
import type { DocStore } from '../kit/docs.ts'
import type { People, Person } from './person.ts'

const collection = 'sandbox/people'

/** Lower case without marks, so that 'an' finds 'Ân' and 'đ' is found by 'd'. */
function nameKey(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ').trim()
}

interface Entry {
  person: Person
  key: string
}

/** Puts those of `seeds` that are not there yet into the store, then opens it. */
export async function openPeople(store: DocStore, seeds: Iterable<Person>): Promise<People> {
  await store.seed(collection, [...seeds].map((person) => ({ id: person.identityNumber, doc: person })))
  const docs = store.collection<Person>(collection)
  const entries = new Map<string, Entry>()
  const byLicence = new Map<string, string>()
  const byCertificate = new Map<string, string>()
  const remember = (person: Person) => {
    entries.set(person.identityNumber, { person, key: `${nameKey(person.fullName)} ${person.identityNumber} ${person.story.slug}` })
    for (const licence of person.licences) byLicence.set(licence.licenceNumber, person.identityNumber)
    for (const certificate of person.certificates) byCertificate.set(certificate.number, person.identityNumber)
  }
  for (const person of await docs.list()) remember(person)

  const matching = (options: { search?: string; staff?: boolean }) => {
    const wanted = options.search ? nameKey(options.search) : ''
    return [...entries.values()].filter(({ person, key }) =>
      (options.staff === undefined || options.staff === (person.staff !== null)) && (wanted === '' || key.includes(wanted)))
  }
  const owner = (id: string | undefined) => (id === undefined ? undefined : entries.get(id)?.person)
  return {
    get: async (identityNumber) => entries.get(identityNumber)?.person,
    async list(options = {}) {
      const from = options.from ?? 0
      return matching(options).slice(from, options.limit === undefined ? undefined : from + options.limit).map((entry) => entry.person)
    },
    count: async (options = {}) => matching(options).length,
    async change(identityNumber, change) {
      const changed = await docs.update(identityNumber, (person) => {
        if (!person) throw new Error('nobody in the cast has this identity number')
        return change(person)
      })
      remember(changed)
      return changed
    },
    findByLicence: async (licenceNumber) => owner(byLicence.get(licenceNumber)),
    findByCertificate: async (number) => owner(byCertificate.get(number)),
  }
}
