/** As many people as a proof needs, each with one old motorcycle licence and a dossier of their own. No health certificate is asked of them. */
import { savePerson } from '../../src/capabilities/identity/store/people.ts'
import { listValidLicences, takeOver } from '../../src/capabilities/licences/index.ts'
import { examine, keep } from '../../src/capabilities/portraits/index.ts'
import { beginLookUps, type DraftAnswers, prepareFiling, saveAnswers, startDraft, submit } from '../../src/dossiers/index.ts'
import { type Actor, systemActor } from '../../src/platform/values/actor.ts'
import type { CaseWorld } from '../support/case-world.ts'

export interface Applicant {
  /** Of the dossier. */
  readonly id: string
  readonly personId: string
  readonly actor: Actor
}

/** @returns files a dossier for somebody new; their questions to the registers are put, and not yet answered */
export async function openApplicants(world: CaseWorld): Promise<(answers?: Partial<DraftAnswers>) => Promise<Applicant>> {
  const { platform, sandbox } = world
  const machine = systemActor('test')
  const { person: hanh } = await world.signIn('hanh')
  const [licence] = await platform.read(machine, (work) => listValidLicences(work, hanh.identityNumber))
  const picture = await fetch(`${sandbox.url}/control/api/people/${hanh.identityNumber}/portrait.jpg?width=600`).then((answer) => answer.arrayBuffer())
  const examination = await examine(platform, new Uint8Array(picture))
  if (!licence) throw new Error('nothing to exchange')
  const { fullName, birthDate, sex, nationality, residence } = hanh
  let serial = 0
  return async (answers = {}) => {
    serial += 1
    const identityNumber = `09715200${String(serial).padStart(4, '0')}`
    const personId = await platform.work(machine, async (work) => {
      await takeOver(work, [{ ...licence, number: `97${String(serial).padStart(10, '0')}`, cardSerial: `ZM${String(serial).padStart(6, '0')}`, identityNumber }])
      return savePerson(work, { issuer: platform.config.eid.issuer, subject: `m-${identityNumber}`, identityNumber, fullName, birthDate })
    })
    const actor: Actor = { kind: 'citizen', personId, sessionId: 'test', channel: 'online' }
    const [own] = await platform.read(actor, (work) => listValidLicences(work, identityNumber))
    const draftId = await platform.work(actor, async (work) => {
      await beginLookUps(work, personId)
      return startDraft(work, { personId, procedure: 'exchange-licence', licenceIds: [own?.id ?? ''] })
    })
    const portrait = await platform.work(actor, (work) => keep(work, { personId, draftId, examination, source: 'upload' }))
    await platform.work(actor, (work) => saveAnswers(work, personId, draftId, {
      reason: 'damaged', classChoice: {}, changedDetails: 'none', authorityProvince: 'bac-ninh', phone: '0000123456', email: 'an@vidu.invalid', portraitId: portrait.id,
      certificate: { how: 'not-needed' }, delivery: { how: 'collect' },
      holder: { fullName, birthDate, sex, nationality, address: `${residence.street}, ${residence.commune}, ${residence.provinceName}`, provinceCode: residence.provinceCode },
      ...answers,
    }))
    const filing = await platform.read(actor, (work) => prepareFiling(work, { personId, draftId, lang: 'vi' }))
    if ('filedAs' in filing) throw new Error('filed before')
    return { id: await platform.work(actor, (work) => submit(work, filing)), personId, actor }
  }
}
