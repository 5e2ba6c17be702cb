/** Does what one field of words asks for, then goes back to the dossier; what is wrong stands beside the field, with what was typed. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { MOST_NOTE, MOST_PERMISSION_REASON } from '../../../../dossiers/index.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import type { Work } from '../../../../platform/work.ts'
import { paths } from '../../../paths.ts'
import { sendPage, type StaffVisit, type Web } from '../../../request.ts'
import { bodyOf, readWithin, withinFields } from '../../worklist/address.ts'
import { dossierPage } from '../dossier.page.tsx'
import { readDossier } from '../dossier.view.ts'
import { askText } from '../supplement/text.ts'
import type { WordsForm } from './form.ts'
import { notesText } from './text.ts'

/** Words for what the form itself can be told; undefined for everything else. */
function errorOf(code: string, what: WordsForm['what'], visit: StaffVisit): string | undefined {
  const t = notesText[visit.lang]
  if (code === 'note-missing') return t.missing
  if (code === 'reason-missing') return askText[visit.lang].allowMissing
  if (code === 'note-too-long') return t.tooLong(what === 'allow' ? MOST_PERMISSION_REASON : MOST_NOTE)
  return code === 'not-a-colleague' ? t.colleagueMissing : undefined
}

/** @throws Refusal 'dossier-not-found' */
export async function saidAgain(web: Web, visit: StaffVisit, request: FastifyRequest, reply: FastifyReply, dossierId: string, form: WordsForm, fn: (work: Work) => Promise<void>): Promise<FastifyReply> {
  const within = readWithin(web, visit, bodyOf(request))
  try {
    await web.platform.work(visit.actor, fn)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'dossier-not-found') throw error
    const text = errorOf(error.code, form.what, visit)
    const said = text ? { wordsForm: { ...form, error: text } } : { wordsForm: form, refused: { code: error.code } }
    return sendPage(reply, dossierPage(web, visit, await readDossier(web.platform, visit, dossierId, within), said), text ? 422 : 409)
  }
  return reply.redirect(`${paths.officerDossier(dossierId, withinFields(within))}#${form.what === 'allow' ? 'bo-sung-ho-so' : 'ghi-chu'}`, 303)
}
