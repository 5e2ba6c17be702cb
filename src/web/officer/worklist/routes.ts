/** Addresses of the worklist: a list, a search (posted, since it may be somebody's name), saved lists, columns. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { changeList, chooseColumns, dropList, listSaved, saveList } from '../../../dossiers/index.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../paths.ts'
import { formOf, sendPage, showing, type Shown, type StaffVisit, staffVisit, type Web } from '../../request.ts'
import { isListRefusal, worklistText } from '../text/worklist.ts'
import { addressOf, bodyOf, type Fields, firstView, isView, type ListAddress, readAddress, readNarrowing, readPart, sealSearch } from './address.ts'
import { orderColumns } from './columns.ts'
import { savedAddress } from './narrowing.tsx'
import { worklistPage } from './worklist.page.tsx'
import { readWorklist, type WorklistPageView } from './worklist.view.ts'

const MOST_LETTERS = 120

type Saved = { Params: { id: string } }

export function registerWorklist(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.get(paths.desk(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    return visit && reply.redirect(paths.worklist(firstView(visit)), 303)
  })
  app.get<{ Querystring: Fields }>(paths.search(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const list = readAddress(web, visit, request.query)
    const view = await platform.read(visit.actor, (work) => readWorklist(work, visit, list, readPart(request.query)))
    return sendPage(showing(reply, shownIn(view)), worklistPage(web, visit, view))
  })
  app.post(paths.search(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const form = formOf(request)
    const view = form.text('xem')
    const search = form.text('tim').normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, MOST_LETTERS)
    return reply.redirect(addressOf({ view: isView(view) ? view : firstView(visit), search, token: sealSearch(web, visit, search), narrowing: {}, savedId: undefined }), 303)
  })
  app.post(paths.savedLists(), async (request, reply) => keepList(web, request, reply, async (work, visit, list) => {
    const name = await saveList(work, visit.session.staff.id, list)
    return { ...list, name }
  }))
  app.post<Saved>(paths.savedList(':id'), async (request, reply) => keepList(web, request, reply, async (work, visit, list) => {
    const { id } = request.params
    if (!isId(id)) throw new Refusal('list-not-found')
    await changeList(work, visit.session.staff.id, { ...list, id })
    return list
  }, request.params.id))
  app.post<Saved>(paths.savedListDrop(':id'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { id } = request.params
    const view = formOf(request).text('xem')
    if (!isId(id)) throw new Refusal('list-not-found')
    await platform.work(visit.actor, (work) => dropList(work, visit.session.staff.id, id))
    return reply.redirect(paths.worklist(isView(view) ? view : firstView(visit)), 303)
  })
  app.post(paths.listColumns(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const form = formOf(request)
    const chosen = form.text('mac-dinh') === '' ? orderColumns(form.list('cot'), (key) => form.text(`thu-tu-${key}`)) : null
    await platform.work(visit.actor, (work) => chooseColumns(work, visit.session.staff.id, chosen))
    return reply.redirect(addressOf(readAddress(web, visit, bodyOf(request))), 303)
  })
}

/** Whoever stands in a list can see that somebody looked; the result of a search tells more, for somebody looked for just them (AUD4). */
export function shownIn({ list, page, told, foretold }: WorklistPageView): Shown {
  return { purpose: list.search === '' ? 'worklist' : 'found', dossierIds: [...page.rows.map(({ dossier }) => dossier.id), ...told.map(({ dossierId }) => dossierId), ...foretold.rows.map(({ id }) => id)] }
}

interface Named extends Pick<ListAddress, 'view' | 'narrowing'> {
  readonly name: string
}

/** Keeps a list under its name and opens it; a name that cannot be is said beside its field. @param savedId the saved list that is being changed, which the page with the refusal goes on changing */
async function keepList(web: Web, request: FastifyRequest, reply: FastifyReply, keep: (work: Work, visit: StaffVisit, list: Named) => Promise<Named>, savedId?: string): Promise<FastifyReply> {
  const visit = await staffVisit(web, request, reply)
  if (!visit) return reply
  const { platform } = web
  const fields = bodyOf(request)
  const list = { ...readAddress(web, visit, fields), narrowing: readNarrowing(fields), savedId, name: formOf(request).text('ten') }
  try {
    const { name } = await platform.work(visit.actor, (work) => keep(work, visit, list))
    const kept = (await platform.read(visit.actor, (work) => listSaved(work, visit.session.staff.id))).find((one) => one.name === name.trim())
    return reply.redirect(kept ? savedAddress(kept) : addressOf(list), 303)
  } catch (error) {
    if (!(error instanceof Refusal) || !isListRefusal(error.code)) throw error
    const view = await platform.read(visit.actor, (work) => readWorklist(work, visit, list, {}))
    return sendPage(showing(reply, shownIn(view)), worklistPage(web, visit, view, { name: { name: list.name, error: worklistText[visit.lang].refusals[error.code] } }), 422)
  }
}
