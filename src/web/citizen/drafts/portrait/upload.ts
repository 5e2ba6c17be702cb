/** Reads a form with one picture: the token before the file, the file or the name of one that came in pieces, and whatever else stands in the form. */
import type { FastifyRequest } from 'fastify'
import { fileFormOf, type SentFile, type Web } from '../../../request.ts'
import type { Session } from '../../../../capabilities/identity/index.ts'
import { examine, findPortraitOfUpload, keep, type Portrait } from '../../../../capabilities/portraits/index.ts'
import type { Actor } from '../../../../platform/values/actor.ts'
import { isId } from '../../../../platform/values/ids.ts'
import { unfinishedPictures } from './pieces.ts'

export interface PictureForm {
  readonly picture: SentFile
  /** The picture came in pieces beforehand and is known by this id. */
  readonly uploadId: string | undefined
  readonly list: (name: string) => readonly string[]
}

/** @throws Refusal 'form-expired' before any byte of the file is kept, when the token is not that of the session */
export async function readPictureForm(web: Web, session: Session, request: FastifyRequest): Promise<PictureForm> {
  const { list, file: picture } = await fileFormOf(web, session, request)
  const form = formOnly(list)
  // A picture chosen now counts, and not one that the form still carries.
  return picture === undefined ? form : { ...form, uploadId: undefined, picture }
}

function formOnly(list: PictureForm['list']): PictureForm {
  // The last one: a form that still carries an upload nobody had time for may bring a newer one.
  const uploadId = list('uploaded').at(-1)
  return { picture: undefined, uploadId: isId(uploadId) ? uploadId : undefined, list }
}

/** What the form carries along when nobody had time to look at a picture that came in pieces: pressing again is then enough. */
export function carriedUpload({ uploadId, list }: PictureForm): { readonly uploadId: string; readonly sum: string | undefined } | undefined {
  return uploadId === undefined ? undefined : { uploadId, sum: list('sum').at(-1) }
}

/**
 * Looks at the picture of a form and records it, however it came: whole with the form, or in pieces beforehand. A picture
 * in pieces is looked at once: whoever sends the form again, because the line broke before the answer, hears the same.
 * @returns 'missing' when there is none, or its pieces have not all arrived; 'broken' when the form did not arrive whole; 'busy' when nobody had time to look: that says
 * nothing about the picture, so nothing is recorded and the pieces stay
 */
export async function receivePicture(web: Web, actor: Actor, of: { personId: string; draftId: string }, form: PictureForm): Promise<Portrait | 'missing' | 'broken' | 'too-large' | 'busy'> {
  const { platform } = web
  const { personId, draftId } = of
  const { uploadId } = form
  const pictures = unfinishedPictures(web)
  const known = async () => (uploadId === undefined ? undefined : platform.read(actor, (work) => findPortraitOfUpload(work, personId, uploadId)))
  const before = await known()
  if (before) return before
  const picture = uploadId === undefined ? form.picture : await pictures.read(draftId, uploadId)
  if (picture === 'too-large' || picture === 'broken') return picture
  // The same form sent twice at once: the other one has kept the picture meanwhile, and let go of its pieces.
  if (picture === undefined || picture === 'unfinished') return (await known()) ?? 'missing'
  // Looking takes a while: outside any transaction. What is kept has been read back from the store (P5).
  const examination = await examine(platform, picture, { insist: form.list('insist'), sentAs: uploadId === undefined ? undefined : form.list('sum').at(-1) })
  if (examination.state === 'refused' && examination.reason === 'busy') return 'busy'
  const portrait = await platform.work(actor, (work) => keep(work, { personId, draftId, examination, source: 'upload', uploadId }))
  if (uploadId !== undefined) await pictures.forget(draftId, uploadId)
  return portrait
}
