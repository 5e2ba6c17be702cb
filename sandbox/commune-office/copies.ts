/** Certified electronic copies of paper health certificates, as a commune office makes them from the original. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PDF } from '@libpdf/core'
import { type Box, formatDate, localDate, type Person, type PersonCertificate, simulationBand } from '../kit/index.ts'
import { clinics } from '../people/places.ts'
import { officeName, seal } from './signer.ts'

/** What can be wrong with a copy. */
export type Quality = 'good' | 'tampered' | 'wrong-root' | 'unsigned'

export interface Copy {
  id: string
  fullName: string
  identityNumber: string
  number: string
  forClass: string
  quality: Quality
  madeAt: string
}

export const copiesOf = (box: Box) => box.docs<Copy>('copies')
/** The files lie apart, so that a list of copies is a small thing. Base64. */
export const filesOf = (box: Box) => box.docs<{ pdf: string }>('files')

const font = readFileSync(createRequire(import.meta.url).resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'))
const conclusions = { 'A0-1': 'Đủ điều kiện sức khỏe lái xe hạng', 'A0-2': 'Không đủ điều kiện sức khỏe lái xe hạng', 'A0-3': 'Đạt tiêu chuẩn sức khỏe nhưng yêu cầu khám lại, hạng' }

/** The paper the person brings: one that no clinic sent, else the newest, else a new one of today. */
function paperOf(person: Person, today: string): PersonCertificate {
  const clinic = clinics.at(-1) ?? clinics[0]
  return person.certificates.find((one) => one.sentAt === null && one.lateDays === 0) ?? person.certificates.at(-1) ?? {
    number: `${person.identityNumber.slice(-5)}/GKSKLX/${clinic.code}/${today.slice(2, 4)}`, forClass: 'B', concludedOn: today, conclusion: 'A0-1',
    clinicCode: clinic.code, clinicName: clinic.name, doctorName: clinic.doctor, alcohol: 0, drugsFound: false, recheckOn: null, sentAt: null, lateDays: 0,
  }
}

async function draw(person: Person, paper: PersonCertificate, today: string): Promise<Uint8Array> {
  const pdf = PDF.create()
  const page = pdf.addPage({ size: 'a4' })
  const embedded = pdf.embedFont(font)
  let y = 790
  const line = (text: string, size = 11, gap = 22) => {
    page.drawText(text, { x: 60, y, size, font: embedded })
    y -= gap
  }
  line(`${simulationBand.vi}`, 9)
  line('GIẤY KHÁM SỨC KHỎE CỦA NGƯỜI LÁI XE', 16, 30)
  line(`Số: ${paper.number}`)
  line(`Họ và tên: ${person.fullName}`)
  line(`Ngày sinh: ${formatDate(person.birthDate)}`)
  line(`Số định danh: ${person.identityNumber}`)
  line(`Kết luận: ${conclusions[paper.conclusion]} ${paper.forClass}`)
  if (paper.recheckOn !== null) line(`Ngày khám lại: ${formatDate(paper.recheckOn)}`)
  line(`Ngày kết luận: ${formatDate(paper.concludedOn)}`)
  line(`Cơ sở khám: ${paper.clinicName}`)
  line(`Bác sĩ kết luận: ${paper.doctorName}`, 11, 50)
  line('CHỨNG THỰC BẢN SAO ĐIỆN TỬ ĐÚNG VỚI BẢN CHÍNH', 12)
  line(`${officeName}, ngày ${formatDate(today)}`)
  return pdf.save()
}

/** Makes a copy of a person's paper certificate. Nothing of it reaches the health gateway. */
export async function certify(box: Box, person: Person, quality: Quality): Promise<Copy> {
  const today = localDate(await box.now())
  const paper = paperOf(person, today)
  const drawn = await draw(person, paper, today)
  const signed = quality === 'unsigned' ? Buffer.from(drawn) : await seal(box, drawn, quality === 'wrong-root' ? 'foreign' : 'trusted')
  if (quality === 'tampered') {
    // One bit of the page behind the signature: the text of the paper says something else.
    const at = signed.indexOf('stream') + 40
    signed[at] = (signed[at] ?? 0) ^ 1
  }
  const copy: Copy = {
    id: randomUUID(), fullName: person.fullName, identityNumber: person.identityNumber, number: paper.number, forClass: paper.forClass, quality, madeAt: (await box.now()).toISOString(),
  }
  await filesOf(box).put(copy.id, { pdf: signed.toString('base64') })
  await copiesOf(box).put(copy.id, copy)
  return copy
}
