/** Addresses of digitising: each form ends in a redirect; a no is told on the page with what was typed. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { examineScan, findPage, listScans, movePage, SCAN_BYTES, takePages } from '../../../capabilities/counters/index.ts'
import { type DigitisedKind, digitisationRulesOn, digitisedKinds } from '../../../catalogue/forms/index.ts'
import { closeDigitisation, findToDigitise, signDigitisationAnew } from '../../../dossiers/index.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { paths } from '../../paths.ts'
import { clerkVisit, fileFormOf, formOf, type OfficeVisit, sendPage, showing, type Web } from '../../request.ts'
import { digitisePage, type DigitiseSaid, listPage } from './digitise.page.tsx'
import { isDigitiseProblem } from './text.ts'
import { type DigitiseView, listToDigitise, readDigitise } from './view.ts'

const REFRESH_SECONDS = 2
type Route = { Params: { dossierId: string; pageId: string; scanId: string } }

export function registerDigitise(app: FastifyInstance, web: Web): void {
  const { platform } = web
  const find = (visit: OfficeVisit, dossierId: string): Promise<DigitiseView | undefined> => platform.read(visit.actor, async (work) => (isId(dossierId) ? readDigitise(work, dossierId) : undefined))
  const show = (visit: OfficeVisit, view: DigitiseView, reply: FastifyReply, said: DigitiseSaid = {}) => {
    // A no stays to be read: it was posted, and its address opens nothing.
    if (view.state === 'signing' && !said.problem) reply.header('refresh', String(REFRESH_SECONDS))
    return sendPage(reply, digitisePage(web, visit, view, said), said.problem ? 422 : 200)
  }
  /** Does it and goes back to the page; a no is told there. */
  const attempt = async (visit: OfficeVisit, view: DigitiseView, reply: FastifyReply, said: DigitiseSaid, act: () => Promise<void>): Promise<FastifyReply> => {
    try {
      await act()
      return await reply.redirect(paths.digitise(view.dossier.id), 303)
    } catch (error) {
      if (!(error instanceof Refusal) || !isDigitiseProblem(error.code)) throw error
      const now = await find(visit, view.dossier.id)
      if (now) return show(visit, now, reply, { ...said, problem: error.code })
      reply.callNotFound()
      return reply
    }
  }
  /** Takes a file into a paper. @param file undefined: only the number of pages is said anew */
  const take = async (visit: OfficeVisit, view: DigitiseView, reply: FastifyReply, given: { readonly kind: DigitisedKind; readonly declared: string; readonly file: Buffer | undefined; readonly scanId?: string }): Promise<FastifyReply> => {
    const { kind, declared, file, scanId } = given
    const said = { kind, declared, scanId }
    const declaredPages = /^\d{1,2}$/.test(declared.trim()) ? Number(declared) : 0
    if (declaredPages < 1 || declaredPages > digitisationRulesOn(view.today).value.mostPages) return show(visit, view, reply, { ...said, problem: 'pages-wrong' })
    if (!file && !view.papers.some((paper) => paper.kind === kind)) return show(visit, view, reply, { ...said, problem: 'file-missing' })
    return attempt(visit, view, reply, said, async () => {
      const taken = file && (await examineScan(platform, view.today, kind, file))
      if (taken && 'problem' in taken) throw new ScanRefusal(taken.problem, 'page' in taken ? taken.page : undefined)
      await platform.work(visit.actor, async (work) => {
        const found = await findToDigitise(work, view.dossier.id)
        if (!found) throw new Refusal('dossier-not-found')
        await takePages(work, found.of, { kind, declaredPages, file: taken })
      })
    }).catch((error: unknown) => {
      if (!(error instanceof ScanRefusal)) throw error
      return show(visit, view, reply, { ...said, problem: error.problem, page: error.page })
    })
  }

  app.get(paths.digitiseList(), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const { waiting, today } = await platform.read(visit.actor, async (work) => ({ waiting: await listToDigitise(work, visit), today: work.today }))
    return sendPage(showing(reply, { purpose: 'digitise', dossierIds: waiting.map(({ dossier }) => dossier.id) }), listPage(web, visit, today, waiting))
  })
  app.get<Route>(paths.digitise(':dossierId'), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const view = await find(visit, request.params.dossierId)
    return view ? show(visit, view, reply) : reply.callNotFound()
  })
  app.post<Route>(paths.digitise(':dossierId'), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const { file, list } = await fileFormOf(web, visit.session, request, SCAN_BYTES)
    const view = await find(visit, request.params.dossierId)
    if (!view) return reply.callNotFound()
    const kind = digitisedKinds.find((one) => one === list('kind').at(-1)) ?? 'other'
    const declared = list('declared').at(-1) ?? ''
    if (file === 'too-large' || file === 'broken') return show(visit, view, reply, { problem: file === 'broken' ? 'file-broken' : 'file-large', kind, declared })
    return take(visit, view, reply, { kind, declared, file })
  })
  app.post<Route>(paths.digitiseScan(':dossierId', ':scanId'), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const declared = formOf(request).text('declared')
    const view = await find(visit, request.params.dossierId)
    const scan = view && (await platform.read(visit.actor, (work) => listScans(work, view.dossier.draftId))).find(({ id }) => id === request.params.scanId)
    if (!view || !scan) return reply.callNotFound()
    return take(visit, view, reply, { kind: scan.kind, declared, scanId: scan.id, file: await platform.files.get(scan.fileHash) })
  })
  app.post<Route>(paths.digitiseMove(':dossierId', ':pageId'), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const where = (['up', 'down', 'out'] as const).find((one) => one === formOf(request).text('where'))
    const view = await find(visit, request.params.dossierId)
    if (!view || !where || !isId(request.params.pageId)) return reply.callNotFound()
    return attempt(visit, view, reply, {}, () => platform.work(visit.actor, async (work) => {
      const found = await findToDigitise(work, view.dossier.id)
      if (!found) throw new Refusal('dossier-not-found')
      await movePage(work, found.of, request.params.pageId, where)
    }))
  })
  app.post<Route>(paths.digitiseSign(':dossierId'), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const view = await find(visit, request.params.dossierId)
    if (!view) return reply.callNotFound()
    if (view.state === 'refused') return attempt(visit, view, reply, {}, () => platform.work(visit.actor, (work) => signDigitisationAnew(work, view.dossier.id)))
    // A second press finds the papers closed, which is what was asked for.
    if (view.state !== 'open') return reply.redirect(paths.digitise(view.dossier.id), 303)
    return attempt(visit, view, reply, {}, () => platform.work(visit.actor, (work) => closeDigitisation(work, view.dossier.id)))
  })
  app.get<Route>(paths.digitisePicture(':dossierId', ':pageId'), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const { dossierId, pageId } = request.params
    const page = await platform.read(visit.actor, async (work) => {
      const found = isId(dossierId) && isId(pageId) ? await findToDigitise(work, dossierId) : undefined
      const one = found && (await findPage(work, pageId))
      return one?.dossierId === dossierId ? one : undefined
    })
    if (!page) return reply.callNotFound()
    // Written anew by us from what was scanned: a picture and nothing else.
    return reply.type('image/jpeg').headers({ 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }).send(await platform.files.get(page.pictureHash))
  })
}

class ScanRefusal extends Error {
  readonly problem: Exclude<DigitiseSaid['problem'], undefined>
  readonly page: number | undefined

  constructor(problem: Exclude<DigitiseSaid['problem'], undefined>, page: number | undefined) {
    super(problem)
    this.problem = problem
    this.page = page
  }
}
