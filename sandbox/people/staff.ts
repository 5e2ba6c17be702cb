/** Officers who sign in to the office side. They hold no papers of their own here. */
import { identityNumber } from './make.ts'
import type { Person, Sex, SigningPower, StaffRole } from './person.ts'
import { provinceName, residence } from './places.ts'
import type { Words } from '../kit/words.ts'

const titles: Record<StaffRole, Words> = {
  appraiser: { vi: 'Cán bộ thụ lý', en: 'Appraising officer' },
  signer: { vi: 'Lãnh đạo ký', en: 'Signing officer' },
  supervisor: { vi: 'Lãnh đạo giám sát', en: 'Supervisor' },
  administrator: { vi: 'Quản trị danh mục', en: 'Catalogue administrator' },
  operator: { vi: 'Quản trị vận hành', en: 'Operator' },
  clerk: { vi: 'Cán bộ Một cửa', en: 'One-stop clerk' },
  doctor: { vi: 'Bác sĩ kết luận', en: 'Examining doctor' },
  postal: { vi: 'Nhân viên bưu điện', en: 'Postal worker' },
  leader: { vi: 'Lãnh đạo tỉnh', en: 'Provincial leader' },
  printer: { vi: 'Cán bộ in thẻ', en: 'Card printer' },
  inspector: { vi: 'Thanh tra', en: 'Inspector' },
}

const staff: readonly [slug: string, name: string, sex: Sex, birthDate: string, role: StaffRole, provinceCode: string, office?: string][] = [
  ['oanh', 'Ngô Thị Oanh', 'female', '1990-04-02', 'appraiser', '24'],
  ['phuc', 'Đặng Hữu Phúc', 'male', '1993-10-19', 'appraiser', '24'],
  ['quang', 'Bùi Đình Quang', 'male', '1979-01-28', 'signer', '24'],
  ['suong', 'Lý Thị Sương', 'female', '1982-07-07', 'signer', '24'],
  ['thao', 'Dương Thị Thảo', 'female', '1991-12-15', 'appraiser', '01'],
  ['uy', 'Tạ Quốc Uy', 'male', '1976-03-30', 'signer', '01'],
  ['vinh', 'Mai Thế Vinh', 'male', '1974-09-09', 'supervisor', '24'],
  ['xuan', 'Hồ Thị Xuân', 'female', '1986-11-05', 'operator', '24'],
  ['yen', 'Phan Thị Yến', 'female', '1995-05-21', 'clerk', '24', 'bac-ninh-hanh-chinh-cong'],
  ['hai', 'Đoàn Văn Hải', 'male', '1988-08-14', 'clerk', '24', 'bac-ninh-van-hoa-xa-van-ninh'],
  ['bich', 'Lương Ngọc Bích', 'female', '1980-02-17', 'doctor', '24', '97033'],
  ['loc', 'Trịnh Văn Lộc', 'male', '1985-06-30', 'postal', '24', 'bac-ninh-buu-dien-tien-du'],
  ['khoi', 'Vương Đăng Khôi', 'male', '1970-10-11', 'leader', '24'],
  ['nga', 'Chu Thị Nga', 'female', '1992-03-08', 'clerk', '01', 'ha-noi-mot-cua'],
  ['son', 'Kiều Văn Sơn', 'male', '1983-07-24', 'postal', '01', 'ha-noi-mot-cua'],
  ['mo', 'Lâm Thị Mơ', 'female', '1989-01-16', 'administrator', '24'],
  ['nghi', 'Tô Văn Nghị', 'male', '1984-06-03', 'administrator', '24'],
  ['ngan', 'Hà Thị Ngân', 'female', '1987-09-27', 'administrator', '01'],
  ['dao', 'Mạc Thị Đào', 'female', '1994-02-25', 'printer', '01'],
  ['tuyen', 'Cao Đình Tuyên', 'male', '1977-12-08', 'inspector', '24'],
]

/** Papers by role; a province's second signer is a deputy. */
const papersOf: Partial<Record<StaffRole, string[]>> = {
  signer: ['decision', 'refusal', 'apology', 'stop-notice', 'register'], appraiser: ['acceptance', 'supplement', 'refusal', 'register'], supervisor: ['register'],
}

function powerOf(slug: string, role: StaffRole, provinceCode: string, index: number): SigningPower | null {
  const papers = papersOf[role]
  const isFirst = staff.find((one) => one[4] === role && one[5] === provinceCode)?.[0] === slug
  return papers ? { papers, form: role !== 'signer' ? 'duty' : isFirst ? 'head' : 'KT', basis: `97${String(index + 1).padStart(3, '0')}/QĐ-MP` } : null
}

/** Where people of a role work, and what they open first. */
const places: Record<StaffRole, { at: (province: string) => Words; next: Words }> = (() => {
  const police = (province: string): Words => ({ vi: `Phòng CSGT Công an ${province}`, en: `traffic police of ${province}` })
  const worklist = { vi: 'Mở danh sách việc của mình.', en: 'Opens the own worklist.' }
  return {
    appraiser: { at: police, next: worklist }, signer: { at: police, next: worklist }, supervisor: { at: police, next: worklist },
    administrator: { at: police, next: { vi: 'Mở trang lịch làm việc.', en: 'Opens the page of the working calendar.' } },
    printer: { at: police, next: { vi: 'Mở trang in thẻ.', en: 'Opens the page of the cards to print.' } },
    inspector: { at: police, next: { vi: 'Mở danh sách hồ sơ của tỉnh.', en: 'Opens the list of the province’s dossiers.' } },
    operator: { at: police, next: { vi: 'Mở trang vận hành.', en: 'Opens the operator’s page.' } },
    clerk: { at: (province) => ({ vi: `điểm tiếp nhận ở ${province}`, en: `a service point in ${province}` }), next: { vi: 'Mở trang quầy.', en: 'Opens the counter’s page.' } },
    doctor: { at: () => ({ vi: 'Trung tâm Y tế Sông Mẫu', en: 'Sông Mẫu medical centre' }), next: { vi: 'Mở trang phòng khám.', en: 'Opens the clinic’s page.' } },
    postal: { at: (province) => ({ vi: `Bưu điện ở ${province}`, en: `the post in ${province}` }), next: { vi: 'Mở trang bưu điện.', en: 'Opens the post’s page.' } },
    leader: { at: (province) => ({ vi: `UBND ${province}`, en: `People’s Committee of ${province}` }), next: { vi: 'Mở trang lãnh đạo.', en: 'Opens the leader’s page.' } },
  }
})()


export function staffCast(): Person[] {
  return staff.map(([slug, fullName, sex, birthDate, role, provinceCode, office], index) => ({
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
        vi: `${titles[role].vi}, ${places[role].at(provinceName(provinceCode)).vi} (mô phỏng).`,
        en: `${titles[role].en}, ${places[role].at(provinceName(provinceCode)).en} (simulated).`,
      },
      next: places[role].next,
    },
    staff: { role, provinceCode, provinceName: provinceName(provinceCode), office: office ?? null, title: titles[role], power: powerOf(slug, role, provinceCode, index) },
  }))
}
