import { describe, expect, test } from 'vitest'
import { signedPapers } from '../catalogue/index.ts'
import type { Actor } from '../platform/values/actor.ts'
import { can, isClosed, lifecycle, portalStatusOf, type Standing, statuses, type Verb } from './lifecycle.ts'
import { requirementOrder, type RequirementStanding, turnOf } from './turn.ts'

const now = new Date('2026-11-20T03:00:00Z')
const later = new Date('2026-11-20T04:00:00Z')
const binh: Actor = { kind: 'staff', staffId: 'binh', personId: 'p-binh', role: 'appraiser', provinceCode: '24', officeCode: null, sessionId: 's', channel: 'online' }
const chi: Actor = { ...binh, staffId: 'chi', personId: 'p-chi', role: 'signer' }
const an: Actor = { kind: 'citizen', personId: 'an', sessionId: 's', channel: 'online' }
const filed: Standing = { status: 'filed', resumeStatus: null, personId: 'an', authorityProvince: '24', supplementDueAt: null, claimedBy: 'binh', claimedUntil: later, preparedBy: null, powers: signedPapers, unmet: [] }

describe('the table', () => {
  test('every state can be reached from filed and every open state can be left', () => {
    const reached = new Set<string>(['filed'])
    for (let i = 0; i < statuses.length; i++)
      for (const t of Object.values(lifecycle)) if (t.from.some((f) => reached.has(f)) && t.to !== 'resume' && t.to !== 'stay') reached.add(t.to)
    expect([...reached].sort()).toEqual([...statuses].sort())
    for (const status of statuses) {
      const leaves = Object.values(lifecycle).some((t) => t.from.some((f) => f === status))
      expect(leaves, status).toBe(!isClosed(status))
    }
  })

  test('the steps are those of the law and no others', () => {
    const edges = Object.entries(lifecycle).filter(([, t]) => t.to !== 'stay').flatMap(([verb, t]) => t.from.map((f) => `${f} -${verb}-> ${t.to}`)).sort()
    expect(edges).toEqual([
      'accepted -approve-> approved', 'accepted -askSupplement-> supplementing', 'accepted -refuse-> refused', 'accepted -withdraw-> withdrawn',
      'approved -sendBack-> accepted', 'approved -sign-> signed', 'approved -takeBack-> accepted',
      'filed -accept-> accepted', 'filed -askSupplement-> supplementing', 'filed -refuse-> refused', 'filed -withdraw-> withdrawn',
      'signed -handOver-> returned', 'supplementing -stop-> stopped', 'supplementing -supplement-> resume', 'supplementing -withdraw-> withdrawn',
    ])
  })

  test('every state has its status on the national portal', () => {
    expect(portalStatusOf).toEqual({ filed: 1, accepted: 2, refused: 3, approved: 4, supplementing: 5, withdrawn: 8, stopped: 8, signed: 9, returned: 10 })
  })
})

