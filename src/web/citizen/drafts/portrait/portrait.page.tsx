/** The portrait (B2, P5): sent, looked at, cut to 3 by 4 and shown back before it is used. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type AcceptedPortrait, askRegistered, examine, findAcceptedPortrait, findRefusalOfLookup, findRegistered, keep, readCrop, type RefusalReason } from '../../../../capabilities/portraits/index.ts'
import { findDraft } from '../../../../dossiers/index.ts'
import { BackLink, Button, Form, Link } from '../../../kit/index.ts'
import { CitizenLayout } from '../../../layout.tsx'
import { paths } from '../../../paths.ts'
import { citizenVisit, sendPage, type Web } from '../../../request.ts'
import { isId } from '../../../../platform/values/ids.ts'
import { idOfFile, notFound } from '../../shared.ts'
import { portraitQuestionText } from '../../text/portrait.ts'
import { type DraftCase, keepAnswers, openDraft } from '../draft-case.ts'
import { AcceptedPicture, PictureField, refusalSentence } from './parts.tsx'
import { backFrom, captionOf, QuestionFrame } from '../question.tsx'
import { type Offer, RegisteredOffer } from './offer.tsx'
import { registerPieces } from './pieces.ts'
import { carriedUpload, type PictureForm, readPictureForm, receivePicture } from './upload.ts'

type Params = { Params: { draftId: string } }

export function registerPortrait(app: FastifyInstance, web: Web): void {
  const path = paths.draft(':draftId', 'portrait')
  app.get<Params & { Querystring: { xem?: string; khac?: string } }>(path, async (request, reply) => {
    const c = await openDraft(web, request, reply)
    if (!c) return reply
    const { xem, khac } = request.query
    const shown = await ownPortrait(c, xem ?? (khac === undefined ? c.draft.answers.portraitId : undefined))
    if (shown) return sendPage(reply, <Shown c={c} portrait={shown} />)
    return sendPage(reply, <Ask c={c} offer={await offerTo(c)} insist={[]} />)
  })
  app.post<Params>(path, async (request, reply) => {
    const c = await openDraft(web, request, reply)
    if (!c) return reply
    const form = await readPictureForm(web, c.visit.session, request)
    const used = form.list('use')[0]
    if (used !== undefined) return use(c, used, reply)
    if (form.list('registered').length > 0) return useRegistered(c, reply)
    return receive(c, form, reply)
  })
  registerPieces(app, web)
  app.get<{ Params: { draftId: string; file: string } }>(paths.draftPortraitFile(':draftId', ':file'), async (request, reply) => {
    const visit = await citizenVisit(web, request, reply)
    if (!visit) return reply
    const id = idOfFile(request.params.file, 'jpg')
    const portrait = id && (await web.platform.read(visit.actor, async (work) => {
      const found = await findAcceptedPortrait(work, id)
      if (found?.personId !== visit.session.personId) return undefined
      const { draftId } = request.params
      if (found.draftId === draftId) return found
      return isId(draftId) && (await findDraft(work, found.personId, draftId))?.answers.portraitId === found.id ? found : undefined
    }))
    if (!portrait) {
      notFound(reply)
      return reply
    }
    return reply.type('image/jpeg').header('cache-control', 'private, no-store').send(await readCrop(web.platform, portrait.id))
  })
}

/** An accepted portrait of this person, sent for this draft or answered with in it; undefined for anything else. */
async function ownPortrait(c: DraftCase, id: string | undefined): Promise<AcceptedPortrait | undefined> {
  if (!isId(id)) return undefined
  const portrait = await c.web.platform.read(c.visit.actor, (work) => findAcceptedPortrait(work, id))
  return portrait?.personId === c.person.id && (portrait.draftId === c.draft.id || portrait.id === c.draft.answers.portraitId) ? portrait : undefined
}

async function use(c: DraftCase, id: string, reply: FastifyReply): Promise<FastifyReply> {
  const portrait = await ownPortrait(c, id)
  if (!portrait) return sendPage(reply, <Ask c={c} offer={await offerTo(c)} insist={[]} error={portraitQuestionText[c.visit.lang].missing} />, 422)
  return reply.redirect(await keepAnswers(c, { portraitId: portrait.id }), 303)
}

