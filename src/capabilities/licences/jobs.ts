/** What the worker does for the register. */
import type { Jobs } from '../../platform/background/jobs.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { forgetOldLookUps } from './actions/look-up.ts'

export const jobs: Jobs = {
  'licences.forget-look-ups': (platform) => platform.work(systemActor('licences'), forgetOldLookUps),
}
