/** Steps that several journeys take, each through the service's own actions. */
import { startAttempt } from '../../src/capabilities/payments/index.ts'
import { getDocument } from '../../src/capabilities/documents/index.ts'
import { accept, approve, type Dossier, findDecision, findDossier, listRequirements, sign } from '../../src/dossiers/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import type { CaseWorld } from './case-world.ts'
import { payAtCheckout } from './pay.ts'

const actor = systemActor('test')

/** @throws when the dossier is lost */
export async function dossierOf(world: CaseWorld, id: string): Promise<Dossier> {
  const found = await world.platform.read(actor, (work) => findDossier(work, id))
  if (!found) throw new Error('the dossier is lost')
  return found
}

/** How each requirement stands, by kind. */
export async function needsOf(world: CaseWorld, id: string): Promise<Record<string, string>> {
  const needs = await world.platform.read(actor, (work) => listRequirements(work, id))
  return Object.fromEntries(needs.map((need) => [need.kind, need.reason ? `${need.state}: ${need.reason}` : need.state]))
}

/** Opens the checkout and presses a button there; then an hour passes. */
export async function pay(world: CaseWorld, id: string, choice = 'pay'): Promise<void> {
  const { personId, amountVnd, submissionCode } = await dossierOf(world, id)
  const { checkoutUrl } = await world.platform.work(actor, (work) => startAttempt(work, world.platform.config, { dossierId: id, personId, amountVnd, authorityCode: 'G01024', orderInfo: submissionCode }))
  await payAtCheckout(checkoutUrl, choice)
  await world.hoursPass(1)
}

/** The appraiser claims, accepts and approves. */
export async function decide(world: CaseWorld, id: string): Promise<void> {
  const appraiser = await world.claim(id)
  await world.platform.work(appraiser, (work) => accept(work, id))
  await world.workerSettles()
  await world.platform.work(appraiser, (work) => approve(work, id))
  await world.workerSettles()
}

/** The signer signs the decision as shown. */
export async function signDecision(world: CaseWorld, id: string): Promise<void> {
  const signer = await world.staff('signer')
  const decision = await world.platform.read(actor, (work) => findDecision(work, id))
  const paper = await world.platform.read(actor, (work) => getDocument(work, decision?.decisionDocumentId ?? ''))
  await world.platform.work(signer, (work) => sign(work, id, paper.hash ?? ''))
  await world.workerSettles()
}
