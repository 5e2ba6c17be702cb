/**
 * Catalogue — danh mục: what the law says, dated, with sources; pure data and rules, no I/O. A decree changes only this
 * folder. Official papers have their own door, `forms/index.ts`.
 * Owns: nothing.  Outside: nothing.
 * Announces: nothing.
 * Legal: Luật 36/2024/QH15; TT 12/2017/TT-BGTVT, TT 35/2024/TT-BGTVT, TT 12/2025/TT-BCA, TT 108/2026/TT-BCA.  Story: docs/law.md
 */
export { at, type Basis, covers, type Dated, dated, NoProvision, type Provision } from './provision.ts'
export { type FeeId, feeVnd } from './fees.ts'
export { type PortalStatus, type PortalStatusRow, portalStatus, portalStatuses } from './portal-status.ts'
export { isStaffRole, type Role, type RoleRow, roleMay, roles, type StaffRole, type Verb } from './roles.ts'

export type { LicenceClassId, NewClassCode, NewClassId, OldClassCode, OldClassId } from './licences/class-ids.ts'
export { classLabel, expiryOf, findLicenceClass, getLicenceClass, type HealthGroup, isLicenceClassId, type LicenceClass, licenceClasses, type Sex, type Term } from './licences/classes.ts'
export { type EntitlementId, entitlementOf, entitlements, exchangeOptions, type ExchangeOption } from './licences/class-mapping.ts'
export { choicesToMake, chosenOption, type ClassChoice, ClassNotChosen, type HeldClass, type NewClass, type NewLicence, newLicence, type NewLicenceInput, type OldLicence } from './licences/new-licence.ts'
export { composeLicenceNumber, isTwelveDigitLicenceNumber } from './licences/number.ts'
export { fullPoints, type PointBalance, pointsAfterExchange, zeroPointsMayExchange } from './licences/points.ts'
export { getRestriction, isRestrictionCode, type Restriction, type RestrictionCode, restrictionCodes } from './licences/restriction-codes.ts'

export { type Authority, type AuthorityKind, authorityOf } from './places/authorities.ts'
export { type DossierNumber, dossierNumber, parseDossierNumber } from './places/dossier-number.ts'
export { birthProvince, findProvince, getProvince, liveFrom, liveProvinces, type Province, provincesOn, successorOf } from './places/provinces.ts'

export { expiryCountsAtFiling, type Overdue, overdue, type OverdueOutcome } from './conditions/expired.ts'
export { type CertificateFacts, type CertificateVerdict, conclusionWireCodes, type HealthConclusion, healthConclusions, healthFreshMonths, type HealthNeed, healthGroupOfPrinted, healthNeed, judgeCertificate } from './conditions/health.ts'
export { type Blocks, isRefusalCode, type RefusalCode, type RefusalGround, refusalGround, refusalGrounds, refusalLaw } from './conditions/refusals.ts'
export { type ViolationSourceId, type ViolationSources, violationSourcesOn, violationSourceWords } from './conditions/violation-sources.ts'

export type { ChangedDetail, ExchangeFacts, LicenceFacts, ReasonId } from './procedures/facts.ts'
export { changedDetailWords } from './procedures/exchange-licence/text.ts'
export { getProcedure, isProcedureSlug, procedureInForce, procedures, type ProcedureSlug, procedureSlugs } from './procedures/index.ts'
export { fittingReasons, mayExchange, needsToday, type NeedToday, type Obstacle, resultingClasses, type Verdict } from './procedures/judge.ts'
export { findOfficialProcedure, type OfficialProcedure, officialProcedures } from './procedures/official-codes.ts'
export { basesOf, type Need, type NeedKind, type OpenRule, type Procedure, type ProcedureForms, type Reason } from './procedures/procedure.ts'

export { apologyLatestOn, type DeadlineKind, type Deadlines, type DueDate, dueDate, endOfOffice } from './time/deadlines.ts'
export { addWorkingDays, type CalendarDay, CalendarNotLoaded, type Counted, countingDay, countWorkingDays, type DayKind, dayOff, isWorkingDay, type OfficeHours, officeHoursOn, type WorkingCalendar, workingCalendar, workingDayFrom, workingDaysBetween } from './time/working-days.ts'

export { type PersonalDatum, personalData, type PersonalDataClass } from './privacy/personal-data.ts'
export { type NoticePart, privacyNotice } from './privacy/notice.ts'
export { retention, type Retention, type RetentionId } from './privacy/retention.ts'
