/** Answering the one thing an officer asked for (B7): a new picture, or "it has been put right where it is kept". */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { type AcceptedPortrait, findAcceptedPortrait, readCrop, type RefusalReason } from '../../../../capabilities/portraits/index.ts'
import { beginLookUps, type Dossier, listSupplementRequests, supplement, type SupplementRequest } from '../../../../dossiers/index.ts'
import { formatInstant } from '../../../../platform/values/dates.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import { CitizenLayout } from '../../../layout.tsx'
import { BackLink, Button, Form, FormPage, InsetText, Link } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import { type CitizenVisit, sendPage, type Web } from '../../../request.ts'
import { AcceptedPicture, PictureField, refusalSentence } from '../../drafts/portrait/parts.tsx'
import { carriedUpload, type PictureForm, readPictureForm, receivePicture } from '../../drafts/portrait/upload.ts'
import { isId } from '../../../../platform/values/ids.ts'
import { idOfFile, notFound } from '../../shared.ts'
import { portraitQuestionText } from '../../text/portrait.ts'
import { supplementText } from '../../text/supplement.ts'
import { type DossierRequest, ownDossier } from '../dossier.view.ts'

interface Asked {
  readonly web: Web
  readonly visit: CitizenVisit
  readonly dossier: Dossier
  readonly request: SupplementRequest
}

/** One's own dossier with its open request; without one the dossier's page is the place to be. */
async function openRequest(web: Web, request: DossierRequest, reply: FastifyReply): Promise<Asked | undefined> {
  const own = await ownDossier(web, request, reply)
  if (!own) return undefined
  const open = (await web.platform.read(own.visit.actor, (work) => listSupplementRequests(work, own.dossier.id))).find((r) => r.answeredAt === null)
  if (open) return { web, ...own, request: open }
  await reply.redirect(paths.dossier(own.dossier.id), 303)
  return undefined
}

export function registerSupplement(app: FastifyInstance, web: Web): void {
  const path = paths.supplement(':dossierId')
  app.get<{ Params: { dossierId: string }; Querystring: { xem?: string } }>(path, async (request, reply) => {
    const asked = await openRequest(web, request, reply)
    if (!asked) return reply
    const portrait = await ownPortrait(asked, request.query.xem)
    return sendPage(reply, portrait ? <ShownPicture asked={asked} portrait={portrait} /> : <SupplementPage asked={asked} insist={[]} />)
  })
  app.post<{ Params: { dossierId: string } }>(path, async (request, reply) => {
    const asked = await openRequest(web, request, reply)
    if (!asked) return reply
    if (asked.request.item !== 'portrait') return answer(asked, undefined, reply)
    const form = await readPictureForm(web, asked.visit.session, request)
    const used = await ownPortrait(asked, form.list('use')[0])
    if (used) return answer(asked, used.id, reply)
    return receive(asked, form, reply)
  })
  app.get<{ Params: { dossierId: string; file: string } }>(paths.supplementPicture(':dossierId', ':file'), async (request, reply) => {
    const asked = await openRequest(web, request, reply)
    if (!asked) return reply
    const portrait = await ownPortrait(asked, idOfFile(request.params.file, 'jpg'))
    if (!portrait) {
      notFound(reply)
      return reply
    }
    return reply.type('image/jpeg').header('cache-control', 'private, no-store').send(await readCrop(web.platform, portrait.id))
  })
}

async function ownPortrait({ web, visit }: Asked, id: string | undefined): Promise<AcceptedPortrait | undefined> {
  if (!isId(id)) return undefined
  const portrait = await web.platform.read(visit.actor, (work) => findAcceptedPortrait(work, id))
  return portrait?.personId === visit.session.personId ? portrait : undefined
}

async function answer({ web, visit, dossier }: Asked, portraitId: string | undefined, reply: FastifyReply): Promise<FastifyReply> {
  try {
    await web.platform.work(visit.actor, async (work) => {
      await supplement(work, dossier.id, portraitId ? { portraitId } : {})
      if (!portraitId) await beginLookUps(work, dossier.personId, { anew: true })
    })
  } catch (error) {
    // Answered by an earlier press: the dossier's page tells how it stands.
    if (!(error instanceof Refusal)) throw error
  }
  return reply.redirect(paths.dossier(dossier.id), 303)
}

