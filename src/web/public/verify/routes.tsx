/** Checking papers: by the code that their QR leads to, and by the file itself, which is read, judged and forgotten. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { checkBrought, checkDocument, type Document, findByVerificationCode, findCheck, getDocument } from '../../../capabilities/documents/index.ts'
import { standingOfResult } from '../../../capabilities/licences/index.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../paths.ts'
import { formOf, sendPage, visitOf, type Web } from '../../request.ts'
import { AskPage, OutcomePage } from './by-file.page.tsx'
import type { FileProblem } from './text.ts'
import { type KnownPaper, verifyPage } from './verify.page.tsx'

/** Our papers have 40 to 300 KB. */
const MAX_BYTES = 10 * 1024 * 1024
const BUSY_SECONDS = 30
/** Files that one process reads at once: each may fill its 10 MB slowly. */
const MOST_AT_ONCE = 16

export function registerVerify(app: FastifyInstance, web: Web): void {
  const { platform } = web
  let reading = 0
  async function oneOf(request: FastifyRequest): ReturnType<typeof checkSent> {
    if (reading >= MOST_AT_ONCE) return { problem: 'busy' }
    reading += 1
    try {
      return await checkSent(web, request)
    } finally {
      reading -= 1
    }
  }
  app.get(paths.verifyFile(), async (request, reply) => sendPage(reply, <AskPage web={web} visit={await visitOf(web, request)} />))
  app.post(paths.verifyFile(), async (request, reply) => {
    const visit = await visitOf(web, request)
    if (!request.isMultipart()) {
      const typed = formOf(request).text('code')
      const code = readCode(typed)
      if (code) return reply.redirect(paths.verify(code), 303)
      return sendPage(reply, <AskPage web={web} visit={visit} code={{ typed, problem: typed.trim() === '' ? 'codeMissing' : 'codeWrong' }} />, 422)
    }
    const came = await oneOf(request)
    if ('id' in came) return reply.redirect(paths.verified(came.id), 303)
    if (came.problem === 'busy') reply.header('retry-after', String(BUSY_SECONDS))
    return sendPage(reply, <AskPage web={web} visit={visit} problem={came.problem} />, came.problem === 'busy' ? 503 : 422)
  })
  app.get<{ Params: { checkId: string } }>(paths.verified(':checkId'), async (request, reply) => {
    const visit = await visitOf(web, request)
    const { checkId } = request.params
    const outcome = await platform.read(visit.actor, async (work) => {
      const check = isId(checkId) ? await findCheck(work, checkId) : undefined
      if (!check) return undefined
      const paper = check.documentId === null ? undefined : await knownPaper(web, work, await getDocument(work, check.documentId))
      return { check, paper, standing: paper?.standing }
    })
    return sendPage(reply, <OutcomePage web={web} visit={visit} outcome={outcome} />, outcome ? 200 : 404)
  })
  app.get<{ Params: { code: string } }>(paths.verify(':code'), async (request, reply) => {
    const visit = await visitOf(web, request)
    const found = await platform.read(visit.actor, async (work) => {
      const code = readCode(request.params.code)
      const document = code && (await findByVerificationCode(work, code))
      return document ? knownPaper(web, work, document) : undefined
    })
    return sendPage(reply, verifyPage(web, visit, found), found ? 200 : 404)
  })
}

async function knownPaper({ platform }: Web, work: Work, document: Document): Promise<KnownPaper> {
  const [verdict, standing] = await Promise.all([checkDocument(platform, work, document.id), document.kind === 'electronic-licence' ? standingOfResult(work, document.dossierId) : undefined])
  return { document, verdict, standing }
}

/** A code as people type it: with the address before it, in small letters, in groups, O for 0 and I or L for 1 (Crockford's alphabet has none of them). */
function readCode(typed: string): string | undefined {
  const code = typed.trim().replace(/^.*\//, '').toUpperCase().replace(/[\s.-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? code : undefined
}

async function checkSent({ platform }: Web, request: FastifyRequest): Promise<{ readonly id: string } | { readonly problem: FileProblem }> {
  const bytes = await fileOf(request)
  if (bytes === undefined) return { problem: 'missing' }
  if (bytes === 'too-large') return { problem: 'too-large' }
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') return { problem: 'not-pdf' }
  try {
    return { id: await checkBrought(platform, bytes) }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too-many-checks') return { problem: 'busy' }
    throw error
  }
}

async function fileOf(request: FastifyRequest): Promise<Buffer | 'too-large' | undefined> {
  let bytes: Buffer | undefined
  try {
    for await (const part of request.parts({ limits: { fileSize: MAX_BYTES } })) {
      if (part.type === 'file') bytes = await part.toBuffer()
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') return 'too-large'
    throw error
  }
  return bytes?.length === 0 ? undefined : bytes
}
