/** Reads a form with one file: the token before the file, then the bytes, never more than allowed. */
import type { FastifyRequest } from 'fastify'
import { CSRF_FIELD } from '../../../kit/index.ts'
import { checkFormToken, formOf, type OfficeVisit, type Web } from '../../../request.ts'

export interface FileForm {
  readonly text: (name: string) => string
  /** Undefined when none was chosen. */
  readonly file: Buffer | 'too-large' | undefined
}

/** @throws Refusal 'form-expired' before any byte of the file is kept, when the token is not that of the session */
export async function readFileForm(web: Web, visit: OfficeVisit, request: FastifyRequest, mostBytes: number): Promise<FileForm> {
  if (!request.isMultipart()) return { text: formOf(request).text, file: undefined }
  const fields = new Map<string, string>()
  let checked = false
  let file: FileForm['file']
  const check = (given: unknown) => {
    checkFormToken(web, visit.session, given)
    checked = true
  }
  for await (const part of request.parts({ limits: { fileSize: mostBytes } })) {
    if (part.type === 'field') {
      if (part.fieldname === CSRF_FIELD) check(String(part.value))
      else fields.set(part.fieldname, String(part.value))
      continue
    }
    if (!checked) check(undefined)
    file = await bytesOf(part)
  }
  if (!checked) check(undefined)
  return { text: (name) => fields.get(name) ?? '', file }
}

async function bytesOf(part: { toBuffer(): Promise<Buffer> }): Promise<FileForm['file']> {
  try {
    const bytes = await part.toBuffer()
    return bytes.length === 0 ? undefined : bytes
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') return 'too-large'
    throw error
  }
}
