/** What a dossier's page tells of requests for supplements: what was asked, what changed, what a supervisor allowed. */
import { type AcceptedPortrait, listAcceptedOf } from '../../../../capabilities/portraits/index.ts'
import { type Dossier, listSupplementPermissions, listSupplementRequests, type SupplementPermission, type SupplementRequest } from '../../../../dossiers/index.ts'
import type { Work } from '../../../../platform/work.ts'

export interface Supplements {
  readonly requests: readonly SupplementRequest[]
  readonly permissions: readonly SupplementPermission[]
  /** Every picture that a request replaced or brought, by its id. */
  readonly portraits: ReadonlyMap<string, AcceptedPortrait>
}

export async function readSupplements(work: Work, dossier: Dossier): Promise<Supplements> {
  const [requests, permissions] = await Promise.all([listSupplementRequests(work, dossier), listSupplementPermissions(work, dossier)])
  const ids = portraitsIn(requests)
  const found = ids.length > 0 ? await listAcceptedOf(work, ids) : []
  return { requests, permissions, portraits: new Map(found.map((one) => [one.id, one])) }
}

/** The pictures of requests that were answered: what is not sent yet is the citizen's own. */
export function portraitsIn(requests: readonly SupplementRequest[]): string[] {
  return requests.filter((one) => one.answeredAt !== null).flatMap((one) => one.points.flatMap((point) => [point.before?.portraitId, point.answer?.portraitId].filter((id) => id !== undefined)))
}

/** How an officer's next request stands: the first, one that a supervisor allowed, or one that nobody did. */
export function turnToAsk({ requests, permissions }: Supplements): 'first' | 'allowed' | 'not-allowed' {
  if (!requests.some((one) => one.askedBy !== null)) return 'first'
  return permissions.some((one) => !one.used) ? 'allowed' : 'not-allowed'
}
