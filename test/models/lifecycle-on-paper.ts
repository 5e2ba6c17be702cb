/** The service's own table without a database: what the pages ask before they show a button. */
import { signedPapers } from '../../src/catalogue/index.ts'
import { can, mayClaim, type Standing } from '../../src/dossiers/index.ts'
import { target } from '../../src/dossiers/lifecycle.ts'
import { turnOf } from '../../src/dossiers/turn.ts'
import type { Actor } from '../../src/platform/values/actor.ts'
import type { Dossier, Who } from './lifecycle.ts'

const staff = (staffId: string, role: string, provinceCode: string): Actor => ({ kind: 'staff', staffId, personId: `p-${staffId}`, role, provinceCode, officeCode: null, sessionId: 's', channel: 'online' })

const actors: Record<Who, Actor> = {
  applicant: { kind: 'citizen', personId: 'an', sessionId: 's', channel: 'online' },
  stranger: { kind: 'citizen', personId: 'somebody', sessionId: 's', channel: 'online' },
  oanh: staff('oanh', 'appraiser', 'bac-ninh'), phuc: staff('phuc', 'appraiser', 'bac-ninh'), elsewhere: staff('elsewhere', 'appraiser', 'ha-noi'), signer: staff('signer', 'signer', 'bac-ninh'),
  machine: { kind: 'system', name: 'test', channel: 'online' },
}

const CLAIM_MS = 3_600_000

/** A filed dossier of the table alone. */
export function dossierOnPaper(): Dossier {
  let now = new Date('2026-11-20T02:00:00Z')
  let paid = false
  let answered = false
  let asked = false
  let standing: Standing = { status: 'filed', resumeStatus: null, personId: 'an', authorityProvince: 'bac-ninh', supplementDueAt: null, claimedBy: null, claimedUntil: null, preparedBy: null, powers: signedPapers, unmet: [] }
  const unmet = () => [...(paid ? [] : ['fee']), ...(answered ? [] : ['violations'])]
  return {
    async act(act, who) {
      const actor = actors[who]
      standing = { ...standing, unmet: unmet() }
      if (act === 'release') {
        if (actor.kind !== 'staff') return 'refused'
        if (standing.claimedBy === actor.staffId) standing = { ...standing, claimedBy: null, claimedUntil: null }
        return 'done'
      }
      if (act === 'claim') {
        if (mayClaim(standing, actor, now) !== true || actor.kind !== 'staff') return 'refused'
        standing = { ...standing, claimedBy: actor.staffId, claimedUntil: new Date(now.getTime() + CLAIM_MS) }
        return 'done'
      }
      // The table lets the machine enter what a signer has signed, and ask for a picture that was lost; no button does.
      if ((act === 'sign' || act === 'askSupplement') && actor.kind === 'system') return 'refused'
      if (can(act, standing, actor, now) !== true || (act === 'askSupplement' && asked)) return 'refused'
      asked ||= act === 'askSupplement'
      const status = target(act, standing)
      standing = {
        ...standing, status, supplementDueAt: act === 'askSupplement' ? new Date(now.getTime() + 21 * 86_400_000) : standing.supplementDueAt,
        resumeStatus: status === 'supplementing' && (standing.status === 'filed' || standing.status === 'accepted') ? standing.status : null,
        preparedBy: act === 'approve' && actor.kind === 'staff' ? actor.staffId : standing.preparedBy,
      }
      return 'done'
    },
    async pays() {
      paid = true
    },
    async registersAnswer() {
      answered = true
    },
    async minutesPass(minutes) {
      now = new Date(now.getTime() + minutes * 60_000)
    },
    async lastDayPasses() {
      standing = { ...standing, supplementDueAt: new Date(now.getTime() - 86_400_000) }
    },
    async standing() {
      const needs = [
        { kind: 'fee' as const, state: paid ? 'met' as const : 'todo' as const, owner: 'citizen' as const },
        { kind: 'violations' as const, state: answered ? 'met' as const : 'asked' as const, owner: 'traffic-police' as const },
      ]
      return { status: standing.status, turn: turnOf(standing.status, needs).turn }
    },
  }
}
