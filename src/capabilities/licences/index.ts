/**
 * Licences — sổ giấy phép lái xe: the national register, one row a licence as issued.
 * Owns: schema `licences`.  Outside: nothing.
 * Announces: licence.entered
 * Legal: Luật 36/2024/QH15, Điều 57–62, 89.  Story: docs/decisions/0009-register-rows-close-and-open.md
 */
export { enterReplacement, familyOf, plannedNumber, takeOver } from './actions.ts'
export { lookUp, type LookUpAnswer, type PublicLicence, type RegisterStanding, standingOfResult } from './actions/look-up.ts'
export { jobs } from './jobs.ts'
export { lookUpInvariants } from './store/look-ups.ts'
export { findLicenceOfDossier, getLicence, getLicences, invariants as licenceInvariants, type Licence, listValidLicences, type NewRow, voidCard } from './store.ts'
