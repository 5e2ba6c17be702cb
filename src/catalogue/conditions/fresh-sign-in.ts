/**
 * How old a sign-in may be for a command of its class (IDN2, TH4) — thời hạn xác thực lại. A session tells who sat down here once; what binds
 * the authority is done by who has just proved to be there.
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import { at, dated, type Provision } from '../provision.ts'

/** sign-decision: a decision signed, singly or as one of a batch. */
export type SignInClass = 'sign-decision'

const minutes = dated<Readonly<Record<SignInClass, number>>>('how old a sign-in may be for a command, in minutes', [{
  value: { 'sign-decision': 15 }, from: '2025-03-01',
  source: 'Lựa chọn của dịch vụ; chưa văn bản nào nêu số phút', confidence: 0.5, assumed: true,
}])

/** The most minutes between proving who one is and a command of this class. @throws NoProvision before the service was */
export function freshSignInMinutes(command: SignInClass, on: LocalDate): Provision<number> {
  const { value, ...basis } = at(minutes, on)
  return { ...basis, value: value[command] }
}
