/**
 * How often the sealed log gets a stamp of time from somebody else, and how long that may fail (S13) — dấu thời gian của nhật ký.
 * Without such a stamp nobody but ourselves says when a checkpoint was made.
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import { at, dated, type Provision } from '../provision.ts'

export interface LogStampTerms {
  /** The newest checkpoint is stamped so often. */
  readonly everyMinutes: number
  /** Stamping may fail for so long; then no decision is signed until it works again. Filing and all else go on. */
  readonly toleratedMinutes: number
}

const terms = dated<LogStampTerms>('how often the log is stamped, and how long that may fail', [{
  value: { everyMinutes: 60, toleratedMinutes: 240 }, from: '2025-03-01',
  source: 'X-Road: acceptable-timestamp-failure-period mặc định 14.400 giây, quá hạn thì ngừng trao đổi; mỗi giờ một dấu, và chỉ ngừng ký quyết định, là lựa chọn của dịch vụ; chưa văn bản nào của Việt Nam nêu số này',
  confidence: 0.5, assumed: true,
}])

/** @throws NoProvision before the service was */
export function logStampTerms(on: LocalDate): Provision<LogStampTerms> {
  return at(terms, on)
}
