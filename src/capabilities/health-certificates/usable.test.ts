import { describe, expect, test } from 'vitest'
import { type HealthCertificate, parseCertificateNumber } from './certificate.ts'
import { judge } from './usable.ts'

function certificate(part: Partial<HealthCertificate> = {}): HealthCertificate {
  return {
    id: 'c1', number: '00001/GKSKLX/97014/26', licenceClass: 'B', conclusion: 'eligible', concludedOn: '2026-05-20', reExamOn: null, clinicCode: '97014',
    clinicName: 'x', doctorName: 'y', source: 'health-gateway', exchangeId: 'e1', receivedAt: new Date('2026-05-20T05:00:00Z'), revokedAt: null, ...part,
  }
}

interface Case {
  says: string
  certificates: HealthCertificate[]
  onDay?: string
  otherPerson?: boolean
  nameDiffers?: boolean
  state: string
  lastDay?: string
}

const cases: Case[] = [
  { says: 'fit for the class six months ago to the day: still serves', certificates: [certificate()], onDay: '2026-11-20', state: 'usable', lastDay: '2026-11-20' },
  { says: 'one day later it has expired', certificates: [certificate()], onDay: '2026-11-21', state: 'expired', lastDay: '2026-11-20' },
  { says: 'concluded on 31 August: serves to the last day of February', certificates: [certificate({ concludedOn: '2026-08-31' })], onDay: '2027-02-28', state: 'usable', lastDay: '2027-02-28' },
  { says: 'a certificate for a lorry class is for another class', certificates: [certificate({ licenceClass: 'CE' })], state: 'wrong-class' },
  { says: 'any class that the catalogue lets serve is enough', certificates: [certificate({ licenceClass: 'C1' })], state: 'usable', lastDay: '2026-11-20' },
  { says: 'not fit is not fit', certificates: [certificate({ conclusion: 'not-eligible' })], state: 'not-eligible' },
  {
    says: 'a newer "not fit" outweighs an older "fit"', certificates: [certificate(), certificate({ id: 'c2', conclusion: 'not-eligible', concludedOn: '2026-06-01' })],
    state: 'not-eligible',
  },
  {
    says: 'a newer "fit" outweighs an older "not fit"', certificates: [certificate({ conclusion: 'not-eligible', concludedOn: '2026-01-10' }), certificate()],
    state: 'usable', lastDay: '2026-11-20',
  },
  { says: 'two conclusions on one day: the stricter counts', certificates: [certificate(), certificate({ id: 'c2', conclusion: 'not-eligible' })], state: 'not-eligible' },
  {
    says: 'to be examined again later: serves until the day before', certificates: [certificate({ conclusion: 'eligible-re-exam', reExamOn: '2026-07-01' })],
    state: 'usable', lastDay: '2026-06-30',
  },
  { says: 'on the day of the second examination it no longer serves', certificates: [certificate({ conclusion: 'eligible-re-exam', reExamOn: '2026-06-15' })], state: 're-exam' },
  { says: 'a second examination without a day serves nobody', certificates: [certificate({ conclusion: 'eligible-re-exam' })], state: 're-exam' },
  { says: 'the number typed belongs to somebody else', certificates: [], otherPerson: true, state: 'other-person' },
  { says: 'one of their own outweighs a mistyped number', certificates: [certificate()], otherPerson: true, state: 'usable', lastDay: '2026-11-20' },
  { says: 'one that bears the person’s number and another name is the clinic’s to correct', certificates: [], nameDiffers: true, state: 'name-differs' },
  { says: 'taken back by the clinic: serves nobody', certificates: [certificate({ revokedAt: new Date('2026-05-21T05:00:00Z') })], state: 'revoked' },
  {
    says: 'one that was taken back does not outweigh another in force', state: 'usable', lastDay: '2026-11-20',
    certificates: [certificate(), certificate({ id: 'c2', conclusion: 'not-eligible', concludedOn: '2026-06-01', revokedAt: new Date('2026-06-02T05:00:00Z') })],
  },
  { says: 'taken back for this class, in force for another: the loss is what has to be told', certificates: [certificate({ revokedAt: new Date('2026-05-21T05:00:00Z') }), certificate({ licenceClass: 'A1' })], state: 'revoked' },
  { says: 'nothing was found', certificates: [], state: 'none' },
]

describe('a health certificate serves an exchange (B3, P2)', () => {
  test.each(cases)('$says', ({ certificates, onDay = '2026-06-15', otherPerson = false, nameDiffers = false, state, lastDay }) => {
    const result = judge(certificates, { classes: ['B', 'C1'], onDay, validityMonths: 6 }, { otherPerson, nameDiffers })
    expect(result.state).toBe(state)
    if (lastDay !== undefined) expect(result).toMatchObject({ lastDay })
  })

  test.each([
    ['00001/GKSKLX/97014/26', '00001/GKSKLX/97014/26'],
    [' 00001 / gksklx / 97014 / 26', '00001/GKSKLX/97014/26'],
    ['00001-GKSKLX-97014-26', '00001/GKSKLX/97014/26'],
    ['1/GKSKLX/97014/26', undefined],
    ['00001/GKSKLX/97014', undefined],
  ])('a person types the number %s', (typed, expected) => {
    expect(parseCertificateNumber(typed)).toBe(expected)
  })
})
