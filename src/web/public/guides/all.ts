/** Every guide, in the order in which they are offered. */
import type { Guide } from './guide.ts'
import { officerGuide } from './text/can-bo.ts'
import { clinicGuide } from './text/co-so-kham.ts'
import { clerkGuide } from './text/diem-tiep-nhan.ts'
import { citizenGuide } from './text/nguoi-dan.ts'

export const guides: readonly Guide[] = [citizenGuide, clerkGuide, clinicGuide, officerGuide]
