/** Lists to choose from: decisions to sign, dossiers of the straight-through lane; and what was drawn for full appraisal. */
import { auditSampleOn, straightCheckWords } from '../../../catalogue/index.ts'
import { mostOf, type StraightThrough } from '../../../dossiers/index.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Button, Checklist, DateOnly, DateTime, Details, Form, Heading, KeyHint, Link, LinkButton, SortableTable, Tag, Toolbar } from '../../kit/index.ts'
import { StaffLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { StaffVisit, Web } from '../../request.ts'
import { Hash, mustSignInAgain, SignInAgain, SigningHeld, Sub } from '../parts.tsx'
import { numberOf } from '../shared.ts'
import { words } from '../text/words.ts'
import { firstView } from '../worklist/address.ts'
import { TICKED } from '../worklist/bulk-bar.tsx'
import { dossierCells, RefusedBanner } from './bulk.page.tsx'
import type { DrawnView, SignView, StraightView } from './bulk.view.ts'
import { bulkText } from './text.ts'

export interface Choosing {
  /** Every row ticked: without JavaScript too. */
  readonly all: boolean
  readonly refused?: string | undefined
  /** Those that were ticked when it was refused. */
  readonly ticked?: readonly string[]
}

/** The decisions that wait for a signature, each to be opened; chosen ones are looked at once more before anything is signed. */
export function signPage(web: Web, visit: StaffVisit, view: SignView, said: Choosing) {
  const t = bulkText[visit.lang]
  const notYet = view.toSign - view.rows.length
  const title = view.more ? t.sign.first(view.rows.length) : t.sign.title(view.rows.length)
  return (
    <StaffLayout web={web} visit={visit} today={view.today} current="to-sign" toSign={view.toSign} title={title} hasError={said.refused !== undefined}>
      {said.refused && <RefusedBanner code={said.refused} visit={visit} />}
      <Heading end={<BackToList visit={visit} />}>{title}</Heading>
      <p class="govuk-body">{t.sign.lead(mostOf('sign'))} {view.more ? t.sign.more : notYet > 0 && t.sign.notYet(notYet)}</p>
      {view.rows.length > 0 && view.signingHeld && <SigningHeld held={view.signingHeld} visit={visit} today={view.today} />}
      {view.rows.length > 0 && !view.signingHeld && mustSignInAgain(visit, view.today) && <SignInAgain visit={visit} today={view.today} later />}
      <Form action={paths.bulks()} csrf={visit.csrf} hidden={{ viec: 'sign' }}>
        <Ticking all={said.all} page={paths.bulkSign} go={t.sign.go} visit={visit} isEmpty={view.rows.length === 0} />
        <SortableTable
          caption={title} empty={t.sign.empty}
          columns={(['number', 'applicant', 'classes', 'prepared', 'hash', 'paper'] as const).map((key) => ({ key, text: t.columns[key] }))}
          rows={view.rows.map(({ dossier, documentId, hash, preparedBy, preparedAt }, index) => ({
            select: { name: TICKED, value: `${dossier.id}.${hash}`, label: t.sign.tick(numberOf(dossier), dossier.applicantName), checked: said.all || said.ticked?.includes(dossier.id) },
            cells: {
              ...dossierCells(dossier, index), prepared: <div>{view.staff.get(preparedBy) ?? ''} <Sub><DateTime at={preparedAt} /></Sub></div>, hash: <Hash code={hash.slice(0, 16)} />,
              paper: <Link href={paths.officerDocument(dossier.id, documentId)}>{t.sign.open}<span class="govuk-visually-hidden"> {numberOf(dossier)}</span></Link>,
            },
          }))}
        />
      </Form>
    </StaffLayout>
  )
}

/** Out of a page of bulk work to the list that its reader begins with. */
function BackToList({ visit }: { readonly visit: StaffVisit }) {
  return <><Link href={paths.worklist(firstView(visit))} attributes={{ 'data-shortcut': 'l' }}>{bulkText[visit.lang].look.cancel}</Link> <KeyHint>L</KeyHint></>
}

function Ticking({ all, page, go, visit, isEmpty }: { readonly all: boolean; readonly page: (all?: boolean) => string; readonly go: string; readonly visit: StaffVisit; readonly isEmpty: boolean }) {
  const t = bulkText[visit.lang]
  if (isEmpty) return null
  return (
    <Toolbar>
      <Button preventDoubleClick>{go} <span data-ticked={TICKED} /></Button>
      <LinkButton look="secondary" href={page(!all)} shortcut="c">{all ? t.sign.none : t.sign.all}</LinkButton>
    </Toolbar>
  )
}

/** Dossiers all of whose checks have passed by rule, with the checks one by one; an officer chooses and confirms. */
export function straightPage(web: Web, visit: StaffVisit, view: StraightView, said: Choosing) {
  const t = bulkText[visit.lang]
  const title = view.more ? t.straight.first(view.rows.length) : t.straight.title(view.rows.length)
  const mayDo = visit.session.staff.role === 'appraiser'
  const table = (
    <SortableTable
      caption={title} empty={t.straight.empty}
      columns={(['number', 'applicant', 'classes', 'status', 'due', 'checks'] as const).map((key) => ({ key, text: t.columns[key] }))}
      rows={view.rows.map(({ dossier, straight }, index) => ({
        select: mayDo ? { name: TICKED, value: dossier.id, label: t.sign.tick(numberOf(dossier), dossier.applicantName), checked: said.all || said.ticked?.includes(dossier.id) } : undefined,
        cells: {
          ...dossierCells(dossier, index), status: words[visit.lang].statuses[dossier.status], due: dossier.dueAt ? <DateOnly on={localDateAt(dossier.dueAt)} /> : '–',
          checks: <Details summaryText={t.straight.allPassed(straight.checks.length)}><Checks straight={straight} lang={visit.lang} /></Details>,
        },
      }))}
    />
  )
  return (
    <StaffLayout web={web} visit={visit} today={view.today} current="worklist" toSign={view.toSign} title={title} hasError={said.refused !== undefined}>
      {said.refused && <RefusedBanner code={said.refused} visit={visit} />}
      <Heading end={<BackToList visit={visit} />}>{title}</Heading>
      <p class="govuk-body">{t.straight.lead} {view.more && t.straight.more}</p>
      {mayDo
        ? <Form action={paths.bulks()} csrf={visit.csrf} hidden={{ viec: 'decide' }}><Ticking all={said.all} page={paths.bulkStraight} go={t.straight.go} visit={visit} isEmpty={view.rows.length === 0} />{table}</Form>
        : table}
    </StaffLayout>
  )
}

/** Each check of the rules with how it stands. */
export function Checks({ straight, lang }: { readonly straight: StraightThrough; readonly lang: Lang }) {
  const t = bulkText[lang].straight
  return <Checklist label={`${t.rules} ${straight.rules}`} items={straight.checks.map(({ check, passed }) => ({ tone: passed ? 'done' : 'stopped', title: straightCheckWords[check][lang], status: passed ? t.passed : t.failed }))} />
}

/** What was drawn for full appraisal, for who watches over the work. */
export function drawnPage(web: Web, visit: StaffVisit, view: DrawnView) {
  const t = bulkText[visit.lang]
  const rate = `${(auditSampleOn(view.today).value / 10).toLocaleString(visit.lang === 'vi' ? 'vi-VN' : 'en-GB')} %`
  return (
    <StaffLayout web={web} visit={visit} today={view.today} current="worklist" toSign={view.toSign} title={t.drawn.title}>
      <Heading>{t.drawn.title}</Heading>
      <p class="govuk-body">{t.drawn.lead(rate)}</p>
      <SortableTable
        caption={t.drawn.title} empty={t.drawn.empty}
        columns={(['number', 'applicant', 'classes', 'status', 'drawn', 'prepared', 'opened'] as const).map((key) => ({ key, text: t.columns[key] }))}
        rows={view.rows.map(({ dossier, drawn }, index) => ({
          mark: drawn.preparedBy && !drawn.openedAt ? 'late' : undefined,
          cells: {
            ...dossierCells(dossier, index), status: words[visit.lang].statuses[dossier.status], drawn: <DateTime at={drawn.drawnAt} />,
            prepared: drawn.preparedBy && drawn.preparedAt ? <div>{view.staff.get(drawn.preparedBy) ?? ''} <Sub><DateTime at={drawn.preparedAt} /></Sub></div> : t.drawn.notYet,
            opened: drawn.openedAt ? <DateTime at={drawn.openedAt} /> : drawn.preparedBy ? <Tag tone="stopped">{t.drawn.notOpened}</Tag> : '–',
          },
        }))}
      />
    </StaffLayout>
  )
}
