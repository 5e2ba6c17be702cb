/** Addresses of a dossier: its page, its portrait, its papers, and one address for each verb (post, redirect, get). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findScan } from '../../../capabilities/counters/index.ts'
import { listDocuments, readBytes } from '../../../capabilities/documents/index.ts'
import { readCrop } from '../../../capabilities/portraits/index.ts'
import { accept, approve, cancelSign, claimDossier, decideAtOnce, type EventRow, keepClaim, listEvents, refuse, refuseStale, releaseDossier, sendBack, sign, stopUnanswered, takeBack } from '../../../dossiers/index.ts'
import { FileDamaged, FilesSilent } from '../../../platform/files/contract.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../paths.ts'
import { formOf, sendPage, type StaffVisit, staffVisit, type Web } from '../../request.ts'
import { dossierOf } from '../access.ts'
import { heldBy } from '../shared.ts'
import { bodyOf, type Fields, readWithin, type Within, withinFields } from '../worklist/address.ts'
import { decisionText, type DeskVerb } from '../text/decision.ts'
import type { FieldError, OpenForm } from './action-forms.tsx'
import { dossierPage, type Said } from './dossier.page.tsx'
import { judgesAnew, shownOf } from '../worklist/holding/shown.ts'
import { holdingText } from '../worklist/holding/text.ts'
import { type DossierPageView, readDossier } from './dossier.view.ts'
import { verbPaths } from './panel.tsx'
import { possible } from './possible.ts'

type Params = { Params: { id: string; verb: string; documentId: string }; Querystring: { readonly xong?: string; readonly lam?: string; readonly canh?: string } & Fields }

const verbs = Object.keys(verbPaths).filter(isVerb)

function isVerb(text: string): text is DeskVerb {
  return Object.hasOwn(verbPaths, text)
}

function verbOf(path: string): DeskVerb | undefined {
  return verbs.find((verb) => verbPaths[verb] === path)
}

export function registerDossier(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.get<Params>('/can-bo/ho-so/:id', async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const view = await readDossier(platform, visit, request.params.id, readWithin(web, visit, request.query))
    const { xong = '', lam = '', canh } = request.query
    return sendPage(reply, dossierPage(web, visit, view, { done: doneOf(verbOf(xong), view, visit), form: openFormOf(verbOf(lam), view, visit), doneWords: xong === 'ban-giao' ? givenWords(view, visit) : undefined, beside: canh }))
  })
  app.get<Params>('/can-bo/ho-so/:id/anh.jpg', async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { portraitId } = await platform.read(visit.actor, (work) => dossierOf(work, visit, request.params.id))
    return reply.type('image/jpeg').header('cache-control', 'private, no-store').send(await readCrop(platform, portraitId))
  })
  app.get<Params>('/can-bo/ho-so/:id/giay-to/:documentId.pdf', async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const document = await platform.read(visit.actor, async (work) => {
      const dossier = await dossierOf(work, visit, request.params.id)
      return (await listDocuments(work, dossier.id)).find((one) => one.id === request.params.documentId)
    })
    const bytes = document && (await readBytes(platform, document))
    if (!document || !bytes) throw new Refusal('dossier-not-found')
    // The browser's own viewer is an embedded object; the page's policy would forbid it.
    return reply.type('application/pdf').header('content-disposition', `inline; filename="${document.kind}.pdf"`)
      .header('content-security-policy', "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'").send(bytes)
  })
  app.get<{ Params: { id: string; scanId: string } }>(paths.officerScan(':id', ':scanId'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { scanId } = request.params
    const scan = await platform.read(visit.actor, async (work) => {
      const dossier = await dossierOf(work, visit, request.params.id)
      const found = isId(scanId) ? await findScan(work, scanId) : undefined
      return found?.draftId === dossier.draftId ? found : undefined
    })
    if (!scan) throw new Refusal('dossier-not-found')
    // Somebody else's file: never opened within our pages.
    return reply.type(scan.mediaType).headers({
      'cache-control': 'private, no-store', 'content-disposition': `attachment; filename="${scan.kind}.${scan.mediaType.split('/')[1] ?? 'bin'}"`, 'x-content-type-options': 'nosniff', 'content-security-policy': 'sandbox',
    }).send(await platform.files.get(scan.fileHash))
  })
  app.post<Params>('/can-bo/ho-so/:id/:verb', (request, reply) => act(web, request, reply))
}

/** To whom this visitor has just given the dossier. */
function givenWords(view: DossierPageView, visit: StaffVisit): string | undefined {
  const last = view.events.find((event) => event.kind !== 'read')
  const to = last?.actorId === visit.session.staff.id && (last.kind === 'give' || last.kind === 'reassign') ? last.details['toStaffId'] : undefined
  return typeof to === 'string' ? holdingText[visit.lang].given(view.staff.get(to)?.fullName ?? '') : undefined
}

