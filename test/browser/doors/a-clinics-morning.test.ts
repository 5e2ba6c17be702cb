/** A clinic's morning: ten exams by one doctor, each usable at once, one taken up by a dossier that waited, one corrected, one taken back (P2, P3, D2, L1). */
import { expect, test } from 'vitest'
import { answers, files } from '../support/exchange.ts'
import { vietnameseOn } from '../support/vietnamese.ts'
import { openBrowserWorld, type Visitor } from '../support/world.ts'

/** What a reader types when it sees the card of somebody whom nobody here has met. */
const cardOf = (n: number) => `09709007${String(1000 + n)}||Mẫu Văn Sáng ${'ABCDEFGHIJ'[n]}|0${1 + (n % 9)}031990|Nam|Phố Ví Dụ, xã Hoa Sen, Bắc Ninh|10052021`
const NUMBER = /\d{5}\/GKSKLX\/97033\/26/

async function fills(bich: Visitor, conclusion = 'Đủ điều kiện sức khỏe lái xe'): Promise<void> {
  const { page } = bich
  await page.getByLabel('Người khám đã khai tiền sử bệnh và ký cam đoan').check()
  await page.getByLabel('Nồng độ cồn').fill('0')
  await page.getByLabel('Âm tính').check()
  await page.getByLabel(conclusion, { exact: true }).check()
}

async function begins(bich: Visitor, card: string): Promise<void> {
  await bich.page.getByLabel('Mã QR trên thẻ căn cước').fill(card)
  await bich.presses('Bắt đầu khám')
}

test('ten people are examined in a morning, and whoever waited for it sees their dossier go on', async () => {
  await using world = await openBrowserWorld()
  const [vinh, bich, cuc, anybody] = [await world.comes('vinh'), await world.comes('bich'), await world.comes('cuc'), await world.comes('an', { lang: 'en' })]

  // The province lets clinics in; this one was, once.
  await vinh.signsIn('/can-bo/co-so-kham')
  await vinh.presses('Cho phép')
  await vinh.looks('clinics-02-errors')
  await vinh.follows('Trung tâm Y tế Sông Mẫu')
  expect(await vinh.reads()).toContain('Lương Ngọc Bích')
  await vinh.looks('clinics-03-one')
  await letsAClinicIn(vinh)

  await cuc.signsIn()
  await cuc.waitsFor('Đổi giấy phép này')
  await answers(cuc, { portrait: await cuc.portrait(), classChoice: 'Hạng B', certificate: 'Cơ sở khám chưa gửi, tôi nộp trước' })
  const dossier = await files(cuc)
  await cuc.presses('Trả lệ phí')
  await cuc.page.getByRole('button', { name: /^Thanh toán 135.000/ }).click()
  await cuc.waitsFor(/chờ (cơ sở khám|phòng khám|giấy khám)/i)

  await bich.signsIn('/can-bo')
  expect(new URL(bich.page.url()).pathname).toBe('/phong-kham')
  await begins(bich, '097185003310')
  await bich.looks('clinic-01-by-hand')
  await begins(bich, `${cuc.identityNumber}||${cuc.fullName}|02111985|Nữ|Phố Ví Dụ, xã Đồng Mẫu, Bắc Ninh|10052021`)
  await bich.presses('Đọc lại trước khi ký')
  await bich.looks('clinic-02-errors')
  await bich.page.getByLabel('Hạng giấy phép lái xe').selectOption('B')
  await fills(bich)
  await bich.presses('Đọc lại trước khi ký')
  await bich.looks('clinic-04-read')
  await bich.presses('Ký và cấp giấy')
  await bich.waitsFor('Một hồ sơ đã nhận giấy này lúc')
  expect(await bich.reads()).toMatch(NUMBER)
  await bich.looks('clinic-05-receipt')
  await cuc.goes(dossier)
  await cuc.waitsFor('Cơ quan đang xem hồ sơ')

  const numbers: string[] = []
  for (let n = 1; n < 10; n++) {
    await bich.goes('/phong-kham')
    await begins(bich, cardOf(n))
    await bich.page.getByLabel('Hạng giấy phép lái xe').selectOption(n % 3 === 0 ? 'C' : 'B')
    await fills(bich)
    if (n === 1) await readsOverABrokenLine(bich)
    else await bich.presses('Đọc lại trước khi ký')
    await bich.presses('Ký và cấp giấy')
    numbers.push(NUMBER.exec(await bich.reads())?.[0] ?? '')
  }
  const serials = numbers.map((number) => Number(number.slice(0, 5)))
  expect(serials).toEqual(serials.map((_, place) => (serials[0] ?? 0) + place))

  // The last was concluded wrongly: corrected under its own number.
  await bich.presses('Sửa giấy này')
  await bich.page.getByLabel('Vì sao sửa?').fill('ghi nhầm kết luận')
  await bich.page.getByLabel('Không đủ điều kiện sức khỏe lái xe', { exact: true }).check()
  await bich.page.getByLabel('Lý do').fill('Thị lực không đạt')
  await bich.looks('clinic-06-correction')
  await bich.presses('Đọc lại trước khi ký')
  await bich.presses('Ký và sửa giấy')
  expect(await bich.reads()).toMatch(new RegExp(`${numbers.at(-1)}[\\s\\S]*Giấy đã sửa trong sổ[\\s\\S]*Không đủ điều kiện sức khỏe lái xe hạng C`))

  // The one before was somebody else's: taken back.
  await bich.goes('/phong-kham')
  await bich.follows(numbers.at(-2) ?? '')
  await bich.follows('Thu hồi giấy này')
  await bich.presses('Thu hồi giấy này')
  await bich.looks('clinic-07-take-back')
  await bich.page.getByLabel('Vì sao thu hồi?').fill('nhầm người')
  await bich.presses('Thu hồi giấy này')
  expect(await bich.reads()).toContain('Giấy đã thu hồi')

  await bich.goes('/phong-kham')
  const day = await bich.reads()
  expect([day.match(/Đã sửa/g)?.length, day.match(/Đã thu hồi/g)?.length]).toEqual([1, 1])
  for (const number of numbers) expect(day).toContain(number)
  await bich.looks('clinic-08-day')

  await anybody.goes('/co-so-kham')
  expect(await anybody.reads()).toMatch(/Trung tâm Y tế Sông Mẫu[\s\S]*less than 1 second/)
  const left = await vietnameseOn(anybody.page, ['Toàn Trình', 'Bắc Ninh'])
  await anybody.looks('clinic-09-public')
  expect(left).toEqual([])
  expect([vinh, bich, cuc, anybody].flatMap(({ complaints }) => complaints)).toEqual([])
})