describe('who may do what', () => {
  const cases: [string, Verb, Partial<Standing>, Actor, ReturnType<typeof can>][] = [
    ['the appraiser who holds a complete dossier accepts it', 'accept', {}, binh, true],
    ['nobody accepts while the police have not answered', 'accept', { unmet: ['violations'] }, binh, 'requirements-missing'],
    ['an appraiser must claim first', 'accept', { claimedBy: null, claimedUntil: null }, binh, 'not-claimed'],
    ['a claim that has run out no longer counts', 'accept', { claimedUntil: now }, binh, 'not-claimed'],
    ['two officers never act on one dossier', 'accept', { claimedBy: 'other' }, binh, 'claimed-by-another'],
    ['an officer of another province may not', 'accept', { authorityProvince: '01' }, binh, 'wrong-province'],
    ['nobody decides the own dossier', 'accept', { personId: 'p-binh' }, binh, 'own-dossier'],
    ['a signer does not appraise', 'approve', { status: 'accepted' }, chi, 'wrong-role'],
    ['an appraiser does not sign', 'sign', { status: 'approved' }, binh, 'wrong-role'],
    ['the signer signs what another prepared', 'sign', { status: 'approved', preparedBy: 'binh' }, chi, true],
    ['who prepared a decision does not sign it', 'sign', { status: 'approved', preparedBy: 'chi' }, chi, 'prepared-by-you'],
    ['who holds no power to sign today does not sign, whatever the post (AUZ)', 'sign', { status: 'approved', preparedBy: 'binh', powers: [] }, chi, 'no-signing-power'],
    ['who holds no power for the acceptance slip does not accept (AUZ)', 'accept', { powers: ['refusal'] }, binh, 'no-signing-power'],
    ['who holds no power to refuse does not refuse (AUZ)', 'refuse', { powers: ['acceptance', 'supplement', 'decision'] }, binh, 'no-signing-power'],
    ['who holds no power for the request does not ask for a supplement (AUZ)', 'askSupplement', { powers: ['refusal'] }, binh, 'no-signing-power'],
    ['preparing a decision signs nothing', 'approve', { status: 'accepted', powers: [] }, binh, true],
    ['who prepared a decision takes it back before it is signed', 'takeBack', { status: 'approved', preparedBy: 'binh', claimedBy: null, claimedUntil: null }, binh, true],
    ['nobody takes back what another prepared', 'takeBack', { status: 'approved', preparedBy: 'other' }, binh, 'prepared-by-another'],
    ['after signing nothing is taken back', 'takeBack', { status: 'signed', preparedBy: 'binh' }, binh, 'wrong-status'],
    ['nothing is signed before it is approved', 'sign', { status: 'accepted' }, chi, 'wrong-status'],
    ['the applicant withdraws before the decision', 'withdraw', { status: 'accepted' }, an, true],
    ['nobody withdraws what is signed', 'withdraw', { status: 'signed' }, an, 'wrong-status'],
    ['a stranger withdraws nothing', 'withdraw', { personId: 'someone' }, an, 'not-yours'],
    ['a supervisor allows a second request without holding the dossier (C2)', 'allowSupplement', { claimedBy: 'binh' }, { ...binh, staffId: 'sup', personId: 'p-sup', role: 'supervisor' }, true],
    ['who asked for the first supplement does not allow the second (C2)', 'allowSupplement', {}, binh, 'wrong-role'],
    ['after the last day the appraiser who holds it stops what nobody answered (B7)', 'stop', { status: 'supplementing', supplementDueAt: new Date('2026-11-19T10:00:00Z') }, binh, true],
    ['on the last day nobody stops it, also after offices have closed (B7)', 'stop', { status: 'supplementing', supplementDueAt: new Date('2026-11-20T02:00:00Z') }, binh, 'supplement-awaited'],
    ['what has no last day is not stopped: our own loss, or a year nobody loaded (B7)', 'stop', { status: 'supplementing' }, binh, 'supplement-awaited'],
    ['a signer stops nothing', 'stop', { status: 'supplementing', supplementDueAt: new Date('2026-11-19T10:00:00Z') }, chi, 'wrong-role'],
    ['a citizen accepts nothing', 'accept', {}, an, 'wrong-role'],
  ]
  test.each(cases)('%s', (_, verb, change, actor, expected) => {
    expect(can(verb, { ...filed, ...change }, actor, now)).toBe(expected)
  })
})

describe('whose turn it is', () => {
  const need = (kind: RequirementStanding['kind'], state: RequirementStanding['state'], owner: RequirementStanding['owner']): RequirementStanding => ({ kind, state, owner })
  test('an open dossier always has exactly one owner of the delay', () => {
    for (const status of statuses) {
      const turn = turnOf(status, [])
      expect(turn.owner === 'nobody', status).toBe(isClosed(status))
    }
  })
  test('the citizen comes first while the fee is unpaid, even when the police are silent', () => {
    expect(turnOf('filed', [need('violations', 'asked', 'traffic-police'), need('fee', 'todo', 'citizen')])).toEqual({ turn: 'citizen', owner: 'citizen', cause: 'fee' })
  })
  test('a silent police system owns its own delay', () => {
    expect(turnOf('filed', [need('violations', 'asked', 'traffic-police'), need('fee', 'met', 'citizen')])).toEqual({ turn: 'outside', owner: 'traffic-police', cause: 'violations' })
  })
  test('a certificate not yet sent is charged to the clinic', () => {
    expect(turnOf('filed', [need('health-certificate', 'asked', 'clinic'), need('violations', 'asked', 'traffic-police')]).owner).toBe('clinic')
  })
  test('a second request leaves the move to the citizen and the delay to the office (C2)', () => {
    expect(turnOf('supplementing', [], 'printing', 'again')).toEqual({ turn: 'citizen', owner: 'office', cause: 'supplement-again' })
    expect(turnOf('supplementing', [])).toEqual({ turn: 'citizen', owner: 'citizen', cause: 'supplement' })
  })
  test('with everything there it is the office that must act', () => {
    expect(turnOf('filed', requirementOrder.map((k) => need(k, 'met', 'citizen')))).toEqual({ turn: 'officer', owner: 'office', cause: 'to-accept' })
  })
  test('a card in the post is the post\'s to deliver', () => {
    expect(turnOf('signed', [], 'posted')).toEqual({ turn: 'outside', owner: 'post', cause: 'delivery' })
  })
})
