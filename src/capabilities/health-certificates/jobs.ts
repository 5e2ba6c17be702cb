import { idIn, type Jobs } from '../../platform/background/jobs.ts'
import type { LookupName, LookupSource, Question } from '../../platform/outside/lookups.ts'
import type { Platform } from '../../platform/runtime.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { byIdentity, byNumber, raiseWrongPerson, reask, receive } from './actions.ts'
import { answerToText } from './certificate.ts'
import { findCertificates } from './client.ts'

const actor = systemActor('health-certificates')

/** What was found goes into the register first; the look-up then keeps only which rows it brought. */
function source(name: LookupName, by: 'identity' | 'number'): LookupSource {
  return {
    ...name,
    async ask(platform: Platform, question: Question) {
      const { personId = '', identityNumber = '', fullName = '', formerIdentityNumber, number = '' } = question
      const alarm = () => platform.work(actor, async (work) => raiseWrongPerson(work, personId))
      const asked = by === 'number' ? ({ by, number } as const) : ({ by } as const)
      const answer = await findCertificates(platform, { identityNumber, fullName, formerIdentityNumber: formerIdentityNumber || undefined }, asked, alarm)
      if (answer.value === undefined) return { ...answer, value: undefined }
      const { certificates, otherPerson } = answer.value
      if (certificates.length > 0) await platform.work(actor, (work) => receive(work, personId, identityNumber, certificates, answer.exchangeId))
      const kept = certificates.map(({ number: of, licenceClass, concludedOn }) => ({ number: of, licenceClass, concludedOn }))
      return { ...answer, value: answerToText({ certificates: kept, otherPerson }) }
    },
  }
}

/** Both ways to find a certificate. */
export const lookupSources: readonly LookupSource[] = [source(byIdentity, 'identity'), source(byNumber, 'number')]

export const jobs: Jobs = {
  'health-certificates.reask': (platform, payload) => platform.work(actor, (work) => reask(work, idIn(payload, 'personId'))),
}
