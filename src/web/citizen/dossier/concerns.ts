/** Which outside systems matter to a dossier just now: an outage of the others is no news to its owner. */
import { closedStatuses, type Dossier, type Requirement } from '../../../dossiers/index.ts'
import type { SystemName } from '../../../platform/config.ts'

const systemOf: Readonly<Partial<Record<Requirement['kind'], SystemName>>> = {
  violations: 'violations', 'health-certificate': 'health-records', fee: 'payment-platform', identity: 'population-register',
}

/** The systems that this dossier leans on from where it stands, and those that carry its news. @param isInStore whether the signed licence lies in its owner's data store */
export function concernsOf(dossier: Pick<Dossier, 'status' | 'delivery'>, requirements: readonly Pick<Requirement, 'kind' | 'state'>[], isInStore = false): SystemName[] {
  if (closedStatuses.some((status) => status === dossier.status)) return []
  const news: SystemName[] = ['sms', 'mail']
  if (dossier.status === 'approved') return ['timestamp-authority', 'certificate-authority', ...news]
  if (dossier.status === 'signed') return [...(isInStore ? [] : ['data-store' as const]), ...(dossier.delivery === 'post' ? ['post' as const] : []), ...news]
  return [...requirements.flatMap(({ kind, state }) => (state === 'met' || state === 'waived' ? [] : (systemOf[kind] ?? []))), ...news]
}
