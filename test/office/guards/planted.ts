/** Copies of addresses without their guard, for the controls: the sweep has to see each. Nothing of this is in the service. */
import { findScan } from '../../../src/capabilities/counters/index.ts'
import { listDocuments, readBytes } from '../../../src/capabilities/documents/index.ts'
import { readCrop } from '../../../src/capabilities/portraits/index.ts'
import { findDossier, getAnswers, listWork } from '../../../src/dossiers/index.ts'
import { systemActor } from '../../../src/platform/values/actor.ts'
import { isId, newId } from '../../../src/platform/values/ids.ts'
import type { Planted } from './sweep.ts'

const idIn = (params: unknown) => (params !== null && typeof params === 'object' ? String(Object.values(params)[0]) : '')

/** Whoever has a session of any kind reads the portrait of any dossier: the question whose it is was forgotten. */
export const withoutProvince: Planted = {
  'GET /can-bo/ho-so/:id/anh.jpg': (platform) => async (request, reply) => {
    const dossier = await platform.read(systemActor('planted'), (work) => findDossier(work, idIn(request.params)))
    return dossier ? reply.send(await readCrop(platform, dossier.portraitId)) : reply.send('')
  },
}

/** Whoever has a session of any kind reads any paper of any dossier. */
export const withoutDossier: Planted = {
  'GET /can-bo/ho-so/:id/giay-to/:documentId.pdf': (platform) => async ({ params }, reply) => {
    const wanted = params !== null && typeof params === 'object' ? Object.values(params).map(String) : []
    const paper = (await platform.read(systemActor('planted'), (work) => listDocuments(work, idIn(params)))).find(({ id }) => wanted.includes(id))
    const bytes = paper && (await readBytes(platform, paper))
    return bytes ? reply.type('application/pdf').send(bytes) : reply.send('')
  },
}

/** Whoever may read a dossier reads any scan there is by its id: the question on which dossier it hangs was forgotten. */
export const withoutThing: Planted = {
  'GET /can-bo/ho-so/:id/ban-quet/:scanId': (platform) => async ({ params }, reply) => {
    const [dossierId, scanId] = params !== null && typeof params === 'object' ? Object.values(params).map(String) : []
    const [dossier, scan] = await platform.read(systemActor('planted'), async (work) => [isId(dossierId) ? await findDossier(work, dossierId) : undefined, isId(scanId) ? await findScan(work, scanId) : undefined])
    return dossier && scan ? reply.type(scan.mediaType).send(await platform.files.get(scan.fileHash)) : reply.send('')
  },
}

/** The page of a dossier answers whoever knows its id, with what the applicant typed. */
export const withoutOwner: Planted = {
  'GET /ho-so/:dossierId/cach-tinh': (platform) => async (request, reply) => {
    const answers = await platform.read(systemActor('planted'), async (work) => {
      const dossier = await findDossier(work, idIn(request.params))
      return dossier && getAnswers(work, dossier)
    })
    return reply.send(JSON.stringify(answers ?? {}))
  },
}

/** A page whose line says that it shows nobody shows an applicant to whoever works there. */
export const withoutNote: Planted = {
  'GET /can-bo/vang-mat': (platform) => async (_request, reply) => {
    const names = await platform.read(systemActor('planted'), (work) => listWork(work, { provinceCode: 'bac-ninh', staffId: newId(), view: 'waiting-citizen' }))
    return reply.send(JSON.stringify(names.rows.map(({ dossier }) => dossier.applicantName)))
  },
}
