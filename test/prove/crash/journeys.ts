/** Four dossiers led to their end by people who look again when nothing came, while processes die around them. */
import { jobs } from '../../../src/app.ts'
import { closeList, countList, findCardOfDossier, findList, printBatch, scanItem } from '../../../src/capabilities/deliveries/index.ts'
import { getDocument } from '../../../src/capabilities/documents/index.ts'
import { startAttempt } from '../../../src/capabilities/payments/index.ts'
import { examine, keep } from '../../../src/capabilities/portraits/index.ts'
import { accept, approve, askSupplement, claimDossier, type Dossier, findDecision, findDossier, findDossierByDraft, listSupplementRequests, refuse, sign, supplement } from '../../../src/dossiers/index.ts'
import { patient } from '../../../src/platform/background/jobs.ts'
import { sweepDue } from '../../../src/platform/background/sweep.ts'
import type { Platform } from '../../../src/platform/runtime.ts'
import { type Actor, systemActor } from '../../../src/platform/values/actor.ts'
import type { Work } from '../../../src/platform/work.ts'
import { fileDraft } from '../../../src/web/citizen/drafts/check/filing.ts'
import type { CaseWorld } from '../../support/case-world.ts'
import { payAtCheckout } from '../../support/pay.ts'
import type { Lives } from './lives.ts'

export type Journey = 'clean' | 'refused' | 'supplemented' | 'double-paid'

export interface Travelled {
  readonly journey: Journey
  readonly dossier: Dossier | undefined
}

const PEOPLE: Readonly<Record<Journey, string>> = { clean: 'an', refused: 'binh', supplemented: 'em', 'double-paid': 'dung' }
const reader = systemActor('test')
/** How often somebody looks again before giving up: more often than there are places to die at. */
const MOST_TRIES = 200

export interface Stage {
  readonly world: CaseWorld
  /** The platform the processes run on: the world's, or one with a planted fault. */
  readonly platform: Platform
  readonly lives: Lives
}

/** A worker that starts again whenever it died; a job is gone from the queue only when it was done to its end. */
export async function settle({ world, platform, lives }: Stage): Promise<void> {
  for (let round = 0; round < 2_000; round += 1) {
    let swept = 0
    await lives.live(async () => {
      swept = await sweepDue(platform.pool)
    })
    const taken = await world.platform.asOwner<{ id: string; task: string; payload: unknown }>(
      'select j.id::text as id, t.identifier as task, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id')
    for (const { id, task, payload } of taken) {
      const does = jobs[task]
      if (!does) throw new Error(`nobody does ${task}`)
      if (await lives.live(() => patient(platform, task, does)(payload))) await world.platform.asOwner('delete from graphile_worker._private_jobs where id = $1', [id])
    }
    if (taken.length === 0 && swept === 0) return
  }
  throw new Error('the worker never comes to rest')
}

/** Does something until it is seen to be done; whoever heard no answer looks first. @returns false when it never was */
async function until(stage: Stage, isDone: (work: Work) => Promise<boolean>, act: () => Promise<unknown>): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (await stage.platform.read(reader, isDone)) return true
    await stage.lives.live(act)
  }
  return false
}

async function pass(stage: Stage, hours: number): Promise<void> {
  const { clock } = stage.world.sandbox
  await clock.moveTo(new Date((await clock.now()).getTime() + hours * 3_600_000))
  await stage.world.sandbox.tick()
  await settle(stage)
}

