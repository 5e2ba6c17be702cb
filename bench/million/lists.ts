/** Worklists, counts and searches over a million dossiers, as officers ask for them: what the database takes, beside a floor that knows the rows. */
import type pg from 'pg'
import { countList, countWork, findDecision, findDossier, findFilingHelp, findStraight, listEvents, listHandChecks, listForetoldTo, listRequirements, listWaits, listWork, neighboursOf, outlookIn, type Place, type WorklistQuery, worklistViews } from '../../src/dossiers/index.ts'
import type { Platform } from '../../src/platform/runtime.ts'
import type { Actor } from '../../src/platform/values/actor.ts'
import { newId } from '../../src/platform/values/ids.ts'
import type { Work } from '../../src/platform/work.ts'
import { PROVINCE } from './fill.ts'
import { benchLooks } from './looks.ts'
import { benchPolicy, type PolicyCost } from './policy.ts'
import { taking, type Took } from './taking.ts'

const DAY_MS = 86_400_000

/** What the page of a dossier asks of the dossiers' own tables; what other modules know of it are single rows by its id. */
async function dossierPage(work: Work, row: Known, list: WorklistQuery, place: Place): Promise<void> {
  const dossier = await findDossier(work, row.id)
  if (!dossier) throw new Error('a dossier of the own province is seen')
  await Promise.all([
    listRequirements(work, row.id), findDecision(work, row.id), listEvents(work, row.id), listWaits(work, row.id), findFilingHelp(work, row.id), findStraight(work, row.id), listHandChecks(work, dossier),
    neighboursOf(work, list, place), countList(work, { ...list, view: 'to-sign' }),
  ])
}

/** An officer of the province of the figures. */
function officerOf(staffId: string): Extract<Actor, { kind: 'staff' }> {
  return { kind: 'staff', staffId, personId: newId(), role: 'appraiser', provinceCode: PROVINCE, officeCode: null, sessionId: newId(), channel: 'online' }
}

/** Somebody who is there, for a search: what an officer would type. */
interface Known {
  readonly id: string
  readonly name_key: string
  readonly submission_code: string
  readonly official_number: string
  readonly licence_number: string
  readonly filed_at: Date
  readonly listed_at: Date
}

/** @param owner a connection past the rights, for the floor and for choosing whom to ask for */
export async function benchLists(platform: Platform, owner: pg.Client, times: number): Promise<Record<string, Took | Record<string, PolicyCost>>> {
  const known = (await owner.query<Known>(`select id, name_key, submission_code, official_number, licence_number, filed_at, listed_at from dossiers.dossier where authority_province = $1 and lane = 'desk' order by sha256(submission_code::bytea) limit 500`, [PROVINCE])).rows
  const ids = known.map(({ id }) => id)
  const [{ claimed_by: staffId = '' } = {}] = (await owner.query<{ claimed_by: string }>('select claimed_by from dossiers.dossier where authority_province = $1 and claimed_by is not null limit 1', [PROVINCE])).rows
  const officer = officerOf(staffId)
  const one = (index: number): Known => {
    const row = known[index % known.length]
    if (!row) throw new Error('nobody to ask for')
    return row
  }
  const placeOf = (row: Known): Place => ({ way: 0, at: row.listed_at.getTime(), filedAt: row.filed_at.getTime(), id: row.id })
  const query = (of: Partial<WorklistQuery>): WorklistQuery => ({ provinceCode: PROVINCE, staffId, view: 'to-do', ...of })
  const ask = (act: (work: Work, index: number) => Promise<unknown>) => taking(times, (index) => platform.read(officer, (work) => act(work, index)))
  const search = (text: (row: Known) => string) => ask((work, index) => listWork(work, query({ search: text(one(index)) })))
  const words = (row: Known) => row.name_key.split(' ')
  const outlook = await platform.read(officer, (work) => outlookIn(work, PROVINCE))
  return {
    // The rows of a page by their ids: no list can be quicker.
    floor: await taking(times, (index) => owner.query('select * from dossiers.dossier where id = any($1::uuid[])', [Array.from({ length: 25 }, (_, row) => ids[(index * 25 + row) % ids.length])])),
    worklist: await ask((work, index) => listWork(work, query({ view: worklistViews[index % worklistViews.length] ?? 'mine', outlook }))),
    worklistDeep: await ask((work, index) => listWork(work, query({}), { after: placeOf(one(index)) })),
    closedDeep: await ask((work, index) => listWork(work, query({ view: 'closed' }), { after: { way: 0, at: one(index).filed_at.getTime() - index * DAY_MS, filedAt: 0, id: one(index).id } })),
    worklistNarrowed: await ask((work, index) => listWork(work, query({ narrowing: { channel: 'in-person', licenceClass: index % 2 === 0 ? 'C' : 'B2' } }))),
    neighbours: await ask((work, index) => neighboursOf(work, query({}), placeOf(one(index)))),
    dossierPage: await ask((work, index) => dossierPage(work, one(index), query({}), placeOf(one(index)))),
    foretoldToHolder: await ask((work) => listForetoldTo(work, query({ outlook }))),
    counts: await ask((work) => countWork(work, query({ outlook }))),
    searchNumber: await search((row) => row.official_number),
    searchCode: await search((row) => row.submission_code),
    searchLicence: await search((row) => row.licence_number),
    searchFullName: await search((row) => row.name_key),
    searchFamilyName: await search((row) => words(row)[0] ?? ''),
    searchGivenName: await search((row) => words(row).at(-1) ?? ''),
    searchGivenNameFirst: await search((row) => `${words(row).at(-1)} ${words(row)[0]}`),
    searchAnyOrder: await search((row) => [...words(row)].reverse().join(' ')),
    ...await benchLooks(platform, ids, times),
    policy: await benchPolicy(owner, times, Object.fromEntries(Object.entries<(work: Work, index: number) => Promise<unknown>>({
      worklist: (work, index) => listWork(work, query({ view: worklistViews[index % worklistViews.length] ?? 'mine', outlook })),
      counts: (work) => countWork(work, query({ outlook })),
      dossierPage: (work, index) => dossierPage(work, one(index), query({}), placeOf(one(index))),
      searchFamilyName: (work, index) => listWork(work, query({ search: words(one(index))[0] ?? '' })),
    }).map(([name, act]) => [name, (index: number) => platform.read(officer, (work) => act(work, index))]))),
    searchCount: await ask((work, index) => countList(work, query({ search: words(one(index))[0] ?? '' }))),
  }
}
