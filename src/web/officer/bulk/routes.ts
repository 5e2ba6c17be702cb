/** Addresses of bulk work: a look is drawn up, confirmed, read; lists to choose from. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type BulkAct, bulkActs, type Chosen, confirmBulk, drawUp, drawUpUndo, listWork, mostOf, stopBulk } from '../../../dossiers/index.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../paths.ts'
import { formOf, sendPage, showing, type Shown, type StaffVisit, staffVisit, type Web } from '../../request.ts'
import { bodyOf, type Fields, listFields, readAddress, readList, readPart } from '../worklist/address.ts'
import { shownIn as shownInList } from '../worklist/routes.ts'
import { worklistPage } from '../worklist/worklist.page.tsx'
import { queryOf, readWorklist } from '../worklist/worklist.view.ts'
import { bulkPage, isRunning, minePage } from './bulk.page.tsx'
import { readBulk, readDrawn, readMine, readStraight, readToSign } from './bulk.view.ts'
import { drawnPage, signPage, straightPage } from './choose.page.tsx'

type Id = { Params: { id: string } }
type Choose = { Querystring: { chon?: string } }

/** A running report fetches itself anew so often, in seconds. */
const REFRESH = '3'

export function registerBulk(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.get(paths.bulks(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    return visit && sendPage(reply, minePage(web, visit, await platform.read(visit.actor, (work) => readMine(work, visit))))
  })
  app.post(paths.bulks(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const act = bulkActs.find((one) => one === formOf(request).text('viec'))
    try {
      if (!act) throw new Refusal('bulk-act-missing')
      const bulkId = await platform.work(visit.actor, async (work) => {
        const { text, list } = formOf(request)
        return drawUp(work, act, (text('pham-vi') === 'ca' ? await wholeList(work, visit, request, mostOf(act)) : list('ho-so')).flatMap(chosenOf))
      })
      return reply.redirect(paths.bulk(bulkId, listFields(readList(web, visit, bodyOf(request)))), 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return refused(visit, request, reply, act, error.code)
    }
  })
  app.get<Choose>(paths.bulkSign(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    return visit && showSign(visit, reply, { all: request.query.chon !== undefined })
  })
  app.get<Choose>(paths.bulkStraight(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    return visit && showStraight(visit, reply, { all: request.query.chon !== undefined })
  })
  app.get(paths.bulkDrawn(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const view = await platform.read(visit.actor, (work) => readDrawn(work, visit))
    return sendPage(showing(reply, shownIn(view.rows)), drawnPage(web, visit, view))
  })
  app.get<Id & { Querystring: Fields }>(paths.bulk(':id'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const view = await platform.read(visit.actor, (work) => readBulk(work, visit, request.params.id))
    if (isRunning(view)) reply.header('refresh', REFRESH)
    return sendPage(showing(reply, shownIn(view.items)), bulkPage(web, visit, view, { from: readList(web, visit, request.query) }))
  })
  app.post<Id>(paths.bulkAct(':id', 'xac-nhan'), (request, reply) => act(request, reply, async (visit, id) => {
    await platform.work(visit.actor, (work) => confirmBulk(work, id))
    return id
  }))
  app.post<Id>(paths.bulkAct(':id', 'dung'), (request, reply) => act(request, reply, async (visit, id) => {
    await stopBulk(platform, visit.actor, id)
    return id
  }))
  app.post<Id>(paths.bulkAct(':id', 'lay-lai'), (request, reply) => act(request, reply, (visit, id) => platform.work(visit.actor, (work) => drawUpUndo(work, id))))

  async function showSign(visit: StaffVisit, reply: FastifyReply, said: Parameters<typeof signPage>[3], status = 200): Promise<FastifyReply> {
    const view = await platform.read(visit.actor, (work) => readToSign(work, visit))
    return sendPage(showing(reply, shownIn(view.rows)), signPage(web, visit, view, said), status)
  }

  async function showStraight(visit: StaffVisit, reply: FastifyReply, said: Parameters<typeof straightPage>[3], status = 200): Promise<FastifyReply> {
    const view = await platform.read(visit.actor, (work) => readStraight(work, visit))
    return sendPage(showing(reply, shownIn(view.rows)), straightPage(web, visit, view, said), status)
  }

  /** The whole list that the page showed, those due first, as far as one go takes. */
  async function wholeList(work: Work, visit: StaffVisit, request: FastifyRequest, size: number): Promise<string[]> {
    const query = await queryOf(work, visit, readAddress(web, visit, bodyOf(request)))
    return (await listWork(work, query, { size })).rows.map(({ dossier }) => dossier.id)
  }

  /** What was chosen could not even be looked at: the list again, with why. */
  async function refused(visit: StaffVisit, request: FastifyRequest, reply: FastifyReply, act: BulkAct | undefined, code: string): Promise<FastifyReply> {
    const ticked = formOf(request).list('ho-so').flatMap(chosenOf).map(({ dossierId }) => dossierId)
    const from = readList(web, visit, bodyOf(request))
    if (from) {
      const view = await platform.read(visit.actor, (work) => readWorklist(work, visit, from, readPart(bodyOf(request))))
      return sendPage(showing(reply, shownInList(view)), worklistPage(web, visit, view, { bulk: { code, act, ticked } }), 422)
    }
    const said = { all: false, refused: code, ticked }
    if (act === 'sign') return showSign(visit, reply, said, 422)
    if (act === 'decide') return showStraight(visit, reply, said, 422)
    return sendPage(reply, minePage(web, visit, await platform.read(visit.actor, (work) => readMine(work, visit)), code), 422)
  }

  async function act(request: FastifyRequest<Id>, reply: FastifyReply, command: (visit: StaffVisit, id: string) => Promise<string>): Promise<FastifyReply> {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { id } = request.params
    if (!isId(id)) throw new Refusal('dossier-not-found')
    const from = readList(web, visit, bodyOf(request))
    try {
      return reply.redirect(paths.bulk(await command(visit, id), listFields(from)), 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // Nothing was done: who comes back finds the same look, and confirms it there.
      if (error.code === 'sign-in-stale') return reply.redirect(paths.signInAgain(paths.bulk(id, listFields(from))), 303)
      const view = await platform.read(visit.actor, (work) => readBulk(work, visit, id))
      return sendPage(showing(reply, shownIn(view.items)), bulkPage(web, visit, view, { from, refused: error.code }), 409)
    }
  }
}

function shownIn(rows: readonly { readonly dossier: { readonly id: string } }[]): Shown {
  return { purpose: 'bulk', dossierIds: rows.map(({ dossier }) => dossier.id) }
}

/** A ticked row: a dossier, and the hash of its decision where that was shown. */
function chosenOf(value: string): Chosen[] {
  const [dossierId = '', hash] = value.split('.')
  return isId(dossierId) ? [{ dossierId, shownHash: hash && /^[0-9a-f]{64}$/.test(hash) ? hash : null }] : []
}
