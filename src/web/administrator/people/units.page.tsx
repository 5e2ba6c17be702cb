/** Departments and teams of the authority, and who belongs to them. */
import { roles } from '../../../catalogue/index.ts'
import { Button, Card, Columns, Form, Heading, Input, Link, Select, SortableTable, Tag, Vietnamese } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import { AdministratorLayout } from '../layout.tsx'
import { Basis, fieldsOf, Said, type Shown, SpanFields, spanOf } from './powers.page.tsx'
import { peopleText } from './text.ts'
import { standOf } from './view.ts'

export function UnitsPage(shown: Shown) {
  const { web, visit, view, said } = shown
  const t = peopleText[visit.lang]
  const stand = (grant: (typeof view.units)[number]) => {
    const { word, tone } = standOf(grant, view.today)
    return <Tag tone={tone}>{t.states[word]}</Tag>
  }
  return (
    <AdministratorLayout web={web} visit={visit} today={view.today} current="units" title={t.unitsTitle} hasError={said.errors !== undefined || said.refused !== undefined}>
      <Said visit={visit} said={said} />
      <Heading beside={<Vietnamese>{view.authority}</Vietnamese>}>{t.unitsTitle}</Heading>
      <p class="govuk-body">{t.unitsLead}</p>
      <Columns aside={<><UnitForm {...shown} /><MemberForm {...shown} /></>}>
        <section>
          <h2 class="govuk-heading-m">{t.unitsCaption}</h2>
          <SortableTable
            caption={t.unitsCaption} empty={t.empty} columns={(['name', 'kind', 'span', 'basis', 'state'] as const).map((key) => ({ key, text: t.columns[key] }))}
            rows={view.units.map((unit) => ({
              cells: { name: <Link href={paths.grant('unit', unit.id)}><Vietnamese>{unit.name ?? ''}</Vietnamese></Link>, kind: t.unitKinds[unit.unitKind ?? 'team'], span: spanOf(unit, visit.lang), basis: <Basis of={unit} />, state: stand(unit) },
            }))}
          />
        </section>
        <section>
          <h2 class="govuk-heading-m">{t.membersCaption}</h2>
          <SortableTable
            caption={t.membersCaption} empty={t.empty} columns={(['member', 'unit', 'span', 'basis', 'state'] as const).map((key) => ({ key, text: t.columns[key] }))}
            rows={view.members.map((member) => ({
              cells: {
                member: <Link href={paths.grant('member', member.id)}>{view.names.get(member.staffId ?? '') ?? t.former}</Link>, unit: <Vietnamese>{view.units.find(({ id }) => id === member.unitId)?.name ?? ''}</Vietnamese>,
                span: spanOf(member, visit.lang), basis: <Basis of={member} />, state: stand(member),
              },
            }))}
          />
        </section>
      </Columns>
    </AdministratorLayout>
  )
}

function UnitForm({ visit, said }: Shown) {
  const t = peopleText[visit.lang]
  const of = fieldsOf(said, 'unit')
  return (
    <Card title={t.enterUnit}>
      <Form action={paths.units()} csrf={visit.csrf} hidden={{ what: 'unit' }}>
        <Select id={of.id('kind')} name="kind" label={{ text: t.kind }} value={of.value('kind') || 'team'} items={(['team', 'department'] as const).map((kind) => ({ text: t.unitKinds[kind], value: kind }))} />
        <Input id={of.id('name')} name="name" label={{ text: t.name }} value={of.value('name')} errorMessage={of.error('name')} autocomplete="off" spellcheck={false} attributes={{ maxlength: 200, lang: 'vi' }} />
        <SpanFields visit={visit} said={said} form="unit" />
        <Button preventDoubleClick>{t.button}</Button>
      </Form>
    </Card>
  )
}

function MemberForm({ visit, view, said }: Shown) {
  const { lang } = visit
  const t = peopleText[lang]
  const of = fieldsOf(said, 'member')
  const units = view.units.filter((unit) => unit.endedAt === null)
  if (units.length === 0) return null
  return (
    <Card title={t.enterMember}>
      <Form action={paths.units()} csrf={visit.csrf} hidden={{ what: 'member' }}>
        <Select id={of.id('staff')} name="staff" label={{ text: t.staff }} value={of.value('staff')} errorMessage={of.error('staff')} items={[{ text: t.choose, value: '' }, ...view.colleagues.filter(({ officeCode }) => officeCode === null).map((one) => ({ text: `${one.fullName} (${roles[one.role].words[lang]})`, value: one.id }))]} />
        <Select id={of.id('unit')} name="unit" label={{ text: t.unit }} value={of.value('unit')} errorMessage={of.error('unit')} items={[{ text: t.choose, value: '' }, ...units.map((unit) => ({ text: unit.name ?? '', value: unit.id }))]} />
        <SpanFields visit={visit} said={said} form="member" />
        <Button look="secondary" preventDoubleClick>{t.button}</Button>
      </Form>
    </Card>
  )
}
