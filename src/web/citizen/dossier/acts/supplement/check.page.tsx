/** All answers beside what stood there before; only with the last button does anything change (B7). */
import type { VNode } from 'preact'
import { pointWords, reasonWords } from '../../../../../catalogue/index.ts'
import { type PointAnswer, pointValue, type SupplementPoint, partIn } from '../../../../../dossiers/index.ts'
import { CitizenLayout } from '../../../../layout.tsx'
import { BackLink, Button, Code, ErrorSummary, Form, Link, Picture, SummaryList } from '../../../../kit/index.ts'
import { paths } from '../../../../paths.ts'
import { supplementText } from '../../../text/supplement.ts'
import type { Asked } from './asked.tsx'

export function CheckPage({ asked, receipts, error }: { asked: Asked; /** The code of a picture, by its id. */ receipts: ReadonlyMap<string, string>; error?: string | undefined }) {
  const { web, visit, dossier, request } = asked
  const t = supplementText[visit.lang]
  const last = request.points.at(-1)
  return (
    <CitizenLayout web={web} visit={visit} title={t.checkTitle} hasError={error !== undefined} before={last && <BackLink href={paths.supplementPoint(dossier.id, last.kind)} />}>
      {error && <ErrorSummary errorList={[{ text: error }]} />}
      <span class="govuk-caption-l">{t.title}</span>
      <h1 class="govuk-heading-l">{t.checkTitle}</h1>
      {request.permissionId !== null && <p class="govuk-body"><strong>{t.ours}</strong></p>}
      <p class="govuk-body">{t.checkLead}</p>
      {request.points.map((point) => <Changed asked={asked} point={point} receipts={receipts} />)}
      <p class="govuk-body">{t.nothingElse}</p>
      <Form action={paths.supplementCheck(dossier.id)} csrf={visit.csrf}>
        <div class="govuk-button-group">
          <Button preventDoubleClick>{t.send}</Button>
          <Link href={paths.dossier(dossier.id)}>{t.later}</Link>
        </div>
      </Form>
    </CitizenLayout>
  )
}

function Changed({ asked, point, receipts }: { asked: Asked; point: SupplementPoint; receipts: ReadonlyMap<string, string> }) {
  const { visit, dossier, answers, c } = asked
  const { lang } = visit
  const t = supplementText[lang]
  const name = pointWords(point.kind)[lang]
  const shown = (value: PointAnswer | null): string | VNode => {
    const code = value?.portraitId && receipts.get(value.portraitId)
    if (value?.portraitId) return <Picture small src={paths.supplementPicture(dossier.id, `${value.portraitId}.jpg`)} alt={name}><Code>{code ?? ''}</Code></Picture>
    if (point.kind === 'changed-details') return value ? t.correctedShort : t.inRegister
    return (value && pointValue(point.kind, value, c.today)?.[lang]) ?? t.none
  }
  const again = isSame(answers.portraitId, point, receipts) ? t.samePicture : saysTheSame(asked, point) ? t.sameAnswer : undefined
  return (
    <SummaryList
      card={{ title: name, actions: { items: [{ href: paths.supplementPoint(dossier.id, point.kind), text: t.change, visuallyHiddenText: name }] } }}
      rows={[
        { key: t.why, value: reasonWords(point.reason)[lang] },
        { key: t.before, value: shown(point.kind === 'changed-details' ? null : partIn(point.kind, answers)) },
        { key: t.after, value: again ? <>{shown(point.answer)}<br /><strong>{again}</strong></> : shown(point.answer) },
      ]}
    />
  )
}

/** Whether the very picture that the officer could not use was sent again. */
function isSame(before: string, { answer }: SupplementPoint, receipts: ReadonlyMap<string, string>): boolean {
  return answer?.portraitId !== undefined && receipts.get(answer.portraitId) === receipts.get(before)
}

/** Whether the answer is what stood there when the officer asked; what is put right in a register says nothing here. */
function saysTheSame({ answers, c }: Asked, { kind, answer }: SupplementPoint): boolean {
  if (!answer || answer.portraitId || kind === 'changed-details') return false
  const words = (value: PointAnswer) => pointValue(kind, value, c.today)?.vi
  return words(answer) !== undefined && words(answer) === words(partIn(kind, answers))
}
