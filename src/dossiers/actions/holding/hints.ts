/** Reasons to look, never verdicts: what a dossier has in common with others. Nothing here changes what is possible with it. */
import { listLookAlikes, listSameFile, type LookAlike } from '../../../capabilities/portraits/index.ts'
import { type HintKind, hintKinds, hintLimitsOn, type HintReason, hintReasons } from '../../../catalogue/index.ts'
import { addDays, instantAt, localDateAt } from '../../../platform/values/dates.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { appendEvent, type Dossier, findFilingHelp } from '../../store/dossiers.ts'
import { listOfHelper, listWithPhone, listWithPortraits, type Other } from '../../store/worklists/hints.ts'

interface HintedDossier {
  readonly id: string
  readonly number: string
  /** How far the pictures are apart, where that is the hint. */
  readonly apart?: Pick<LookAlike, 'places' | 'mirrored'> | undefined
}

export interface Hint {
  readonly kind: HintKind
  /** Dossiers of the own province, to be opened. */
  readonly here: readonly HintedDossier[]
  /** Of other provinces nothing but how many. */
  readonly elsewhere: number
  readonly people: number
}

/**
 * @param work background work: dossiers of every province are counted, and only those of the dossier's own are named
 * @param dossier whose hints; the caller has checked that the reader may see it
 */
export async function findHints(work: Work, dossier: Dossier): Promise<Hint[]> {
  const filedOn = localDateAt(dossier.filedAt)
  const limits = hintLimitsOn(filedOn)
  const since = instantAt(addDays(filedOn, -limits.days))
  const [help, same, looks, phones] = await Promise.all([findFilingHelp(work, dossier.id), listSameFile(work, dossier.portraitId), listLookAlikes(work, dossier.portraitId), listWithPhone(work, dossier.id, since)])
  // What is the very same file is told as that.
  const alike = new Map(looks.filter(({ portraitId, places }) => places <= limits.placesOfLook && !same.includes(portraitId)).map((one) => [one.portraitId, one]))
  const [pictures, lookAlikes, filed] = await Promise.all([
    listWithPortraits(work, dossier.id, dossier.personId, same), listWithPortraits(work, dossier.id, dossier.personId, [...alike.keys()]), help ? listOfHelper(work, dossier.id, help.helperId, instantAt(filedOn), instantAt(addDays(filedOn, 1))) : [],
  ])
  const hintOf = (kind: HintKind, others: readonly Other[]): Hint => {
    const here = others.filter(({ province }) => province === dossier.authorityProvince)
    return { kind, here: here.map(({ id, number, portraitId }) => ({ id, number, apart: kind === 'like-picture' ? alike.get(portraitId) : undefined })), elsewhere: others.length - here.length, people: new Set(others.map(({ personId }) => personId)).size }
  }
  return [
    ...(pictures.length > 0 ? [hintOf('same-picture', pictures)] : []),
    ...(lookAlikes.length > 0 ? [hintOf('like-picture', lookAlikes.toSorted((a, b) => (alike.get(a.portraitId)?.places ?? 0) - (alike.get(b.portraitId)?.places ?? 0)))] : []),
    // This dossier's own person is one of them.
    ...(new Set(phones.map(({ personId }) => personId)).size + 1 >= limits.peopleOfOnePhone ? [hintOf('same-phone', phones)] : []),
    ...(filed.length + 1 >= limits.dossiersOfOneHelper ? [hintOf('busy-helper', filed)] : []),
  ]
}

/**
 * Notes that somebody looked at a hint as it stands, and why it is let be; a hint that grows stands there anew.
 * @param seen `count`: how many dossiers the hint told of
 * @throws Refusal 'hint-unknown' for a kind or reason that is none
 */
export function noteHintSeen(work: Work, dossier: Dossier, seen: { readonly kind: string; readonly reason: string; readonly count: number }): void {
  const kind = hintKinds.find((one) => one === seen.kind)
  const reason: HintReason | undefined = hintReasons.find((one) => one === seen.reason)
  if (!kind || !reason) throw new Refusal('hint-unknown')
  appendEvent(work, dossier, { kind: 'hint-seen', from: null, to: null, details: { hint: kind, reason, count: seen.count } })
}
