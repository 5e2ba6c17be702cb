/** How the outside systems are doing, remembered for a moment: every page may ask, the database is asked once. */
import { type Lag, readLag } from '../../../observers/audit/index.ts'
import type { SystemName } from '../../../platform/config.ts'
import { realNow } from '../../../platform/clock.ts'
import { listSourceDays, type SourceDay } from '../../../platform/observability/source-days.ts'
import { listSourceHealth, type SourceHealth } from '../../../platform/outside/source-health.ts'
import { publicActor } from '../../../platform/values/actor.ts'
import { paths } from '../../paths.ts'
import type { Web } from '../../request.ts'

/** Days on the status page. */
export const DAYS = 90

export interface StatusView {
  readonly at: Date
  /** How the sealed log is doing; undefined where that could not be read. */
  readonly log: Lag | undefined
  readonly sources: readonly (SourceHealth & { readonly days: readonly SourceDay[] })[]
}

const FRESH_MS = 2_000
const DAYS_FRESH_MS = 30_000

interface Kept<T> {
  readonly readAt: number
  readonly value: Promise<T>
}

/** Reads again once what was read is no longer fresh; a failed reading is not kept. */
function remembering<T>(freshMs: number, read: (web: Web) => Promise<T>): (web: Web) => Promise<T> {
  const kept = new WeakMap<Web, Kept<T>>()
  return (web) => {
    const last = kept.get(web)
    if (last && realNow() - last.readAt < freshMs) return last.value
    const value = read(web)
    kept.set(web, { readAt: realNow(), value })
    value.catch(() => kept.delete(web))
    return value
  }
}

const sourcesNow = remembering(FRESH_MS, ({ platform }) => platform.read(publicActor, async (work) => ({ at: work.now, sources: await listSourceHealth(work) })))
const logNow = remembering(DAYS_FRESH_MS, ({ platform }) => platform.read(publicActor, readLag))
const daysNow = remembering(DAYS_FRESH_MS, ({ platform }) => platform.read(publicActor, (work) => listSourceDays(work, DAYS)))

/** Everything the status page shows: how a system is doing within two seconds, its days within half a minute. */
export async function readStatus(web: Web): Promise<StatusView> {
  const [{ at, sources }, days, log] = await Promise.all([sourcesNow(web), daysNow(web), logNow(web).catch(() => undefined)])
  return { at, log, sources: sources.map((source) => ({ ...source, days: days.get(source.system) ?? [] })) }
}

/** Which pages lean on which systems, by the pattern of their address. */
const needs: Readonly<Record<string, readonly SystemName[]>> = {
  [paths.home()]: ['national-id'],
  [paths.mine()]: ['violations', 'health-records'],
  [paths.draft(':draftId', 'certificate')]: ['health-records'],
  [paths.draft(':draftId', 'contact')]: ['sms', 'mail'],
  [paths.draft(':draftId', 'delivery')]: ['post'],
  [paths.draft(':draftId', 'check')]: ['violations', 'payment-platform'],
  [paths.dossier(':dossierId')]: ['violations', 'health-records', 'payment-platform', 'population-register', 'timestamp-authority', 'certificate-authority', 'data-store', 'post', 'sms', 'mail'],
  [paths.officerDossier(':id')]: ['timestamp-authority', 'certificate-authority'],
  [paths.pay(':dossierId')]: ['payment-platform'],
}

/** The systems that a page needs and that do not answer now. A page is never held up by this question. */
export async function outagesFor(web: Web, route: string | undefined): Promise<readonly SystemName[]> {
  const needed = needs[route ?? '']
  if (!needed) return []
  const { sources } = await sourcesNow(web).catch((): Pick<StatusView, 'sources'> => ({ sources: [] }))
  return sources.filter(({ system, state }) => (state === 'down' || state === 'parked') && needed.includes(system)).map(({ system }) => system)
}
