/** Queue tickets — số thứ tự: what people come for, and who goes first. Dated; no source names a rule for the queue itself, so both are marked as ours. */
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import { at, type Basis, dated } from '../provision.ts'

/** The letter of a number: A017 is the seventeenth of the first service. */
export type QueueServiceId = 'A' | 'B' | 'C'

export interface QueueService {
  readonly id: QueueServiceId
  readonly name: Words
  /** What somebody who chooses it wants, in a few words. */
  readonly hint: Words
}

const FIRST_DAY = '2017-06-01'

const services = dated<readonly QueueService[]>('what people queue for', [{
  from: FIRST_DAY, source: 'NĐ 118/2025/NĐ-CP: tiếp nhận, trả kết quả, hướng dẫn là việc của Bộ phận Một cửa; cách chia hàng và chữ cái do phần mềm đặt', confidence: 0.5, assumed: true,
  value: [
    { id: 'A', name: { vi: 'Nộp hồ sơ', en: 'File a dossier' }, hint: { vi: 'đổi, cấp lại giấy phép lái xe, nộp bổ sung', en: 'exchange or replace a licence, hand in what is missing' } },
    { id: 'B', name: { vi: 'Nhận kết quả', en: 'Collect a result' }, hint: { vi: 'đã có giấy hẹn', en: 'with an appointment slip' } },
    { id: 'C', name: { vi: 'Được hướng dẫn', en: 'Get help' }, hint: { vi: 'nộp trực tuyến, tài khoản định danh, hỏi thủ tục', en: 'filing online, the eID account, questions' } },
  ],
}])

interface QueuePriority {
  readonly groups: readonly Words[]
  /** A ticket of the priority lane counts as if it had been taken so many minutes earlier: first in any ordinary queue, while nobody waits for ever. */
  readonly headStartMinutes: number
}

const priority = dated<QueuePriority>('who goes first in a queue', [{
  from: FIRST_DAY, confidence: 0.4, assumed: true,
  source: 'Luật Người cao tuổi 39/2009/QH12, Điều 2 và 3; Luật Người khuyết tật 51/2010/QH12; áp dụng cho hàng chờ ở quầy, nhóm mang thai và số phút là giả định',
  value: {
    headStartMinutes: 90,
    groups: [{ vi: 'Từ đủ 60 tuổi', en: 'Aged 60 or more' }, { vi: 'Người khuyết tật', en: 'Disabled' }, { vi: 'Đang mang thai hoặc bế con nhỏ', en: 'Pregnant or with a small child' }],
  },
}])

/** The services of a day, in the order of the kiosk's buttons. */
export function queueServicesOn(on: LocalDate): readonly QueueService[] {
  return at(services, on).value
}

/** The service with that letter; undefined when there is none that day. */
export function findQueueService(id: string, on: LocalDate): QueueService | undefined {
  return queueServicesOn(on).find((service) => service.id === id)
}

/** Who may take a number of the priority lane, and what that is worth. */
export function queuePriority(on: LocalDate): Basis<QueuePriority> {
  return at(priority, on)
}

/** 'A017': how a number is printed, shown and called. */
export function ticketNumber(service: string, number: number): string {
  return `${service}${String(number).padStart(3, '0')}`
}
