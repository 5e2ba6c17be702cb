/** Machines: other systems with a key of their own, and what watches this one. */
import type { Doors } from './door.ts'

export const machineDoors: Doors = {
  'GET /healthz': { who: 'anyone', purpose: 'see whether the process serves' },
  'GET /.well-known/client-jwks.json': { who: 'anyone', purpose: 'check what this service signed' },
  'GET /may/so-lieu/metrics': { who: 'machine', purpose: 'watch the service' },
  'GET /may/so-lieu/next-due': { who: 'machine', purpose: 'learn when something is due next', only: 'simulation' },
  // these two are hints without a key: nothing is believed of them, the other side is asked
  'GET /may/thanh-toan/ket-qua': { who: 'anyone', purpose: 'hint that a payment changed' },
  'POST /may/buu-chinh/su-kien': { who: 'anyone', purpose: 'hint that a parcel moved' },
  // a witness has its key in what it hands over; one that the settings do not name is refused
  'POST /may/nhat-ky/lam-chung': { who: 'machine', purpose: 'hand over a signature under a checkpoint of the log' },
  // clinics that work with a program of their own
  'POST /may/giay-kham': { who: 'machine', purpose: 'push a health certificate' },
  'POST /may/co-so-kham/tham-gia': { who: 'machine', purpose: 'join with a code' },
  'POST /may/co-so-kham/giay-kham': { who: 'machine', purpose: 'issue a health certificate' },
  'POST /may/co-so-kham/giay-kham/sua': { who: 'machine', purpose: 'correct a health certificate' },
  'POST /may/co-so-kham/giay-kham/thu-hoi': { who: 'machine', purpose: 'take a health certificate back' },
}
