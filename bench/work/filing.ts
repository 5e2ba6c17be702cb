/** Our filing transaction beside one statement with the same rows: what begin, rights, clock, sealing and commit cost. */
import type pg from 'pg'
import { type Filing, submit } from '../../src/dossiers/index.ts'
import type { Sql } from '../../src/platform/db/sql.ts'
import type { Platform } from '../../src/platform/runtime.ts'
import type { Actor } from '../../src/platform/values/actor.ts'
import { type Figure, figureOf, interleave, median, ratios, rounded } from '../figures.ts'
import { makeFilings, recordFiling } from '../floor/filings.ts'

/** As many at once as a web process has under way on two cores. */
const AT_ONCE = 4

export interface FilingFigures {
  /** Ours to the floor; the target is 0.75. */
  readonly ratio: Figure
  readonly perSecond: { readonly ours: number; readonly floor: number; readonly floorWithoutNotify: number }
}

async function perSecond(count: number, one: (index: number) => Promise<unknown>): Promise<number> {
  let next = 0
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let index = next++; index < count; index = next++) await one(index)
  }))
  return count / ((performance.now() - startedAt) / 1000)
}

/**
 * @param platform on a database where nobody takes the jobs
 * @param owner connections of the floor: plain pg, autocommit
 */
export async function benchFiling(platform: Platform, owner: pg.Pool, filing: Filing, size: { rounds: number; count: number }): Promise<FilingFigures> {
  const actor: Actor = { kind: 'citizen', personId: filing.dossier.personId, sessionId: filing.dossier.personId, channel: 'online' }
  const some = (count: number) => makeFilings(platform, owner, filing, count)
  const recorded = async (count: number, jobsBy: 'add_jobs' | 'insert'): Promise<Sql[]> => Promise.all((await some(count)).map((one) => recordFiling(platform, actor, one, jobsBy)))
  const floor = (name: string, statements: Sql[]) => perSecond(statements.length, (index) => owner.query({ name, text: statements[index]?.text ?? '', values: statements[index]?.values ?? [] }))
  // Tasks are made known by the first filing; both sides begin warm.
  for (const one of await some(AT_ONCE * 4)) await platform.work(actor, (work) => submit(work, one))
  await floor('floor', await recorded(AT_ONCE * 4, 'add_jobs'))
  await floor('floor-silent', await recorded(AT_ONCE * 4, 'insert'))
  const values = await interleave(size.rounds, {
    ours: async () => {
      const filings = await some(size.count)
      return perSecond(size.count, (index) => platform.work(actor, (work) => submit(work, filings[index] ?? filing)))
    },
    floor: async () => floor('floor', await recorded(size.count, 'add_jobs')),
    floorWithoutNotify: async () => floor('floor-silent', await recorded(size.count, 'insert')),
  })
  return {
    ratio: figureOf(ratios(values.ours, values.floor)),
    perSecond: { ours: rounded(median(values.ours), 0), floor: rounded(median(values.floor), 0), floorWithoutNotify: rounded(median(values.floorWithoutNotify), 0) },
  }
}
