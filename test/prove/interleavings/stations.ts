/** The states of one dossier in which two people may meet, and who may meet there: every pair of commands that touch the same thing. */
import { getDocument } from '../../../src/capabilities/documents/index.ts'
import { endProposal, proposeRefund, startAttempt } from '../../../src/capabilities/payments/index.ts'
import { jobs } from '../../../src/app.ts'
import { accept, approve, askSupplement, claimDossier, findDecision, findDossier, releaseDossier, refuse, saveAnswers, sendBack, sign, supplement, withdraw } from '../../../src/dossiers/index.ts'
import { patient } from '../../../src/platform/background/jobs.ts'
import { sweepDue } from '../../../src/platform/background/sweep.ts'
import { type Actor, systemActor } from '../../../src/platform/values/actor.ts'
import { newId } from '../../../src/platform/values/ids.ts'
import type { Work } from '../../../src/platform/work.ts'
import { fileDraft } from '../../../src/web/citizen/drafts/check/filing.ts'
import type { CaseWorld } from '../../support/case-world.ts'
import { payAtCheckout } from '../../support/pay.ts'
import type { Command } from './schedule.ts'

export interface Station {
  readonly name: string
  readonly pairs: readonly (readonly [Command, Command])[]
}

const system = systemActor('test')

/**
 * Leads the dossier of An from his draft to his new licence and stops where two commands may meet.
 * @param visit is given each station in turn; the world is as it was when it returns; 'enough' ends the way
 */
