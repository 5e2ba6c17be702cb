/** The health certificate: found by my identity, by its number, or still with the clinic (B3, P2). */
import { setTimeout as pause } from 'node:timers/promises'
import { askByNumber, type CertificateStanding, parseCertificateNumber } from '../../../capabilities/health-certificates/index.ts'
import { formatDate } from '../../../platform/values/dates.ts'
import { Input, Radios } from '../../kit/index.ts'
import { certificateStandingOf, isAskingCertificate } from '../knowledge.ts'
import { certificateItem } from '../needs-list.tsx'
import { certificateQuestionText } from '../text/certificate.ts'
import { type DraftCase, heldOf } from './draft-case.ts'
import type { FieldsProps, QuestionPage, Read, Values } from './question.tsx'

const STEP_MS = 100
const PATIENCE_MS = { shown: 1_000, typed: 2_500 }

type Data = CertificateStanding | undefined

function standing(c: DraftCase): Promise<Data> {
  return c.web.platform.read(c.visit.actor, (work) => certificateStandingOf(work, c.person.id, heldOf(c.licences), c.draft.answers.classChoice ?? {}))
}

/** Looks again until an answer is there, for so long at most. */
async function standingOnce(c: DraftCase, isSettled: (data: Data) => boolean, patienceMs: number): Promise<Data> {
  const began = performance.now()
  for (;;) {
    const data = await standing(c)
    if (isSettled(data) || performance.now() - began > patienceMs) return data
    await pause(STEP_MS)
  }
}

function initial(c: DraftCase, data: Data): Record<string, string> {
  const { certificate } = c.draft.answers
  const how = certificate && certificate.how !== 'not-needed' ? certificate.how : data?.usability.state === 'usable' ? 'by-identity' : ''
  return { how, number: certificate?.how === 'by-number' ? certificate.number : '' }
}

async function read(c: DraftCase, _data: Data, values: Values): Promise<Read> {
  const t = certificateQuestionText[c.visit.lang]
  const how = values('how')
  if (how === 'by-identity' || how === 'not-yet') return { answers: { certificate: { how } } }
  if (how !== 'by-number') return { errors: { how: t.missing } }
  const number = parseCertificateNumber(values('number'))
  if (!number) return { errors: { number: values('number').trim() === '' ? t.numberMissing : t.numberWrong } }
  const { person, visit, web } = c
  await web.platform.work(visit.actor, (work) => askByNumber(work, { personId: person.id, identityNumber: person.identityNumber, fullName: person.fullName }, number))
  const after = await standingOnce(c, (data) => byNumber(data)?.state !== 'asked', PATIENCE_MS.typed)
  const question = byNumber(after)
  if (question?.otherPerson) return { errors: { number: t.numberOther } }
  if (question?.state === 'absent') return { errors: { number: t.numberAbsent } }
  // No answer yet: the dossier will hear it. A certificate that does not serve is told on the page after filing too.
  return { answers: { certificate: { how, number } } }
}

function byNumber(data: Data) {
  return data?.questions.find((q) => q.by === 'number')
}

function Fields({ c, data, values, errors }: FieldsProps<Data>) {
  const { lang } = c.visit
  const t = certificateQuestionText[lang]
  const usable = data?.usability.state === 'usable' ? data.usability : undefined
  const found = usable && t.foundHint(usable.certificate.number, usable.certificate.clinicName, formatDate(usable.certificate.concludedOn), formatDate(usable.lastDay))
  return (
    <>
      <p class="govuk-body">{t.lead}</p>
      {!usable && <p class="govuk-body">{certificateItem({ certificate: data }, lang).detail}</p>}
      <Radios
        name="how"
        fieldset={{ legend: { text: t.legend, classes: 'govuk-fieldset__legend--m' } }}
        errorMessage={errors['how']}
        value={values('how')}
        items={[
          found !== undefined && { value: 'by-identity', text: t.found, hint: found },
          !usable && isAskingCertificate(data) && { value: 'by-identity', text: t.byIdentity, hint: t.byIdentityHint },
          {
            value: 'by-number', text: t.byNumber, hint: t.byNumberHint,
            conditional: <Input name="number" label={t.number} hint={t.numberHint} classes="govuk-input--width-20" spellcheck={false} autocapitalize="characters" value={values('number')} errorMessage={errors['number']} />,
          },
          { value: 'not-yet', text: t.notYet, hint: t.notYetHint },
        ]}
      />
    </>
  )
}

export const certificatePage: QuestionPage<Data> = { step: 'certificate', load: (c) => standingOnce(c, (data) => !isAskingCertificate(data), PATIENCE_MS.shown), initial, read, Fields }
