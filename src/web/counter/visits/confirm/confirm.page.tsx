/** What is read to the person before they agree, and the three ways of saying yes (A4, IDN4). */
import { authorityOf, classLabel, getProvince, resultingClasses } from '../../../../catalogue/index.ts'
import type { CodeOutcome, Consent } from '../../../../capabilities/counters/index.ts'
import type { Answers } from '../../../../dossiers/index.ts'
import { localTimeAt } from '../../../../platform/values/dates.ts'
import { formatVnd } from '../../../../platform/values/money.ts'
import { BackLink, Button, Card, Cards, Checkboxes, Code, ErrorSummary, Form, Heading, Input, InsetText, Link, LinkButton, Picture, SummaryList } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import { CounterLayout } from '../../layout.tsx'
import type { FilingData } from '../filing/filing-data.ts'
import { confirmText } from '../text/confirm.ts'
import type { FilingCase } from '../visit-case.ts'
import type { Offered } from './file.ts'
import type { SignatureError } from './read-signature.ts'

export interface Confirming {
  readonly c: FilingCase
  readonly data: FilingData
  readonly offered: Exclude<Offered, { elsewhere: unknown }>
  readonly consent: Consent | undefined
  /** Whether a paper signed for exactly this was scanned in at this visit. */
  readonly isSigned: boolean
}

export interface ConfirmSaid {
  readonly outcome?: Exclude<CodeOutcome, 'given'> | 'too-many-codes' | 'phone-of-many'
  readonly signature?: Readonly<Partial<Record<'card' | 'sign' | 'name', SignatureError>>>
  readonly name?: string
}

export function confirmPage(confirming: Confirming, said: ConfirmSaid) {
  const { c, offered } = confirming
  const { lang } = c.visit
  const t = confirmText[lang]
  const errors = [
    ...(said.outcome ? [{ text: t.outcomes[said.outcome], href: '#code' }] : []),
    ...Object.entries(said.signature ?? {}).map(([field, code]) => ({ text: t[code], href: `#${field === 'sign' ? 'name' : field}` })),
  ]
  return (
    <CounterLayout web={c.web} visit={c.visit} today={c.today} current="visits" title={t.title} hasError={errors.length > 0} before={<BackLink href={paths.counterVisitAt(c.counter.id, 'answers')} />}>
      {errors.length > 0 && <ErrorSummary errorList={errors} />}
      {'refused' in offered && <ErrorSummary errorList={[{ text: t.refused(offered.refused.title[lang]) }]}>{`${offered.refused.meaning[lang]} ${offered.refused.remedy[lang]}`}</ErrorSummary>}
      <Heading caption={c.person.fullName}>{t.title}</Heading>
      {'filing' in offered && (
        <>
          <p class="govuk-body">{t.readAloud}</p>
          <Summary confirming={confirming} answers={offered.filing.dossier.answers} amountVnd={offered.filing.dossier.amountVnd} />
          <InsetText>{t.declaration} <Link href={paths.privacy()}>{t.notice}</Link></InsetText>
          <Ways confirming={confirming} said={said} phone={offered.filing.dossier.answers.phone} />
        </>
      )}
    </CounterLayout>
  )
}

function Summary({ confirming: { c, data }, answers: a, amountVnd }: { confirming: Confirming; answers: Answers; amountVnd: number }) {
  const { lang } = c.visit
  const t = confirmText[lang]
  const held = data.licences.flatMap((one) => one.held.map((h) => h.class))
  const reason = data.procedure.reasons.find((one) => one.id === a.reason)
  const change = { items: [{ href: paths.counterVisitAt(c.counter.id, 'answers'), text: t.change, visuallyHiddenText: t.title }] }
  return (
    <SummaryList
      rows={[
        { key: t.procedure, value: data.procedure.title[lang] },
        { key: t.holder, value: a.holder.fullName },
        { key: t.licence, value: <>{data.licences.map((one) => <div>{one.held.map((h) => classLabel(h.class)[lang]).join(' + ')}, <Code>{one.number}</Code></div>)}</> },
        { key: t.newClasses, value: resultingClasses(held, a.classChoice, c.today).map((id) => classLabel(id)[lang]).join(' + '), actions: change },
        { key: t.reason, value: reason?.words[lang] ?? '' },
        { key: t.details, value: a.changedDetails === 'none' ? (data.licences[0]?.holderResidence ?? '') : a.holder.address },
        { key: t.portrait, value: <Picture small src={paths.counterFile(c.counter.id, 'anh.jpg')} alt={t.portrait} /> },
        { key: t.certificate, value: a.certificate.how === 'by-number' ? t.certificateOf['by-number'](a.certificate.number) : t.certificateOf[a.certificate.how] },
        { key: t.authority, value: authorityOf(a.authorityProvince, c.today).name[lang] },
        { key: t.phone, value: a.phone },
        { key: t.delivery, value: a.delivery.how === 'collect' ? t.collect : `${a.delivery.recipient}, ${a.delivery.street}, ${a.delivery.commune}, ${getProvince(a.delivery.provinceCode, c.today).name[lang]}` },
        { key: t.fee, value: formatVnd(amountVnd) },
        { key: t.helper, value: c.visit.session.staff.fullName },
      ]}
    />
  )
}