export async function leadAlong(world: CaseWorld, visit: (station: Station) => Promise<'on' | 'enough'>): Promise<void> {
  const { platform } = world
  const [appraiser, colleague, signer, secondSigner] = [await world.staff('appraiser'), await world.staff('appraiser', 1), await world.staff('signer'), await world.staff('signer', 1)]
  const draftId = await world.draft('an')
  const { actor: citizen } = await world.signIn('an')
  let id: string | undefined
  const dossierId = () => id ?? ''
  const by = (name: string, actor: Actor, fn: (work: Work) => Promise<unknown>): Command => ({ name, run: () => platform.work(actor, fn) })
  const job = (task: string, payload: () => object): Command => ({
    name: task,
    run: async () => {
      const does = jobs[task]
      if (!does) throw new Error(`nobody does ${task}`)
      await patient(platform, task, does)(payload())
    },
  })
  const halt = (name: string, ...pairs: (readonly [Command, Command])[]) => visit({ name, pairs })

  const file: Command = { name: 'file', run: () => fileDraft({ web: world, visit: { actor: citizen, lang: 'vi' }, draft: { id: draftId, personId: citizen.personId } }) }
  const change = by('change the draft', citizen, (work) => saveAnswers(work, citizen.personId, draftId, { phone: '0000999999' }))
  if ((await halt('a draft in two tabs', [file, file], [file, change])) === 'enough') return
  await file.run()
  id = (await platform.asOwner<{ id: string }>('select id from dossiers.dossier where draft_id = $1', [draftId]))[0]?.id
  await world.workerSettles()

  const withdrawing = by('withdraw', citizen, (work) => withdraw(work, dossierId()))
  const paying = { name: 'start to pay', run: () => platform.work(citizen, (work) => startPaying(world, work, dossierId())) }
  if ((await halt('filed, not paid', [paying, paying], [paying, withdrawing], [withdrawing, withdrawing])) === 'enough') return

  const { checkoutUrl, attemptId } = await platform.work(citizen, (work) => startPaying(world, work, dossierId()))
  await payAtCheckout(checkoutUrl, 'pay')
  const ask = job('payments.query', () => ({ attemptId }))
  if ((await halt('paid at the platform, not yet known here', [ask, ask], [ask, withdrawing], [ask, paying])) === 'enough') return
  await world.hoursPass(1)

  const claiming = by('claim', appraiser, (work) => claimDossier(work, dossierId()))
  const claimingToo = by('claim by a colleague', colleague, (work) => claimDossier(work, dossierId()))
  if ((await halt('ready, nobody’s', [claiming, claimingToo], [claiming, withdrawing])) === 'enough') return
  await claiming.run()

  const accepting = by('accept', appraiser, (work) => accept(work, dossierId()))
  const refusing = by('refuse', appraiser, (work) => refuse(work, dossierId(), 'health-certificate-not-valid'))
  const asking = by('ask for a picture', appraiser, (work) => askSupplement(work, dossierId(), { points: [{ kind: 'portrait', reason: 'unreadable', note: 'x' }] }))
  const releasing = by('release', appraiser, (work) => releaseDossier(work, dossierId()))
  const judging = job('dossiers.reassess', () => ({ dossierId: dossierId() }))
  if ((await halt('claimed', [accepting, accepting], [accepting, withdrawing], [accepting, refusing], [accepting, asking], [accepting, judging], [accepting, releasing],
    [refusing, withdrawing], [refusing, refusing], [asking, withdrawing], [asking, asking], [judging, withdrawing], [claimingToo, releasing])) === 'enough') return

  await asking.run()
  await world.workerSettles()
  const portraitId = await world.portrait('an')
  const answering = by('send a picture', citizen, (work) => supplement(work, dossierId(), { portraitId }))
  if ((await halt('asked for a picture', [answering, withdrawing], [answering, answering], [answering, accepting])) === 'enough') return
  await answering.run()
  await world.workerSettles()
  await accepting.run()
  await world.workerSettles()

  const approving = by('approve', appraiser, (work) => approve(work, dossierId()))
  if ((await halt('accepted', [approving, withdrawing], [approving, refusing], [approving, approving], [approving, judging], [refusing, withdrawing])) === 'enough') return
  await approving.run()
  await world.workerSettles()

  const shown = await platform.read(system, async (work) => (await getDocument(work, (await findDecision(work, dossierId()))?.decisionDocumentId ?? '')).hash ?? '')
  const signing = by('sign', signer, (work) => sign(work, dossierId(), shown))
  const signingToo = by('sign by another', secondSigner, (work) => sign(work, dossierId(), shown))
  const returning = by('send back', secondSigner, (work) => sendBack(work, dossierId()))
  if ((await halt('to be signed', [signing, signing], [signing, signingToo], [signing, returning], [signing, withdrawing], [returning, returning])) === 'enough') return
  await signing.run()

  const signed = await settleUntil(world, 'dossiers.on-signed')
  const effect = job('dossiers.on-signed', () => signed)
  if ((await halt('signed, not yet in force', [effect, effect], [effect, returning], [effect, signingToo], [effect, withdrawing])) === 'enough') return
  await effect.run()
  await world.workerSettles()
  if ((await platform.read(system, (work) => findDossier(work, dossierId())))?.status !== 'signed') throw new Error('An did not get his licence')

  // Dũng is refused after acceptance, which keeps his fee. The desk thinks that it should go back: one proposes, another confirms.
  id = await world.file('dung')
  const { actor: dung } = await world.signIn('dung')
  await payAtCheckout((await platform.work(dung, (work) => startPaying(world, work, dossierId()))).checkoutUrl, 'pay')
  await world.hoursPass(1)
  for (const step of [claiming, accepting, refusing]) {
    await step.run()
    await world.workerSettles()
  }
  const desk = (role: 'clerk' | 'supervisor'): Actor => ({ kind: 'staff', staffId: newId(), personId: newId(), role, provinceCode: 'bac-ninh', officeCode: null, sessionId: 'test', channel: 'online' })
  const proposing = by('propose a return', desk('clerk'), (work) => proposeRefund(work, dossierId(), 'x'))
  const proposingToo = by('propose a return too', desk('clerk'), (work) => proposeRefund(work, dossierId(), 'y'))
  if ((await halt('refused, the fee kept', [proposing, proposingToo])) === 'enough') return
  const proposalId = await platform.work(desk('clerk'), (work) => proposeRefund(work, dossierId(), 'x'))
  const [supervisor, secondSupervisor] = [desk('supervisor'), desk('supervisor')]
  const ending = (name: string, actor: Actor, confirmed: boolean) => by(name, actor, (work) => endProposal(work, proposalId, confirmed))
  const confirming = ending('confirm the return', supervisor, true)
  const confirmingToo = ending('confirm it too', secondSupervisor, true)
  const declining = ending('decline the return', secondSupervisor, false)
  await halt('a return proposed', [confirming, confirming], [confirming, confirmingToo], [confirming, declining])
}

async function startPaying(world: CaseWorld, work: Work, dossierId: string) {
  const dossier = await findDossier(work, dossierId)
  if (!dossier) throw new Error('the dossier is lost')
  return startAttempt(work, world.platform.config, { dossierId, personId: dossier.personId, amountVnd: dossier.amountVnd, authorityCode: 'G01024', orderInfo: dossier.submissionCode })
}

/** Runs jobs until one of this task comes up. @returns its payload; the job is not done */
async function settleUntil(world: CaseWorld, wanted: string): Promise<object> {
  const { platform } = world
  for (let round = 0; round < 50; round += 1) {
    await sweepDue(platform.pool)
    const taken = await platform.asOwner<{ task: string; payload: object }>(`with gone as (delete from graphile_worker._private_jobs returning task_id, payload)
      select t.identifier as task, g.payload from gone g join graphile_worker._private_tasks t on t.id = g.task_id`)
    const found = taken.find(({ task }) => task === wanted)
    for (const { task, payload } of taken.filter((one) => one !== found)) {
      const does = jobs[task]
      if (does) await patient(platform, task, does)(payload)
    }
    if (found) return found.payload
  }
  throw new Error(`no job of ${wanted} came up`)
}
