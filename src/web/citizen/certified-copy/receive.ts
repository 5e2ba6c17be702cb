/** Takes a certified copy from a form with one file: the token first, then the bytes, then the signature, then the disk (P3). */
import type { FastifyRequest } from 'fastify'
import { type CopyProblem, examineCopy, isCopyProblem, receiveCopy, refreshTrustForCopies } from '../../../dossiers/index.ts'
import { sha256Hex } from '../../../platform/files/contract.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { CSRF_FIELD } from '../../kit/index.ts'
import { checkFormToken, type CitizenVisit, type Web } from '../../request.ts'

/** A scanned page or two; more is not a certificate. */
const MAX_BYTES = 10 * 1024 * 1024

export type Received = { readonly copyId: string } | { readonly problem: CopyProblem | 'missing' | 'broken' | 'too-large' | 'too-many-checks' }

/** @throws Refusal 'form-expired' before any byte of the file is kept */
export async function receiveCopyForm(web: Web, visit: CitizenVisit, request: FastifyRequest): Promise<Received> {
  if (!request.isMultipart()) return { problem: 'missing' }
  const bytes = await fileOf(web, visit, request)
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

/** The file of the form; 'broken' when the line ended before the form did, or what came is no form. @throws Refusal 'form-expired' */
async function fileOf(web: Web, visit: CitizenVisit, request: FastifyRequest): Promise<Buffer | 'too-large' | 'broken' | undefined> {
  let checked = false
  const check = (token: string | undefined) => {
    checkFormToken(web, visit.session, token)
    checked = true
  }
  let bytes: Awaited<ReturnType<typeof fileOf>>
  try {
    for await (const part of request.parts({ limits: { fileSize: MAX_BYTES } })) {
      if (part.type === 'field') {
        if (part.fieldname === CSRF_FIELD) check(String(part.value))
        continue
      }
      if (!checked) check(undefined)
      const read = await part.toBuffer()
      bytes = read.length === 0 ? undefined : read
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    // Without a token nobody learns what was wrong with the rest.
    if (!checked) check(undefined)
    if (error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') return 'too-large'
    return 'broken'
  }
  if (!checked) check(undefined)
  return bytes
}
