/** Which buttons can be pressed now, and why the others cannot. The lifecycle answers; here it gets words. */
import { type SignedPaper, signedPaperWords } from '../../../catalogue/index.ts'
import { asCovered, can, type Impediment, mayClaim, paperOf, type Verb } from '../../../dossiers/index.ts'
import { formatDate, localDateAt } from '../../../platform/values/dates.ts'
import type { StaffVisit } from '../../request.ts'
import { heldBy } from '../shared.ts'
import { decisionText, type DeskVerb } from '../text/decision.ts'
import { words } from '../text/words.ts'
import type { DossierPageView } from './dossier.view.ts'

/** True, or the reason in words. */
export type Possible = true | string

type StandingView = Pick<DossierPageView, 'dossier' | 'standing' | 'now' | 'staff' | 'signatures' | 'straight' | 'covered' | 'powers'>

/** How a desk verb is called in the lifecycle; claims are a lease beside it. */
const lifecycleVerb: Readonly<Record<Exclude<DeskVerb, 'claim' | 'release' | 'decide' | 'cancelSign'>, Verb>> = {
  accept: 'accept', askSupplement: 'askSupplement', approve: 'approve', refuse: 'refuse', stop: 'stop', sign: 'sign', sendBack: 'sendBack', takeBack: 'takeBack',
}

/** Whose work a verb is. */
const roleOf: Readonly<Record<DeskVerb, string>> = {
  decide: 'appraiser', claim: 'appraiser', release: 'appraiser', accept: 'appraiser', askSupplement: 'appraiser', approve: 'appraiser', refuse: 'appraiser', stop: 'appraiser', sign: 'signer', cancelSign: 'signer', sendBack: 'signer', takeBack: 'appraiser',
}

/** Whether a role decides anything at this desk; others only read. */
export function decides(role: string): boolean {
  return Object.values(roleOf).includes(role)
}

/** Whether a desk verb is possible for this visitor, and if not, why. */
export function possible(verb: DeskVerb, view: StandingView, visit: StaffVisit): Possible {
  // Who never does a thing is told so, whatever step the dossier is at.
  if (visit.actor.role !== roleOf[verb]) return decisionText[visit.lang].notYourRole[verb]
  const answer = answerOf(verb, view, visit)
  return answer === true ? true : reasonOf(verb, answer, view, visit)
}

function answerOf(verb: DeskVerb, view: StandingView, visit: StaffVisit): true | Impediment {
  const { actor } = visit
  switch (verb) {
    case 'decide':
      if (!view.straight?.passes || view.straight.drawn || view.dossier.status === 'supplementing') return 'wrong-status'
      // One press signs the acceptance slip too, where the dossier is not accepted yet.
      if (view.dossier.status === 'filed' && !view.standing.powers.includes('acceptance')) return 'no-signing-power'
      return mayClaim(asCovered(view.dossier, view.covered), actor, view.now)
    case 'claim':
      return mayClaim(asCovered(view.dossier, view.covered), actor, view.now)
    case 'release':
      return mayRelease(view, visit)
    case 'cancelSign':
      return view.signatures.some((one) => one.state === 'asked' && one.signerId === actor.staffId) ? can('sendBack', view.standing, actor, view.now) : 'wrong-status'
    case 'takeBack':
    case 'sendBack':
      if (view.signatures.some((one) => one.state === 'asked' || one.state === 'done')) return 'wrong-status'
      return can(lifecycleVerb[verb], view.standing, actor, view.now)
    default:
      return can(lifecycleVerb[verb], view.standing, actor, view.now)
  }
}

function mayRelease({ dossier, now }: StandingView, visit: StaffVisit): true | Impediment {
  return heldBy(dossier, now)?.staffId === visit.actor.staffId ? true : 'wrong-status'
}

function reasonOf(verb: DeskVerb, impediment: Impediment, view: StandingView, visit: StaffVisit): string {
  const d = decisionText[visit.lang]
  const w = words[visit.lang]
  switch (impediment) {
    case 'wrong-status': {
      const over: Readonly<Record<string, string>> = d.over
      return over[view.dossier.status] ?? d.notNow[verb]
    }
    case 'wrong-role':
      return d.notYourRole[verb]
    case 'no-signing-power':
      return noPowerWords(verb === 'decide' ? 'acceptance' : verb === 'claim' || verb === 'release' || verb === 'cancelSign' ? undefined : paperOf[lifecycleVerb[verb]], view, visit)
    case 'requirements-missing':
      return d.lacking(lackingOf(view, visit))
    case 'supplement-awaited': {
      const { supplementDueAt } = view.dossier
      if (view.dossier.turnCause === 'supplement-lost') return d.awaitedByUs
      return supplementDueAt ? d.awaitedUntil(formatDate(localDateAt(supplementDueAt))) : w.refusals['calendar-not-loaded']
    }
    case 'claimed-by-another': {
      const name = view.staff.get(view.dossier.claimedBy ?? '')?.fullName
      return name ? d.heldBy(name) : w.impediments[impediment]
    }
    default:
      return w.impediments[impediment]
  }
}

/** That the visitor may not sign a paper today, and who may. */
export function noPowerWords(paper: SignedPaper | undefined, { powers }: Pick<StandingView, 'powers'>, visit: Pick<StaffVisit, 'lang'>): string {
  const why = words[visit.lang].impediments['no-signing-power']
  if (paper === undefined) return why
  const names = [...new Set(powers.filter((one) => one.paper === paper).map((one) => one.fullName))]
  return `${why} ${words[visit.lang].whoMaySign(signedPaperWords[paper][visit.lang], names.join(', '))}`
}

/** The requirements not met, as a list in words. */
export function lackingOf({ standing }: Pick<StandingView, 'standing'>, visit: Pick<StaffVisit, 'lang'>): string {
  const needs: Readonly<Record<string, string>> = words[visit.lang].needs
  return standing.unmet.map((kind) => (needs[kind] ?? kind).toLocaleLowerCase(visit.lang)).join(', ')
}
