/**
 * Identity — định danh: accounts of the national eID, sessions, staff, consent.
 * Owns: schema `identity`.  Outside: định danh điện tử (OpenID Connect), cơ sở dữ liệu dân cư.
 * Announces: person.signed-in · person.signed-out
 * Legal: NĐ 69/2024/NĐ-CP; Luật Căn cước 2023.  Story: docs/decisions/0008-signing-in-is-enough.md
 */
export { askPopulation, beginSignIn, completeSignIn, correctMet, findPopulationRecord, givePost, sessionOf, signOut } from './actions.ts'
export { clientJwks, type PopulationRecord, populationSource } from './client.ts'
export { findStaff, getPerson, hasConsent, isPostHeld, isSamePerson, listStaff, meetPerson, type Person, saveConsent, saveStaff, type Session, type StaffMember } from './store.ts'
