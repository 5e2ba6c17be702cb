/** Takes a certified copy from a form with one file: the token first, then the bytes, then the signature, then the disk (P3). */
import type { FastifyRequest } from 'fastify'
import { type CopyProblem, examineCopy, isCopyProblem, receiveCopy, refreshTrustForCopies } from '../../../dossiers/index.ts'
import { sha256Hex } from '../../../platform/files/contract.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { type CitizenVisit, fileFormOf, type Web } from '../../request.ts'

/** A scanned page or two; more is not a certificate. */
const MAX_BYTES = 10 * 1024 * 1024

export type Received = { readonly copyId: string } | { readonly problem: CopyProblem | 'missing' | 'broken' | 'too-large' | 'too-many-checks' }

/**
 * @param isWanted whether anything can still use a copy: a file takes a while to arrive, and nobody examines or keeps what came too late
 * @returns 'unwanted' for one that did
 * @throws Refusal 'form-expired' before any byte of the file is kept
 */
export async function receiveCopyForm(web: Web, visit: CitizenVisit, request: FastifyRequest, isWanted: (work: Work) => Promise<boolean> = () => Promise.resolve(true)): Promise<Received | 'unwanted'> {
  const bytes = request.isMultipart() ? (await fileFormOf(web, visit.session, request, MAX_BYTES)).file : undefined
  if (!(await web.platform.read(visit.actor, isWanted))) return 'unwanted'
  if (bytes === undefined) return { problem: 'missing' }
  if (bytes === 'too-large' || bytes === 'broken') return { problem: bytes }
  const { platform } = web
  try {
    const held = await examineCopy(platform, visit.actor, { personId: visit.session.personId, bytes, fileHash: sha256Hex(bytes) })
    await platform.files.put(bytes)
    // It may have ended while the file was looked at.
    return await platform.work(visit.actor, async (work) => ((await isWanted(work)) ? { copyId: await receiveCopy(work, held) } : 'unwanted'))
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too-many-checks') return { problem: error.code }
    if (!(error instanceof Refusal) || !isCopyProblem(error.code)) throw error
    if (error.code === 'copy-trust-unknown') await platform.work(visit.actor, async (work) => refreshTrustForCopies(work))
    return { problem: error.code }
  }
}
