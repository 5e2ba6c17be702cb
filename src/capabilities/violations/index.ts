/**
 * Violations — vi phạm hành chính về giao thông: asks the bodies that hold them, keeps each answer and its age.
 * Owns: nothing; the answers lie in platform.lookup.  Outside: cơ sở dữ liệu về trật tự, an toàn giao thông đường bộ (violations).
 * Announces: violations.wrong-person
 * Legal: Luật 36/2024/QH15 Điều 62.4 (an unresolved case blocks); TT 12/2025/TT-BCA (one database or the eID account since 1 March 2025).
 */
export { check, unwatch, violationsOf, watch } from './actions.ts'
export { jobs, lookupSources } from './jobs.ts'
export { conclude, type BodyAnswer, type Conclusion, contradicts, type HandAnswer, isSilent, silentSince, VIOLATION_BODIES, type ViolationBody, withHandAnswer } from './violation.ts'
