/** All simulated systems, in the order of the control page. A new one is one import and one line. */
import { system as communeOffice } from './commune-office/system.tsx'
import { system as dataStore } from './data-store/system.ts'
import { system as earlierOffice } from './earlier-office/system.ts'
import { system as healthRecords } from './health-records/system.ts'
import type { SandboxSystem } from './kit/index.ts'
import { mail, mailbox, sms } from './mailbox/system.ts'
import { system as nationalId } from './national-id/system.ts'
import { system as nationalPortal } from './national-portal/system.ts'
import { system as paymentPlatform } from './payment-platform/system.ts'
import { system as populationRegister } from './population-register/system.ts'
import { system as post } from './post/system.ts'
import { certificateAuthority, timestampAuthority } from './signing-service/system.ts'
import { system as violations } from './traffic-police/system.ts'

export const systems: readonly SandboxSystem[] = [
  nationalId,
  populationRegister,
  healthRecords,
  communeOffice,
  violations,
  paymentPlatform,
  post,
  nationalPortal,
  dataStore,
  earlierOffice,
  certificateAuthority,
  timestampAuthority,
  sms,
  mail,
  mailbox,
]
