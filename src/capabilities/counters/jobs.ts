/** What the worker does for counters: codes leave, and visits that nobody touches end. */
import { idIn, type Jobs } from '../../platform/background/jobs.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { endIdleVisit } from './actions/visits.ts'
import { sendCode } from './client.ts'
import { findLetter, saveSent, saveUnsendable } from './store/consents.ts'

const actor = systemActor('counters')

export const visitJobs: Jobs = {
  'counters.send-code': async (platform, payload) => {
    const consentId = idIn(payload, 'consentId')
    // In a transaction, whose time is exact: a code that is out of time must not leave.
    const letter = await platform.work(actor, (work) => findLetter(work, consentId))
    const receipt = letter && (await sendCode(platform, consentId, letter))
    // Too late, refused, or sent before: in the last case nothing is changed.
    await platform.work(actor, (work) => (receipt === undefined ? saveUnsendable(work, consentId) : saveSent(work, consentId, receipt)))
  },
  'counters.end-idle': (platform, payload) => platform.work(actor, (work) => endIdleVisit(work, idIn(payload, 'visitId'))),
}
