/** The portrait, large, and whether it is the picture that the citizen sent (P5, POR1). */
import { type AcceptedPortrait, doubtWords, readCropOf, receiptHash } from '../../../../capabilities/portraits/index.ts'
import { FileDamaged, FilesSilent } from '../../../../platform/files/contract.ts'
import type { Platform } from '../../../../platform/runtime.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { Code, DateTime, Details, InsetText, Picture, Tag } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import { Alarm, Hash } from '../../parts.tsx'
import { dossierText } from '../../text/dossier.ts'
import type { DossierPageView, DossierView } from '../dossier.view.ts'

/**
 * same: the stored bytes, the dossier's portrait, the hash judged at filing and the card order all agree.
 * bytes-differ: the file in the store is missing or has another hash. hash-differs: the requirement was met by another
 * picture. card-differs: the printer was told another picture. not-judged: a new picture has not been compared yet. not-read: the store does
 * not answer, which says nothing of the picture.
 */
export type PortraitCheck =
  | { readonly state: 'same' | 'not-judged' | 'not-read'; readonly hash: string }
  | { readonly state: 'bytes-differ' | 'hash-differs' | 'card-differs'; readonly hash: string | null }

/** Reads the stored picture back and compares every place where its hash was written. */
export async function checkPortrait(platform: Platform, view: Pick<DossierView, 'portrait' | 'requirements' | 'card'>): Promise<PortraitCheck> {
  const { portrait } = view
  if (portrait?.state !== 'accepted') return { state: 'bytes-differ', hash: null }
  const hash = portrait.cropHash
  const read = await readCropOf(platform, portrait).then(() => 'whole' as const, stateOf)
  if (read !== 'whole') return { state: read, hash }
  const evidence = view.requirements.find((one) => one.kind === 'portrait')?.evidence
  if (evidence && evidence['portraitId'] !== portrait.id) return { state: 'not-judged', hash }
  if (evidence && evidence['cropHash'] !== hash) return { state: 'hash-differs', hash }
  if (view.card && view.card.portraitHash !== hash) return { state: 'card-differs', hash }
  return { state: evidence ? 'same' : 'not-judged', hash }
}

/** Reading compares the bytes with the hash; what is neither damage nor an outage goes on. */
function stateOf(error: unknown): 'bytes-differ' | 'not-read' {
  if (error instanceof FileDamaged) return 'bytes-differ'
  if (error instanceof FilesSilent) return 'not-read'
  throw error
}

/** The picture with its proof below it; an alarm stands above everything else. */
export function PortraitCard({ view, lang }: { view: DossierPageView; lang: Lang }) {
  const t = dossierText[lang].portrait
  const { portrait, portraitCheck: check } = view
  const accepted = portrait?.state === 'accepted' ? portrait : undefined
  const isShown = accepted && check.state !== 'bytes-differ' && check.state !== 'not-read'
  return (
    <Picture src={isShown ? paths.officerPortrait(view.dossier.id) : undefined} alt={isShown ? t.alt : t.missing}>
      {check.state === 'same' ? <Tag tone="done">{t.same}</Tag> : check.state === 'not-judged' || check.state === 'not-read' ? <Tag tone="waiting">{t[check.state]}</Tag> : <Alarm title={t.alarm}>{t[check.state]}</Alarm>}
      {check.hash && <p class="govuk-body">{t.code}: <strong><Code>{receiptHash(check.hash)}</Code></strong></p>}
      {accepted && <p class="govuk-body-s">{measured(accepted, lang)}</p>}
      {accepted && accepted.doubts.length > 0 && <InsetText>{accepted.doubts.map((doubt) => <p class="govuk-body-s">{doubtWords[doubt][lang]}</p>)}</InsetText>}
      {accepted && (
        <Details summaryText={t.full}>
          <p class="govuk-body-s"><Hash code={accepted.cropHash} /></p>
          <p class="govuk-body-s">{t.received} <DateTime at={accepted.receivedAt} />{accepted.source === 'population-register' && `. ${t.populationSource}`}</p>
          <p class="govuk-body-s">{t.limits}</p>
        </Details>
      )}
    </Picture>
  )
}

/** What the examination measured, in a line. */
function measured({ measures, doubts }: Pick<AcceptedPortrait, 'measures' | 'doubts'>, lang: Lang): string {
  const t = dossierText[lang].portrait
  const tenth = (n: number) => n.toFixed(1).replace('.', lang === 'vi' ? ',' : '.')
  return [
    measures.faces === 1 && t.face,
    measures.eyesOpen !== undefined && t.eyes(!doubts.includes('eyes-closed')),
    measures.roll !== undefined && t.tilt(tenth(Math.abs(measures.roll))),
    measures.headShare !== undefined && t.head(String(Math.round(measures.headShare * 100))),
  ].filter(Boolean).join(' · ')
}
