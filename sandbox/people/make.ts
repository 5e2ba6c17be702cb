/** Builders for the papers of a made-up person; every number they make is impossible in reality. */
import { addDays, addYears, localInstant } from '../kit/dates.ts'
import type { Person, PersonCertificate, PersonLicence, PersonViolation, Sex } from './person.ts'
import { clinics } from './places.ts'

const digits = (value: number, length: number) => String(value).padStart(length, '0')

/** Digit of sex and century, as in identity and licence numbers: 0 and 1 for the 20th century, 2 and 3 for the 21st. */
function sexAndCentury(sex: Sex, year: number): string {
  return String((year >= 2000 ? 2 : 0) + (sex === 'female' ? 1 : 0))
}

/** 12 digits: impossible province code (097 to 099), sex and century, year of birth, six digits. */
export function identityNumber(block: '097' | '098' | '099', sex: Sex, birthDate: string, serial: number): string {
  const year = Number(birthDate.slice(0, 4))
  return `${block}${sexAndCentury(sex, year)}${birthDate.slice(2, 4)}${digits(serial, 6)}`
}

/** 12 digits: impossible province code (97 to 99), sex and century, year of passing, seven digits. */
function licenceNumber(block: '97' | '98' | '99', sex: Sex, birthDate: string, passedOn: string, serial: number): string {
  return `${block}${sexAndCentury(sex, Number(birthDate.slice(0, 4)))}${passedOn.slice(2, 4)}${digits(serial, 7)}`
}

/** Years a class is good for; null for ever (TT 12/2017 Đ17; Luật 36/2024 Đ57). */
const termYears: Record<string, number | null> = {
  A1: null, A2: null, A3: null, A: null, B1: 10, B2: 10, B: 10, C1: 10, C: 5, D: 5, E: 5, D2: 5, FB2: 5, FC: 5, BE: 5, CE: 5,
}

/** What an old class is called when it was issued from 2025 on (Luật 36/2024 Đ89.3). */
const newName: Record<string, string> = { A1: 'A', A2: 'A', B1: 'B', B2: 'B', C: 'C', D: 'D2', E: 'D', FB2: 'BE', FC: 'CE' }

export function licence(
  person: Pick<Person, 'sex' | 'birthDate' | 'fullName' | 'identityNumber' | 'residence'>,
  wish: {
    licenceClass: string
    /** Last valid day, for classes with a term. */
    expiresOn?: string
    /** Day of issue, for classes without one. */
    issuedOn?: string
    serial: number
    block?: '97' | '98' | '99'
    points?: number
    material?: 'card' | 'paper'
    holder?: Partial<PersonLicence['holder']>
  },
): PersonLicence {
  const term = termYears[wish.licenceClass] ?? null
  const expiresOn = term === null ? null : wish.expiresOn ?? null
  const issuedOn = expiresOn !== null && term !== null ? addYears(expiresOn, -term) : wish.issuedOn ?? '2014-05-20'
  const passedOn = addDays(issuedOn, -24)
  const old = issuedOn < '2025-01-01'
  return {
    licenceNumber: licenceNumber(wish.block ?? '97', person.sex, person.birthDate, passedOn, wish.serial),
    cardSerial: `ZZ${digits(wish.serial % 1_000_000, 6)}`,
    regime: old ? 'old' : 'new',
    licenceClass: old ? wish.licenceClass : newName[wish.licenceClass] ?? wish.licenceClass,
    restrictions: [],
    material: wish.material ?? 'card',
    passedOn, issuedOn, expiresOn,
    issuedBy: old ? `Sở Giao thông vận tải ${person.residence.provinceName} (mô phỏng)` : `Phòng CSGT Công an ${person.residence.provinceName} (mô phỏng)`,
    points: wish.points ?? 12,
    holder: {
      fullName: person.fullName.toLocaleUpperCase('vi'),
      birthDate: person.birthDate,
      residence: `${person.residence.commune}, ${person.residence.provinceName}`,
      identityNumber: person.identityNumber,
      ...wish.holder,
    },
  }
}

