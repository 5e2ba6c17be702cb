/** Takes a certified copy from a form with one file: the token first, then the bytes, then the signature, then the disk (P3). */
import type { FastifyRequest } from 'fastify'
import { type CopyProblem, examineCopy, isCopyProblem, receiveCopy, refreshTrustForCopies } from '../../../dossiers/index.ts'
import { sha256Hex } from '../../../platform/files/contract.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { type CitizenVisit, fileFormOf, type Web } from '../../request.ts'

/** A scanned page or two; more is not a certificate. */
const MAX_BYTES = 10 * 1024 * 1024

export type Received = { readonly copyId: string } | { readonly problem: CopyProblem | 'missing' | 'broken' | 'too-large' | 'too-many-checks' }

/** @throws Refusal 'form-expired' before any byte of the file is kept */
export async function receiveCopyForm(web: Web, visit: CitizenVisit, request: FastifyRequest): Promise<Received> {
  if (!request.isMultipart()) return { problem: 'missing' }
  const { file: bytes } = await fileFormOf(web, visit.session, request, MAX_BYTES)
  if (bytes === undefined) return { problem: 'missing' }
  if (bytes === 'too-large' || bytes === 'broken') return { problem: bytes }
  const { platform } = web
  try {
    const held = await examineCopy(platform, visit.actor, { personId: visit.session.personId, bytes, fileHash: sha256Hex(bytes) })
    await platform.files.put(bytes)
    return { copyId: await platform.work(visit.actor, (work) => receiveCopy(work, held)) }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too-many-checks') return { problem: error.code }
    if (!(error instanceof Refusal) || !isCopyProblem(error.code)) throw error
    if (error.code === 'copy-trust-unknown') await platform.work(visit.actor, async (work) => refreshTrustForCopies(work))
    return { problem: error.code }
  }
}
