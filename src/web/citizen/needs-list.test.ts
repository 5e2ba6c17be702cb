/** Each way in which a certificate does not serve has words of its own, in both languages (B3). */
import { expect, test } from 'vitest'
import type { CertificateStanding } from '../../capabilities/health-certificates/index.ts'
import { certificateItem } from './needs-list.tsx'

const certificate = {
  id: 'c1', number: '00001/GKSKLX/97014/26', licenceClass: 'A1', conclusion: 'eligible' as const, concludedOn: '2026-05-20', reExamOn: null, clinicCode: '97014', clinicName: 'Mẫu', doctorName: 'Mẫu',
  source: 'clinic' as const, exchangeId: null, receivedAt: new Date('2026-05-20T05:00:00Z'), revokedAt: null,
}
const copy = { id: 'k1', receivedAt: new Date('2026-05-20T05:00:00Z'), rejectedAs: null }
const of = (part: Partial<CertificateStanding>): CertificateStanding => ({ usability: { state: 'none' }, questions: [], copies: [], ...part })

const cases: [string, CertificateStanding, string, string][] = [
  ['another person’s', of({ usability: { state: 'other-person' } }), 'của người khác', 'somebody else’s'],
  ['another name', of({ usability: { state: 'name-differs' } }), 'ghi tên khác', 'another name'],
  ['another class', of({ usability: { state: 'wrong-class', certificate } }), 'cho hạng A1', 'for class A1'],
  ['taken back', of({ usability: { state: 'revoked', certificate } }), 'đã thu hồi', 'taken this certificate back'],
  ['expired', of({ usability: { state: 'expired', certificate, lastDay: '2026-11-20' } }), 'đến ngày 20/11/2026', 'until 20/11/2026'],
  ['to be examined again', of({ usability: { state: 're-exam', certificate } }), 'yêu cầu khám lại', 'another examination'],
  ['not fit', of({ usability: { state: 'not-eligible', certificate } }), 'không đủ điều kiện', 'not fit'],
  ['a copy being read', of({ copies: [{ ...copy, state: 'received' }] }), 'Cán bộ đang đọc', 'officer is reading'],
  ['a copy of somebody else’s paper', of({ copies: [{ ...copy, state: 'rejected', rejectedAs: 'other-person' }] }), 'Giấy trong tệp là của người khác', 'somebody else’s'],
  ['a copy nobody may certify', of({ copies: [{ ...copy, state: 'rejected', rejectedAs: 'not-certified' }] }), 'không phải là cơ quan có thẩm quyền', 'may not certify'],
]

test.each(cases)('%s', (_says, standing, vi, en) => {
  expect(String(certificateItem({ certificate: standing }, 'vi').detail)).toContain(vi)
  expect(String(certificateItem({ certificate: standing }, 'en').detail)).toContain(en)
})

test('no two of them are told in the same words', () => {
  for (const lang of ['vi', 'en'] as const) expect(new Set(cases.map(([, standing]) => String(certificateItem({ certificate: standing }, lang).detail))).size).toBe(cases.length)
})
