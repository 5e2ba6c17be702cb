/** Old cards of exchanged licences: who still owes one, and what was received and is to be destroyed by two people. */
import { BackLink, Button, Code, DateTime, Form, Heading, NotificationBanner, SortableTable } from '../../../kit/index.ts'
import { StaffLayout } from '../../../layout.tsx'
import { paths } from '../../../paths.ts'
import type { StaffVisit, Web } from '../../../request.ts'
import { Sub } from '../../parts.tsx'
import { numberOf } from '../../shared.ts'
import { astrayText, type OldCardAct } from '../../text/astray.ts'
import { refusalWords, words } from '../../text/words.ts'
import type { OldCardRow, OldCardsView } from './astray.view.ts'

export function oldCardsPage(web: Web, visit: StaffVisit, view: OldCardsView, said: { readonly done?: OldCardAct; readonly refused?: string } = {}) {
  const t = astrayText[visit.lang]
  return (
    <StaffLayout web={web} visit={visit} today={view.today} current="cards" title={t.oldTitle} hasError={said.refused !== undefined} before={<BackLink href={paths.cards()}>{t.back}</BackLink>}>
      {said.done && <NotificationBanner type="success" text={t.oldDone[said.done]} />}
      {said.refused && (
        <NotificationBanner role="alert" titleText={words[visit.lang].notDone}>
          <p class="govuk-notification-banner__heading">{refusalWords(said.refused, visit.lang)}</p>
        </NotificationBanner>
      )}
      <Heading>{t.oldTitle}</Heading>
      <p class="govuk-body">{t.oldLead}</p>
      <Rows title={t.received(view.received.length)} rows={view.received} visit={visit} acts={['da-huy', 'giu-lai']} />
      <Rows title={t.owed(view.owed.length)} rows={view.owed} visit={visit} acts={['da-nhan']} />
    </StaffLayout>
  )
}

function Rows({ title, rows, visit, acts }: { readonly title: string; readonly rows: readonly OldCardRow[]; readonly visit: StaffVisit; readonly acts: readonly OldCardAct[] }) {
  const t = astrayText[visit.lang]
  const columns = [...(['number', 'serial', 'dossier', 'since'] as const), ...(acts.includes('da-huy') ? (['received'] as const) : []), 'act' as const]
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {rows.length === 0 && <p class="govuk-body">{t.oldNone}</p>}
      {rows.length > 0 && (
        <SortableTable
          caption={title}
          columns={columns.map((key) => ({ key, text: t.oldColumns[key] }))}
          rows={rows.map(({ old, licence, dossier, receivedBy }) => ({
            cells: {
              number: <Code>{licence.number}</Code>, serial: licence.cardSerial ? <Code>{licence.cardSerial}</Code> : '', dossier: dossier ? <Code>{numberOf(dossier)}</Code> : '',
              since: <><DateTime at={old.owedSince} />{old.reminded > 0 && <Sub>{t.reminded(old.reminded)}</Sub>}</>,
              received: old.receivedAt && <><DateTime at={old.receivedAt} /><Sub>{receivedBy}</Sub></>,
              act: visit.session.staff.role === 'appraiser' ? acts.map((act) => (
                <Form action={paths.oldCardAct(old.licenceId, act)} csrf={visit.csrf}>
                  <Button look="secondary" preventDoubleClick>{t.oldActs[act]}<span class="govuk-visually-hidden"> {t.of(licence.number)}</span></Button>
                </Form>
              )) : t.waits.appraiser,
            },
          }))}
        />
      )}
    </section>
  )
}
