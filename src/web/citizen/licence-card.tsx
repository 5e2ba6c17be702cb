/** One licence: what it is, what can be asked for it, what that needs, what stands in the way, and the button that begins. */
import type { ComponentChildren } from 'preact'
import { classLabel, type Obstacle } from '../../catalogue/index.ts'
import { daysBetween, formatDate } from '../../platform/values/dates.ts'
import type { Lang } from '../../platform/values/words.ts'
import { Button, Card, Code, DateOnly, DateTime, Details, Form, Link, LinkButton, Money, StatusBox, SummaryList, Vietnamese, WithCodes } from '../kit/index.ts'
import { paths } from '../paths.ts'
import type { LicenceView, MineView, Offer } from './mine.view.ts'
import { NeedsList } from './needs-list.tsx'
import { either } from './shared.ts'
import { mineText } from './text/mine.ts'

/** A licence of the new classes that runs longer than a year has no reason of time to be exchanged. */
const FAR_DAYS = 365

interface CardProps {
  readonly view: MineView
  readonly one: LicenceView
  readonly lang: Lang
  readonly csrf: string
}

/** The card of a licence. */
export function LicenceCard({ view, one, lang, csrf }: CardProps) {
  const t = mineText[lang]
  const { licence } = one
  const [first, ...others] = one.offers
  const classes = [...new Set(licence.held.map((h) => classLabel(h.class)[lang]))].join(' + ')
  return (
    <Card id={`gplx-${licence.id}`} title={<>{t.licence(classes)}, {t.number} <Code>{licence.number}</Code></>}>
      <p class="govuk-body">{t.issued(formatDate(licence.issuedOn))} <strong>{termOf(view, one, lang)}</strong> {first?.verdict.mayFile && becomesOf(one, lang)}</p>
      {one.openDossier ? (
        <p class="govuk-body">{t.inDossier} <Link href={paths.dossier(one.openDossier.id)}><WithCodes text={t.dossier(one.openDossier.submissionCode)} /></Link></p>
      ) : (
        <>
          {first && <Obstacles {...{ view, one, lang, csrf }} offer={first} />}
          {first && <Folded summary={first.verdict.mayFile && isQuiet(view, one) ? t.endlessMore : undefined}><NeedsAndStart {...{ view, one, lang, csrf }} offer={first} /></Folded>}
          {first && others.filter((offer) => isNews(offer, first)).map((offer) => (
            <Folded summary={offer.draft ? undefined : offer.procedure.words.occasion[lang]}><Obstacles {...{ view, one, lang, csrf, offer }} /><NeedsAndStart {...{ view, one, lang, csrf, offer }} above={first.verdict.mayFile ? first : undefined} /></Folded>
          ))}
        </>
      )}
    </Card>
  )
}

/** Nothing has to be done about it, so its list stays folded: without an end beside another one, or new and far from its end. */
function isQuiet(view: MineView, { licence, offers }: LicenceView): boolean {
  if (offers.some((offer) => offer.draft)) return false
  if (licence.expiresOn === null) return view.licences.length > 1
  return licence.held.every((h) => h.class.startsWith('law-2024:')) && daysBetween(view.today, licence.expiresOn) > FAR_DAYS
}

/** Whether an offer says more than the first one: it can be filed, or something else stands in its way. */
function isNews(offer: Offer, first: Offer): boolean {
  return offer.verdict.mayFile || offer.verdict.obstacles.some(({ refusal }) => first.verdict.obstacles.every((other) => other.refusal !== refusal))
}

interface OfferProps extends CardProps {
  readonly offer: Offer
  /** An offer whose list stands above: what it asks for too is not listed again. */
  readonly above?: Offer | undefined
}

function Obstacles({ view, offer, lang, csrf }: OfferProps) {
  return <>{offer.verdict.obstacles.map((obstacle) => <ObstacleBox {...{ view, offer, obstacle, lang, csrf }} />)}</>
}

function NeedsAndStart(props: OfferProps) {
  const { view, one, offer, above, lang } = props
  if (!offer.verdict.mayFile) return null
  const needs = offer.needs.filter((need) => !above?.needs.some((other) => other.need.kind === need.need.kind && other.words[lang] === need.words[lang]))
  return (
    <>
      {above && <p class="govuk-body">{mineText[lang].asAbove(above.procedure.title[lang])}</p>}
      <NeedsList view={view} one={one} needs={needs} lang={lang} />
      <Start {...props} />
    </>
  )
}

/** Folds what nobody has asked for yet under a summary. */
function Folded({ summary, children }: { readonly summary: string | undefined; readonly children: ComponentChildren }) {
  // biome-ignore lint/complexity/noUselessFragments: children of a component are no element of their own
  return summary === undefined ? <>{children}</> : <Details summaryText={summary}>{children}</Details>
}

