import { idIn, type Jobs } from '../../platform/background/jobs.ts'
import type { LookupSource } from '../../platform/outside/lookups.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { lookupOf, raiseWrongPerson, recheck } from './actions.ts'
import { searchViolations } from './client.ts'
import { VIOLATION_BODIES, type ViolationBody, violationsToText } from './violation.ts'

/** One kind of look-up for each body. */
export const lookupSources: readonly LookupSource[] = VIOLATION_BODIES.map((body) => ({
  ...lookupOf(body),
  async ask(platform, question) {
    const { personId = '', identityNumber = '', fullName = '', birthDate = '' } = question
    const alarm = () => platform.work(systemActor('violations'), async (work) => raiseWrongPerson(work, personId, body))
    const answer = await searchViolations(platform, body, { identityNumber, fullName, birthDate }, alarm)
    return { ...answer, value: answer.value && violationsToText(answer.value) }
  },
}))

function isBody(text: string): text is ViolationBody {
  return VIOLATION_BODIES.some((body) => body === text)
}

export const jobs: Jobs = {
  'violations.recheck': async (platform, payload) => {
    const bodies = idIn(payload, 'bodies').split(' ').filter(isBody)
    await platform.work(systemActor('violations.recheck'), (work) => recheck(work, idIn(payload, 'personId'), bodies))
  },
}
