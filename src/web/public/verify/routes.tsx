/** Checking papers: by the code that their QR leads to, and by the file itself, which is read, judged and forgotten. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { askFreshTrust, checkBrought, checkDocument, type Document, findByVerificationCode, findCheck, getDocument, listDocuments } from '../../../capabilities/documents/index.ts'
import { standingOfResult } from '../../../capabilities/licences/index.ts'
import { networkOf, wideNetworkOf } from '../../../platform/http/network.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { createSlots } from '../../../platform/values/slots.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../paths.ts'
import { formOf, sendPage, visitOf, type Web } from '../../request.ts'
import { AskPage, OutcomePage } from './by-file.page.tsx'
import { changedBy } from './judge.ts'
import { signersOf } from './signers.ts'
import type { FileProblem } from './text.ts'
import { type KnownPaper, verifyPage } from './verify.page.tsx'

/** Our papers have 40 to 300 KB. */
const MAX_BYTES = 10 * 1024 * 1024
const BUSY_SECONDS = 60
/**
 * Files that one process reads or checks at once: each may fill its 10 MB slowly, so that of all places one network (/24, /64)
 * gets three and what may be one customer's networks (/16, /48) six.
 */
const MOST_AT_ONCE = { network: 3, wide: 6, all: 16 } as const
/** Papers that say that somebody may drive: what they grant may have been replaced or taken back since. */
const GRANTS: readonly string[] = ['electronic-licence', 'decision']

export function registerVerify(app: FastifyInstance, web: Web): void {
  const { platform } = web
  const slots = createSlots()
  async function oneOf(request: FastifyRequest): ReturnType<typeof checkSent> {
    const place = slots.take([
      { of: networkOf(request.ip), most: MOST_AT_ONCE.network }, { of: wideNetworkOf(request.ip), most: MOST_AT_ONCE.wide }, { of: 'all', most: MOST_AT_ONCE.all },
    ])
    if ('full' in place) return { problem: place.full === 'all' ? 'busy' : 'network-busy' }
    try {
      return await checkSent(web, request)
    } finally {
      place.leave()
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
    const status = came.problem === 'busy' ? 503 : came.problem === 'network-busy' ? 429 : 422
    if (status !== 422) reply.header('retry-after', String(BUSY_SECONDS))
    return sendPage(reply, <AskPage web={web} visit={visit} problem={came.problem} />, status)
  })
  app.get<{ Params: { checkId: string } }>(paths.verified(':checkId'), async (request, reply) => {
    const visit = await visitOf(web, request)
    const { checkId } = request.params
    const outcome = await platform.read(visit.actor, async (work) => {
      const check = isId(checkId) ? await findCheck(work, checkId) : undefined
      if (!check) return undefined
      const paper = check.documentId === null ? undefined : await knownPaper(web, work, await getDocument(work, check.documentId))
      return { check, paper }
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
    if (found?.verdict.signatures.some(({ problems }) => problems.includes('revocation-unknown'))) await platform.work(visit.actor, async (work) => askFreshTrust(work))
    return sendPage(reply, verifyPage(web, visit, found), found ? 200 : 404)
  })
}

async function knownPaper({ platform }: Web, work: Work, document: Document): Promise<KnownPaper> {
  const [verdict, standing, all] = await Promise.all([
    checkDocument(platform, work, document.id), GRANTS.includes(document.kind) ? standingOfResult(work, document.dossierId).then((standing) => standing ?? ('none' as const)) : undefined, listDocuments(work, document.dossierId),
  ])
  return { document, verdict, standing, signers: await signersOf(work, document, verdict), changedBy: changedBy(document, all) }
}

/** A code as people type it: with the address before it and what other programs hang onto it, in small letters, in groups, O for 0 and I or L for 1 (Crockford's alphabet has none of them). */
function readCode(typed: string): string | undefined {
  const code = typed.trim().replace(/[?#].*$/s, '').replace(/^.*\//s, '').toUpperCase().replace(/[\s.-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? code : undefined
}

async function checkSent({ platform }: Web, request: FastifyRequest): Promise<{ readonly id: string } | { readonly problem: FileProblem }> {
  const bytes = await fileOf(request)
  if (bytes === undefined) return { problem: 'missing' }
  if (typeof bytes === 'string') return { problem: bytes }
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') return { problem: 'not-pdf' }
  try {
    return { id: await checkBrought(platform, bytes) }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too-many-checks') return { problem: 'busy' }
    throw error
  }
}

async function fileOf(request: FastifyRequest): Promise<Buffer | 'too-large' | 'cut-off' | undefined> {
  let bytes: Buffer | undefined
  try {
    for await (const part of request.parts({ limits: { fileSize: MAX_BYTES } })) {
      if (part.type === 'file') bytes = await part.toBuffer()
    }
  } catch (error) {
    // Nothing is read here but what was sent: whatever fails is about that.
    return error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE' ? 'too-large' : 'cut-off'
  }
  return bytes?.length === 0 ? undefined : bytes
}
