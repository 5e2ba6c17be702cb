/** The health gateway: its wire words end here and in wire.ts. The look-up itself is assumed, only sending is documented. */
import { OutsideFailure, type OutsideAnswer } from '../../../platform/outside/call.ts'
import type { Platform } from '../../../platform/runtime.ts'
import { nameKey } from '../../../platform/values/words.ts'
import type { SentCertificate } from '../certificate.ts'
import { toCertificate, wireAnswer, type WireRecord } from '../wire.ts'

/** Whose certificates are meant. */
export interface AskedPerson {
  readonly identityNumber: string
  /** A nine-digit identity card number of before 2021, where the person had one. */
  readonly formerIdentityNumber?: string | undefined
  readonly fullName: string
}

export interface FoundCertificates {
  readonly certificates: readonly SentCertificate[]
  /** Records about somebody else: counted, not read. */
  readonly otherPerson: number
}

type Question = { readonly by: 'identity' } | { readonly by: 'number'; readonly number: string }

/**
 * Finds certificates by the person or by a number. A record whose identity number or name is not the person's is left alone
 * (name and identity number must equal the account's). By number that is an ordinary answer, by identity an alarm.
 * @param onWrongPerson told when the gateway answers an identity with somebody else's records
 * @returns value undefined when the gateway has nothing
 * @throws OutsideFailure 'malformed' for an answer about somebody else, or of another shape
 */
export async function findCertificates(
  platform: Platform, person: AskedPerson, question: Question, onWrongPerson: () => Promise<void>,
): Promise<OutsideAnswer<FoundCertificates>> {
  const query: Record<string, string> = question.by === 'number' ? { SO: question.number } : { SOCMND_PASSPORT: person.identityNumber }
  const { value, ...rest } = await platform.outside.call({
    system: 'health-records',
    purpose: `certificates.${question.by}`,
    method: 'GET',
    path: `/certificates?${new URLSearchParams(query)}`,
    expect: wireAnswer,
    absentOn: [404],
  })
  if (value === undefined) return { ...rest, value: undefined }
  if (value.MSG_STATE !== '1') throw new OutsideFailure('health-records', 'malformed', 'state is not 1')
  if (question.by === 'number' && value.DANHSACH.some((one) => one.SO !== question.number)) throw new OutsideFailure('health-records', 'malformed', 'another number')
  const own = value.DANHSACH.filter((one) => isAbout(one, person))
  const otherPerson = value.DANHSACH.length - own.length
  if (question.by === 'identity' && value.DANHSACH.some((one) => one.SOCMND_PASSPORT !== person.identityNumber)) {
    await onWrongPerson()
    throw new OutsideFailure('health-records', 'malformed', 'the answer is about another person')
  }
  return { ...rest, value: { certificates: own.map(toCertificate), otherPerson } }
}

function isAbout(one: WireRecord, person: AskedPerson): boolean {
  const number = one.SOCMND_PASSPORT
  return (number === person.identityNumber || number === person.formerIdentityNumber) && nameKey(one.HOTEN) === nameKey(person.fullName)
}
