/** What hangs on a dossier and has an id of its own: opinions, scans, certified copies, proposals to print a lost card anew. Asked for below another thing, own province or not, each is as absent as none. */
import { insertParcel } from '../../../src/capabilities/deliveries/store/parcels.ts'
import { insertScan, listScans } from '../../../src/capabilities/counters/index.ts'
import { listDocuments, readBytes } from '../../../src/capabilities/documents/index.ts'
import { insertOpinion } from '../../../src/dossiers/store/asking/notes.ts'
import { systemActor } from '../../../src/platform/values/actor.ts'
import { newId } from '../../../src/platform/values/ids.ts'
import type { CaseWorld } from '../../support/case-world.ts'
import { type Copied, copyRow } from './matter.ts'
import type { Persona } from './people.ts'

export type Parts = Readonly<Record<string, string>>

export interface Hanging {
  /** The parts of addresses that hang on the dossier. */
  readonly own: Parts
  /** The same parts of other dossiers and people, by where they are. */
  readonly others: readonly { readonly of: string; readonly parts: Parts }[]
}

const PROVINCES: readonly string[] = ['bac-ninh', 'ha-noi']
const system = systemActor('test')

/** @param strangerId somebody who has no part in the dossiers: a copy of theirs hangs on none @param people with their posts: who asks and is asked */
export async function hangOn(world: CaseWorld, copies: readonly Copied[], { filedId, visitId, strangerId, people }: { filedId: string; visitId: string; strangerId: string; people: readonly Persona[] }): Promise<ReadonlyMap<string, Hanging>> {
  const { platform } = world
  const file = await readableFile(world, filedId)
  const fileHash = await platform.files.put(file)
  const [dossier] = await platform.asOwner<{ person: string }>('select person_id as person from dossiers.dossier where id = $1', [filedId])
  if (!dossier) throw new Error('no dossier')
  const copy = async (personId: string) => {
    const id = newId()
    await platform.asOwner(`insert into health_certificates.certified_copy (id, person_id, file_hash, state, signer_name, signer_organisation, signer_fingerprint, stamped_at, received_at)
      values ($1, $2, $3, 'received', 'x', 'x', 'x', platform.clock_now(), platform.clock_now())`, [id, personId, fileHash])
    return id
  }
  const [ownCopy, strangersCopy] = [await copy(dossier.person), await copy(strangerId)]
  const hung: { id: string; province: string; parts: Parts }[] = []
  for (const { id, province, status } of copies) {
    if (!PROVINCES.includes(province) || (status !== 'filed' && status !== 'accepted')) continue
    const staffIn = (role: string) => {
      const found = people.find(({ actor }) => actor.kind === 'staff' && actor.role === role && actor.provinceCode === province)?.actor
      // Of another province not everybody is there in each run: who was asked is somebody, then.
      return found?.kind === 'staff' ? found.staffId : newId()
    }
    const [row] = await platform.asOwner<{ draft: string }>('select draft_id as draft from dossiers.dossier where id = $1', [id])
    const draftId = row?.draft ?? ''
    const opinionId = await platform.work(system, async (work) => {
      await insertScan(work, { visitId, personId: dossier.person, draftId, draftRevision: 0, kind: 'other', fileHash, mediaType: 'application/pdf', bytes: file.length, scannedBy: strangerId })
      return insertOpinion(work, { id, personId: dossier.person }, { askedBy: staffIn('appraiser'), askedOf: staffIn('signer'), question: 'x' })
    })
    const [scan] = await platform.read(system, (work) => listScans(work, draftId))
    hung.push({ id, province, parts: { ':opinionId': opinionId, ':scanId': scan?.id ?? '', ':copyId': ownCopy } })
  }
  const others = (of: string, province: string) => PROVINCES.flatMap((there) => {
    const other = hung.find(({ id, province: its }) => id !== of && its === there)
    return other ? [{ of: `${there === province ? 'the own' : 'another'} province`, parts: { ...other.parts, ':copyId': strangersCopy } }] : []
  })
  return new Map(hung.map(({ id, province, parts }) => [id, { own: parts, others: others(id, province) }]))
}

/** A paper that can be opened. */
async function readableFile({ platform }: CaseWorld, dossierId: string): Promise<Uint8Array> {
  const paper = (await platform.read(system, (work) => listDocuments(work, dossierId))).find(({ hash }) => hash !== null)
  const bytes = paper && (await readBytes(platform, paper))
  if (!bytes) throw new Error('no paper')
  return bytes
}

/** Signed dossiers whose card the post lost, and for which a new one was proposed; here and elsewhere. */
export async function loseCards(world: CaseWorld, copies: readonly Copied[], proposedBy: string): Promise<readonly Copied[]> {
  const { platform } = world
  const signed = copies.filter(({ status, province }) => status === 'signed' && PROVINCES.includes(province))
  for (const [nth, { id, province }] of signed.entries()) {
    const [of] = await platform.asOwner<{ person: string; number: string; licence: string; official: string; now: Date }>('select person_id as person, licence_number as number, main_licence_id as licence, official_number as official, platform.clock_now() as now from dossiers.dossier where id = $1', [id])
    if (!of) throw new Error('no dossier')
    const [cardId, batchId, listId, licenceId] = [newId(), newId(), newId(), newId()]
    const serial = `97000000000${nth}`
    await copyRow(world, 'licences.licence', { id: licenceId, number: `98000000000${nth}`, card_serial: serial, state: 'revoked', closed_at: of.now.toISOString(), dossier_id: id }, 'id = $1', of.licence)
    const residence = await platform.work(system, (work) => work.seal(licenceId, `licences.licence.holder_residence:${licenceId}`, 'x'))
    await platform.asOwner('update licences.licence set holder_residence = $2 where id = $1', [licenceId, residence])
    await platform.asOwner('insert into deliveries.batch (id, province_code, cards, printed_by, printed_at) values ($1, $2, 1, $3, $4)', [batchId, province, proposedBy, of.now])
    await platform.asOwner(`insert into deliveries.list (id, number, province_code, state, content_hash, closed_by, closed_at) values ($1, $2, $3, 'closed', repeat('0', 64), $4, $5)`, [listId, `BG-LOST-${nth}`, province, proposedBy, of.now])
    await platform.asOwner(`insert into deliveries.card (id, dossier_id, person_id, province_code, licence_number, card_serial, portrait_hash, state, batch_id, queued_at, printed_at, handed_over_at, handed_over_to, list_id)
      values ($1, $2, $3, $4, $5, $6, repeat('0', 64), 'handed-over', $7, $8, $8, $8, 'post', $9)`, [cardId, id, of.person, province, of.number, serial, batchId, of.now, listId])
    await platform.work(system, (work) => insertParcel(work, { dossierId: id, personId: of.person, orderNumber: of.official, recipient: { name: 'x', phone: '0000000000', address: 'x', commune: 'x', provinceName: 'x' }, sender: { name: 'x', agencyCode: 'x', address: 'x', provinceName: 'x' } }))
    await platform.asOwner(`update deliveries.parcel set state = 'lost' where dossier_id = $1`, [id])
    await platform.asOwner(`insert into deliveries.reprint (id, card_id, state, proposed_by, proposed_at) values ($1, $2, 'proposed', $3, $4)`, [newId(), cardId, proposedBy, of.now])
  }
  return signed
}
