/** What the worker does about dossiers, and which facts it hears. Each job re-reads the state and may be repeated. */
import { authorityOf, getProcedure, retention } from '../catalogue/index.ts'
import { listWithoutDeposit, prepare } from '../capabilities/documents/index.ts'
import { getMoney } from '../capabilities/payments/index.ts'
import { findPortrait } from '../capabilities/portraits/index.ts'
import { idIn, type Jobs } from '../platform/background/jobs.ts'
import type { Platform } from '../platform/runtime.ts'
import { systemActor } from '../platform/values/actor.ts'
import { isId } from '../platform/values/ids.ts'
import { addDays, instantAt, localDateAt } from '../platform/values/dates.ts'
import type { JobPayload, Work } from '../platform/work.ts'
import { foreseeAll, foretell } from './actions/due-dates/foresee.ts'
import { type ChangeToCarry, recountSome } from './actions/due-dates/recount.ts'
import { beginNoticeTerm } from './actions/due-dates/terms.ts'
import { endWithoutEffect, runItem, runTogether } from './actions/in-bulk/run.ts'
import { completeDigitisation } from './actions/papers/digitise.ts'
import { forgetListReadings } from './actions/holding/listed.ts'
import { reassess } from './actions/reassess.ts'
import { countUsualTimes } from './figures/forecast.ts'
import { depositResult, noteDeposited, resultInStore } from './actions/once-signed/deposit.ts'
import { drawUpDecision, handOverResult, paperBasis, takeEffect } from './actions/once-signed/sign.ts'
import { askForLostPortrait } from './actions/supplement/ask.ts'
import { lastDayOf, remindOfSupplement, sweepSupplements } from './actions/supplement/remind.ts'
import { drawUpControlSheet } from './actions/papers/control-sheet.ts'
import { drawUpRefusal } from './actions/papers/refusal.ts'
import { drawUpRegister } from './actions/papers/register.ts'
import { sealOf } from './actions/papers/seal.ts'
import { nobody, officerOfLast, signWith } from './actions/papers/standing.ts'
import { drawUpStopNotice } from './actions/papers/stop-notice.ts'
import { apologise, drawUpApology, sweepApologies } from './actions/when-silent/apologise.ts'
import { remindOfCertificate } from './actions/when-silent/remind-certificate.ts'
import { reportStatus } from './client.ts'
import { followCard } from './actions/once-signed/follow-card.ts'
import { portalStatusOf } from './lifecycle.ts'
import { acceptanceSlipValues, applicationValues, feeReceiptValues, supplementRequestValues } from './papers/values.ts'
import { findApology, listUnreported, savePortalReceipt } from './store/decisions.ts'
import { listSupplementRequests } from './store/asking/requests.ts'
import { appendEvent, type Dossier, findDossier, listOpenDossierIdsOf, listOpenDossierIdsWith } from './store/dossiers.ts'
import { saveSignatureEnded } from './store/in-bulk/bulks.ts'
import { listUnfinishedChanges } from './store/recounts.ts'
import { listReturnedIdsOnHandChecks } from './store/hand-checks.ts'
import { deleteForgottenDrafts } from './store/drafts.ts'

const actor = systemActor('dossiers')

