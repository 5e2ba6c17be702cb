/** Reads the one page of answers into the shape of a draft. Pure. */
import { choicesToMake, classLabel, findProvince } from '../../../../catalogue/index.ts'
import { answersShape, type DraftAnswers, holderOf, lossKinds, onlyReason, reasonsFor } from '../../../../dossiers/index.ts'
import type { Person } from '../../../../capabilities/identity/index.ts'
import type { LicenceClassId } from '../../../../catalogue/index.ts'
import { isLocalDate } from '../../../../platform/values/dates.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { filingText } from '../text/filing.ts'
import type { FilingData } from './filing-data.ts'

export type Values = (name: string) => string
export type FieldErrors = Readonly<Record<string, string>>

/** The field of a class that may become either of two: 'hang-b2'. */
export function fieldOf(held: LicenceClassId): string {
  return `hang-${held.split(':')[1]?.toLowerCase() ?? ''}`
}

/** The choices that the law gives for these licences. */
export function choicesOf(data: Pick<FilingData, 'licences'>, today: string) {
  return choicesToMake(data.licences.map((one) => ({ number: one.number, held: one.held })), today)
}

interface About {
  readonly data: FilingData
  readonly person: Person
  readonly today: string
  readonly lang: Lang
}

/** What stands in the fields at first. */
export function initialValues({ data, person, today }: About): Readonly<Record<string, string>> {
  const { answers } = data.draft
  const { delivery, certificate, holder, loss } = answers
  const [lostYear = '', lostMonth = '', lostDay = ''] = loss?.lostOn.split('-') ?? []
  const home = data.population.record?.residence
  const post = delivery?.how === 'post' ? delivery : undefined
  const choices = choicesOf(data, today).map(({ held }) => [fieldOf(held), answers.classChoice?.[held] ?? ''])
  return {
    ...Object.fromEntries(choices), 'lost-day': lostDay, 'lost-month': lostMonth, 'lost-year': lostYear, 'loss-how': loss?.how ?? '', 'not-held': loss ? '1' : '', reason: answers.reason ?? '', source: answers.changedDetails ?? '', address: holder?.address ?? '', province: answers.authorityProvince ?? '',
    phone: answers.phone ?? '', email: answers.email ?? '', certificate: certificate?.how ?? '', number: certificate?.how === 'by-number' ? certificate.number : '',
    how: delivery?.how ?? 'post', recipient: post?.recipient ?? person.fullName, street: post?.street ?? home?.street ?? '', commune: post?.commune ?? home?.commune ?? '',
    'post-province': post?.provinceCode ?? holder?.provinceCode ?? '',
  }
}

/** The answers, or what is wrong beside each field. */
export function readAnswers(about: About, values: Values): { readonly answers: Partial<DraftAnswers> } | { readonly errors: FieldErrors } {
  const parts = [reasonOf(about, values), lossOf(about, values), detailsOf(about, values), contactOf(about, values), certificateOf(about, values), deliveryOf(about, values)]
  const errors: FieldErrors = Object.assign({}, ...parts.map((part) => ('errors' in part ? part.errors : {})))
  if (Object.keys(errors).length > 0) return { errors }
  const answers: Partial<DraftAnswers> = Object.assign({}, ...parts.map((part) => ('answers' in part ? part.answers : {})))
  return { answers }
}

type Part = { readonly answers: Partial<DraftAnswers> } | { readonly errors: FieldErrors }

function reasonOf({ data, person, today, lang }: About, values: Values): Part {
  const t = filingText[lang]
  const only = onlyReason(data.procedure)
  const reason = only ?? reasonsFor({ today, person, procedure: data.procedure, licences: data.licences }).find((one) => one.id === values('reason'))?.id
  const choice: Partial<Record<LicenceClassId, LicenceClassId>> = {}
  const errors: Record<string, string> = reason ? {} : { reason: t.reasonMissing }
  for (const { held, options } of choicesOf(data, today)) {
    const chosen = options.find((option) => option.to === values(fieldOf(held)))
    if (chosen) choice[held] = chosen.to
    else errors[fieldOf(held)] = t.choiceMissing(classLabel(held)[lang])
  }
  return Object.keys(errors).length > 0 ? { errors } : { answers: { reason, classChoice: choice } }
}

