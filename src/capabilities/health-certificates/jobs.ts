import { idIn, type Jobs } from '../../platform/background/jobs.ts'
import type { LookupName, LookupSource, Question } from '../../platform/outside/lookups.ts'
import type { Platform } from '../../platform/runtime.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { byIdentity, byNumber, raiseWrongPerson, reask, receive } from './actions/ask.ts'
import { forgetExaminations } from './actions/examine.ts'
import { answerToText } from './certificate.ts'
import { writeToClinic } from './client/clinic-mail.ts'
import { findCertificates } from './client/gateway.ts'
import { findUnsent, saveReminderSent, saveReminderUndeliverable } from './store/reminders.ts'
import { clinicReminder } from './text.ts'

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
      const theirs = certificates.length > 0 ? await platform.work(actor, (work) => receive(work, personId, identityNumber, certificates, answer.exchangeId)) : []
      const kept = theirs.map(({ number: of, licenceClass, concludedOn }) => ({ number: of, licenceClass, concludedOn }))
      return { ...answer, value: answerToText({ ...(by === 'number' ? { number } : {}), certificates: kept, otherPerson }) }
    },
  }
}

/** Both ways to find a certificate. */
export const lookupSources: readonly LookupSource[] = [source(byIdentity, 'identity'), source(byNumber, 'number')]

async function sendReminder(platform: Platform, id: string): Promise<void> {
  const reminder = await platform.read(actor, (work) => findUnsent(work, id))
  if (!reminder) return
  const { mail, clinicName, number, round } = reminder
  const receipt = mail === null ? undefined : await writeToClinic(platform, id, { to: mail, ...clinicReminder({ clinicName, number, round }) })
  await platform.work(actor, (work) => (receipt === undefined ? saveReminderUndeliverable(work, id) : saveReminderSent(work, id, receipt)))
}

export const jobs: Jobs = {
  'health-certificates.forget-examinations': (platform) => platform.work(actor, forgetExaminations),
  'health-certificates.reask': (platform, payload) => platform.work(actor, (work) => reask(work, idIn(payload, 'personId'))),
  'health-certificates.remind-clinic': (platform, payload) => sendReminder(platform, idIn(payload, 'reminderId')),
}
