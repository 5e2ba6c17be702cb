/** What a clerk does at the window, from the card to what can be filed. */
import type { Visitor } from './world.ts'

/** What the reader types when it sees a card; residence as the register has it plays no part. */
export const cardOf = ({ identityNumber, fullName, birthDate, sex }: Visitor) =>
  `${identityNumber}||${fullName}|${birthDate.split('-').reverse().join('')}|${sex === 'male' ? 'Nam' : 'Nữ'}|Phố Ví Dụ, xã Hoa Sen, Bắc Ninh|10052021`

/** From the card to what can be filed. @returns the path of the visit */
export async function receives(yen: Visitor, card: string): Promise<string> {
  await yen.goes('/quay')
  await yen.page.getByLabel('Dòng đọc từ mã QR trên căn cước').fill(card)
  await yen.page.keyboard.press('Enter')
  await yen.page.waitForURL(/\/quay\/luot\//)
  await yen.waitsFor('Nộp được ngay')
  return new URL(yen.page.url()).pathname
}

/** The questions on one page, and a picture taken at the counter. */
export async function fillsIn(yen: Visitor, way: string, phone: string, portrait: Buffer): Promise<void> {
  const { page } = yen
  await yen.presses(way)
  const visit = new URL(page.url()).pathname.replace(/\/[^/]+$/, '')
  await page.getByLabel('Giấy phép bị hỏng', { exact: true }).check()
  await page.getByLabel('B', { exact: true }).check()
  await page.getByLabel('Số điện thoại của công dân').fill(phone)
  await page.getByLabel('Đến cơ quan giải quyết nhận', { exact: true }).check()
  await yen.presses('Lưu và tiếp tục')
  await yen.goes(`${visit}/anh`)
  await page.getByLabel('Ảnh chụp tại quầy').setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: portrait })
  await yen.presses('Gửi ảnh này')
  await yen.presses('Tiếp tục')
}
