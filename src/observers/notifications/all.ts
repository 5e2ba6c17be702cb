/** Every message the service sends; a new one is one file and one line. */
import type { Message } from './message.ts'
import { accepted } from './messages/accepted.ts'
import { apologised } from './messages/apologised.ts'
import { cardToCollect } from './messages/card-to-collect.ts'
import { certificateLate } from './messages/certificate-late.ts'
import { certificateLost } from './messages/certificate-lost.ts'
import { clockResumed } from './messages/clock-resumed.ts'
import { copyRejected } from './messages/copy-rejected.ts'
import { dossierStopped } from './messages/dossier-stopped.ts'
import { dueMoved } from './messages/due-moved.ts'
import { oldCardReminded } from './messages/old-card-reminded.ts'
import { parcelFailed } from './messages/parcel-failed.ts'
import { parcelLost } from './messages/parcel-lost.ts'
import { parcelRegistered } from './messages/parcel-registered.ts'
import { parcelReturned } from './messages/parcel-returned.ts'
import { paymentSettled } from './messages/payment-settled.ts'
import { refundCompleted } from './messages/refund-completed.ts'
import { refused } from './messages/refused.ts'
import { signed } from './messages/signed.ts'
import { submitted } from './messages/submitted.ts'
import { supplementAsked } from './messages/supplement-asked.ts'
import { supplementMoved } from './messages/supplement-moved.ts'
import { supplementReminded } from './messages/supplement-reminded.ts'
import { withdrawn } from './messages/withdrawn.ts'

export const messages: readonly Message[] = [
  submitted, accepted, apologised, dueMoved, clockResumed, certificateLate, certificateLost, copyRejected, supplementAsked, supplementReminded, supplementMoved, refused, withdrawn, dossierStopped, signed, cardToCollect, parcelRegistered, parcelFailed, parcelReturned, parcelLost, oldCardReminded, paymentSettled, refundCompleted,
]
