/** What is asked derives from what a procedure needs: shown with one that is nobody's law, and held for those of the catalogue (B1, B8, P8). */
import { describe, expect, test } from 'vitest'
import { fishingPermit } from '../../../test/fixtures/procedures/fishing-permit.ts'
import { mayApply, needsToday, procedureInForce, procedureSlugs, refusalLawOf, returnsOldCard, servesChannel } from '../../catalogue/index.ts'
import type { DraftAnswers } from './answers.ts'
import { type Asked, askedOf, nextStep, onlyReason } from './questions.ts'

const nothing = { certificate: false, classChoices: [] }
const facts = (licences: number) => ({ filedOn: '2026-11-20', reason: null, unresolvedViolation: null, licences: Array.from({ length: licences }, () => ({ inRegister: true, issuedBy: 'civil' as const, material: 'card' as const, held: [], identityAgrees: true, suspended: 'no' as const, heldBack: false, revoked: false })) })

/** Answers page after page with anything that counts. @returns the pages asked, in order */
function walk(asked: Asked, answers: DraftAnswers = {}): string[] {
  const given: Readonly<Record<string, DraftAnswers>> = {
    reason: { reason: 'hunger', classChoice: { 'law-2008:B2': 'law-2024:B' } }, loss: { loss: { how: 'mislaid', lostOn: '2026-11-01', notHeld: true } }, details: { changedDetails: 'none' },
    authority: { authorityProvince: 'bac-ninh' }, contact: { phone: '0000123456', email: '' }, portrait: { portraitId: '0199a000-0000-7000-8000-000000000001' },
    certificate: { certificate: { how: 'by-identity' } }, delivery: { delivery: { how: 'collect' } },
  }
  const step = nextStep(answers, asked)
  return step === 'check' ? [step] : [step, ...walk(asked, { ...answers, ...given[step] })]
}

describe('a permit to fish', () => {
  test('asks neither for a reason nor a certificate nor a licence, since it needs none of them', () => {
    expect(onlyReason(fishingPermit)).toBe('hunger')
    expect(walk(askedOf(fishingPermit, nothing))).toEqual(['authority', 'contact', 'portrait', 'delivery', 'check'])
    // What the law says of a person's classes is no question where the procedure does not need it.
    expect(askedOf(fishingPermit, { ...nothing, certificate: true }).steps).not.toContain('certificate')
  })
  test('is judged by its own rule, with its own law, and needs what it lists', () => {
    expect(mayApply(fishingPermit, facts(1)).may).toBe(true)
    expect(mayApply(fishingPermit, facts(2)).obstacles.map((o) => o.citation.source)).toEqual(['The rules of a made-up lake'])
    expect(refusalLawOf(fishingPermit, 'not-a-case', '2026-11-20').value).toBe('The rules of a made-up lake')
    expect(needsToday(fishingPermit, { held: [], choice: {}, filedOn: '2026-11-20', channel: 'online' }).map((n) => n.need.kind)).toEqual(['identity', 'portrait', 'fee'])
  })
  test('is filed online only, and gives no card back', () => {
    expect(servesChannel(fishingPermit, 'online')).toBe(true)
    expect(servesChannel(fishingPermit, 'post')).toBe(false)
    expect(returnsOldCard(fishingPermit)).toBe(false)
  })
})

test.each(procedureSlugs)('%s: every page that it asks for is reached, once, and the last one is the check', (slug) => {
  const procedure = procedureInForce(slug, '2026-11-20')
  const asked = askedOf(procedure, { certificate: true, classChoices: ['law-2008:B2'] })
  expect(walk(asked)).toEqual([...asked.steps])
  expect(asked.steps.includes('loss')).toBe(procedure.needs.some((need) => need.kind === 'loss-report'))
})
test('the page of the reason comes even where it is given, as long as a class is left to choose', () => {
  expect(askedOf(fishingPermit, { certificate: false, classChoices: ['law-2008:B2'] }).steps[0]).toBe('reason')
  expect(nextStep({ reason: 'hunger' }, askedOf(fishingPermit, { certificate: false, classChoices: ['law-2008:B2'] }))).toBe('reason')
})
