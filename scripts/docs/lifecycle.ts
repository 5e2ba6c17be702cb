/** The lifecycle as a drawing, and who may do what as a table: both asked of the table that pages and commands ask. */
import { signedPapers } from '../../src/catalogue/index.ts'
import { can, closedStatuses, lifecycle, type Standing, type Status, statuses, type Verb } from '../../src/dossiers/index.ts'
import type { Actor } from '../../src/platform/values/actor.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { heading, table } from './markdown.ts'

const verbs = Object.keys(lifecycle).filter((name): name is Verb => name in lifecycle)

/** A Mermaid state diagram; a supplement goes back to where it interrupted. */
export function drawLifecycle(): string {
  const edges = verbs.flatMap((verb) => {
    const { from, to, by } = lifecycle[verb]
    return from.flatMap((status) => {
      const targets: readonly Status[] = to === 'stay' ? [] : to === 'resume' ? lifecycle.askSupplement.from : [to]
      return targets.map((target) => `  ${status} --> ${target}: ${verb} (${by.join(', ')})`)
    })
  })
  return ['%% Drawn from src/dossiers/lifecycle.ts by `npm run docs`.', 'stateDiagram-v2', '  [*] --> filed: submit (applicant)', ...edges, ...closedStatuses.map((status) => `  ${status} --> [*]`), ''].join('\n')
}

const now = new Date('2026-11-20T03:00:00Z')
const later = new Date('2026-11-20T04:00:00Z')
const staff = (staffId: string, role: string, provinceCode = '24'): Actor => ({ kind: 'staff', staffId, personId: `p-${staffId}`, role, provinceCode, officeCode: null, sessionId: 's', channel: 'online' })

/** Those who come to a dossier of province 24, filed by `applicant` and claimed by `holder`. */
const people: readonly (readonly [who: string, actor: Actor])[] = [
  ['applicant', { kind: 'citizen', personId: 'applicant', sessionId: 's', channel: 'online' }],
  ['another citizen', { kind: 'citizen', personId: 'stranger', sessionId: 's', channel: 'online' }],
  ['appraiser holding it', staff('holder', 'appraiser')],
  ['another appraiser', staff('colleague', 'appraiser')],
  ['signer', staff('signer', 'signer')],
  ['supervisor', staff('supervisor', 'supervisor')],
  ...(['operator', 'clerk', 'doctor', 'postal', 'leader', 'printer', 'inspector'] as const).map((role) => [role, staff(role, role)] as const),
  ['appraiser elsewhere', staff('far', 'appraiser', '01')],
  ['signer elsewhere', staff('far-signer', 'signer', '01')],
  ['the system', systemActor('worker')],
  ['not signed in', { kind: 'public', channel: 'online' }],
]

const sound: Standing = { status: 'filed', resumeStatus: null, personId: 'applicant', authorityProvince: '24', supplementDueAt: new Date(later.getTime() - 172_800_000), claimedBy: 'holder', claimedUntil: later, preparedBy: 'holder', powers: signedPapers, unmet: [] }

function answer(verb: Verb, standing: Standing, actor: Actor): string {
  const may = can(verb, standing, actor, now)
  return may === true ? '**yes**' : may
}

function standingIn(status: Status): Standing {
  return { ...sound, status, resumeStatus: status === 'supplementing' ? 'filed' : null }
}

function tableOf(verb: Verb): string[] {
  const possible = statuses.filter((status) => people.some(([, actor]) => can(verb, standingIn(status), actor, now) !== 'wrong-status'))
  const rows = possible.map((status) => [status, ...people.map(([, actor]) => answer(verb, standingIn(status), actor))])
  return [...heading(2, verb), ...table(['status', ...people.map(([who]) => who)], rows)]
}

const hindrances: readonly (readonly [what: string, verb: Verb, change: Partial<Standing>, who: Actor])[] = [
  ['a requirement is neither met nor waived', 'accept', { unmet: ['violations'] }, staff('holder', 'appraiser')],
  ['a requirement is neither met nor waived', 'approve', { status: 'accepted', unmet: ['violations'] }, staff('holder', 'appraiser')],
  ['the last day of the request has not passed', 'stop', { status: 'supplementing', resumeStatus: 'filed', supplementDueAt: later }, staff('holder', 'appraiser')],
  ['a requirement is neither met nor waived', 'refuse', { unmet: ['violations'] }, staff('holder', 'appraiser')],
  ['nobody has claimed it', 'accept', { claimedBy: null, claimedUntil: null }, staff('holder', 'appraiser')],
  ['the claim has run out', 'accept', { claimedUntil: now }, staff('holder', 'appraiser')],
  ['it is the appraiser’s own dossier', 'accept', { personId: 'p-holder' }, staff('holder', 'appraiser')],
  ['it is the signer’s own dossier', 'sign', { status: 'approved', personId: 'p-signer' }, staff('signer', 'signer')],
  ['the appraiser holds no power for the slip today', 'accept', { powers: [] }, staff('holder', 'appraiser')],
  ['the appraiser holds no power for the request today', 'askSupplement', { powers: [] }, staff('holder', 'appraiser')],
  ['the appraiser holds no power to refuse today', 'refuse', { powers: [] }, staff('holder', 'appraiser')],
  ['the signer holds no power today', 'sign', { status: 'approved', powers: [] }, staff('signer', 'signer')],
  ['the signer prepared the decision', 'sign', { status: 'approved', preparedBy: 'signer' }, staff('signer', 'signer')],
  ['another appraiser prepared the decision', 'takeBack', { status: 'approved', preparedBy: 'another' }, staff('holder', 'appraiser')],
  ['the signer prepared the decision', 'sendBack', { status: 'approved', preparedBy: 'signer' }, staff('signer', 'signer')],
]

/** Who may do what in which state; in every state that a table leaves out the answer is `wrong-status`, whoever asks. */
export function listPermissions(): string {
  return [
    ...heading(1, 'Who may do what'),
    'Answers of `can()` in `src/dossiers/lifecycle.ts`, for a dossier of one province that the first appraiser has claimed and prepared.',
    'The same function decides what a page offers and what a command does. In a state that a table leaves out the answer is `wrong-status`.',
    'Filing (`submit`) needs no state: it makes the dossier.', '',
    ...verbs.flatMap(tableOf),
    ...heading(2, 'What else stands in the way'),
    ...table(['when', 'verb', 'answer'], hindrances.map(([what, verb, change, who]) => [what, verb, answer(verb, { ...sound, ...change }, who)])),
  ].join('\n')
}
