/** Cúc's old phone runs no script: from the start page to the filed dossier, picture included (P7, B1, P5). */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answers, choosesPicture, files, stepOf } from './support/exchange.ts'
import { openBrowserWorld } from './support/world.ts'

const cat = join(import.meta.dirname, '..', 'fixtures', 'portraits', 'noface-cat-chelsea.png')

test('Cúc files with JavaScript switched off; what she typed stays when she goes back, and a picture of a cat is refused for one reason', async () => {
  await using world = await openBrowserWorld()
  const cuc = await world.comes('cuc', { javaScript: false })
  await cuc.goes('/')
  await cuc.page.getByRole('button', { name: 'Bắt đầu bằng định danh điện tử' }).click()
  await cuc.choosesOneself()
  await cuc.waitsFor('Đổi giấy phép này')

  const goesWrong: Record<string, () => Promise<void>> = {
    async 'lien-he'() {
      await cuc.page.getByLabel('Số điện thoại', { exact: true }).fill('12')
      await cuc.page.getByLabel(/^Thư điện tử/).fill('cuc@vidu.invalid')
      await cuc.presses('Tiếp tục')
      expect(await cuc.reads()).toContain('Số điện thoại phải có mười chữ số')
      expect(await cuc.page.getByLabel('Số điện thoại', { exact: true }).inputValue()).toBe('12')
      expect(await cuc.page.getByLabel(/^Thư điện tử/).inputValue()).toBe('cuc@vidu.invalid')
    },
    async anh() {
      await cuc.page.goBack()
      expect(stepOf(cuc)).toBe('lien-he')
      expect(await cuc.page.getByLabel('Số điện thoại', { exact: true }).inputValue()).toBe('0000123456')
      await cuc.presses('Tiếp tục')
      await choosesPicture(cuc, await readFile(cat), 'vi', 'meo.png')
      expect(await cuc.page.getByRole('alert').getByRole('listitem').allInnerTexts()).toEqual([
        'Chúng tôi không thấy rõ khuôn mặt nào trong ảnh. Hãy chụp chính diện, để lộ cả khuôn mặt và không đeo khẩu trang.',
      ])
    },
  }
  await answers(cuc, { portrait: await cuc.portrait(), classChoice: 'Hạng B', certificate: 'Cơ sở khám chưa gửi, tôi nộp trước', at: async (step) => goesWrong[step]?.() })
  await files(cuc)
  expect(await cuc.reads()).toMatch(/Đã nộp hồ sơ\s+Mã nộp hồ sơ của bạn\s+TT-\w{4}-\w{4}/)
  await cuc.page.goBack()
  expect(cuc.page.url()).toContain('/ho-so/')
  expect(cuc.complaints).toEqual([])
})
