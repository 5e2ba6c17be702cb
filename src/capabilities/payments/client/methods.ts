/** Every way of paying. */
import type { MethodId, PaidBy } from '../reduction.ts'
import { checkout } from './checkout.ts'
import type { PaymentMethod } from './method.ts'
import { transfer } from './transfer.ts'

const methods: Readonly<Record<MethodId, PaymentMethod>> = { checkout, vietqr: transfer }

/** @throws for cash: nobody outside could be asked about it */
export function methodOf(id: PaidBy): PaymentMethod {
  if (id === 'cash') throw new Error('cash is in a book, not at a platform')
  return methods[id]
}

/** Whether a word from a form names a way of paying. */
export function isMethodId(text: string): text is MethodId {
  return Object.hasOwn(methods, text)
}