async function receive(c: DraftCase, form: PictureForm, reply: FastifyReply): Promise<FastifyReply> {
  const { lang } = c.visit
  const portrait = await receivePicture(c.web, c.visit.actor, { personId: c.person.id, draftId: c.draft.id }, form)
  if (typeof portrait !== 'string' && portrait.state === 'accepted') return show(c, portrait, reply)
  const [offer, insist] = [await offerTo(c), form.list('insist')]
  if (portrait === 'missing' || portrait === 'broken') return sendPage(reply, <Ask c={c} offer={offer} insist={insist} error={portraitQuestionText[lang][portrait]} />, 422)
  const refused = typeof portrait === 'string' ? portrait : portrait.reason
  const carried = portrait === 'busy' ? carriedUpload(form) : undefined
  return sendPage(reply, <Ask c={c} offer={offer} insist={insist} error={refusalSentence(refused, lang)} refused={refused} carried={carried} />, 422)
}

function show(c: DraftCase, portrait: AcceptedPortrait, reply: FastifyReply): FastifyReply {
  return reply.redirect(`${paths.draft(c.draft.id, 'portrait')}?xem=${portrait.id}`, 303)
}

/** Takes the register's picture, looked at like any other; where it won't do, the page says so and asks for another. */
async function useRegistered(c: DraftCase, reply: FastifyReply): Promise<FastifyReply> {
  const { platform } = c.web
  const found = await platform.read(c.visit.actor, (work) => findRegistered(work, c.person.id))
  if (found.state === 'there') {
    const examination = await examine(platform, found.bytes)
    const portrait = await platform.work(c.visit.actor, (work) => keep(work, { personId: c.person.id, draftId: c.draft.id, examination, source: 'population-register', lookupId: found.lookupId }))
    if (portrait.state === 'accepted') return show(c, portrait, reply)
  }
  return reply.redirect(`${paths.draft(c.draft.id, 'portrait')}?khac`, 303)
}

/** What is offered of the register's picture; a person nobody has asked about yet is asked about now, by a job. */
async function offerTo(c: DraftCase): Promise<Offer> {
  const { platform } = c.web
  const found = await platform.read(c.visit.actor, async (work): Promise<Offer> => {
    const { state, ...there } = await findRegistered(work, c.person.id)
    const refused = 'lookupId' in there ? await findRefusalOfLookup(work, c.person.id, there.lookupId) : undefined
    return { state, refused }
  })
  if (found.state === 'not-asked') await platform.work(c.visit.actor, (work) => askRegistered(work, c.person))
  return found
}

function Ask({ c, offer, insist, error, refused, carried }: { c: DraftCase; offer: Offer; insist: readonly string[]; error?: string; refused?: RefusalReason; carried?: ReturnType<typeof carriedUpload> }) {
  const t = portraitQuestionText[c.visit.lang]
  return (
    <QuestionFrame c={c} step="portrait" errors={error ? { picture: error } : {}} multipart continueText={t.send} lead={<RegisteredOffer offer={offer} action={paths.draft(c.draft.id, 'portrait')} csrf={c.visit.csrf} lang={c.visit.lang} />}>
      <PictureField lang={c.visit.lang} error={error} refused={refused} insist={insist} sending={{ to: paths.draftUploads(c.draft.id), script: c.web.assets.citizen.sender }} carried={carried} />
    </QuestionFrame>
  )
}

function Shown({ c, portrait }: { c: DraftCase; portrait: AcceptedPortrait }) {
  const { lang, csrf } = c.visit
  const t = portraitQuestionText[lang]
  const address = paths.draft(c.draft.id, 'portrait')
  return (
    <CitizenLayout web={c.web} visit={c.visit} title={t.title} before={<BackLink href={backFrom(c, 'portrait')} />}>
      <span class="govuk-caption-l">{captionOf(c, 'portrait')}</span>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <AcceptedPicture portrait={portrait} src={paths.draftPortraitImage(c.draft.id, portrait.id)} lang={lang}>
        <Form action={address} csrf={csrf} hidden={{ use: portrait.id }}>
          <div class="govuk-button-group">
            <Button preventDoubleClick>{t.use}</Button>
            <Link href={`${address}?khac`}>{t.another}</Link>
          </div>
        </Form>
      </AcceptedPicture>
    </CitizenLayout>
  )
}
