import type { Work } from '../../../platform/work.ts'
import { newId } from '../../../platform/values/ids.ts'
import { canonicalQuery, isSigned, type PaymentConfig } from '../engine.ts'
import { findAttemptByReference, saveCallBack } from '../store/attempts.ts'

/** What the platform expects to hear; 00 and 02 stop its repeating. */
interface CallBackAnswer {
  readonly RspCode: '00' | '01' | '02' | '04' | '97'
  readonly Message: string
}

export interface NotedCallBack {
  readonly answer: CallBackAnswer
  /** Whose attempt it names, only when the signature was right. */
  readonly attempt: { readonly attemptId: string; readonly dossierId: string; readonly personId: string } | undefined
}

const MESSAGES = { '00': 'Confirm Success', '01': 'Order not found', '02': 'Order already confirmed', '04': 'Invalid amount', '97': 'Fail checksum' } as const

const MAX_FIELDS = 30
const MAX_LENGTH = 300

/** Only VNPay's parameters, of a sane size: this address is open to everybody. */
function vnpayFields(params: Readonly<Record<string, unknown>>): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of Object.entries(params).slice(0, MAX_FIELDS)) {
    if (/^vnp_[A-Za-z_]{1,40}$/.test(name) && typeof value === 'string' && value.length <= MAX_LENGTH) fields[name] = value
  }
  return fields
}

/**
 * Notes a call-back of the platform, or the parameters with which a browser returned. A hint only (TH12): the signature is
 * verified, the raw text kept, and the question to the platform put at once. It never settles anything.
 * @param via 'call-back' from the platform's server, 'return' through the payer's browser
 */
export async function noteCallback(work: Work, config: PaymentConfig, params: Readonly<Record<string, unknown>>, via: 'call-back' | 'return' = 'call-back'): Promise<NotedCallBack> {
  const raw = vnpayFields(params)
  const verified = isSigned(canonicalQuery(raw), raw['vnp_SecureHash'], config.payments.secret) && raw['vnp_TmnCode'] === config.payments.tmnCode
  const attempt = verified ? await findAttemptByReference(work, raw['vnp_TxnRef'] ?? '') : undefined
  const code = !verified ? '97' : !attempt ? '01' : raw['vnp_Amount'] !== String(attempt.amountVnd * 100) ? '04' : attempt.state === 'paid' ? '02' : '00'
  await saveCallBack(work, { id: newId(), attemptId: attempt?.id ?? null, via, verified, answerCode: code, raw })
  // Also with a wrong amount: the platform's own answer decides what that means.
  if (attempt && attempt.state !== 'paid') work.enqueue('payments.query', { attemptId: attempt.id })
  return {
    answer: { RspCode: code, Message: MESSAGES[code] },
    attempt: attempt && { attemptId: attempt.id, dossierId: attempt.dossierId, personId: attempt.personId },
  }
}
