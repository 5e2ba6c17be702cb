/** The health certificate: found by my identity, by its number, still with the clinic, or on paper only (B3, P2, P3). */
import { setTimeout as pause } from 'node:timers/promises'
import { askByNumber, type CertificateStanding, type Clinic, listActiveClinics, parseCertificateNumber } from '../../../../capabilities/health-certificates/index.ts'
import { findPopulationRecord } from '../../../../capabilities/identity/index.ts'
import { formatDate } from '../../../../platform/values/dates.ts'
import { Checkboxes, Input, Link, Radios, Select } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import { certificateStandingOf, isAskingCertificate } from '../../../../dossiers/index.ts'
import { certificateItem } from '../../needs-list.tsx'
import { certificateQuestionText } from '../../text/certificate.ts'
import { type DraftCase, heldOf } from '../draft-case.ts'
import type { FieldsProps, QuestionPage, Read, Values } from '../question.tsx'

const STEP_MS = 100
const PATIENCE_MS = { shown: 1_000, typed: 2_500 }

interface Data {
  readonly standing: CertificateStanding | undefined
  /** Clinics that can be reminded. */
  readonly clinics: readonly Clinic[]
}

function standing(c: DraftCase, number?: string): Promise<Data['standing']> {
  return c.web.platform.read(c.visit.actor, (work) => certificateStandingOf(work, c.person.id, heldOf(c.licences), c.draft.answers.classChoice ?? {}, number))
}

/** Looks again until an answer is there, for so long at most. */
async function standingOnce(c: DraftCase, isSettled: (data: Data['standing']) => boolean, patienceMs: number, number?: string): Promise<Data['standing']> {
  const began = performance.now()
  for (;;) {
    const data = await standing(c, number)
    if (isSettled(data) || performance.now() - began > patienceMs) return data
    await pause(STEP_MS)
  }
}

async function load(c: DraftCase): Promise<Data> {
  const [found, clinics] = await Promise.all([
    standingOnce(c, (data) => !isAskingCertificate(data), PATIENCE_MS.shown), c.web.platform.read(c.visit.actor, listActiveClinics),
  ])
  return { standing: found, clinics }
}

function initial(c: DraftCase, { standing: found }: Data): Record<string, string> {
  const { certificate } = c.draft.answers
  const how = certificate && certificate.how !== 'not-needed' ? certificate.how : found?.usability.state === 'usable' ? 'by-identity' : ''
  return { how, number: certificate?.how === 'by-number' ? certificate.number : '', clinicCode: certificate?.how === 'not-yet' ? (certificate.clinicCode ?? '') : '' }
}

async function read(c: DraftCase, { clinics }: Data, values: Values): Promise<Read> {
  const t = certificateQuestionText[c.visit.lang]
  const how = values('how')
  if (how === 'by-identity') return { answers: { certificate: { how } } }
  if (how === 'not-yet') {
    const clinic = clinics.find((one) => one.code === values('clinicCode'))
    return { answers: { certificate: { how, ...(clinic ? { clinicCode: clinic.code } : {}) } } }
  }
  if (how === 'certified-copy') return { goTo: paths.draftCopy(c.draft.id) }
  if (how !== 'by-number') return { errors: { how: t.missing } }
  const number = parseCertificateNumber(values('number'))
  if (!number) return { errors: { number: values('number').trim() === '' ? t.numberMissing : t.numberWrong } }
  const { person, visit, web } = c
  await web.platform.work(visit.actor, async (work) => {
    const known = (await findPopulationRecord(work, person.id))?.record
    return askByNumber(work, { personId: person.id, identityNumber: person.identityNumber, fullName: person.fullName, ...(known?.formerIdentityNumber ? { formerIdentityNumber: known.formerIdentityNumber } : {}) }, number)
  })
  const after = await standingOnce(c, (data) => byNumber(data)?.state !== 'asked', PATIENCE_MS.typed, number)
  const question = byNumber(after)
  if (question?.otherPerson || after?.usability.state === 'other-person') return { errors: { number: t.numberOther } }
  // A number that nobody has yet may be one the clinic has not sent: whoever is sure of it may file and wait (P2).
  if (question?.state === 'absent' && after?.usability.state === 'none' && values('sure') !== '1') return { errors: { number: t.numberAbsent } }
  // No answer yet: the dossier will hear it. A certificate that does not serve is told on the page after filing too.
  return { answers: { certificate: { how, number } } }
}

function byNumber(data: Data['standing']) {
  return data?.questions.find((q) => q.by === 'number')
}

function Fields({ c, data, values, errors }: FieldsProps<Data>) {
  const { lang } = c.visit
  const t = certificateQuestionText[lang]
  const { standing: now, clinics } = data
  const usable = now?.usability.state === 'usable' ? now.usability : undefined
  const found = usable && t.foundHint(usable.certificate.number, usable.certificate.clinicName, formatDate(usable.certificate.concludedOn), formatDate(usable.lastDay))
  const askWhetherSure = errors['number'] === t.numberAbsent || values('sure') === '1'
  return (
    <>
      <p class="govuk-body">{t.lead}</p>
      {!usable && <p class="govuk-body">{certificateItem({ certificate: now }, lang).detail}</p>}
      {!usable && <p class="govuk-body"><Link href={paths.examiningClinics()}>{t.where}</Link></p>}
      <Radios
        name="how"
        fieldset={{ legend: { text: t.legend, classes: 'govuk-fieldset__legend--m' } }}
        errorMessage={errors['how']}
        value={values('how')}
        items={[
          found !== undefined && { value: 'by-identity', text: t.found, hint: found },
          !usable && isAskingCertificate(now) && { value: 'by-identity', text: t.byIdentity, hint: t.byIdentityHint },
          {
            value: 'by-number', text: t.byNumber, hint: t.byNumberHint,
            conditional: (
              <>
                <Input name="number" label={t.number} hint={t.numberHint} classes="govuk-input--width-20" spellcheck={false} autocapitalize="characters" value={values('number')} errorMessage={errors['number']} />
                {askWhetherSure && <Checkboxes name="sure" values={[values('sure')]} items={[{ value: '1', text: t.sure, hint: t.sureHint }]} />}
              </>
            ),
          },
          {
            value: 'not-yet', text: t.notYet, hint: t.notYetHint,
            conditional: clinics.length > 0 && <Select name="clinicCode" label={t.clinic} hint={t.clinicHint} value={values('clinicCode')} items={[{ value: '', text: t.clinicNone }, ...clinics.map((one) => ({ value: one.code, text: one.name }))]} />,
          },
          { value: 'certified-copy', text: t.onPaper, hint: t.onPaperHint },
        ]}
      />
    </>
  )
}

export const certificatePage: QuestionPage<Data> = { step: 'certificate', load, initial, read, Fields }
