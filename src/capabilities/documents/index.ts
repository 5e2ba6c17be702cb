/**
 * Documents — giấy tờ, quyết định, chữ ký số: numbers papers without a gap, draws them as PDF/A, has them signed (PAdES B-T)
 * and checks signed files. Drawing and signing happen in the worker only.
 * Owns: schema `documents`, files by content, private keys in the keys folder.
 * Outside: cơ quan chứng thực (certificate authority), dịch vụ cấp dấu thời gian (time-stamp authority, RFC 3161), kho dữ liệu điện tử
 * của công dân (the citizen's data store).
 * Announces: document.rendered · document.signed · document.signing-refused · document.deposited
 * Legal: TT 03/2025/TT-VPCP (Mẫu 01 to 06; Đ7 stop notice), NĐ 30/2020/NĐ-CP (layout); each form names its own source.
 */
export { askDeposit, askFreshTrust, cancelSignature, checkBrought, checkDocument, /** @public */ checkFile, prepare, readBytes, renewKey, requestSignature, requestSigningKey } from './actions.ts'
export { readRoots } from './engine/certificates.ts'
export { checkToken, type Verdict } from './engine/verify.ts'
export { jobs, type Stamp, stampBytes } from './jobs.ts'
export { type BroughtCheck, findCheck } from './store/checks.ts'
export { type Deposit, findDeposit, listDepositsOf, listWithoutDeposit } from './store/deposits.ts'
export { type Document, findByVerificationCode, findDocuments, getDocument, listDocuments } from './store/documents.ts'
export { invariants } from './store/invariants.ts'
export { listRefusedDossiers, listSignatures, listSignaturesOf, type Signature } from './store/signatures.ts'