export function certificate(wish: {
  forClass: string
  concludedOn: string
  serial: number
  clinic?: number
  conclusion?: PersonCertificate['conclusion']
  late?: number
}): PersonCertificate {
  const clinic = clinics[(wish.clinic ?? 0) % clinics.length] ?? clinics[0]
  const unfit = wish.conclusion === 'A0-2'
  return {
    number: `${digits(wish.serial % 100_000, 5)}/GKSKLX/${clinic.code}/${wish.concludedOn.slice(2, 4)}`,
    forClass: wish.forClass,
    concludedOn: wish.concludedOn,
    conclusion: wish.conclusion ?? 'A0-1',
    clinicCode: clinic.code,
    clinicName: clinic.name,
    doctorName: clinic.doctor,
    alcohol: 0,
    drugsFound: unfit,
    recheckOn: null,
    sentAt: wish.late ? null : localInstant(wish.concludedOn, '10:41').toISOString(),
    lateDays: wish.late ?? 0,
  }
}

/** Class of the new law that a certificate for an exchange is written for; null where none is needed. */
export function certificateClass(licenceClass: string): string | null {
  const wanted = newName[licenceClass] ?? licenceClass
  return ['A', 'A1', 'B1'].includes(wanted) ? null : wanted
}

const behaviours = [
  { vi: 'Không chấp hành hiệu lệnh của đèn tín hiệu giao thông', en: 'Did not obey a traffic light', law: 'Nghị định 168/2024/NĐ-CP, Điều 6', fineVnd: 19_000_000 },
  { vi: 'Chạy quá tốc độ quy định từ 10 km/h đến 20 km/h', en: 'Drove 10 to 20 km/h over the limit', law: 'Nghị định 168/2024/NĐ-CP, Điều 6', fineVnd: 5_000_000 },
  { vi: 'Không thắt dây đai an toàn', en: 'Did not wear a seat belt', law: 'Nghị định 168/2024/NĐ-CP, Điều 6', fineVnd: 900_000 },
] as const

export function violation(wish: { serial: number; happenedOn: string; status: PersonViolation['status']; provinceName: string; behaviour?: number; suspendedUntil?: string }): PersonViolation {
  const behaviour = behaviours[(wish.behaviour ?? 0) % behaviours.length] ?? behaviours[0]
  return {
    id: `VP-97-${digits(wish.serial, 6)}`,
    source: 'national-database',
    behaviour: { vi: behaviour.vi, en: behaviour.en },
    legalBasis: behaviour.law,
    happenedAt: localInstant(wish.happenedOn, '17:25').toISOString(),
    place: `Ngã tư Đường Mẫu – Phố Ví Dụ, ${wish.provinceName}`,
    fineVnd: behaviour.fineVnd,
    status: wish.status,
    decisionNumber: `${digits(wish.serial, 5)}/QĐ-XPHC-MẪU`,
    settledOn: wish.status === 'settled' ? addDays(wish.happenedOn, 12) : null,
    settleAt: {
      vi: `Phòng CSGT Công an ${wish.provinceName} (mô phỏng), Đường Mẫu; nộp phạt trực tuyến được`,
      en: `Traffic police of ${wish.provinceName} (simulated), Đường Mẫu; the fine can be paid online`,
    },
    suspendedUntil: wish.suspendedUntil ?? null,
  }
}

/** The line in the QR code of somebody's identity card, as a reader at a counter or a clinic types it. */
export function cardLine(person: Pick<Person, 'identityNumber' | 'formerIdentityNumber' | 'fullName' | 'birthDate' | 'sex' | 'residence'>): string {
  const day = (date: string) => date.split('-').reverse().join('')
  const { street, commune, provinceName } = person.residence
  return [person.identityNumber, person.formerIdentityNumber ?? '', person.fullName, day(person.birthDate), person.sex === 'male' ? 'Nam' : 'Nữ', [street, commune, provinceName].join(', '), '10052021'].join('|')
}