/** Leads one journey as far as it goes. */
export async function travel(stage: Stage, journey: Journey): Promise<Travelled> {
  const { world, platform } = stage
  const slug = PEOPLE[journey]
  const draftId = await world.draft(slug)
  const { actor, person } = await world.signIn(slug)
  const find = (work: Work) => findDossierByDraft(work, draftId)
  const status = (wanted: Dossier['status']) => async (work: Work) => (await find(work))?.status === wanted
  let dossierOf: Pick<Dossier, 'id' | 'personId' | 'status' | 'amountVnd' | 'submissionCode'> = { id: '', personId: actor.personId, status: 'filed', amountVnd: 0, submissionCode: '' }
  const look = async () => {
    const found = await platform.read(reader, find)
    if (found) dossierOf = found
    return found
  }
  const end = async (): Promise<Travelled> => ({ journey, dossier: await look() })

  await until(stage, async (work) => (await find(work)) !== undefined, () => fileDraft({ web: { platform }, visit: { actor, lang: 'vi' }, draft: { id: draftId, personId: actor.personId } }))
  await look()
  await settle(stage)
  let checkout = ''
  await until(stage, async () => checkout !== '', async () => {
    const { id: dossierId, amountVnd, submissionCode: orderInfo } = dossierOf
    const started = await platform.work(actor, (work) => startAttempt(work, platform.config, { dossierId, personId: actor.personId, amountVnd, authorityCode: 'G01024', orderInfo }))
    checkout = started.checkoutUrl
  })
  await payAtCheckout(checkout, journey === 'double-paid' ? 'pay-double' : 'pay')
  await pass(stage, 1)

  const [appraiser, signer] = await Promise.all([world.staff('appraiser'), world.staff('signer')])
  const held = async (work: Work) => {
    const found = await find(work)
    return found?.claimedBy === appraiser.staffId && found.claimedUntil !== null && found.claimedUntil > work.now
  }
  const claim = () => until(stage, held, () => platform.work(appraiser, (work) => claimDossier(work, dossierOf.id)))
  await claim()
  if (journey === 'refused') {
    await until(stage, status('refused'), () => platform.work(appraiser, (work) => refuse(work, dossierOf.id, 'unresolved-violation')))
    await settle(stage)
    return end()
  }
  if (journey === 'supplemented') {
    const asked = async (work: Work) => (await listSupplementRequests(work, dossierOf)).length > 0
    await until(stage, asked, () => platform.work(appraiser, (work) => askSupplement(work, dossierOf.id, { points: [{ kind: 'portrait', reason: 'unreadable', note: 'x' }] })))
    await settle(stage)
    const picture = await fetch(`${world.sandbox.url}/control/api/people/${person.identityNumber}/portrait.jpg?width=900`).then((r) => r.arrayBuffer())
    await until(stage, async (work) => (await find(work))?.status === 'filed', async () => {
      const examination = await examine(platform, new Uint8Array(picture))
      const portrait = await platform.work(actor, (work) => keep(work, { personId: actor.personId, examination, source: 'upload' }))
      await platform.work(actor, (work) => supplement(work, dossierOf.id, { portraitId: portrait.id }))
    })
    await settle(stage)
    await claim()
  }
  await until(stage, status('accepted'), () => platform.work(appraiser, (work) => accept(work, dossierOf.id)))
  await settle(stage)
  await claim()
  await until(stage, status('approved'), () => platform.work(appraiser, (work) => approve(work, dossierOf.id)))
  await settle(stage)
  const paper = await platform.read(reader, async (work) => {
    const decision = await findDecision(work, dossierOf.id)
    return decision?.decisionDocumentId ? getDocument(work, decision.decisionDocumentId) : undefined
  })
  if (!paper?.hash) return end()
  const askedToSign = () => world.platform.asOwner('select 1 from documents.signature where document_id = $1', [paper.id])
  await until(stage, async () => (await askedToSign()).length > 0, () => platform.work(signer, (work) => sign(work, dossierOf.id, paper.hash ?? '')))
  await settle(stage)
  const isPrinted = async (work: Work) => (await findCardOfDossier(work, dossierOf.id))?.state !== 'queued'
  await until(stage, isPrinted, () => platform.work(appraiser, (work) => printBatch(work, 'bac-ninh')))
  await settle(stage)
  await goToPost(stage, appraiser, dossierOf.id)
  return end()
}

/** The office closes a list over the card, the post finds it in the bag and signs. */
async function goToPost(stage: Stage, appraiser: Extract<Actor, { kind: 'staff' }>, dossierId: string): Promise<void> {
  const { world, platform } = stage
  const postal = await world.staff('postal')
  const cardOf = (work: Work) => findCardOfDossier(work, dossierId)
  await until(stage, async (work) => ((await cardOf(work))?.listId ?? null) !== null, () => platform.work(appraiser, async (work) => {
    const card = await cardOf(work)
    if (card) await closeList(work, [card.id])
  }))
  await settle(stage)
  await until(stage, async (work) => (await cardOf(work))?.state === 'handed-over', () => platform.work(postal, async (work) => {
    const list = await findList(work, (await cardOf(work))?.listId ?? '')
    for (const { itemNumber } of list?.items ?? []) await scanItem(work, list?.id ?? '', itemNumber)
    await countList(work, list?.id ?? '', new Map())
  }))
  await settle(stage)
}

/** Days go by until parcels have arrived and refunds were sent. */
export async function daysPass(stage: Stage, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) await pass(stage, 24)
}

/** How a dossier stands now. */
export async function standing({ platform }: Stage, { dossier }: Travelled): Promise<string> {
  if (!dossier) return 'lost'
  return (await platform.read(reader, (work) => findDossier(work, dossier.id)))?.status ?? 'lost'
}
