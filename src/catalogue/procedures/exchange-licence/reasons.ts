/** Why a licence is exchanged, and whom each reason fits; a version says which of them its law knows. */
import type { LocalDate } from '../../../platform/values/dates.ts'
import type { LicenceClassId } from '../../licences/class-ids.ts'
import { classOptions } from '../../licences/class-mapping.ts'
import type { Basis } from '../../provision.ts'
import type { ApplicationFacts } from '../facts.ts'
import type { Reason } from '../procedure.ts'
import { heldClasses } from '../building-blocks/rules.ts'
import { type ReasonId, reasonTexts } from './text.ts'

const fits: Readonly<Record<ReasonId, (facts: ApplicationFacts) => boolean>> = {
  expiring: (facts) => heldClasses(facts).some((h) => h.expiresOn !== null),
  damaged: (facts) => facts.licences.some((l) => l.material !== 'electronic'),
  'changed-details': () => true,
  'old-class-or-paper': (facts) => facts.licences.some((l) => l.material === 'paper' || l.held.some((h) => exchangesToOther(h.class, facts.filedOn))),
  integrate: (facts) => facts.licences.length > 1 && heldClasses(facts).some((h) => h.expiresOn === null) && heldClasses(facts).some((h) => h.expiresOn !== null),
}

function exchangesToOther(held: LicenceClassId, on: LocalDate): boolean {
  return classOptions(held, on).some((option) => option.to !== held)
}

export function reason(id: ReasonId, citation: Basis<string>): Reason {
  return { id, ...reasonTexts[id], citation, fits: fits[id], ...(id === 'integrate' ? { joins: true } : {}), ...(id === 'changed-details' ? { changesDetails: true } : {}) }
}
