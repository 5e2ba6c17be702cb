/** Files a declared draft, once however often the button is pressed. */
import { isRefusalCode, refusalGround } from '../../../../catalogue/index.ts'
import { findDossierByDraft, prepareFiling, submit } from '../../../../dossiers/index.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import type { DraftCase } from '../draft-case.ts'

export type Filed =
  | { readonly dossierId: string }
  /** The law stops it: why and what to do, in the words of the catalogue. */
  | { readonly refused: ReturnType<typeof refusalGround> }
  /** Answers are missing, or the licence got a dossier meanwhile: another page tells. */
  | { readonly goTo: 'questions' | 'mine' }

/** What of a draft's page is needed to file it. */
interface Filer {
  readonly web: Pick<DraftCase['web'], 'platform'>
  readonly visit: Pick<DraftCase['visit'], 'actor' | 'lang'>
  readonly draft: Pick<DraftCase['draft'], 'id' | 'personId'>
}

const UNIQUE_VIOLATION = '23505'

/** Judges and writes a filing. A repeat, a double click and a second tab all get the first dossier. */
export async function fileDraft(c: Filer): Promise<Filed> {
  const { web, visit, draft } = c
  try {
    const filing = await web.platform.read(visit.actor, (work) => prepareFiling(work, { personId: draft.personId, draftId: draft.id, lang: visit.lang }))
    if ('filedAs' in filing) return { dossierId: filing.filedAs }
    return { dossierId: await web.platform.work(visit.actor, (work) => submit(work, filing)) }
  } catch (error) {
    const first = await firstFiling(c, error)
    if (first) return { dossierId: first }
    if (!(error instanceof Refusal)) throw error
    if (isRefusalCode(error.code)) return { refused: refusalGround(error.code) }
    if (error.code === 'draft-incomplete') return { goTo: 'questions' }
    if (error.code === 'already-open' || error.code === 'consent-missing') return { goTo: 'mine' }
    throw error
  }
}

/** The dossier that another press made while this one was under way. */
async function firstFiling(c: Filer, error: unknown): Promise<string | undefined> {
  const raced = error instanceof Error && (('code' in error && error.code === UNIQUE_VIOLATION) || (error instanceof Refusal && error.code === 'already-open'))
  if (!raced) return undefined
  return (await c.web.platform.read(c.visit.actor, (work) => findDossierByDraft(work, c.draft.id)))?.id
}
