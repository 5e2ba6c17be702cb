/** Check your answers, declare, and with that file (B1): the submission code comes at once, whatever else is still missing. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { authorityOf, classLabel, feeVnd, getProvince, type RefusalGround, resultingClasses } from '../../../../catalogue/index.ts'
import { findAcceptedPortrait, receiptHash } from '../../../../capabilities/portraits/index.ts'
import { type Answers, answersShape, type DraftStep, holderOf, nextStep, onlyReason, saveAnswers } from '../../../../dossiers/index.ts'
import { formatDate } from '../../../../platform/values/dates.ts'
import { CitizenLayout } from '../../../layout.tsx'
import { BackLink, Button, Code, ErrorSummary, Form, InsetText, Link, Money, Picture, SummaryList, type SummaryRow } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import { sendPage, type Web } from '../../../request.ts'
import { lossQuestionText } from '../../text/loss.ts'
import { checkText } from '../../text/check.ts'
import { questionText } from '../../text/questions.ts'
import { askedIn, type DraftCase, heldOf, openDraft, stepsOf } from '../draft-case.ts'
import { captionOf } from '../question.tsx'
import { Carried } from './carried.tsx'
import { fileDraft } from './filing.ts'

type Params = { Params: { draftId: string } }

export function registerCheck(app: FastifyInstance, web: Web): void {
  app.get<Params>(paths.draft(':draftId', 'check'), async (request, reply) => {
    const c = await openDraft(web, request, reply)
    return c ? show(c, reply) : reply
  })
  app.get<Params>(paths.declare(':draftId'), (request, reply) => reply.redirect(paths.draft(request.params.draftId, 'check'), 303))
  app.post<Params>(paths.declare(':draftId'), async (request, reply) => {
    const c = await openDraft(web, request, reply)
    if (!c) return reply
    const filed = await fileDraft(c)
    if ('dossierId' in filed) return reply.redirect(paths.filed(filed.dossierId), 303)
    if ('goTo' in filed) return reply.redirect(filed.goTo === 'mine' ? paths.mine() : paths.resume(c.draft.id), 303)
    return show(c, reply, filed.refused)
  })
}

/** Shows the answers with the holder's data as they would be frozen now; sends on to what is still open. */
async function show(c: DraftCase, reply: FastifyReply, refused?: RefusalGround): Promise<FastifyReply> {
  const { draft, web, visit } = c
  const next = nextStep(draft.answers, askedIn(c, draft.answers))
  if (next !== 'check') return reply.redirect(paths.draft(draft.id, next), 303)
  const [licence] = c.licences
  if (!licence) return reply.redirect(paths.mine(), 303)
  const holder = holderOf({ person: c.person, record: c.population.record, licence, answers: draft.answers, today: c.today })
  if (JSON.stringify(holder) !== JSON.stringify(draft.answers.holder)) await web.platform.work(visit.actor, (work) => saveAnswers(work, draft.personId, draft.id, { holder }))
  const parsed = answersShape.safeParse({ ...draft.answers, holder })
  if (!parsed.success) return reply.redirect(paths.draft(draft.id, holder.address.trim() === '' ? 'details' : 'reason'), 303)
  const portrait = await web.platform.read(visit.actor, (work) => findAcceptedPortrait(work, parsed.data.portraitId))
  return sendPage(reply, <CheckPage c={c} answers={parsed.data} receipt={portrait ? receiptHash(portrait.cropHash) : ''} refused={refused} />, refused ? 422 : 200)
}

interface CheckProps {
  readonly c: DraftCase
  readonly answers: Answers
  readonly receipt: string
  readonly refused: RefusalGround | undefined
}

