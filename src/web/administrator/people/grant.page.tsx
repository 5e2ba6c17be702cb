/** One row: who stands for it, and what this administrator may do about it. */
import { signatureFormWords, signedPaperWords } from '../../../catalogue/index.ts'
import { BackLink, Button, Card, Columns, DateTime, Form, Heading, Input, InsetText, NotificationBanner, SummaryList, Tag, Vietnamese } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit, Web } from '../../request.ts'
import { AdministratorLayout } from '../layout.tsx'
import { spanOf } from './powers.page.tsx'
import { peopleText } from './text.ts'
import { type GrantView, standOf } from './view.ts'

interface Shown {
  readonly web: Web
  readonly visit: StaffVisit
  readonly view: GrantView
  readonly said: { readonly done?: 'confirmed' | 'ended' | undefined; readonly refused?: string; readonly basisMissing?: boolean }
}

export function GrantPage(shown: Shown) {
  const { web, visit, view, said } = shown
  const { lang } = visit
  const t = peopleText[lang]
  const { grant } = view
  const { word, tone } = standOf(grant, view.today)
  const nameOf = (id: string) => view.names.get(id) ?? (id.startsWith('founding-') ? t.founding : t.former)
  const stands = (id: string, at: Date | null) => <>{nameOf(id)}{at && <>, <DateTime at={at} /></>}</>
  const title = t.titles[grant.giverId === null ? grant.kind : 'delegation']
  return (
    <AdministratorLayout
      web={web} visit={visit} today={view.today} current={grant.kind === 'power' ? 'powers' : 'units'} title={title} hasError={said.refused !== undefined || said.basisMissing === true}
      before={<BackLink href={grant.kind === 'power' ? paths.powers() : paths.units()}>{t.back[grant.kind]}</BackLink>}
    >
      {said.done && <NotificationBanner type="success" text={said.done === 'confirmed' ? t.confirmed : t.endedDone} />}
      {said.refused && <NotificationBanner role="alert" titleText={t.notDone} text={said.refused} />}
      <Heading caption={title} beside={<Tag tone={tone}>{t.states[word]}</Tag>}>{grant.staffId === null ? <Vietnamese>{grant.name ?? ''}</Vietnamese> : nameOf(grant.staffId)}</Heading>
      <Columns aside={<Decide {...shown} />}>
        <SummaryList rows={[
          grant.giverId !== null && { key: t.giver, value: nameOf(grant.giverId) }, grant.unitKind !== null && { key: t.kind, value: t.unitKinds[grant.unitKind] },
          view.unit !== undefined && { key: t.unit, value: <Vietnamese>{view.unit.name ?? ''}</Vietnamese> },
          grant.papers.length > 0 && { key: t.papers, value: grant.papers.map((one) => signedPaperWords[one][lang]).join(', ') }, grant.form !== null && { key: t.form, value: signatureFormWords[grant.form][lang] }, grant.position !== null && { key: t.position, value: <Vietnamese>{grant.position}</Vietnamese> },
          { key: t.columns.span, value: spanOf(grant, lang) }, { key: t.basis, value: <Vietnamese>{grant.basis}</Vietnamese> }, { key: t.enteredBy, value: stands(grant.enteredBy, grant.enteredAt) },
          grant.confirmedBy !== null && { key: t.confirmedBy, value: stands(grant.confirmedBy, grant.confirmedAt) }, grant.endedBy !== null && { key: t.endedBy, value: stands(grant.endedBy, grant.endedAt) },
          grant.endedBasis !== null && { key: t.endedBasis, value: <Vietnamese>{grant.endedBasis}</Vietnamese> },
        ]} />
      </Columns>
    </AdministratorLayout>
  )
}

function Decide({ visit, view: { grant }, said }: Shown) {
  const t = peopleText[visit.lang]
  const act = (name: 'xac-nhan' | 'dung') => paths.grantAct(grant.kind, grant.id, name)
  if (grant.endedAt !== null) return <InsetText>{t.isEnded}</InsetText>
  if (grant.confirmedAt === null) {
    return (
      <Card title={t.states.waits}>
        {grant.enteredBy === visit.session.staff.id ? <p class="govuk-body">{t.yourOwn}</p> : <Form action={act('xac-nhan')} csrf={visit.csrf}><Button preventDoubleClick>{t.confirm}</Button></Form>}
        <Form action={act('dung')} csrf={visit.csrf}><Button look="secondary" preventDoubleClick>{t.drop}</Button></Form>
      </Card>
    )
  }
  return (
    <Card title={t.end}>
      <p class="govuk-body">{t.endLead}</p>
      <Form action={act('dung')} csrf={visit.csrf}>
        <Input name="basis" label={{ text: t.basis }} hint={t.basisHint} errorMessage={said.basisMissing && t.problems['power-basis-missing']} autocomplete="off" spellcheck={false} attributes={{ maxlength: 200 }} />
        <Button look="warning" preventDoubleClick>{t.end}</Button>
      </Form>
    </Card>
  )
}
