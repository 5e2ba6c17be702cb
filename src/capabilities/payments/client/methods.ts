/** Every way of paying. */
import type { MethodId } from '../reduction.ts'
import { checkout } from './checkout.ts'
import type { PaymentMethod } from './method.ts'
import { transfer } from './transfer.ts'

const methods: Readonly<Record<MethodId, PaymentMethod>> = { checkout, vietqr: transfer }

export function methodOf(id: MethodId): PaymentMethod {
  return methods[id]
}

/** Whether a word from a form names a way of paying. */
export function isMethodId(text: string): text is MethodId {
  return Object.hasOwn(methods, text)
}
