/** The population register's portrait of a person; its wire words stop here. */
import { z } from 'zod'
import { raiseAlarm } from '../../platform/outside/alarms.ts'
import { OutsideFailure } from '../../platform/outside/call.ts'
import type { LookupSource } from '../../platform/outside/lookups.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { encodeRegistered, registeredPortrait } from './registered.ts'

/** A picture of the register has some 100 kB; what is far beyond is none. */
const MOST_TEXT = 4_000_000

const personShape = z.object({ SoDinhDanh: z.string(), AnhChanDung: z.string().max(MOST_TEXT).nullish() })

/** The look-up of a person's portrait (B2). An answer about somebody else is no answer, and an alarm. */
export const registeredSource: LookupSource = {
  ...registeredPortrait,
  async ask(platform, question) {
    const number = question['identityNumber'] ?? ''
    const answer = await platform.outside.call({
      system: 'population-register', purpose: 'portrait', method: 'GET', path: `/persons/${encodeURIComponent(number)}?anh=1`, expect: personShape, absentOn: [404],
    })
    if (!answer.value) return { ...answer, value: undefined }
    if (answer.value.SoDinhDanh !== number) {
      const details = { exchangeId: answer.exchangeId }
      await platform.work(systemActor('portraits'), async (work) => raiseAlarm(work, { kind: 'wrong-person', system: 'population-register', subjectId: question['personId'] ?? null, details }))
      throw new OutsideFailure('population-register', 'malformed', 'answer about another person')
    }
    return { ...answer, value: encodeRegistered(answer.value.AnhChanDung ?? null) }
  },
}

export const lookupSources = [registeredSource]
