/**
 * Licences — sổ giấy phép lái xe: the national register, one row a licence as issued.
 * Owns: schema `licences`.  Outside: nothing.
 * Announces: licence.entered
 * Legal: Luật 36/2024/QH15, Điều 57–62, 89.  Story: docs/decisions/0009-register-rows-close-and-open.md
 */
export { enterExchange, familyOf, plannedNumber, takeOver } from './actions.ts'
export { findLicenceOfDossier, getLicence, invariants as licenceInvariants, type Licence, listValidLicences, type NewRow } from './store.ts'