/** The event that each verb leaves, by which its being done is known; claims are a lease and leave none when renewed. */
const eventOf: Readonly<Partial<Record<DeskVerb, string>>> = {
  decide: 'approve', accept: 'accept', askSupplement: 'askSupplement', approve: 'approve', refuse: 'refuse', stop: 'stop', sendBack: 'sendBack', takeBack: 'takeBack', sign: 'signature-asked', cancelSign: 'signature-cancelled',
}

/** What was just done, when it was: an address alone can claim anything. */
function doneOf(verb: DeskVerb | undefined, view: DossierPageView, visit: StaffVisit): DeskVerb | undefined {
  if (!verb) return undefined
  const isMine = heldBy(view.dossier, view.now)?.staffId === visit.session.staff.id
  if (verb === 'claim' || verb === 'release') return isMine === (verb === 'claim') ? verb : undefined
  return isLastOf(verb, view.events, visit) ? verb : undefined
}

/** Whether the last step that staff took was this one, by this visitor. */
function isLastOf(verb: DeskVerb, events: readonly EventRow[], visit: StaffVisit): boolean {
  const last = events.find((event) => event.kind !== 'read' && event.kind !== 'claim' && event.actorKind === 'staff')
  return last?.kind === eventOf[verb] && last?.actorId === visit.session.staff.id
}

/** A form that the address opens, when its verb is possible at all. */
function openFormOf(verb: DeskVerb | undefined, view: Parameters<typeof possible>[1], visit: StaffVisit): OpenForm | undefined {
  return (verb === 'refuse' || verb === 'stop') && possible(verb, view, visit) === true ? { verb, entered: { code: '' }, errors: [] } : undefined
}

/** What the officer does who holds the dossier. */
const byHolder: readonly DeskVerb[] = ['accept', 'approve', 'refuse', 'stop']

async function act(web: Web, request: FastifyRequest<Params>, reply: FastifyReply): Promise<FastifyReply> {
  const visit = await staffVisit(web, request, reply)
  if (!visit) return reply
  const verb = verbOf(request.params.verb)
  if (!verb) throw new Refusal('dossier-not-found')
  const { platform } = web
  const { id } = request.params
  const form = enteredForm(verb, request, visit)
  const within = readWithin(web, visit, bodyOf(request))
  const shown = shownOf(formOf(request))
  if (form && form.errors.length > 0) return again(web, visit, reply, id, { form, within }, 422)
  try {
    if (verb === 'decide' || verb === 'accept' || verb === 'approve' || verb === 'sign') await requirePicture(web, visit, id)
    // One press is two steps of the law, each with its own transaction; the picture's check found the dossier to be of this province.
    if (verb === 'decide') await decideAtOnce(platform, visit.actor, id)
    else await platform.work(visit.actor, async (work) => {
      await dossierOf(work, visit, id)
      if (verb !== 'claim' && verb !== 'release') await refuseStale(work, id, shown, judgesAnew(verb))
      if (byHolder.includes(verb)) await keepClaim(work, id)
      await doVerb(work, verb, id, form, formOf(request).text('shownHash'))
    })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'dossier-not-found') throw error
    if (error.code === 'sign-in-stale') return reply.redirect(paths.signInAgain(paths.officerDossier(id, withinFields(within))), 303)
    // The second of two presses finds the work done: that is the same success.
    if ((error.code === 'wrong-status' || error.code === 'changed-meanwhile') && (await wasDoneBy(web, visit, verb, id))) return reply.redirect(doneAddress(id, verb, within), 303)
    return again(web, visit, reply, id, { refused: { code: error.code }, form, within, since: error.code === 'changed-meanwhile' ? shown.eventId : undefined }, error.code === 'files-silent' ? 503 : 409)
  }
  return reply.redirect(doneAddress(id, verb, within), 303)
}

