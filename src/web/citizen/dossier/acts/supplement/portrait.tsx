/** A new picture: sent, looked at and shown back before it is used (B7, P5). */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type AcceptedPortrait, findAcceptedPortrait, type RefusalReason } from '../../../../../capabilities/portraits/index.ts'
import type { PointAnswer } from '../../../../../dossiers/index.ts'
import { isId } from '../../../../../platform/values/ids.ts'
import { Button, Form, Link } from '../../../../kit/index.ts'
import { paths } from '../../../../paths.ts'
import { sendPage } from '../../../../request.ts'
import { AcceptedPicture, PictureField, refusalSentence } from '../../../drafts/portrait/parts.tsx'
import { carriedUpload, type PictureForm, readPictureForm, receivePicture } from '../../../drafts/portrait/upload.ts'
import { portraitQuestionText } from '../../../text/portrait.ts'
import { supplementText } from '../../../text/supplement.ts'
import { type Asked, captionOf, isStillAsked, PointFrame, PointLayout } from './asked.tsx'
import { tooLate } from './late.tsx'

/** An accepted portrait of this person; undefined for anything else. */
export async function ownPortrait({ web, visit }: Asked, id: string | undefined): Promise<AcceptedPortrait | undefined> {
  if (!isId(id)) return undefined
  const portrait = await web.platform.read(visit.actor, (work) => findAcceptedPortrait(work, id))
  return portrait?.personId === visit.session.personId ? portrait : undefined
}

/** The field, or the picture that was sent. @param id the picture that the address names */
export async function showPicture(asked: Asked, id: string | undefined, reply: FastifyReply): Promise<FastifyReply> {
  const portrait = await ownPortrait(asked, id)
  return sendPage(reply, portrait ? <ShownPicture asked={asked} portrait={portrait} /> : <PicturePage asked={asked} insist={[]} />)
}

/** @returns the picture to be used; undefined where the page has been answered */
export async function receiveAnswer(asked: Asked, request: FastifyRequest, reply: FastifyReply): Promise<{ readonly given: PointAnswer } | undefined> {
  const form = await readPictureForm(asked.web, asked.visit.session, request)
  const used = await ownPortrait(asked, form.list('use')[0])
  if (used) return { given: { portraitId: used.id } }
  const isAwaited = await asked.web.platform.read(asked.visit.actor, (work) => isStillAsked(work, asked))
  await (isAwaited ? receive(asked, form, reply) : tooLate(asked, reply, { unread: 'picture' }))
  return undefined
}

async function receive(asked: Asked, form: PictureForm, reply: FastifyReply): Promise<FastifyReply> {
  const { web, visit, dossier } = asked
  const insist = form.list('insist')
  const again = (error: string, refused?: RefusalReason, carried?: Carried) => sendPage(reply, <PicturePage asked={asked} insist={insist} error={error} refused={refused} carried={carried} />, 422)
  const portrait = await receivePicture(web, visit.actor, { personId: dossier.personId, draftId: dossier.draftId }, form)
  if (portrait === 'missing' || portrait === 'broken') return again(portraitQuestionText[visit.lang][portrait])
  if (portrait === 'too-large') return again(refusalSentence('too-large', visit.lang), 'too-large')
  if (portrait === 'busy') return again(refusalSentence('busy', visit.lang), 'busy', carriedUpload(form))
  if (portrait.state === 'refused') return again(refusalSentence(portrait.reason, visit.lang), portrait.reason)
  return reply.redirect(`${paths.supplementPoint(dossier.id, 'portrait')}?xem=${portrait.id}`, 303)
}

type Carried = ReturnType<typeof carriedUpload>

function PicturePage({ asked, insist, error, refused, carried }: { asked: Asked; insist: readonly string[]; error?: string; refused?: RefusalReason | undefined; carried?: Carried }) {
  const { visit, dossier } = asked
  return (
    <PointFrame asked={asked} kind="portrait" multipart errors={error ? [{ text: error, href: '#picture' }] : []} continueText={portraitQuestionText[visit.lang].send}>
      <PictureField lang={visit.lang} error={error} refused={refused} insist={insist} sending={{ to: paths.draftUploads(dossier.draftId), script: asked.web.assets.citizen.sender }} carried={carried} />
    </PointFrame>
  )
}

function ShownPicture({ asked, portrait }: { asked: Asked; portrait: AcceptedPortrait }) {
  const { visit, dossier } = asked
  const address = paths.supplementPoint(dossier.id, 'portrait')
  return (
    <PointLayout asked={asked} kind="portrait">
      <span class="govuk-caption-l">{captionOf(asked, 'portrait')}</span>
      <h1 class="govuk-heading-l">{portraitQuestionText[visit.lang].title}</h1>
      <AcceptedPicture portrait={portrait} src={paths.supplementPicture(dossier.id, `${portrait.id}.jpg`)} lang={visit.lang}>
        <Form action={address} csrf={visit.csrf} hidden={{ use: portrait.id }}>
          <div class="govuk-button-group">
            <Button preventDoubleClick>{supplementText[visit.lang].usePicture}</Button>
            <Link href={address}>{portraitQuestionText[visit.lang].another}</Link>
          </div>
        </Form>
      </AcceptedPicture>
    </PointLayout>
  )
}