/** What the person declares about a lost licence: nothing is lost before it was issued, or tomorrow. */
function lossOf({ data, today, lang }: About, values: Values): Part {
  if (!data.asked.steps.includes('loss')) return { answers: {} }
  const t = filingText[lang]
  const lostOn = [values('lost-year').trim(), values('lost-month').trim().padStart(2, '0'), values('lost-day').trim().padStart(2, '0')].join('-')
  const isPossible = isLocalDate(lostOn) && lostOn <= today && data.licences.every((one) => one.issuedOn <= lostOn)
  const how = lossKinds.find((kind) => kind === values('loss-how'))
  if (isPossible && how && values('not-held') === '1') return { answers: { loss: { how, lostOn, notHeld: true } } }
  return { errors: { ...(isPossible ? {} : { lost: t.lostWrong }), ...(how ? {} : { 'loss-how': t.lossHowMissing }), ...(values('not-held') === '1' ? {} : { 'not-held': t.notHeldMissing }) } }
}

function detailsOf({ data, person, today, lang }: About, values: Values): Part {
  const t = filingText[lang]
  const [licence] = data.licences
  if (!licence) throw new Error('a filing concerns at least one licence')
  if (data.population.state === 'known') {
    const source = values('source')
    if (source !== 'none' && source !== 'follow-population-register') return { errors: { source: t.detailsMissing } }
    return { answers: { changedDetails: source, holder: holderOf({ person, record: data.population.record, licence, answers: data.draft.answers, today }) } }
  }
  const address = values('address').normalize('NFC').trim().replace(/\s+/g, ' ')
  if (address === '' || address.length > 300) return { errors: { address: t.addressWrong } }
  const holder = holderOf({ person, record: undefined, licence, answers: data.draft.answers, today }, address)
  return { answers: { changedDetails: address === licence.holderResidence ? 'none' : 'follow-population-register', holder } }
}

function contactOf({ today, lang }: About, values: Values): Part {
  const t = filingText[lang]
  const province = findProvince(values('province'), today)
  const phone = answersShape.shape.phone.safeParse(values('phone'))
  const email = answersShape.shape.email.safeParse(values('email').trim())
  if (province?.live && phone.success && email.success) return { answers: { authorityProvince: province.id, phone: phone.data, email: email.data } }
  return { errors: { ...(province?.live ? {} : { province: t.authorityMissing }), ...(phone.success ? {} : { phone: t.phoneWrong }), ...(email.success ? {} : { email: t.emailWrong }) } }
}

function certificateOf({ data, lang }: About, values: Values): Part {
  const t = filingText[lang]
  if (!data.asked.steps.includes('certificate')) return { answers: { certificate: { how: 'not-needed' } } }
  const how = values('certificate')
  if (how === 'by-identity' || how === 'not-yet') return { answers: { certificate: { how } } }
  // A certified copy that the person sent at home stays.
  const before = data.draft.answers.certificate
  if (how === 'certified-copy' && before?.how === how) return { answers: { certificate: before } }
  if (how !== 'by-number') return { errors: { certificate: t.certificateMissing } }
  const parsed = answersShape.shape.certificate.safeParse({ how, number: values('number').trim().toUpperCase() })
  return parsed.success ? { answers: { certificate: parsed.data } } : { errors: { number: t.numberWrong } }
}

function deliveryOf({ today, lang }: About, values: Values): Part {
  const t = filingText[lang]
  const how = values('how')
  if (how === 'collect') return { answers: { delivery: { how } } }
  if (how !== 'post') return { errors: { how: t.deliveryMissing } }
  const provinceCode = findProvince(values('post-province'), today)?.id ?? ''
  const parsed = answersShape.shape.delivery.safeParse({ how, recipient: values('recipient'), phone: values('phone'), provinceCode, commune: values('commune'), street: values('street') })
  if (parsed.success) return { answers: { delivery: parsed.data } }
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])))
  const line = (name: 'recipient' | 'street' | 'commune') => (wrong.has(name) ? { [name]: t.lineMissing(t[name]) } : {})
  return { errors: { ...line('recipient'), ...line('street'), ...line('commune'), ...(wrong.has('provinceCode') ? { 'post-province': t.lineMissing(t.province) } : {}), ...(wrong.has('phone') ? { phone: t.phoneWrong } : {}) } }
}