function termOf(view: MineView, { licence }: LicenceView, lang: Lang): string {
  const t = mineText[lang]
  if (licence.expiresOn === null) return t.endless
  const days = daysBetween(view.today, licence.expiresOn)
  return days < 0 ? t.expiredOn(formatDate(licence.expiresOn), -days) : t.expires(formatDate(licence.expiresOn), days)
}

function becomesOf({ licence, becomes }: LicenceView, lang: Lang): string {
  const t = mineText[lang]
  if (becomes.length === 0) return ''
  const same = licence.held.every((h) => h.class.startsWith('law-2024:'))
  return same ? t.sameClass : t.becomes(either(becomes, t.or))
}

/** The button that begins, with what it consents to (or the way back into the draft). */
function Start({ one, offer, lang, csrf }: OfferProps) {
  const t = mineText[lang]
  if (offer.draft && offer.agreed) return <LinkButton href={paths.resume(offer.draft.id)}>{t.continueDraft}</LinkButton>
  return (
    <>
      <Consent lang={lang} />
      <StartForm procedure={offer.slug} ids={[one.licence.id]} csrf={csrf} text={offer.draft ? t.continueDraft : offer.procedure.words.start[lang]} />
    </>
  )
}

/** What starting agrees to, in one sentence, with the whole notice behind a link. */
export function Consent({ lang }: { lang: Lang }) {
  const t = mineText[lang]
  return <p class="govuk-body-s">{t.consent} <Link href={paths.privacy()}>{t.privacy}</Link></p>
}

/** Begins a procedure for these licences. */
export function StartForm({ procedure, ids, csrf, text }: { procedure: string; ids: readonly string[]; csrf: string; text: string }) {
  const [first = '', second] = ids
  return (
    <Form action={paths.start()} csrf={csrf} hidden={{ procedure, licence: first, ...(second ? { other: second } : {}) }}>
      <Button preventDoubleClick>{text}</Button>
    </Form>
  )
}

function ObstacleBox({ view, offer, obstacle, lang, csrf }: { view: MineView; offer: Offer; obstacle: Obstacle; lang: Lang; csrf: string }) {
  const t = mineText[lang]
  const { ground, overdue, citation } = obstacle
  const waits = obstacle.blocks === 'acceptance'
  const isViolation = obstacle.refusal === 'unresolved-violation' || obstacle.refusal === 'licence-held-or-suspended'
  return (
    <StatusBox tone={waits ? 'yours' : 'stopped'} headingLevel={3} title={`${waits ? t.waitsFor : offer.procedure.words.notNow[lang]}: ${lowerFirst(ground.title[lang])}`}>
      <p class="govuk-body">{overdue ? `${overdue.words[lang]}. ` : ''}{ground.meaning[lang]}</p>
      <p class="govuk-body"><strong>{t.whatToDo}.</strong> {ground.remedy[lang]}</p>
      <p class="govuk-body">{t.article}: <Vietnamese>{citation.source}</Vietnamese>{citation.assumed ? ` (${t.assumed})` : ''}</p>
      {isViolation && <Violations view={view} lang={lang} />}
      {waits && <p class="govuk-body">{t.mayFile}</p>}
      {isViolation && <Form action={paths.recheckMine()} csrf={csrf}><Button look="secondary" preventDoubleClick>{t.recheck}</Button></Form>}
    </StatusBox>
  )
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

/** The cases in the way: which, by which article, where to settle each. */
export function Violations({ view, lang }: { view: Pick<MineView, 'violations'>; lang: Lang }) {
  const t = mineText[lang]
  const { conclusion } = view.violations
  const cases = conclusion.outcome === 'unresolved' ? conclusion.unresolved : conclusion.outcome === 'suspended' ? conclusion.suspensions : []
  return (
    <>
      {cases.map((one) => (
        <SummaryList
          rows={[
            { key: t.violation, value: <><Vietnamese>{one.behaviour}</Vietnamese><br />{t.recordedAs(one.recordNumber)}</> },
            { key: t.happened, value: <DateTime at={new Date(one.happenedAt)} /> },
            { key: t.article, value: <Vietnamese>{one.legalBasis}</Vietnamese> },
            { key: t.settleAt, value: <Vietnamese>{one.settleAt}</Vietnamese> },
            one.fineVnd > 0 && { key: t.fine, value: <Money vnd={one.fineVnd} /> },
            one.suspendedUntil !== null && { key: t.suspendedUntil, value: <DateOnly on={one.suspendedUntil} /> },
          ]}
        />
      ))}
    </>
  )
}
