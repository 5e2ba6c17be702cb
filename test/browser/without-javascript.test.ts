/** Bảo's old phone runs no script: from the start page to the filed dossier, picture included (P7, B1, P5). */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answers, choosesPicture, files, stepOf } from './support/exchange.ts'
import { openBrowserWorld } from './support/world.ts'

const cat = join(import.meta.dirname, '..', 'fixtures', 'portraits', 'noface-cat-chelsea.png')

test('Bảo files with JavaScript switched off; what he typed stays when he goes back, and a picture of a cat is refused for one reason', async () => {
  await using world = await openBrowserWorld()
  const bao = await world.comes('g-000003', { javaScript: false })
  await bao.goes('/')
  await bao.page.getByRole('button', { name: 'Bắt đầu bằng định danh điện tử' }).click()
  await bao.choosesOneself()
  await bao.waitsFor('Đổi giấy phép này')

  const goesWrong: Record<string, () => Promise<void>> = {
    async 'lien-he'() {
      await bao.page.getByLabel('Số điện thoại', { exact: true }).fill('12')
      await bao.page.getByLabel(/^Thư điện tử/).fill('bao@vidu.invalid')
      await bao.presses('Tiếp tục')
      expect(await bao.reads()).toContain('Số điện thoại phải có mười chữ số')
      expect(await bao.page.getByLabel('Số điện thoại', { exact: true }).inputValue()).toBe('12')
      expect(await bao.page.getByLabel(/^Thư điện tử/).inputValue()).toBe('bao@vidu.invalid')
    },
    async anh() {
      await bao.page.goBack()
      expect(stepOf(bao)).toBe('lien-he')
      expect(await bao.page.getByLabel('Số điện thoại', { exact: true }).inputValue()).toBe('0000123456')
      await bao.presses('Tiếp tục')
      await choosesPicture(bao, await readFile(cat), 'vi', 'meo.png')
      expect(await bao.page.getByRole('alert').getByRole('listitem').allInnerTexts()).toEqual([
        'Chúng tôi không thấy rõ khuôn mặt nào trong ảnh. Hãy chụp chính diện, để lộ cả khuôn mặt và không đeo khẩu trang.',
      ])
    },
  }
  await answers(bao, { portrait: await bao.portrait(), at: async (step) => goesWrong[step]?.() })
  await files(bao)
  expect(await bao.reads()).toMatch(/Đã nộp hồ sơ\s+Mã nộp hồ sơ của bạn\s+TT-\w{4}-\w{4}/)
  await bao.page.goBack()
  expect(bao.page.url()).toContain('/ho-so/')
  expect(bao.complaints).toEqual([])
})
