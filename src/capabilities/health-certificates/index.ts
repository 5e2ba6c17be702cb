/**
 * Health certificates — giấy khám sức khoẻ của người lái xe: found by the person or by number, waited for when the clinic is late.
 * Owns: schema `health_certificates`.  Outside: cổng dữ liệu giấy khám sức khoẻ (health-records).
 * Announces: health-certificate.received · health-certificates.wrong-person
 * Legal: TT 36/2024/TT-BYT; which classes need one and for how long it serves is in the catalogue.
 */
export { askByIdentity, askByNumber, awaitCertificate, findUsable, stopAwaiting, type CertificateStanding } from './actions.ts'
export { parseCertificateNumber } from './certificate.ts'
export { jobs, lookupSources } from './jobs.ts'
export { invariants } from './store.ts'
