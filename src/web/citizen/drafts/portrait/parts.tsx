/** Parts of a page that takes a portrait: sending one, and seeing the 3 by 4 crop before it is used. Shared with supplements. */
import type { ComponentChildren } from 'preact'
import { type AcceptedPortrait, adviceFor, disputeWords, isDisputable, receiptHash, type RefusalReason } from '../../../../capabilities/portraits/index.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { Checkboxes, Code, Columns, FileUpload, Picture } from '../../../kit/index.ts'
import { portraitQuestionText } from '../../text/portrait.ts'
import { Sending } from './sending.tsx'

/** The field for a picture, with advice before and the refusal beside it. `insist`: reasons that the person disputed; `carried`: a picture that arrived and was not looked at yet. */
export function PictureField({ lang, error, refused, insist, sending, carried }: { lang: Lang; error: string | undefined; refused: RefusalReason | undefined; insist: readonly string[]; sending?: { to: string; script: string | undefined }; carried?: { readonly uploadId: string; readonly sum: string | undefined } | undefined }) {
  const t = portraitQuestionText[lang]
  const disputable = refused !== undefined && isDisputable(refused)
  return (
    <>
      <p class="govuk-body">{t.lead}</p>
      <ul class="govuk-list govuk-list--bullet">{t.tips.map((tip) => <li>{tip}</li>)}</ul>
      {insist.map((reason) => <input type="hidden" name="insist" value={reason} />)}
      {carried && <input type="hidden" name="uploaded" value={carried.uploadId} />}
      {carried?.sum !== undefined && <input type="hidden" name="sum" value={carried.sum} />}
      {disputable && (
        <Checkboxes name="insist" idPrefix="insist" items={[{ value: refused, text: disputeWords[lang] }]} fieldset={{ legend: t.disputeLead }} />
      )}
      <FileUpload name="picture" label={{ text: t.label, classes: 'govuk-label--s' }} hint={t.hint} accept="image/*" errorMessage={error} />
      {sending && <Sending {...sending} lang={lang} />}
    </>
  )
}

/** What is wrong and the one thing to do. */
export function refusalSentence(reason: RefusalReason, lang: Lang): string {
  const advice = adviceFor(reason, lang)
  return portraitQuestionText[lang].twoLines(advice.wrong, advice.todo)
}

/** The accepted picture, exactly as it will be printed, with its receipt code, and beside it what to do. */
export function AcceptedPicture({ portrait, src, lang, children }: { portrait: AcceptedPortrait; src: string; lang: Lang; children?: ComponentChildren }) {
  const t = portraitQuestionText[lang]
  return (
    <Columns start={<Picture src={src} alt={t.shownAlt}>{t.shownTitle}</Picture>}>
      <p class="govuk-body">{t.receipt}: <strong><Code>{receiptHash(portrait.cropHash)}</Code></strong>. {t.receiptHint}</p>
      {portrait.source !== 'upload' && <p class="govuk-body">{t.sources[portrait.source]}</p>}
      {portrait.doubts.length > 0 && <p class="govuk-body">{t.doubts}</p>}
      {children}
    </Columns>
  )
}
