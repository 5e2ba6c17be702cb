/** From "yes" to the filed dossier: what is filed is exactly what was agreed to, and once however often the button is pressed. */
import { isRefusalCode, refusalGround, type RefusalGround } from '../../../../catalogue/index.ts'
import { findGivenConsent, findLiveVisit, noteFiled } from '../../../../capabilities/counters/index.ts'
import { type Filing, prepareFiling, submit } from '../../../../dossiers/index.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import { type FilingCase, helperOf } from '../visit-case.ts'

/** What the person is asked to agree to; or why nothing can be filed. */
export type Offered =
  | { readonly filing: Filing; readonly content: { readonly hash: Buffer } }
  | { readonly refused: RefusalGround }
  /** Answers are missing, or the licence has a dossier meanwhile: another page tells. */
  | { readonly elsewhere: 'answers' | 'check' }

const UNIQUE_VIOLATION = '23505'

function elsewhereOf(error: unknown): Offered {
  if (!(error instanceof Refusal)) throw error
  if (isRefusalCode(error.code)) return { refused: refusalGround(error.code) }
  if (error.code === 'draft-incomplete') return { elsewhere: 'answers' }
  if (error.code === 'already-open' || error.code === 'draft-not-found') return { elsewhere: 'check' }
  throw error
}

/** Judges what would be filed now; nothing is written. */
export async function offer(c: FilingCase): Promise<Offered> {
  const { web, visit, counter, person } = c
  try {
    const actor = { ...visit.actor, channel: counter.way }
    const filing = await web.platform.read(actor, (work) => prepareFiling(work, { personId: person.id, draftId: counter.draftId, lang: visit.lang, agrees: false }))
    return 'filedAs' in filing ? { elsewhere: 'check' } : { filing, content: { hash: filing.dossier.filingEvidence } }
  } catch (error) {
    return elsewhereOf(error)
  }
}

/** Files what the person agreed to. @returns false when nothing stands that they agreed to */
export async function fileAgreed(c: FilingCase): Promise<boolean> {
  const { web, visit, counter, person } = c
  const offered = await offer(c)
  if (!('content' in offered)) return false
  const { content } = offered
  const consent = await web.platform.read(visit.actor, (work) => findGivenConsent(work, counter.id, content))
  if (!consent) return false
  const actor = helperOf(c, consent.id)
  try {
    const filing = await web.platform.read(actor, (work) => prepareFiling(work, { personId: person.id, draftId: counter.draftId, lang: visit.lang }))
    if ('filedAs' in filing || !filing.dossier.filingEvidence.equals(content.hash)) return false
    await web.platform.work(actor, async (work) => {
      await noteFiled(work, counter.id, await submit(work, filing))
    })
    return true
  } catch (error) {
    // Another press of the same button was quicker: the visit knows its dossier.
    const raced = (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) || (error instanceof Refusal && error.code === 'already-open')
    if (raced && (await web.platform.read(visit.actor, (work) => findLiveVisit(work, counter.id)))?.dossierId) return true
    throw error
  }
}
