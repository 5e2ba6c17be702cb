/** Dossiers that an office finds ready: filed by somebody whom every register knows, paid, all checks passed. As many as a proof needs. */
import { jobs } from '../../src/app.ts'
import { startAttempt } from '../../src/capabilities/payments/index.ts'
import { getPerson, populationSource } from '../../src/capabilities/identity/index.ts'
import { findDossier, getAnswers, type DraftAnswers } from '../../src/dossiers/index.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { findLookup } from '../../src/platform/outside/lookups.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { openApplicants } from '../models/applicants.ts'
import type { CaseWorld } from '../support/case-world.ts'
import { payAtCheckout } from '../support/pay.ts'

const machine = systemActor('test')

/** @returns files so many; their ids in the order of filing */
export async function openStraightFilings(world: CaseWorld): Promise<(count: number, answers?: Partial<DraftAnswers>) => Promise<string[]>> {
  const applies = await openApplicants(world)
  return async (count, answers) => {
    const filed: { id: string; personId: string }[] = []
    for (let n = 0; n < count; n++) filed.push(await applies(answers))
    await world.workerSettles()
    for (const one of filed) {
      await becomesKnown(world, one)
      await pays(world, one)
    }
    await world.workerSettles()
    return filed.map(({ id }) => id)
  }
}

/** What the population register would have answered, had its simulator this person. */
async function becomesKnown({ platform }: CaseWorld, { id, personId }: { id: string; personId: string }): Promise<void> {
  const lookupId = await platform.work(machine, async (work) => {
    const [dossier, lookup, person] = [await findDossier(work, id), await findLookup(work, personId, populationSource.source), await getPerson(work, personId)]
    if (!dossier || !lookup) throw new Error('nothing was asked about this person')
    const { holder } = await getAnswers(work, dossier)
    const record = { fullName: person.fullName, birthDate: person.birthDate, sex: holder.sex, nationality: holder.nationality, residence: { provinceCode: holder.provinceCode, provinceName: 'x', commune: 'x', street: 'x' } }
    const sealed = await work.seal(personId, `platform.lookup.answer:${lookup.id}`, JSON.stringify(record))
    await work.db.run(sql`update platform.lookup set state = 'value', answer = ${sealed} where id = ${lookup.id}`)
    return lookup.id
  })
  await platform.asOwner(`update platform.exchange set outcome = 'value' where id = (select exchange_id from platform.lookup where id = $1)`, [lookupId])
}

async function pays({ platform }: CaseWorld, { id, personId }: { id: string; personId: string }): Promise<void> {
  const dossier = await platform.read(machine, (work) => findDossier(work, id))
  if (!dossier) throw new Error('the dossier is lost')
  const { attemptId, invitation } = await platform.work(machine, (work) => startAttempt(work, platform.config, { dossierId: id, personId, amountVnd: dossier.amountVnd, authorityCode: 'G01024', orderInfo: dossier.submissionCode }))
  if (invitation.kind !== 'page') throw new Error('no page to pay at')
  await payAtCheckout(invitation.url)
  await jobs['payments.query']?.(platform, { attemptId })
}