function Ways({ confirming, said, phone }: { confirming: Confirming; said: ConfirmSaid; phone: string }) {
  const { c, isSigned } = confirming
  const isOnPaper = c.counter.way === 'in-person'
  const t = confirmText[c.visit.lang]
  return (
    <Cards>
      {isOnPaper && isSigned && (
        <Card title={t.byPaper}>
          <p class="govuk-body">{t.paperLead}</p>
          <Form action={paths.counterVisitAt(c.counter.id, 'paper')} csrf={c.visit.csrf}><Button preventDoubleClick>{t.confirmPaper}</Button></Form>
        </Card>
      )}
      {isOnPaper && !isSigned && (
        <Card title={t.byPaper}>
          <p class="govuk-body">{t.paperMissing}</p>
          <LinkButton look="secondary" href={paths.counterVisitAt(c.counter.id, 'papers')}>{t.toPapers}</LinkButton>
        </Card>
      )}
      {!isOnPaper && <ByCode confirming={confirming} said={said} phone={phone} />}
      <BySignature confirming={confirming} said={said} />
    </Cards>
  )
}

function ByCode({ confirming: { c, consent }, said, phone }: { confirming: Confirming; said: ConfirmSaid; phone: string }) {
  const t = confirmText[c.visit.lang]
  const asked = consent?.method === 'code' ? consent : undefined
  return (
    <Card title={t.byCode}>
      <p class="govuk-body">{t.sendTo(phone)}</p>
      <Form action={paths.counterVisitAt(c.counter.id, 'code')} csrf={c.visit.csrf}><Button look={asked ? 'secondary' : 'primary'} preventDoubleClick>{asked ? t.sendAgain : t.send}</Button></Form>
      {asked?.toSend && <InsetText>{t.sending}</InsetText>}
      {asked?.sentAt && (
        <>
          <p class="govuk-body">{t.sent(localTimeAt(asked.sentAt))}</p>
          <Form action={paths.counterVisitAt(c.counter.id, 'confirm')} csrf={c.visit.csrf}>
            <Input name="code" inputmode="numeric" autocomplete="off" classes="govuk-input--width-10" label={{ text: t.code, classes: 'govuk-label--s' }} errorMessage={said.outcome && t.outcomes[said.outcome]} />
            <Button preventDoubleClick>{t.confirmCode}</Button>
          </Form>
        </>
      )}
    </Card>
  )
}

function BySignature({ confirming: { c }, said }: { confirming: Confirming; said: ConfirmSaid }) {
  const t = confirmText[c.visit.lang]
  const error = (field: 'card' | 'sign' | 'name') => {
    const code = said.signature?.[field]
    return code && t[code]
  }
  return (
    <Card title={t.bySignature}>
      <Form action={paths.counterVisitAt(c.counter.id, 'signature')} csrf={c.visit.csrf}>
        <Input name="card" label={{ text: t.card, classes: 'govuk-label--s' }} autocomplete="off" spellcheck={false} errorMessage={error('card')} />
        <div class="tt-signature" data-signature hidden>
          <p class="govuk-label govuk-label--s" id="sign-label">{t.sign}</p>
          <p class="govuk-hint">{t.signHint}</p>
          <canvas class="tt-signature__plate" width="1000" height="300" role="img" aria-labelledby="sign-label" />
          <input type="hidden" name="strokes" value="" />
          <Button type="button" look="secondary">{t.clear}</Button>
        </div>
        <p class="govuk-body">{t.orTyped}</p>
        <Input name="name" label={t.name} autocomplete="off" spellcheck={false} value={said.name} errorMessage={error('name') ?? error('sign')} />
        <Checkboxes name="declare" items={[{ value: '1', text: t.declare }]} classes="govuk-checkboxes--small" />
        <Button preventDoubleClick>{t.confirmSignature}</Button>
      </Form>
    </Card>
  )
}