function CheckPage({ c, answers, receipt, refused }: CheckProps) {
  const { visit, web, draft } = c
  const { lang, csrf } = visit
  const t = checkText[lang]
  const before = stepsOf(c).at(-2) ?? 'delivery'
  const fee = c.procedure.needs.find((need) => need.kind === 'fee')
  const amount = fee?.kind === 'fee' ? feeVnd(fee.fee, c.today, 'online') : undefined
  return (
    <CitizenLayout web={web} visit={visit} title={t.title} hasError={refused !== undefined} before={<BackLink href={paths.draft(draft.id, before)} />}>
      {refused && <ErrorSummary errorList={[{ text: t.refused(refused.title[lang]) }]}>{`${refused.meaning[lang]} ${refused.remedy[lang]}`}</ErrorSummary>}
      <span class="govuk-caption-l">{captionOf(c, 'check')}</span>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <Carried c={c} step="check" />
      <h2 class="govuk-heading-m">{t.answers}</h2>
      <SummaryList rows={answerRows(c, answers, receipt)} />
      <h2 class="govuk-heading-m">{t.holder}</h2>
      <p class="govuk-hint">{t.holderHint}</p>
      <SummaryList
        rows={[
          { key: t.name, value: answers.holder.fullName }, { key: t.birthDate, value: formatDate(answers.holder.birthDate) }, { key: t.sex, value: t.sexes[answers.holder.sex] },
          { key: t.nationality, value: answers.holder.nationality }, { key: t.address, value: answers.holder.address },
        ]}
      />
      <h2 class="govuk-heading-m">{t.declareTitle}</h2>
      {amount && <p class="govuk-body">{t.fee}: <strong><Money vnd={amount.value} /></strong>{amount.assumed ? ` (${questionText[lang].assumed})` : ''}</p>}
      <InsetText>{t.declaration}</InsetText>
      <p class="govuk-body">{t.next}</p>
      <Form action={paths.declare(draft.id)} csrf={csrf}>
        <div class="govuk-button-group">
          <Button preventDoubleClick>{t.file}</Button>
          <Link href={paths.mine()}>{questionText[lang].later}</Link>
        </div>
      </Form>
    </CitizenLayout>
  )
}

function answerRows(c: DraftCase, a: Answers, receipt: string): SummaryRow[] {
  const { lang } = c.visit
  const t = checkText[lang]
  const steps = stepsOf(c)
  const row = (step: DraftStep, key: string, value: SummaryRow['value']): SummaryRow =>
    ({ key, value, ...(steps.includes(step) ? { actions: { items: [{ href: step === 'portrait' ? `${paths.draft(c.draft.id, step)}?khac` : paths.draft(c.draft.id, step), text: t.change, visuallyHiddenText: key }] } } : {}) })
  const held = heldOf(c.licences)
  const reason = c.procedure.reasons.find((r) => r.id === a.reason)
  return [
    { key: t.procedure, value: c.procedure.title[lang] },
    { key: t.licences, value: <>{c.licences.map((l) => <div>{l.held.map((h) => classLabel(h.class)[lang]).join(' + ')}, <Code>{l.number}</Code></div>)}</> },
    onlyReason(c.procedure) === undefined ? row('reason', t.reason, reason?.words[lang] ?? '') : { key: t.reason, value: reason?.words[lang] ?? '' },
    row('reason', t.newClasses, resultingClasses(held, a.classChoice, c.today).map((id) => classLabel(id)[lang]).join(' + ')),
    ...(a.loss && steps.includes('loss') ? [row('loss', t.loss, `${lossQuestionText[lang].kinds[a.loss.how]}, ${formatDate(a.loss.lostOn)}`)] : []),
    row('details', t.details, t.detailsOf[a.changedDetails]),
    row('authority', t.authority, authorityOf(a.authorityProvince, c.today).name[lang]),
    row('contact', t.contact, <>{a.phone}{a.email && <><br />{a.email}</>}</>),
    row('portrait', t.portrait, <Picture small src={paths.draftPortraitImage(c.draft.id, a.portraitId)} alt={t.portrait}>{t.receipt}: <Code>{receipt}</Code></Picture>),
    row('certificate', t.certificate, a.certificate.how === 'by-number' ? t.certificateOf['by-number'](a.certificate.number) : t.certificateOf[a.certificate.how]),
    row('delivery', t.delivery, deliveryWords(c, a.delivery)),
  ]
}

function deliveryWords(c: DraftCase, d: Answers['delivery']): SummaryRow['value'] {
  if (d.how === 'collect') return checkText[c.visit.lang].collect
  return <>{d.recipient}, {d.phone}<br />{d.street}, {d.commune}, {getProvince(d.provinceCode, c.today).name[c.visit.lang]}</>
}
