/** Addresses of the register: a month of it, asking for an extract (post, redirect, get), and the extract's file. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { listDocuments, readBytes } from '../../../../capabilities/documents/index.ts'
import { askRegister, findExtract } from '../../../../dossiers/index.ts'
import { isId } from '../../../../platform/values/ids.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import { paths } from '../../../paths.ts'
import { formOf, sendPage, showing, type StaffVisit, staffVisit, type Web } from '../../../request.ts'
import { registerPage } from './register.page.tsx'
import { daysOf, monthIn, readRegister } from './register.view.ts'

const MOST_PAGES = 2_000

export function registerRegister(app: FastifyInstance, web: Web): void {
  const { platform } = web
  const show = async (visit: StaffVisit, reply: FastifyReply, asked: { month: string | undefined; page: number }, said: Parameters<typeof registerPage>[3], status = 200) => {
    const view = await platform.read(visit.actor, (work) => readRegister(work, visit, asked))
    return sendPage(showing(reply, { purpose: 'register', dossierIds: view.lines.map(({ id }) => id) }), registerPage(web, visit, view, said), status)
  }
  app.get<{ Querystring: { thang?: string; trang?: string; xong?: string } }>(paths.register(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { thang, trang = '1', xong } = request.query
    return show(visit, reply, { month: thang, page: /^\d{1,4}$/.test(trang) ? Math.min(MOST_PAGES, Number(trang)) : 1 }, { asked: xong })
  })
  app.post(paths.register(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const form = formOf(request)
    const month = form.text('thang')
    const id = form.text('ma')
    const part = form.text('phan')
    try {
      await platform.work(visit.actor, async (work) => {
        if (!isId(id) || !/^\d{1,4}$/.test(part)) throw new Refusal('register-part')
        const { from, to } = daysOf(monthIn(month, work.today), work.today)
        await askRegister(work, { id, from, to, part: Number(part) })
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(visit, reply, { month, page: 1 }, { refused: error.code }, 409)
    }
    return reply.redirect(paths.registerAsked(month, id), 303)
  })
  app.get<{ Params: { extractId: string } }>(paths.registerFile(':extractId'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { extractId } = request.params
    const { document, dossierIds } = await platform.read(visit.actor, async (work) => {
      const extract = isId(extractId) ? await findExtract(work, extractId) : undefined
      if (extract?.province !== visit.session.staff.provinceCode) return { document: undefined, dossierIds: [] }
      return { document: (await listDocuments(work, extract.id))[0], dossierIds: extract.dossierIds }
    })
    const bytes = document?.state === 'signed' ? await readBytes(platform, document) : undefined
    if (!document || !bytes) throw new Refusal('dossier-not-found')
    return showing(reply, { purpose: 'register', dossierIds }).type('application/pdf').header('cache-control', 'private, no-store').header('content-disposition', `inline; filename="so-theo-doi-${document.numberText.replace('/', '-')}.pdf"`)
      .header('content-security-policy', "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'").send(bytes)
  })
}
