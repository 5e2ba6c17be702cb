/** Officers who sign in to the office side. They hold no papers of their own here. */
import { identityNumber } from './make.ts'
import type { Person, Sex, StaffRole } from './person.ts'
import { provinceName, residence } from './places.ts'
import type { Words } from '../kit/words.ts'

const titles: Record<StaffRole, Words> = {
  appraiser: { vi: 'Cán bộ thụ lý', en: 'Appraising officer' },
  signer: { vi: 'Lãnh đạo ký', en: 'Signing officer' },
  supervisor: { vi: 'Lãnh đạo giám sát', en: 'Supervisor' },
  operator: { vi: 'Quản trị vận hành', en: 'Operator' },
}

const staff: readonly [slug: string, name: string, sex: Sex, birthDate: string, role: StaffRole, provinceCode: string][] = [
  ['oanh', 'Ngô Thị Oanh', 'female', '1990-04-02', 'appraiser', '24'],
  ['phuc', 'Đặng Hữu Phúc', 'male', '1993-10-19', 'appraiser', '24'],
  ['quang', 'Bùi Đình Quang', 'male', '1979-01-28', 'signer', '24'],
  ['suong', 'Lý Thị Sương', 'female', '1982-07-07', 'signer', '24'],
  ['thao', 'Dương Thị Thảo', 'female', '1991-12-15', 'appraiser', '01'],
  ['uy', 'Tạ Quốc Uy', 'male', '1976-03-30', 'signer', '01'],
  ['vinh', 'Mai Thế Vinh', 'male', '1974-09-09', 'supervisor', '24'],
  ['xuan', 'Hồ Thị Xuân', 'female', '1986-11-05', 'operator', '24'],
]

export function staffCast(): Person[] {
  return staff.map(([slug, fullName, sex, birthDate, role, provinceCode], index) => ({
    identityNumber: identityNumber('098', sex, birthDate, 500 + index),
    fullName, birthDate, sex,
    nationality: 'VNM',
    birthplace: provinceName(provinceCode),
    formerIdentityNumber: null,
    phone: `0000${String(9000 + index).padStart(6, '0')}`,
    email: `${slug}@vidu.invalid`,
    residence: residence(provinceCode, 'Hoa Sen', `số ${index + 1}, Phố Ví Dụ`),
    licences: [], certificates: [], violations: [],
    foreignLicence: null,
    eidLevel: 2,
    portraitSeed: 500 + index,
    story: {
      slug, kind: 'staff', eligible: false,
      words: {
        vi: `${titles[role].vi}, Phòng CSGT Công an ${provinceName(provinceCode)} (mô phỏng).`,
        en: `${titles[role].en}, traffic police of ${provinceName(provinceCode)} (simulated).`,
      },
      next: role === 'operator' ? { vi: 'Mở trang vận hành.', en: 'Opens the operator’s page.' } : { vi: 'Mở danh sách việc của mình.', en: 'Opens the own worklist.' },
    },
    staff: { role, provinceCode, provinceName: provinceName(provinceCode), title: titles[role] },
  }))
}