/** Which tasks hear which facts. */
export const subscriptions = {
  'calendar.changed': ['dossiers.recount'],
  'lookup.answered': ['dossiers.on-person'],
  'lookup.unavailable': ['dossiers.on-person'],
  'health-certificate.received': ['dossiers.on-person'],
  'certified-copy.received': ['dossiers.on-person'],
  'certified-copy.rejected': ['dossiers.on-person'],
  'portrait.damaged': ['dossiers.on-portrait-damaged'],
  'payment.settled': ['dossiers.reassess', 'dossiers.receipt'],
  'payment.failed': ['dossiers.reassess'],
  'payment.missing': ['dossiers.reassess'],
  'dossier.submitted': ['dossiers.application', 'dossiers.notice-term'],
  'dossier.accepted': ['dossiers.acceptance-slip'],
  'dossier.supplement-asked': ['dossiers.supplement-paper'],
  'dossier.approved': ['dossiers.draw-up-decision'],
  'dossier.refused': ['dossiers.refusal-paper', 'dossiers.control-sheet'],
  'dossier.withdrawn': ['dossiers.stop-notice', 'dossiers.control-sheet'],
  'dossier.stopped': ['dossiers.stop-notice', 'dossiers.control-sheet'],
  'dossier.returned': ['dossiers.control-sheet'],
  'dossier.apologised': ['dossiers.apology-paper'],
  'document.signed': ['dossiers.on-signed'],
  'document.signing-refused': ['dossiers.on-signing-refused'],
  'document.deposited': ['dossiers.on-deposited'],
  'card.printed': ['dossiers.on-card'],
  'card.listed': ['dossiers.on-card'],
  'card.unlisted': ['dossiers.on-card'],
  'card.handed-over': ['dossiers.on-card'],
  'parcel.delivered': ['dossiers.on-delivered'],
  'parcel.returned': ['dossiers.on-card'],
  'parcel.failed': ['dossiers.on-card'],
  'parcel.held': ['dossiers.on-card'],
  'parcel.too-late': ['dossiers.on-card'],
  'parcel.lost': ['dossiers.on-card'],
  'card.back': ['dossiers.on-card'],
  'card.reprinted': ['dossiers.on-card'],
} as const

async function report(platform: Platform, dossierId: string): Promise<void> {
  const told = await platform.read(actor, async (work) => ({ dossier: await findDossier(work, dossierId), steps: await listUnreported(work, dossierId), result: await resultInStore(work, dossierId), apology: await findApology(work, dossierId), on: work.today }))
  const { dossier } = told
  if (!dossier) return
  const procedure = getProcedure(dossier.procedure, dossier.procedureVersion)
  // One step a time: what was not told during an outage is let go at the rate that the portal bears, in order.
  const [one, ...rest] = told.steps
  if (!one) return
  const status = portalStatusOf[one.status]
  const receipt = await reportStatus(platform, {
    submissionCode: dossier.submissionCode, procedureCode: procedure.code?.value ?? procedure.slug, procedureTitle: procedure.title.vi, applicantName: dossier.applicantName,
    filedAt: dossier.filedAt, dueAt: told.apology?.newDueAt ?? dossier.dueAt, channel: dossier.channel === 'online' ? 2 : dossier.channel === 'post' ? 3 : 1,
    officeName: authorityOf(dossier.authorityProvince, told.on).name.vi, status,
    results: told.result ? [told.result] : [],
  })
  await platform.work(actor, async (work) => {
    await savePortalReceipt(work, { dossierId, eventId: one.eventId, status, receipt })
    if (rest.length > 0) work.schedule('dossiers.report-status', `rest:${dossierId}`, { dossierId }, work.now, { system: 'national-portal', since: work.now })
  })
}

async function paperOf(work: Work, dossierId: string, make: (dossier: Dossier, basis: Awaited<ReturnType<typeof paperBasis>>) => Promise<unknown>): Promise<void> {
  const dossier = await findDossier(work, dossierId)
  if (dossier) await make(dossier, await paperBasis(work, dossier))
}

/** @throws when the job was enqueued wrongly */
function changeIn(payload: JobPayload): ChangeToCarry {
  const change = idIn(payload, 'change')
  if (change !== 'confirmed' && change !== 'withdrawn' && change !== 'year-opened') throw new Error(`the calendar does not change by ${change}`)
  return { factId: idIn(payload, 'factId'), entryId: idIn(payload, 'entryId'), change }
}