async function receive(asked: Asked, form: PictureForm, reply: FastifyReply): Promise<FastifyReply> {
  const { web, visit, dossier } = asked
  const insist = form.list('insist')
  const again = (error: string, refused?: RefusalReason, carried?: Carried) => sendPage(reply, <SupplementPage asked={asked} insist={insist} error={error} refused={refused} carried={carried} />, 422)
  const portrait = await receivePicture(web, visit.actor, { personId: dossier.personId, draftId: dossier.draftId }, form)
  if (portrait === 'missing') return again(portraitQuestionText[visit.lang].missing)
  if (portrait === 'too-large') return again(refusalSentence('too-large', visit.lang), 'too-large')
  if (portrait === 'busy') return again(refusalSentence('busy', visit.lang), 'busy', carriedUpload(form))
  if (portrait.state === 'refused') return again(refusalSentence(portrait.reason, visit.lang), portrait.reason)
  return reply.redirect(`${paths.supplement(dossier.id)}?xem=${portrait.id}`, 303)
}

function Frame({ asked, hasError = false, children }: { asked: Asked; hasError?: boolean; children?: ComponentChildren }) {
  const t = supplementText[asked.visit.lang]
  return (
    <CitizenLayout web={asked.web} visit={asked.visit} title={t.title} hasError={hasError} before={<BackLink href={paths.dossier(asked.dossier.id)}>{t.back}</BackLink>}>
      {children}
    </CitizenLayout>
  )
}

type Carried = ReturnType<typeof carriedUpload>

function SupplementPage({ asked, insist, error, refused, carried }: { asked: Asked; insist: readonly string[]; error?: string; refused?: RefusalReason | undefined; carried?: Carried }) {
  const { visit, dossier, request } = asked
  const { lang } = visit
  const t = supplementText[lang]
  const forPicture = request.item === 'portrait'
  return (
    <Frame asked={asked} hasError={error !== undefined}>
      <FormPage
        action={paths.supplement(dossier.id)}
        csrf={visit.csrf}
        multipart={forPicture}
        heading={t.title}
        lead={<><p class="govuk-body">{(request.askedBy === null ? t.askedByService : t.asked)(formatInstant(request.askedAt))} <strong>{t.items[request.item]}: {t.reasons[request.reason]}.</strong></p>{request.note && <InsetText>{t.officerSays}: {request.note}</InsetText>}</>}
        errors={error ? [{ text: error, href: '#picture' }] : []}
        continueText={forPicture ? portraitQuestionText[lang].send : t.done}
      >
        {forPicture && <PictureField lang={lang} error={error} refused={refused} insist={insist} sending={{ to: paths.draftUploads(dossier.draftId), script: asked.web.assets.citizen.sender }} carried={carried} />}
        {request.item === 'health-certificate' && <p class="govuk-body">{t.certificateLead}</p>}
        {request.item === 'changed-details' && <p class="govuk-body">{t.detailsLead}</p>}
      </FormPage>
    </Frame>
  )
}

function ShownPicture({ asked, portrait }: { asked: Asked; portrait: AcceptedPortrait }) {
  const { visit, dossier } = asked
  const t = portraitQuestionText[visit.lang]
  return (
    <Frame asked={asked}>
      <h1 class="govuk-heading-l">{supplementText[visit.lang].title}</h1>
      <AcceptedPicture portrait={portrait} src={paths.supplementPicture(dossier.id, `${portrait.id}.jpg`)} lang={visit.lang}>
      <Form action={paths.supplement(dossier.id)} csrf={visit.csrf} hidden={{ use: portrait.id }}>
        <div class="govuk-button-group">
          <Button preventDoubleClick>{supplementText[visit.lang].usePicture}</Button>
          <Link href={paths.supplement(dossier.id)}>{t.another}</Link>
        </div>
      </Form>
      </AcceptedPicture>
    </Frame>
  )
}
