/** The only file that knows everybody: platform, modules, jobs, pages. Reads top to bottom. */
import * as calendars from './capabilities/calendars/index.ts'
import * as counters from './capabilities/counters/index.ts'
import * as deliveries from './capabilities/deliveries/index.ts'
import * as documents from './capabilities/documents/index.ts'
import * as health from './capabilities/health-certificates/index.ts'
import { invariants as identityInvariants, populationSource } from './capabilities/identity/index.ts'
import * as licences from './capabilities/licences/index.ts'
import * as payments from './capabilities/payments/index.ts'
import * as portraits from './capabilities/portraits/index.ts'
import * as violations from './capabilities/violations/index.ts'
import { authorityOf, getProcedure, returnsOldCard } from './catalogue/index.ts'
import * as dossiers from './dossiers/index.ts'
import { invariants as logInvariants, jobs as logJobs } from './observers/audit/index.ts'
import * as digest from './observers/digest/index.ts'
import { createNotifications, invariants as notificationInvariants } from './observers/notifications/index.ts'
import * as statistics from './observers/statistics/index.ts'
import { requireRealTime } from './platform/clock.ts'
import { readConfig } from './platform/config.ts'
import type { Subscriptions } from './platform/background/facts.ts'
import type { Jobs } from './platform/background/jobs.ts'
import { promiseJobs, schedulePromiseCheck } from './platform/observability/invariant-check.ts'
import { alarmJobs } from './platform/observability/operations.ts'
import { lookupInvariants, lookupJobs } from './platform/outside/lookups.ts'
import { createPlatform, type Platform } from './platform/runtime.ts'
import { systemActor } from './platform/values/actor.ts'
import type { Sql } from './platform/db/sql.ts'

const notifications = createNotifications({
  async contactOf(work, dossierId) {
    const dossier = await dossiers.findDossier(work, dossierId)
    if (!dossier) return undefined
    const { phone, email } = await dossiers.getAnswers(work, dossier)
    return { personId: dossier.personId, lang: dossier.lang, phone, email: email === '' ? null : email }
  },
  async dossierOf(work, dossierId) {
    const dossier = await dossiers.findDossier(work, dossierId)
    if (!dossier) throw new Error('a message about a dossier that is not there')
    const [apology, supplementBy, feeIfStopped] = [await dossiers.findApology(work, dossierId), await dossiers.lastDayToSupplement(work, dossier), await dossiers.feeFateOf(work, dossier, 'stopped')]
    return {
      submissionCode: dossier.submissionCode, officialNumber: dossier.officialNumber, dueAt: dossier.dueAt, newDueAt: apology?.newDueAt ?? null, supplementBy: supplementBy?.dueOn ?? null, feeIfStopped,
      collectAt: dossier.delivery === 'collect' ? authorityOf(dossier.authorityProvince, work.today).name : null, oldCardIsReturned: returnsOldCard(getProcedure(dossier.procedure, dossier.procedureVersion)),
    }
  },
})

/** What somebody who looks after the service must hear of; the look-ups of violations raise theirs themselves. */
const alarms = alarmJobs({
  'portrait.damaged': { kind: 'damaged-portrait', system: 'own', about: 'portraitId' },
  'portrait.unread': { kind: 'unread-portrait', system: 'own', about: 'portraitId' },
  'health-certificates.wrong-person': { kind: 'wrong-person', system: 'health-records', about: 'personId' },
})

/** Which tasks hear which facts, of all listeners together. */
export const subscriptions: Subscriptions = merge([dossiers.subscriptions, portraits.subscriptions, notifications.subscriptions, alarms.subscriptions])

function merge(all: readonly Subscriptions[]): Subscriptions {
  const merged: Record<string, string[]> = {}
  for (const one of all) for (const [fact, tasks] of Object.entries(one)) merged[fact] = [...(merged[fact] ?? []), ...(tasks ?? [])]
  return merged
}

/** Promises of every module as SQL: each query must return nothing. */
export const invariants: Readonly<Record<string, Sql>> = {
  ...identityInvariants,
  ...dossiers.invariants, ...licences.licenceInvariants, ...licences.lookUpInvariants, ...lookupInvariants, ...payments.invariants, ...portraits.invariants, ...documents.invariants,
  ...deliveries.invariants, ...health.invariants, ...calendars.invariants, ...counters.invariants, ...notificationInvariants, ...digest.invariants, ...statistics.invariants, ...logInvariants,
}

/** Every job of the service. */
export const jobs: Jobs = {
  ...lookupJobs([populationSource, ...violations.lookupSources, ...health.lookupSources, ...portraits.lookupSources]),
  ...violations.jobs, ...health.jobs, ...portraits.jobs, ...payments.jobs, ...documents.jobs, ...deliveries.jobs, ...licences.jobs, ...calendars.jobs, ...counters.jobs, ...dossiers.jobs, ...notifications.jobs,
  ...digest.jobs, ...statistics.jobs, ...logJobs, ...alarms.jobs, ...promiseJobs(invariants),
}

/** The platform of a process, with everybody listening. */
export function openApp(component: string): Platform {
  return createPlatform(readConfig(), component, subscriptions)
}

/**
 * Begins the work that goes on by itself: nightly reading, sweeps, fresh trust. Repeating it does no harm.
 * @throws in production when the clock does not show real time
 */
export async function beginRoutines(platform: Platform): Promise<void> {
  if (!platform.config.simulation) await requireRealTime(platform.clock)
  await platform.work(systemActor('start'), async (work) => {
    payments.schedulePayments(work)
    work.enqueue('documents.refresh-trust', {})
    work.enqueue('portraits.verify', {})
    work.enqueue('portraits.forget-unfinished', {})
    work.enqueue('portraits.take-looks', {})
    work.enqueue('dossiers.forget-drafts', {})
    work.enqueue('dossiers.forget-list-readings', {})
    work.enqueue('licences.forget-look-ups', {})
    work.enqueue('documents.forget-checks', {})
    work.enqueue('calendars.watch-years', {})
    work.enqueue('dossiers.unfinished-recounts', {})
    work.enqueue('dossiers.deposit-results', {})
    work.enqueue('health-certificates.forget-examinations', {})
    await digest.scheduleDigest(work)
    await statistics.scheduleStatistics(work)
    await schedulePromiseCheck(work)
    work.enqueue('dossiers.apologies', {})
    work.enqueue('dossiers.supplements', {})
    work.enqueue('dossiers.usual-times', {})
    work.enqueue('dossiers.foresee', {})
    work.enqueue('audit.stamp', {})
  })
}
