/** Conditions that procedures about a licence share; a version gives each its own citation. */
import { overdue } from '../../conditions/expired.ts'
import type { HeldClass } from '../../licences/new-licence.ts'
import { classOptions } from '../../licences/class-mapping.ts'
import type { Basis } from '../../provision.ts'
import type { ApplicationFacts, LicenceFacts } from '../facts.ts'
import type { OpenRule, Reason } from '../procedure.ts'

const every = (check: (licence: LicenceFacts) => boolean) => (facts: ApplicationFacts): boolean => facts.licences.every(check)

/** Every class on the licences asked about. */
export function heldClasses(facts: ApplicationFacts): readonly HeldClass[] {
  return facts.licences.flatMap((l) => l.held)
}

/** R9: licences of other issuers have procedures of their own. */
export function issuedHere(citation: Basis<string>): OpenRule {
  return { id: 'issued-here', citation, refusal: 'issued-elsewhere', holds: every((l) => l.issuedBy === 'civil') }
}

/** R1: in the register; absent ones wait for the issuing office's written answer. */
export function inRegister(citation: Basis<string>): OpenRule {
  return { id: 'in-register', citation, refusal: 'licence-not-in-register', holds: every((l) => l.inRegister !== false) }
}

/** R8 */
export function notRevoked(citation: Basis<string>): OpenRule {
  return { id: 'not-revoked', citation, refusal: 'licence-revoked', holds: every((l) => !l.revoked) }
}

/** R7: held back or wholly suspended; a part of an integrated licence may be. */
export function notSuspended(citation: Basis<string>): OpenRule {
  return { id: 'not-suspended', citation, refusal: 'licence-held-or-suspended', holds: every((l) => !l.heldBack && l.suspended !== 'whole') }
}

/** R6: the same person, unless that the details differ is the reason itself. */
export function samePerson(citation: Basis<string>, reasons: readonly Reason[]): OpenRule {
  return { id: 'same-person', citation, refusal: 'identity-differs', holds: (facts) => reasons.some((r) => r.changesDetails && r.id === facts.reason) || facts.licences.every((l) => l.identityAgrees) }
}

/** R3: the law of the day must still know every class, and the chosen reason must be one that fits. */
export function aCase(citation: Basis<string>, reasons: readonly Reason[]): OpenRule {
  return {
    id: 'a-case',
    citation,
    refusal: 'not-a-case',
    holds: (facts) =>
      facts.licences.length > 0 &&
      heldClasses(facts).every((h) => classOptions(h.class, facts.filedOn).length > 0) &&
      (facts.reason === null || reasons.some((r) => r.id === facts.reason && r.fits(facts))),
  }
}

/** R4: not expired, or expired so shortly that the law of the day still serves. */
export function notOverdue(citation: Basis<string>): OpenRule {
  return {
    id: 'not-overdue',
    citation,
    refusal: 'licence-expired',
    holds: (facts) => heldClasses(facts).every((h) => (overdue(h.expiresOn, facts.filedOn)?.outcome ?? 'exchange') === 'exchange'),
  }
}

/** R2: no unresolved violation; unknown while the sources have not answered, and then it does not stop filing. */
export function noUnresolvedViolation(citation: Basis<string>): OpenRule {
  return { id: 'no-unresolved-violation', citation, refusal: 'unresolved-violation', holds: (facts) => facts.unresolvedViolation !== true }
}
