/** Small parts of officers' pages. */
import type { ComponentChildren } from 'preact'
import { isSignInFresh } from '../../capabilities/identity/index.ts'
import { freshSignInMinutes, logStampTerms } from '../../catalogue/index.ts'
import type { Hold } from '../../platform/background/holds.ts'
import { type Content, DateTime, InsetText } from '../kit/index.ts'
import type { StaffVisit } from '../request.ts'
import { decisionText } from './text/decision.ts'

/** A quieter second line of a cell. */
export function Sub(props: { children?: ComponentChildren }) {
  return <span class="tt-sub">{props.children}</span>
}

/** A label of classes up to this long stays on one line. */
const SHORT_LABEL = 14

/** What classes become what, in a cell: whole where it is short. */
export function ClassLabel({ label }: { readonly label: string }) {
  return <span class={label.length <= SHORT_LABEL ? 'tt-nowrap' : undefined}>{label}</span>
}

const GROUP = 8

/** A long code in groups of eight, to be compared by eye. */
export function Hash({ code }: { code: string }) {
  return <span class="tt-hash">{code.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join(' ') ?? ''}</span>
}

/** Facts in a narrow column: the name above its value. */
export function Facts({ items }: { items: readonly { name: Content; value: Content }[] }) {
  return <dl class="tt-facts">{items.map((item) => <><dt>{item.name}</dt><dd>{item.value}</dd></>)}</dl>
}

/** Something is wrong that must be seen before anything is done. */
export function Alarm({ title, children }: { title: Content; children?: ComponentChildren }) {
  return <div class="tt-alarm" role="alert"><strong>{title}</strong><br />{children}</div>
}

/** Whether this visitor must prove anew who they are before they sign a decision (TH4). */
export function mustSignInAgain(visit: StaffVisit, today: string): boolean {
  return !isSignInFresh(visit.session, 'sign-decision', today)
}

/** Said before anything is pressed: the sign-in is too old to sign by, and what was chosen stays. @param later said where there is something to choose first */
export function SignInAgain({ visit, today, later = false }: { readonly visit: StaffVisit; readonly today: string; readonly later?: boolean }) {
  const t = decisionText[visit.lang].signInAgain
  return <InsetText>{later ? t.later : t.lead(freshSignInMinutes('sign-decision', today).value)}</InsetText>
}

/** Said in place of the button: no decision is signed now, why, since when, and what goes on. */
export function SigningHeld({ held, visit, today }: { readonly held: Hold; readonly visit: StaffVisit; readonly today: string }) {
  const t = decisionText[visit.lang].signingHeld
  return <div role="status"><InsetText><strong>{t.lead}</strong> {t.why(logStampTerms(today).value.toleratedMinutes / 60)} <DateTime at={held.since} />. {t.rest}</InsetText></div>
}
