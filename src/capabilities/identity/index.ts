/**
 * Identity — định danh: accounts of the national eID, sessions, staff, their units and signing powers, consent.
 * Owns: schema `identity`.  Outside: định danh điện tử (OpenID Connect), cơ sở dữ liệu dân cư.
 * Announces: person.signed-in · person.signed-out · power.changed
 * Legal: NĐ 69/2024/NĐ-CP; Luật Căn cước 2023.  Story: docs/decisions/0008-signing-in-is-enough.md
 */
export { askPopulation, beginSignIn, completeSignIn, correctMet, findPopulationRecord, givePost, sessionOf, SignInFailed, signOut } from './actions/accounts.ts'
export { clientJwks, type PopulationRecord, populationSource } from './client.ts'
export { findColleagues, findStaff, getPerson, hasConsent, isInOffice, isPostHeld, isSamePerson, isStaffPerson, listStaff, meetPerson, namesOf, type Person, saveConsent, saveStaff, type Session, type StaffMember } from './store/people.ts'
export { isSignInFresh, requireFreshSignIn } from './actions/freshness.ts'
export { endAbsence, enterAbsence, inOrder } from './actions/absences.ts'
export { type Absence, findAbsence, findAbsenceById, listAbsences, listCovered } from './store/absences.ts'
export { type AskedPower, confirmGrant, endGrant, enterMember, enterPower, enterUnit, takeOverPower } from './actions/powers.ts'
export { invariants } from './store/invariants.ts'
export { type Colleague, findGrant, findSigningPower, type Grant, type GrantKind, listColleagues, listGrants, listSigningPowers, type SigningPower, type UnitKind } from './store/powers.ts'
