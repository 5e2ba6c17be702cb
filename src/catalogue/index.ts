/**
 * Catalogue — danh mục: what the law says, dated, with sources; pure data and rules, no I/O. A decree changes only this
 * folder. Official papers have their own door, `forms/index.ts`.
 * Owns: nothing.  Outside: nothing.
 * Announces: nothing.
 * Legal: Luật 36/2024/QH15; TT 12/2017/TT-BGTVT, TT 35/2024/TT-BGTVT, TT 12/2025/TT-BCA, TT 108/2026/TT-BCA.  Story: docs/law.md
 */


export { expiryCountsAtFiling, type Overdue, type OverdueOutcome, overdue } from './conditions/expired.ts'
export { type CertificateFacts, type CertificateVerdict, conclusionWireCodes, type HealthConclusion, type HealthNeed, healthConclusions, healthFreshMonths, healthGroupOfPrinted, healthNeed, judgeCertificate } from './conditions/health.ts'
export { type Blocks, isRefusalCode, type RefusalCode, type RefusalGround, refusalGround, refusalGrounds, refusalLaw } from './conditions/refusals.ts'
export { type ViolationSourceId, type ViolationSources, violationSourcesOn, violationSourceWords } from './conditions/violation-sources.ts'
export { type FeeId, feeVnd } from './fees.ts'
export type { LicenceClassId, NewClassCode, NewClassId, OldClassCode, OldClassId } from './licences/class-ids.ts'
export { type EntitlementId, type ExchangeOption, entitlementOf, entitlements, exchangeOptions } from './licences/class-mapping.ts'
export { classLabel, expiryOf, findLicenceClass, getLicenceClass, type HealthGroup, isLicenceClassId, type LicenceClass, licenceClasses, type Sex, type Term } from './licences/classes.ts'
export { type ClassChoice, ClassNotChosen, choicesToMake, chosenOption, type HeldClass, type NewClass, type NewLicence, type NewLicenceInput, newLicence, type OldLicence } from './licences/new-licence.ts'
export { composeLicenceNumber, isTwelveDigitLicenceNumber } from './licences/number.ts'
export { fullPoints, type PointBalance, pointsAfterExchange, zeroPointsMayExchange } from './licences/points.ts'
export { getRestriction, isRestrictionCode, type Restriction, type RestrictionCode, restrictionCodes } from './licences/restriction-codes.ts'
export { type Authority, type AuthorityKind, authorityOf } from './places/authorities.ts'
export { type DossierNumber, dossierNumber, parseDossierNumber } from './places/dossier-number.ts'
export { birthProvince, findProvince, getProvince, liveFrom, liveProvinces, type Province, provincesOn, successorOf } from './places/provinces.ts'
export { type PortalStatus, type PortalStatusRow, portalStatus, portalStatuses } from './portal-status.ts'
export { type NoticePart, privacyNotice } from './privacy/notice.ts'
export { type PersonalDataClass, type PersonalDatum, personalData, purposes } from './privacy/personal-data.ts'
export { type Retention, type RetentionId, retention } from './privacy/retention.ts'
export { changedDetailWords } from './procedures/exchange-licence/text.ts'
export type { ChangedDetail, ExchangeFacts, LicenceFacts, ReasonId } from './procedures/facts.ts'
export { getProcedure, isProcedureSlug, type ProcedureSlug, procedureInForce, procedureSlugs, procedures } from './procedures/index.ts'
export { fittingReasons, mayExchange, type NeedsInput, type NeedToday, needsToday, type Obstacle, resultingClasses, type Verdict } from './procedures/judge.ts'
export { findOfficialProcedure, type OfficialProcedure, officialProcedures } from './procedures/official-codes.ts'
export { basesOf, type Need, type NeedKind, type OpenRule, type Procedure, type ProcedureForms, type Reason } from './procedures/procedure.ts'
export { at, type Basis, covers, type Dated, dated, NoProvision, type Provision } from './provision.ts'
export { isStaffRole, type Role, type RoleRow, roleMay, roles, type StaffRole, type Verb } from './roles.ts'
export { apologyLatestOn, type DeadlineKind, type Deadlines, type DueDate, dueDate, endOfOffice } from './time/deadlines.ts'
export { addWorkingDays, type CalendarDay, CalendarNotLoaded, type Counted, countingDay, countWorkingDays, type DayKind, dayOff, isWorkingDay, type OfficeHours, officeHoursOn, type WorkingCalendar, workingCalendar, workingDayFrom, workingDaysBetween } from './time/working-days.ts'
