/** What the sources say, side by side: the person, the licence that goes and the one that comes, what is asked for. */
import { authorityOf, classLabel, getProvince, getRestriction, type HeldClass } from '../../../../catalogue/index.ts'
import type { Licence } from '../../../../capabilities/licences/index.ts'
import { formatDate } from '../../../../platform/values/dates.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { Card, Code, CompareTable, type Content, DateTime, NoWrap, Vietnamese } from '../../../kit/index.ts'
import { Facts, Sub } from '../../parts.tsx'
import { dossierText } from '../../text/dossier.ts'
import { compareSources } from './comparison.ts'
import type { DossierView } from '../dossier.view.ts'

type Part = { readonly view: DossierView; readonly lang: Lang }

/** Answers, population register and licence register; rows that disagree are tinted. */
export function ComparisonCard({ view, lang }: Part) {
  const t = dossierText[lang]
  const { licences } = view.theCase
  const register = licences.length > 1 ? licences.map((l) => t.registerOf(l.number)) : [t.register]
  return (
    <Card title={t.compare}>
      <CompareTable
        label={t.compare} differsText={t.differs}
        head={[<Head name={t.declared}><DateTime at={view.dossier.filedAt} /></Head>, <Head name={t.population}>{populationTime(view, lang)}</Head>, ...register]}
        rows={compareSources(view, lang)}
      />
    </Card>
  )
}

/** A column's name with the time its words are from. */
function Head({ name, children }: { name: Content; children?: Content }) {
  return <>{name} <Sub>{children}</Sub></>
}

function populationTime({ population }: DossierView, lang: Lang): Content {
  const states: Readonly<Record<string, string>> = dossierText[lang].populationStates
  if (!population) return dossierText[lang].notHeld
  const { state, answeredAt } = population.lookup
  return state === 'value' && answeredAt ? <DateTime at={answeredAt} /> : (states[state] ?? state)
}

/** The old licence or licences beside the new one: what the register will change. */
export function LicencesCard({ view, lang }: Part) {
  const t = dossierText[lang]
  const { planned, entered, theCase } = view
  const next = entered ? enteredColumn(entered, lang) : planned && !view.dossier.closedAt && plannedColumn(view, lang)
  const columns = [...theCase.licences.map((licence) => oldColumn(licence, lang)), ...(next ? [next] : [])]
  const names = Object.values(t.licenceRows)
  return (
    <Card title={t.licences}>
      <CompareTable label={t.licences} differsText="" head={columns.map((column) => column.head)} rows={names.map((name, index) => ({ name, values: columns.map((column) => column.values[index] ?? t.notHeld) }))} />
    </Card>
  )
}

interface Column {
  readonly head: Content
  /** In the order of `licenceRows`. */
  readonly values: readonly Content[]
}

function oldColumn(licence: Licence, lang: Lang): Column {
  const t = dossierText[lang]
  return { head: t.old, values: registerValues(licence, t.licenceStates[licence.state], lang) }
}

function enteredColumn(licence: Licence, lang: Lang): Column {
  const t = dossierText[lang]
  return { head: t.entered, values: registerValues(licence, t.licenceStates[licence.state], lang) }
}

function registerValues(licence: Licence, state: string, lang: Lang): Content[] {
  const t = dossierText[lang]
  return [
    <Code>{licence.number}</Code>, <Classes held={licence.held} lang={lang} />, <NoWrap>{formatDate(licence.issuedOn)}</NoWrap>, licence.issuedBy,
    <>{t.materials[licence.material]}{licence.cardSerial && <> <Code>{licence.cardSerial}</Code></>}</>, pointsOf(licence, lang), state,
  ]
}

function plannedColumn({ planned, theCase, dossier, today }: DossierView, lang: Lang): Column {
  const t = dossierText[lang]
  const number = planned?.number
  return {
    head: <Head name={t.planned}>{t.plannedNow(formatDate(today))}</Head>,
    values: [
      number?.kind === 'keep' ? <><Code>{number.number}</Code> ({t.keepsNumber})</> : t.newNumber,
      planned && <Classes held={planned.classes} lang={lang} />,
      t.onDecision,
      authorityOf(dossier.authorityProvince, today).shortName[lang],
      t.materials.card,
      <>{[...new Set(theCase.licences.map((licence) => pointsOf(licence, lang)))].join(' + ')} ({t.carriedOver})</>,
      t.notHeld,
    ],
  }
}

function pointsOf(licence: Licence, lang: Lang): string {
  const t = dossierText[lang]
  const held = [licence.pointsIndefinite, licence.pointsDefinite].flatMap((points) => (points === null ? [] : [t.pointsOf(points)]))
  return held.length > 0 ? held.join(' + ') : t.notHeld
}

function Classes({ held, lang }: { held: readonly Pick<HeldClass, 'class' | 'expiresOn' | 'restrictions'>[]; lang: Lang }) {
  const t = dossierText[lang]
  return (
    <>
      {held.map((one, index) => (
        <>
          {index > 0 && <br />}
          <strong>{classLabel(one.class)[lang]}</strong> <NoWrap>{one.expiresOn ? `${t.until} ${formatDate(one.expiresOn)}` : t.indefinite}</NoWrap>
          {one.restrictions.map((code) => <Sub>{t.restriction} {code}: {getRestriction(code).value[lang]}</Sub>)}
        </>
      ))}
    </>
  )
}

/** What the citizen wants, and how to reach them. */
export function RequestCard({ view, lang }: Part) {
  const t = dossierText[lang]
  const { theCase, today } = view
  const { answers, procedure } = theCase
  const reason = procedure.reasons.find((one) => one.id === answers.reason)
  const { delivery } = answers
  const to = delivery.how === 'post' ? [delivery.recipient, delivery.phone, delivery.street, delivery.commune, getProvince(delivery.provinceCode, today).name[lang]].join(', ') : ''
  return (
    <Card title={t.request}>
      <Facts
        items={[
          { name: t.requestRows.reason, value: <>{reason?.words[lang]} <Sub><Vietnamese>{reason?.citation.source}</Vietnamese></Sub></> },
          { name: t.requestRows.details, value: t.details[answers.changedDetails] },
          { name: t.requestRows.delivery, value: delivery.how === 'post' ? `${t.byPost}: ${to}` : t.collect },
          { name: t.requestRows.contact, value: <><NoWrap>{answers.phone}</NoWrap> <Sub>{answers.email || t.noEmail}</Sub></> },
          { name: t.requestRows.version, value: <>{procedure.instrument.value[lang]} <Sub>{t.since} {formatDate(procedure.version)}</Sub></> },
        ]}
      />
    </Card>
  )
}
