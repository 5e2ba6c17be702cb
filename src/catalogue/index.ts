/**
 * Catalogue — danh mục: what the law says, dated, with sources; pure data and rules, no I/O. A decree changes only this
 * folder. Official papers have their own door, `forms/index.ts`.
 * Owns: nothing.  Outside: nothing.
 * Announces: nothing.
 * Legal: Luật 36/2024/QH15; TT 12/2017/TT-BGTVT, TT 35/2024/TT-BGTVT, TT 12/2025/TT-BCA, TT 108/2026/TT-BCA.  Story: docs/law.md
 */
export { certificateReminders, classesThatServe, healthFreshMonths, healthNeed, isCertificateClass } from './conditions/health.ts'
export { examinedClasses, type ExaminedPart, examinedParts, excludesFitness, type Fitness, fitnessWords, isExaminedPart } from './conditions/health-form.ts'
export { isRefusalCode, type RefusalGround, refusalGround, refusalGrounds, refusalLaw } from './conditions/refusals.ts'
export { violationSourcesOn, violationSourceWords } from './conditions/violation-sources.ts'
export { feeVnd, type MoneyCase, moneyRule, refundDays } from './fees.ts'
export type { LicenceClassId } from './licences/class-ids.ts'
export { classOptions } from './licences/class-mapping.ts'
export { classLabel, getLicenceClass, isLicenceClassId } from './licences/classes.ts'
export { type ClassChoice, ClassNotChosen, choicesToMake, chosenOption, type HeldClass, type NewLicence, newLicence } from './licences/new-licence.ts'
export { composeLicenceNumber } from './licences/number.ts'
export { carriedPoints } from './licences/points.ts'
export { getRestriction, isRestrictionCode } from './licences/restriction-codes.ts'
export { type Authority, authorityOf } from './places/authorities.ts'
export { dossierNumber } from './places/dossier-number.ts'
export { findProvince, getProvince, liveProvinces, provincesOn } from './places/provinces.ts'
export { findQueueService, queuePriority, queueServicesOn, ticketNumber } from './places/queue.ts'
export { findServicePoint, listServicePointsOf, type ServicePoint, servicePointsOn } from './places/service-points.ts'
export type { PortalStatus } from './portal-status.ts'
export { privacyNotice } from './privacy/notice.ts'
export { personalData, purposes } from './privacy/personal-data.ts'
export { type RetentionId, retention } from './privacy/retention.ts'
export type { LicenceFacts } from './procedures/facts.ts'
export { getProcedure, isProcedureSlug, type ProcedureSlug, procedureInForce, procedureSlugs, procedures } from './procedures/index.ts'
export { fittingReasons, mayApply, type NeedToday, needsToday, type Obstacle, resultingClasses, type Verdict } from './procedures/judge.ts'
export { /** @public */ officialProcedures } from './procedures/official-codes.ts'
export { basesOf, type NeedKind, type Procedure, type Reason } from './procedures/procedure.ts'
export { NoProvision } from './provision.ts'
export { mayDo, roles, type StaffRole } from './roles.ts'
export { /** @public */ apologyLatestOn, type DeadlineKind, type DueDate, dueDate } from './time/deadlines.ts'
export { type CalendarDay, CalendarNotLoaded, countWorkingDays, type DayKind, isWorkingDay, type WorkingCalendar, workingCalendar, workingDaysBetween } from './time/working-days.ts'
