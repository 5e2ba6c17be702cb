/** The same buttons on the real service: its actions, its jobs, a real database, the simulators. */
import { jobs } from '../../src/app.ts'
import { getDocument } from '../../src/capabilities/documents/index.ts'
import { startAttempt } from '../../src/capabilities/payments/index.ts'
import {
  accept, approve, askSupplement, claimDossier, findDecision, findDossier, handOverResult, refuse, releaseDossier, sendBack, sign, stopUnanswered, supplement, takeBack, withdraw,
} from '../../src/dossiers/index.ts'
import { patient } from '../../src/platform/background/jobs.ts'
import { type Actor, systemActor } from '../../src/platform/values/actor.ts'
import { newId } from '../../src/platform/values/ids.ts'
import { Refusal } from '../../src/platform/values/refusal.ts'
import type { Work } from '../../src/platform/work.ts'
import type { CaseWorld } from '../support/case-world.ts'
import { payAtCheckout } from '../support/pay.ts'
import { openApplicants } from './applicants.ts'
import type { Act, Dossier, Who } from './lifecycle.ts'

const machine = systemActor('test')
/** What follows a button at once. Papers, letters and reports wait: no status hangs on them before a signature. */
const following = ['dossiers.reassess', 'dossiers.on-person']
const signing = ['dossiers.draw-up-decision', 'documents.render', 'documents.sign', 'documents.certify', 'dossiers.on-signed']

/** People who file, one after the other. */
export async function openLives(world: CaseWorld): Promise<() => Promise<Dossier>> {
  const { platform, sandbox } = world
  const applies = await openApplicants(world)
  const { actor: stranger } = await world.signIn('an')
  const [oanh, phuc, signer] = [await world.staff('appraiser'), await world.staff('appraiser', 1), await world.staff('signer')]

  async function run(tasks: readonly string[]): Promise<void> {
    for (let round = 0; round < 20; round++) {
      const taken = await platform.asOwner<{ task: string; payload: unknown }>(`with gone as (delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
        where t.id = j.task_id and t.identifier = any($1) returning j.id, t.identifier as task, j.payload) select task, payload from gone order by id`, [tasks])
      if (taken.length === 0) return
      for (const { task, payload } of taken) await patient(platform, task, jobs[task] ?? fail(task))(payload)
    }
  }

  return async () => {
    const { id, personId } = await applies()
    const actors: Record<Who, Actor> = {
      applicant: { kind: 'citizen', personId, sessionId: 'test', channel: 'online' }, stranger, oanh, phuc, elsewhere: { ...phuc, staffId: newId(), provinceCode: 'ha-noi' }, signer, machine,
    }
    const dossier = async () => (await platform.read(machine, (work) => findDossier(work, id))) ?? fail('the dossier is lost')
    const shown = async (): Promise<string> => {
      const decision = await platform.read(machine, (work) => findDecision(work, id))
      if (!decision?.decisionDocumentId) return '0'.repeat(64)
      return (await platform.read(machine, (work) => getDocument(work, decision.decisionDocumentId ?? ''))).hash ?? ''
    }
    const buttons: Record<Act, (work: Work) => Promise<unknown>> = {
      claim: (work) => claimDossier(work, id), release: (work) => releaseDossier(work, id), accept: (work) => accept(work, id),
      askSupplement: (work) => askSupplement(work, id, { points: [{ kind: 'changed-details', reason: 'wrong', note: 'x' }] }), supplement: (work) => supplement(work, id, {}),
      approve: (work) => approve(work, id), takeBack: (work) => takeBack(work, id), sendBack: (work) => sendBack(work, id), refuse: (work) => refuse(work, id, 'unresolved-violation'), withdraw: (work) => withdraw(work, id), stop: (work) => stopUnanswered(work, id),
      handOver: (work) => handOverResult(work, id),
      sign: async (work) => sign(work, id, await shown()),
    }
    return {
      async act(act, who) {
        if (act === 'sign' && who === 'signer') await run(signing)
        try {
          await platform.work(actors[who], buttons[act])
        } catch (error) {
          if (error instanceof Refusal) return 'refused'
          throw error
        }
        await run(act === 'sign' ? [...signing, ...following] : following)
        return 'done'
      },
      async pays() {
        const { amountVnd, submissionCode } = await dossier()
        const { attemptId, invitation } = await platform.work(actors.applicant, (work) => startAttempt(work, platform.config, { dossierId: id, personId, amountVnd, authorityCode: 'G01024', orderInfo: submissionCode }))
        if (invitation.kind !== 'page') throw new Error('no page to pay at')
        await payAtCheckout(invitation.url)
        await jobs['payments.query']?.(platform, { attemptId })
        await run(following)
      },
      async registersAnswer() {
        const lookups = await platform.asOwner<{ id: string }>(`select id from platform.lookup where person_id = $1 and state = 'asked'`, [personId])
        for (const lookup of lookups) await jobs['lookup.ask']?.(platform, { lookupId: lookup.id })
        await run(following)
      },
      async minutesPass(minutes) {
        await sandbox.clock.moveTo(new Date((await sandbox.clock.now()).getTime() + minutes * 60_000))
      },
      async lastDayPasses() {
        // Moved back together, as if both had been written then: no other promise hangs on when it was asked.
        await platform.asOwner(`update dossiers.supplement_request set asked_at = '2026-10-05T03:00:00Z' where dossier_id = $1 and answered_at is null`, [id])
        await platform.asOwner(`update dossiers.dossier set supplement_due_at = '2026-10-26T10:00:00Z' where id = $1`, [id])
        await platform.asOwner(`update dossiers.event set details = details || '{"lastOn":"2026-10-26"}' where dossier_id = $1 and kind = 'askSupplement'`, [id])
      },
      async standing() {
        const { status, turn } = await dossier()
        return { status, turn }
      },
    }
  }
}

function fail(what: string): never {
  throw new Error(what)
}
