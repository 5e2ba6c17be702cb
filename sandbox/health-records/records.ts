/** The certificates that the gateway has, in the field names that clinics' programs send. */
import { randomUUID } from 'node:crypto'
import { formatDate, localDate, type Box, type Person, type PersonCertificate } from '../kit/index.ts'

/** One record: a number for one class. Field names and values as hospitals send them. */
export interface WireCertificate {
  SO: string
  HOTEN: string
  GIOITINHVAL: '0' | '1'
  NGAYSINH: string
  DIACHITHUONGTRU: string
  MATINH_THUONGTRU: string
  MAHUYEN_THUONGTRU: string
  MAXA_THUONGTRU: string
  SOCMND_PASSPORT: string
  NGAYTHANGNAMCAPCMND: string
  NOICAP: string
  IDBENHVIEN: string
  BENHVIEN: string
  NONGDOCON: number
  DVINONGDOCON: '0' | '1'
  MATUY: '0' | '1'
  NGAYKETLUAN: string
  BACSYKETLUAN: string
  KETLUAN: 'A0-1' | 'A0-2' | 'A0-3'
  HANGBANGLAI: string
  NGAYKHAMLAI: string
  LYDO: string
  TINHTRANGBENH: string
  STATE: 'ADD' | 'EDIT'
  SIGNDATA: string
}

interface Asked {
  firstAskedAt: string
  /** It will never come. */
  onPaper?: boolean
}

const dayMs = 86_400_000
/** Stands where the clinic's XML signature would be; nobody verifies it. */
const unsigned = Buffer.from('<GKSK moPhong="true"/>').toString('base64')

export function toWire(person: Person, certificate: PersonCertificate): WireCertificate {
  const unfit = certificate.conclusion === 'A0-2'
  return {
    SO: certificate.number,
    HOTEN: person.fullName.toLocaleUpperCase('vi'),
    GIOITINHVAL: person.sex === 'male' ? '0' : '1',
    NGAYSINH: formatDate(person.birthDate),
    DIACHITHUONGTRU: `${person.residence.street}, ${person.residence.commune}, ${person.residence.provinceName}`,
    MATINH_THUONGTRU: person.residence.provinceCode,
    MAHUYEN_THUONGTRU: '',
    MAXA_THUONGTRU: '',
    SOCMND_PASSPORT: certificate.onFormerCard && person.formerIdentityNumber ? person.formerIdentityNumber : person.identityNumber,
    NGAYTHANGNAMCAPCMND: '',
    NOICAP: '',
    IDBENHVIEN: certificate.clinicCode,
    BENHVIEN: certificate.clinicName,
    NONGDOCON: certificate.alcohol,
    DVINONGDOCON: '1',
    MATUY: certificate.drugsFound ? '1' : '0',
    NGAYKETLUAN: formatDate(certificate.concludedOn),
    BACSYKETLUAN: certificate.doctorName,
    KETLUAN: certificate.conclusion,
    HANGBANGLAI: certificate.forClass,
    NGAYKHAMLAI: certificate.recheckOn === null ? '' : formatDate(certificate.recheckOn),
    LYDO: unfit ? 'Không đạt tiêu chuẩn sức khỏe (mô phỏng)' : '',
    TINHTRANGBENH: '',
    STATE: 'ADD',
    SIGNDATA: unsigned,
  }
}

function hasArrived(certificate: PersonCertificate, now: Date): boolean {
  return certificate.sentAt !== null && certificate.sentAt <= now.toISOString()
}

/** The clinic sends everything it still holds back about the person. @returns how many */
export async function sendAll(box: Box, person: Person): Promise<number> {
  const sentAt = (await box.now()).toISOString()
  const late = person.certificates.filter((certificate) => !hasArrived(certificate, new Date(sentAt)))
  if (late.length > 0) {
    await box.people.change(person.identityNumber, (found) => ({
      ...found,
      certificates: found.certificates.map((certificate) => late.some((one) => one.number === certificate.number) ? { ...certificate, sentAt } : certificate),
    }))
  }
  return late.length
}

/** A late clinic sends so many days after the certificate was first asked for; what is due by now is sent now. */
async function sendDue(box: Box, person: Person, now: Date): Promise<Person> {
  const asked = box.docs<Asked>('asked')
  let current = person
  for (const certificate of person.certificates) {
    if (certificate.sentAt !== null) continue
    const onPaper = certificate.lateDays === 0
    const first = await asked.update(certificate.number, (found) => found ?? { firstAskedAt: now.toISOString(), ...(onPaper ? { onPaper } : {}) })
    if (onPaper) continue
    const dueAt = new Date(new Date(first.firstAskedAt).getTime() + certificate.lateDays * dayMs)
    if (dueAt > now) continue
    current = await box.people.change(person.identityNumber, (found) => ({
      ...found,
      certificates: found.certificates.map((one) => one.number === certificate.number ? { ...one, sentAt: dueAt.toISOString() } : one),
    }))
  }
  return current
}

/** The person's certificates are of today and reach the gateway so many hours after they were first asked for; without hours never: they are on paper only. */
export async function holdBack(box: Box, person: Person, hours: number | undefined): Promise<void> {
  const concludedOn = localDate(await box.now())
  await box.people.change(person.identityNumber, (found) => ({
    ...found, certificates: found.certificates.map((certificate) => ({ ...certificate, concludedOn, sentAt: null, lateDays: hours === undefined ? 0 : hours / 24 })),
  }))
}

/** How many certificates were asked for before the gateway had them: late ones, and ones that are on paper only. */
export async function countMissed(box: Box): Promise<{ lateCertificate: number; paperOnly: number }> {
  const missed = await box.docs<Asked>('asked').list()
  const paperOnly = missed.filter((one) => one.onPaper).length
  return { lateCertificate: missed.length - paperOnly, paperOnly }
}

/** What the gateway has about a person at this moment. */
export async function listByPerson(box: Box, identityNumber: string): Promise<WireCertificate[]> {
  const found = await box.people.get(identityNumber)
  if (!found) return []
  const now = await box.now()
  const person = await sendDue(box, found, now)
  return person.certificates.filter((certificate) => hasArrived(certificate, now)).map((certificate) => toWire(person, certificate))
}

/** What the gateway has under a number at this moment, whoever it belongs to. */
export async function listByNumber(box: Box, number: string): Promise<WireCertificate[]> {
  const owner = await box.people.findByCertificate(number)
  return owner ? (await listByPerson(box, owner.identityNumber)).filter((record) => record.SO === number) : []
}

/** A clinic examines somebody today and sends the result at once. @returns the certificate's number */
export async function examine(box: Box, person: Person, forClass: string, conclusion: PersonCertificate['conclusion'], recheckOn: string | null): Promise<string> {
  const now = await box.now()
  const today = localDate(now)
  const serial = String(Number.parseInt(randomUUID().slice(0, 6), 16) % 100_000).padStart(5, '0')
  const certificate: PersonCertificate = {
    number: `${serial}/GKSKLX/97014/${today.slice(2, 4)}`,
    forClass, concludedOn: today, conclusion,
    clinicCode: '97014', clinicName: 'Phòng khám Đa khoa Hoa Sen (mô phỏng)', doctorName: 'BS. Mẫu Thị Ví Dụ',
    alcohol: 0, drugsFound: conclusion === 'A0-2', recheckOn, sentAt: now.toISOString(), lateDays: 0,
  }
  await box.people.change(person.identityNumber, (found) => ({ ...found, certificates: [...found.certificates, certificate] }))
  return certificate.number
}
