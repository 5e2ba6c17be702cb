/** What a dossier's page tells of requests for supplements: what was asked, what changed, what a supervisor allowed, when the notice is due. */
import { CalendarNotLoaded, type DueDate, dueDate, TERM_REACH_DAYS } from '../../../../catalogue/index.ts'
import { getCalendar } from '../../../../capabilities/calendars/index.ts'
import { type AcceptedPortrait, findAcceptedPortrait } from '../../../../capabilities/portraits/index.ts'
import { type caseOf, type Dossier, listSupplementPermissions, listSupplementRequests, type SupplementPermission, type SupplementRequest } from '../../../../dossiers/index.ts'
import { addDays, localDateAt } from '../../../../platform/values/dates.ts'
import type { Work } from '../../../../platform/work.ts'

export interface Supplements {
  readonly requests: readonly SupplementRequest[]
  readonly permissions: readonly SupplementPermission[]
  /** Every picture that a request replaced or brought, by its id. */
  readonly portraits: ReadonlyMap<string, AcceptedPortrait>
  /** Last instant for telling what lacks; undefined where the calendar is not loaded that far. */
  readonly noticeDue: DueDate | undefined
}

export async function readSupplements(work: Work, dossier: Dossier, { procedure }: Pick<Awaited<ReturnType<typeof caseOf>>, 'procedure'>): Promise<Supplements> {
  const [requests, permissions, noticeDue] = await Promise.all([listSupplementRequests(work, dossier), listSupplementPermissions(work, dossier), noticeOf(work, dossier, procedure)])
  const found = await Promise.all(portraitsIn(requests).map((id) => findAcceptedPortrait(work, id)))
  return { requests, permissions, noticeDue, portraits: new Map(found.flatMap((one) => (one ? [[one.id, one] as const] : []))) }
}

/** The pictures of requests that were answered: what is not sent yet is the citizen's own. */
export function portraitsIn(requests: readonly SupplementRequest[]): string[] {
  return requests.filter((one) => one.answeredAt !== null).flatMap((one) => one.points.flatMap((point) => [point.before?.portraitId, point.answer?.portraitId].filter((id) => id !== undefined)))
}

async function noticeOf(work: Work, dossier: Dossier, procedure: Parameters<typeof dueDate>[0]): Promise<DueDate | undefined> {
  const from = localDateAt(dossier.filedAt)
  try {
    return dueDate(procedure, 'notice', dossier.filedAt, await getCalendar(work, dossier.authorityProvince, from, addDays(from, TERM_REACH_DAYS)))
  } catch (error) {
    if (error instanceof CalendarNotLoaded) return undefined
    throw error
  }
}

/** How an officer's next request stands: the first, one that a supervisor allowed, or one that nobody did. */
export function turnToAsk({ requests, permissions }: Supplements): 'first' | 'allowed' | 'not-allowed' {
  if (!requests.some((one) => one.askedBy !== null)) return 'first'
  return permissions.some((one) => !one.used) ? 'allowed' : 'not-allowed'
}
