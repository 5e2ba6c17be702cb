/** The terms of a dossier beside each other: what was kept, what runs, whether it will be in time (C2). */
import { type Apology, findApology, type Judgement, judgeOutlook, type Prospects } from '../../../../dossiers/index.ts'
import type { Dossier } from '../../../../dossiers/index.ts'
import { localDateAt } from '../../../../platform/values/dates.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import type { Work } from '../../../../platform/work.ts'
import { Card, DateOnly, DateTime, Link, Tag, type Tone } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import { Facts, Sub } from '../../parts.tsx'
import { datesText } from './text.ts'

export interface Terms {
  readonly judgement: Judgement | undefined
  readonly apology: Apology | undefined
}

/** What the card tells besides the dossier itself. */
export async function readTerms(work: Work, dossier: Dossier, known: Promise<Prospects>): Promise<Terms> {
  const [apology, prospects] = await Promise.all([findApology(work, dossier.id), known])
  return { apology, judgement: judgeOutlook(dossier, prospects) }
}

const tones = { 'in-time': 'done', 'at-risk': 'waiting', overdue: 'stopped', 'stands-still': 'quiet', 'cannot-judge': 'quiet' } as const satisfies Readonly<Record<Judgement['outlook'], Tone>>

export function TermsCard({ dossier, terms: { judgement, apology }, now, lang }: { readonly dossier: Dossier; readonly terms: Terms; readonly now: Date; readonly lang: Lang }) {
  const t = datesText[lang]
  const rows = [
    { name: t.notice, dueAt: dossier.noticeDueAt, keptAt: dossier.noticeKeptAt }, { name: t.transfer, dueAt: dossier.transferDueAt, keptAt: dossier.transferKeptAt },
    { name: t.result, dueAt: dossier.dueAt, keptAt: null }, { name: t.again, dueAt: apology?.newDueAt ?? null, keptAt: null },
  ].flatMap(({ name, dueAt, keptAt }) => (dueAt ? [{ name, value: <><DateOnly on={localDateAt(dueAt)} />{standing(dueAt, keptAt, now, t)}</> }] : []))
  return (
    <Card title={t.title}>
      {judgement && <p class="govuk-body"><Tag tone={tones[judgement.outlook]}>{t.outlook[judgement.outlook]}{judgement.because ? `: ${t.because[judgement.because]}` : ''}</Tag></p>}
      {rows.length > 0 ? <Facts items={rows} /> : <p class="govuk-body">{t.none}</p>}
      <p class="govuk-body"><Link href={paths.officerHowCounted(dossier.id)}>{t.howCounted}</Link></p>
    </Card>
  )
}

function standing(dueAt: Date, keptAt: Date | null, now: Date, t: (typeof datesText)['vi']) {
  if (keptAt) return <Sub>{keptAt <= dueAt ? t.kept : t.keptLate} <DateTime at={keptAt} /></Sub>
  return now > dueAt ? <> <Tag tone="stopped">{t.passed}</Tag></> : null
}
