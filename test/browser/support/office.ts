/** What officers do with a dossier, each press of a button followed by what the page then says. */
import { expect } from 'vitest'
import type { Visitor } from './world.ts'

/** Opens the dossier with this number from the worklist. */
export async function opens(officer: Visitor, number: string): Promise<void> {
  await officer.goes('/can-bo')
  await officer.page.getByRole('searchbox').fill(number)
  await officer.page.keyboard.press('Enter')
  await officer.page.getByRole('link', { name: number }).click()
}

/** Takes the dossier, accepts and approves it. `at` is called on the page before each press. */
export async function appraises(officer: Visitor, at: (name: string) => Promise<void> = async () => {}): Promise<void> {
  await at('to-take')
  await officer.presses('Nhận xử lý')
  await at('taken')
  await officer.presses('Tiếp nhận hồ sơ')
  expect(await officer.reads()).toContain('Đã tiếp nhận. Số hồ sơ và ngày hẹn trả đã báo cho công dân')
  await at('accepted')
  await officer.presses('Duyệt và chuyển ký')
  expect(await officer.reads()).toContain('Đã duyệt. Quyết định đang được soạn')
}

/** Signs the decision once it is drawn up, and stays until the register is written. */
export async function signs(officer: Visitor, at: (name: string) => Promise<void> = async () => {}): Promise<void> {
  await officer.waitsFor('Mở quyết định')
  await at('to-sign')
  await officer.presses('Ký quyết định này')
  await officer.waitsFor(/Người ký: .*dấu thời gian/)
}
