/**
 * Statistics — số liệu công khai: counts what happened into published figures, each with its exact definition.
 * Owns: schema `statistics`.  Outside: nothing.
 * Announces: nothing
 * Legal: QĐ 766/QĐ-TTg (indices 2.1, 3.3, 3.6, 4.1); TT 03/2025/TT-VPCP (reports on administrative procedures).
 */
export { figures } from './figures/all.ts'
export type { Figure, FigureId } from './figures/figure.ts'
export { type Stage, stages } from './figures/funnel.ts'
export { jobs, scheduleStatistics, takeOverEarlier } from './jobs.ts'
export { type Breakdown, findCountedAt, listSums, type Scope, type Sum } from './store/daily.ts'
export { invariants } from './store/invariants.ts'
export { type EarlierDossier, hasEarlier } from './store/journeys.ts'
