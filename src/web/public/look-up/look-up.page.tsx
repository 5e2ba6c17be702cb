/** The page of the public look-up: two questions, and at most one answer above them. Works without JavaScript. */
import { classLabel, getRestriction, isRestrictionCode } from '../../../catalogue/index.ts'
import type { LookUpAnswer, PublicLicence } from '../../../capabilities/licences/index.ts'
import { formatDate, type LocalDate } from '../../../platform/values/dates.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Code, DateInput, FormPage, Input, Link, StatusBox, SummaryList } from '../../kit/index.ts'
import { CitizenLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { Visit, Web } from '../../request.ts'
import { lookUpText } from './text.ts'

/** What was typed, as it was typed. */
export interface Typed {
  readonly number: string
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface Problems {
  readonly number?: string | undefined
  readonly birthDate?: string | undefined
}

interface Props {
  readonly web: Web
  readonly visit: Visit
  readonly typed?: Typed
  readonly problems?: Problems
  readonly answer?: { readonly told: LookUpAnswer; readonly number: string; readonly today: LocalDate }
}

export function LookUpPage({ web, visit, typed, problems = {}, answer }: Props) {
  const { lang } = visit
  const t = lookUpText[lang]
  const errors = [problems.number && { text: problems.number, href: '#number' }, problems.birthDate && { text: problems.birthDate, href: '#birth-day' }].filter((one) => typeof one === 'object')
  const found = answer?.told.kind === 'found'
  return (
    <CitizenLayout web={web} visit={visit} title={t.title} hasError={errors.length > 0}>
      <FormPage action={paths.lookUp()} csrf={visit.csrf} errors={errors} continueText={t.ask} heading={t.title} lead={answer ? <Answer {...answer} lang={lang} /> : <p class="govuk-body">{t.lead}</p>}>
        {found && <h2 class="govuk-heading-m">{t.again}</h2>}
        <Input name="number" label={{ text: t.number, classes: 'govuk-label--s' }} hint={t.numberHint} inputmode="numeric" autocomplete="off" spellcheck={false} classes="govuk-input--width-20" value={typed?.number} errorMessage={problems.number} />
        <DateInput
          id="birth" namePrefix="birth" fieldset={{ legend: { text: t.birthDate, classes: 'govuk-fieldset__legend--s' } }} hint={t.birthDateHint} errorMessage={problems.birthDate}
          day={{ name: 'day', autocomplete: 'off', value: typed?.day }} month={{ name: 'month', autocomplete: 'off', value: typed?.month }} year={{ name: 'year', autocomplete: 'off', value: typed?.year }}
        />
      </FormPage>
      <p class="govuk-body"><Link href={paths.verifyFile()}>{t.verify}</Link></p>
    </CitizenLayout>
  )
}

function Answer({ told, number, today, lang }: NonNullable<Props['answer']> & { readonly lang: Lang }) {
  const t = lookUpText[lang]
  if (told.kind === 'wait') return <StatusBox tone="waiting" title={t.wait}><p class="govuk-body">{t.waitText(Math.ceil(told.seconds / 60))}</p></StatusBox>
  if (told.kind === 'not-found') {
    return (
      <StatusBox tone="yours" title={t.miss}>
        <p class="govuk-body">{t.missText}</p>
        <p class="govuk-body">{t.missLock}</p>
        <p class="govuk-body">{t.missOwner} <Link href={paths.mine()}>{t.mine}</Link></p>
      </StatusBox>
    )
  }
  const { licence } = told
  return (
    <>
      <StatusBox tone={licence.isValid ? 'done' : 'stopped'} title={licence.isValid ? t.valid(formatDate(today)) : t.notValid(formatDate(today))}>
        <p class="govuk-body">{t.asked}: <Code>{number}</Code></p>
        {!licence.isValid && <p class="govuk-body">{t.notValidText}</p>}
        <p class="govuk-body">{t.compare}</p>
      </StatusBox>
      {licence.held.length > 0 && <Classes licence={licence} today={today} lang={lang} />}
    </>
  )
}

/** One row a class, so that a restriction is not out of sight on a phone. */
function Classes({ licence, today, lang }: { readonly licence: PublicLicence; readonly today: LocalDate; readonly lang: Lang }) {
  const t = lookUpText[lang]
  return (
    <>
      <h2 class="govuk-heading-m">{t.classes}</h2>
      <SummaryList
        rows={licence.held.map((one) => ({
          key: `${t.name} ${classLabel(one.class)[lang]}`,
          value: <>{one.expiresOn === null ? t.endless : `${t.until} ${formatDate(one.expiresOn)}${one.expiresOn < today ? ` (${t.ended})` : ''}`}{one.restrictions.map((code) => <><br />{t.restriction} {isRestrictionCode(code) ? `${code}: ${getRestriction(code).value[lang]}` : code}</>)}</>,
        }))}
      />
    </>
  )
}