/** Nothing is decided about a picture that is not the one the citizen sent, or that nobody can look at (POR1). @throws Refusal 'picture-damaged', 'files-silent' while the store does not answer */
async function requirePicture(web: Web, visit: StaffVisit, dossierId: string): Promise<void> {
  const { platform } = web
  const { portraitId } = await platform.read(visit.actor, (work) => dossierOf(work, visit, dossierId))
  await readCrop(platform, portraitId).catch((error: unknown) => {
    if (error instanceof FileDamaged) throw new Refusal('picture-damaged')
    throw error instanceof FilesSilent ? new Refusal('files-silent') : error
  })
}

function doneAddress(dossierId: string, verb: DeskVerb, within: Within | undefined): string {
  return paths.officerDossier(dossierId, { ...withinFields(within), xong: verbPaths[verb] })
}

/** The page again, with what was entered and why it was not done. */
async function again(web: Web, visit: StaffVisit, reply: FastifyReply, dossierId: string, { within, ...said }: Said & { readonly within: Within | undefined }, status: number): Promise<FastifyReply> {
  const view = await readDossier(web.platform, visit, dossierId, within)
  const verb = said.form?.verb
  const may = verb && said.refused ? possible(verb, view, visit) : true
  const refused = said.refused && { code: said.refused.code, words: may === true ? undefined : may }
  return sendPage(reply, dossierPage(web, visit, view, { ...said, refused }), status)
}

async function wasDoneBy(web: Web, visit: StaffVisit, verb: DeskVerb, dossierId: string): Promise<boolean> {
  return isLastOf(verb, await web.platform.read(visit.actor, (work) => listEvents(work, dossierId)), visit)
}

async function doVerb(work: Work, verb: Exclude<DeskVerb, 'decide'>, dossierId: string, form: OpenForm | undefined, shownHash: string): Promise<void> {
  switch (verb) {
    case 'claim':
      return claimDossier(work, dossierId)
    case 'release':
      return releaseDossier(work, dossierId)
    case 'accept':
      return accept(work, dossierId)
    case 'approve':
      return approve(work, dossierId)
    case 'sign':
      return sign(work, dossierId, shownHash)
    case 'takeBack':
      return takeBack(work, dossierId)
    case 'cancelSign':
      return cancelSign(work, dossierId)
    case 'sendBack':
      return sendBack(work, dossierId)
    case 'refuse':
      return form && refuse(work, dossierId, form.entered.code)
    case 'stop':
      return stopUnanswered(work, dossierId)
    case 'askSupplement':
      // It has an address and a form of its own.
      throw new Refusal('dossier-not-found')
  }
}

/** What was typed or chosen, checked as far as the form itself can tell. */
function enteredForm(verb: DeskVerb, request: FastifyRequest<Params>, visit: StaffVisit): OpenForm | undefined {
  const fields = formOf(request)
  const d = decisionText[visit.lang]
  const errors: FieldError[] = []
  if (verb === 'refuse') {
    const code = fields.text('code')
    if (code === '') errors.push({ field: 'code', text: d.refusal.missing })
    return { verb, entered: { code }, errors }
  }
  if (verb === 'stop') return { verb, entered: { code: '' }, errors }
  return undefined
}
