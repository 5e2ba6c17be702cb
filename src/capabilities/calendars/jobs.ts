/** What the worker does about calendars. */
import type { Jobs } from '../../platform/background/jobs.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { watchYears } from './actions.ts'

export const jobs: Jobs = {
  'calendars.watch-years': (platform) => platform.work(systemActor('calendars'), watchYears),
}
