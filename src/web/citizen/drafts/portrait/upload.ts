/** Reads a form with one picture: the token before the file, the file, and whatever else stands in the form. */
import type { FastifyRequest } from 'fastify'
import { CSRF_FIELD } from '../../../kit/index.ts'
import { checkFormToken, formOf, type Web } from '../../../request.ts'
import type { Session } from '../../../../capabilities/identity/index.ts'

export interface PictureForm {
  /** Undefined when none was chosen; 'too-large' when it is beyond what a form may carry. */
  readonly picture: Buffer | 'too-large' | undefined
  readonly list: (name: string) => readonly string[]
}

/** @throws Refusal 'form-expired' before any byte of the file is kept, when the token is not that of the session */
export async function readPictureForm(web: Web, session: Session, request: FastifyRequest): Promise<PictureForm> {
  if (!request.isMultipart()) return { picture: undefined, list: formOf(request).list }
  const fields = new Map<string, string[]>()
  let picture: PictureForm['picture']
  let checked = false
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      const value = String(part.value)
      if (part.fieldname === CSRF_FIELD) {
        checkFormToken(web, session, value)
        checked = true
      } else fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), value])
      continue
    }
    if (!checked) checkFormToken(web, session, undefined)
    picture = await bytesOf(part)
  }
  if (!checked) checkFormToken(web, session, undefined)
  return { picture, list: (name) => fields.get(name) ?? [] }
}

async function bytesOf(part: { toBuffer(): Promise<Buffer> }): Promise<PictureForm['picture']> {
  try {
    const bytes = await part.toBuffer()
    return bytes.length === 0 ? undefined : bytes
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') return 'too-large'
    throw error
  }
}