export const jobs: Jobs = {
  /** Each night: what was begun and never filed is deleted when its time is over, as the privacy notice promises. */
  'dossiers.forget-drafts': (platform) => platform.work(actor, async (work) => {
    work.schedule('dossiers.forget-drafts', 'nightly', {}, instantAt(addDays(work.today, 1), '03:00'))
    const { days } = retention.draft.value
    if (days !== 'for-ever') await deleteForgottenDrafts(work, instantAt(addDays(work.today, -days)))
  }),
  'dossiers.forget-list-readings': (platform) => platform.work(actor, forgetListReadings),
  'dossiers.recount': (platform, payload) => platform.work(actor, (work) => recountSome(work, changeIn(payload))),
  /** At each start: changes of the calendar whose turn was lost. */
  'dossiers.unfinished-recounts': (platform) => platform.work(actor, async (work) => {
    for (const change of await listUnfinishedChanges(work)) work.enqueue('dossiers.recount', change)
  }),
  'dossiers.notice-term': (platform, payload) => platform.work(actor, (work) => beginNoticeTerm(work, idIn(payload, 'dossierId'))),
  'dossiers.foresee': (platform) => platform.work(actor, foreseeAll),
  'dossiers.foretell': (platform, payload) => platform.work(actor, (work) => foretell(work, idIn(payload, 'dossierId'))),
  'dossiers.usual-times': (platform) => platform.work(actor, countUsualTimes),
  'dossiers.apologies': (platform) => platform.work(actor, sweepApologies),
  'dossiers.apologise': (platform, payload) => platform.work(actor, (work) => apologise(work, idIn(payload, 'dossierId'))),
  'dossiers.supplements': (platform) => platform.work(actor, sweepSupplements),
  'dossiers.remind-supplement': (platform, payload) => platform.work(actor, (work) => remindOfSupplement(work, idIn(payload, 'dossierId'))),
  'dossiers.apology-paper': (platform, payload) => platform.work(actor, (work) => drawUpApology(work, idIn(payload, 'dossierId'))),
  'dossiers.on-person': async (platform, payload) => {
    const personId = idIn(payload, 'personId')
    // What a source says after the licence was handed over on a check by hand must reach a person too.
    const ids = await platform.read(actor, async (work) => [...(await listOpenDossierIdsOf(work, personId)), ...(await listReturnedIdsOnHandChecks(work, personId))])
    for (const id of ids) await platform.work(actor, (work) => reassess(work, id))
  },
  'dossiers.remind-certificate': (platform, payload) => platform.work(actor, (work) => remindOfCertificate(work, idIn(payload, 'dossierId'), Number(payload['round']))),
  'dossiers.on-portrait-damaged': async (platform, payload) => {
    if (payload['lost'] !== 'picture') return
    const ids = await platform.read(actor, (work) => listOpenDossierIdsWith(work, idIn(payload, 'portraitId')))
    for (const id of ids) await platform.work(actor, (work) => askForLostPortrait(work, id))
  },
  'dossiers.reassess': (platform, payload) => platform.work(actor, (work) => reassess(work, idIn(payload, 'dossierId'))),
  'dossiers.report-status': (platform, payload) => report(platform, idIn(payload, 'dossierId')),
  'dossiers.application': (platform, payload) => platform.work(actor, async (work) => paperOf(work, idIn(payload, 'dossierId'), async (dossier, basis) => {
    const portrait = await findPortrait(work, dossier.portraitId)
    if (portrait?.state !== 'accepted') return
    await prepare(work, { kind: 'application', dossierId: dossier.id, personId: dossier.personId, values: applicationValues(basis, portrait.cropHash) })
  })),
  'dossiers.receipt': (platform, payload) => platform.work(actor, async (work) => paperOf(work, idIn(payload, 'dossierId'), async (dossier, basis) => {
    const { receipt, charges } = await getMoney(work, dossier.id)
    const charge = charges.find((one) => !one.isSurplus)
    if (!receipt || !charge) return
    const values = feeReceiptValues(basis, { amountVnd: receipt.amountVnd, paidAt: charge.paidAt, reference: charge.transactionNo, inCash: charge.method === 'cash' })
    await prepare(work, { kind: 'fee-receipt', dossierId: dossier.id, personId: dossier.personId, number: receipt.number, values, signWith: await sealOf(work, dossier.authorityProvince, localDateAt(charge.paidAt)) })
  })),
  'dossiers.acceptance-slip': (platform, payload) => platform.work(actor, async (work) => paperOf(work, idIn(payload, 'dossierId'), async (dossier, basis) => {
    const clerk = await officerOfLast(work, dossier, 'accept')
    await prepare(work, { kind: 'acceptance-slip', dossierId: dossier.id, personId: dossier.personId, values: acceptanceSlipValues(basis, clerk?.signs ?? nobody), signWith: await signWith(work, clerk) })
  })),
  'dossiers.supplement-paper': (platform, payload) => platform.work(actor, async (work) => paperOf(work, idIn(payload, 'dossierId'), async (dossier, basis) => {
    const asked = (await listSupplementRequests(work, dossier)).find((r) => r.id === payload['requestId'])
    if (!asked) return
    // What the service asks by itself bears the seal, never the signature of who asked for something else before.
    const officer = asked.askedBy === null ? undefined : await officerOfLast(work, dossier, 'askSupplement', asked.id)
    await prepare(work, {
      kind: 'supplement-request', dossierId: dossier.id, personId: dossier.personId, key: asked.id, values: supplementRequestValues(basis, asked, (await lastDayOf(work, dossier, asked))?.dueOn ?? '', officer?.signs ?? null),
      signWith: officer ? await signWith(work, officer) : await sealOf(work, dossier.authorityProvince, localDateAt(asked.askedAt)),
    })
  })),
  'dossiers.draw-up-decision': (platform, payload) => platform.work(actor, (work) => drawUpDecision(work, idIn(payload, 'dossierId'))),
  'dossiers.refusal-paper': (platform, payload) => platform.work(actor, (work) => drawUpRefusal(work, idIn(payload, 'dossierId'))),
  'dossiers.stop-notice': (platform, payload) => platform.work(actor, (work) => drawUpStopNotice(work, idIn(payload, 'dossierId'))),
  'dossiers.draw-register': (platform, payload) => platform.work(actor, (work) => drawUpRegister(work, idIn(payload, 'extractId'))),
  'dossiers.control-sheet': (platform, payload) => platform.work(actor, (work) => drawUpControlSheet(work, idIn(payload, 'dossierId'))),
  'dossiers.on-signed': async (platform, payload) => {
    if (payload['complete'] !== true) return
    if (payload['kind'] === 'digitised-paper') return platform.work(actor, (work) => completeDigitisation(work, idIn(payload, 'dossierId')))
    if (payload['kind'] === 'electronic-licence') return platform.work(actor, (work) => depositResult(work, idIn(payload, 'dossierId'), idIn(payload, 'documentId')))
    if (payload['kind'] !== 'decision') return
    await platform.work(actor, (work) => takeEffect(platform, work, idIn(payload, 'dossierId'), idIn(payload, 'signerId')))
    await platform.work(actor, (work) => endWithoutEffect(work, idIn(payload, 'dossierId')))
  },
  'dossiers.on-deposited': (platform, payload) => platform.work(actor, (work) => noteDeposited(work, idIn(payload, 'dossierId'), idIn(payload, 'documentId'))),
  /** At each start: results signed before the store was known, or whose turn was lost. */
  'dossiers.deposit-results': async (platform) => {
    const waiting = await platform.read(actor, (work) => listWithoutDeposit(work, 'electronic-licence'))
    for (const { id, dossierId } of waiting) await platform.work(actor, (work) => depositResult(work, dossierId, id))
  },
  'dossiers.on-signing-refused': (platform, payload) => platform.work(actor, async (work) => {
    const dossier = await findDossier(work, idIn(payload, 'dossierId'))
    // A seal that cannot be set is the operators' trouble, who are called; nobody signs anew for that.
    if (!dossier || !isId(String(payload['signerId']))) return
    if (payload['kind'] === 'decision') await saveSignatureEnded(work, dossier.id, idIn(payload, 'reason'))
    appendEvent(work, dossier, { kind: 'signature-refused', from: null, to: null, details: { documentId: payload['documentId'], reason: payload['reason'] } })
  }),
  'dossiers.bulk-item': (platform, payload) => runItem(platform, idIn(payload, 'bulkId'), idIn(payload, 'dossierId'), payload),
  'dossiers.bulk-run': (platform, payload) => runTogether(platform, idIn(payload, 'bulkId'), payload),
  'dossiers.on-card': (platform, payload) => platform.work(actor, (work) => followCard(work, idIn(payload, 'dossierId'))),
  'dossiers.on-delivered': (platform, payload) => platform.work(actor, async (work) => {
    const dossier = await findDossier(work, idIn(payload, 'dossierId'))
    if (dossier?.status === 'signed') await handOverResult(work, dossier.id)
  }),
}
