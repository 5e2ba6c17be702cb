/** Every need the catalogue can name, and who knows how to judge it. */
import type { NeedKind } from '../../catalogue/index.ts'
import type { Work } from '../../platform/work.ts'
import type { NewRequirement } from '../store/dossiers.ts'
import { currentLicence } from './current-licence.ts'
import { fee } from './fee.ts'
import { healthCertificate } from './health-certificate.ts'
import { identity } from './identity.ts'
import { lossReport } from './loss-report.ts'
import { portrait } from './portrait.ts'
import type { Case, RequirementKind } from './requirement.ts'
import { violations } from './violations.ts'

const requirementKinds = {
  identity, portrait, 'health-certificate': healthCertificate, violations, fee, 'current-licence': currentLicence, 'loss-report': lossReport,
} as const satisfies Record<NeedKind, RequirementKind>

/** Judges every need of the case's procedure. */
export async function assessAll(work: Work, theCase: Case): Promise<NewRequirement[]> {
  return Promise.all(theCase.procedure.needs.map(async ({ kind }) => ({ kind, ...(await requirementKinds[kind].assess(work, theCase)) })))
}