/** A clinic of the province that nobody here knows yet, and its first doctor. */
async function letsAClinicIn(vinh: Visitor): Promise<void> {
  const { page } = vinh
  await vinh.goes('/can-bo/co-so-kham')
  await page.getByLabel('Mã cơ sở', { exact: true }).fill('97077')
  await page.getByLabel('Tên cơ sở', { exact: true }).fill('Phòng khám Hoa Gạo (mô phỏng)')
  await vinh.presses('Cho phép')
  expect(await vinh.reads()).toMatch(/Đã cho phép\.[\s\S]*Phòng khám Hoa Gạo \(mô phỏng\)[\s\S]*Chưa có bác sĩ nào/)
  await page.getByLabel('Số định danh của bác sĩ', { exact: true }).fill('097080004321')
  await page.getByLabel('Họ và tên', { exact: true }).fill('Mẫu Văn Lành')
  await vinh.presses('Thêm bác sĩ')
  expect(await vinh.reads()).toMatch(/Đã thêm bác sĩ\.[\s\S]*Mẫu Văn Lành/)
  await vinh.goes('/can-bo/co-so-kham')
  expect(await vinh.reads()).toContain('Phòng khám Hoa Gạo (mô phỏng)')
}

/** The line breaks while the doctor types: what was typed stays on the page, and it goes on by itself when the line is back. */
async function readsOverABrokenLine(bich: Visitor): Promise<void> {
  const { page, context } = bich
  const said = page.locator('[data-keep]')
  await expect.poll(() => said.innerText()).toBe('Đã lưu')
  await bich.looks('clinic-03-exam')
  await context.setOffline(true)
  await page.getByLabel('Tình trạng bệnh').fill('Cận thị nhẹ, đã có kính')
  await bich.presses('Đọc lại trước khi ký')
  await expect.poll(() => said.innerText()).toContain('Mất mạng')
  expect(await page.getByLabel('Tình trạng bệnh').inputValue()).toBe('Cận thị nhẹ, đã có kính')
  await context.setOffline(false)
  await page.waitForURL(/\/ky$/)
  expect(await bich.reads()).toContain('Cận thị nhẹ, đã có kính')
}
