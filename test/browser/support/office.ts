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

/** Closes a list over all printed cards that go by post; the postal worker finds each of them in the bag and signs. */
export async function handsToPost(officer: Visitor, postal: Visitor): Promise<void> {
  await officer.goes('/can-bo/the')
  await officer.presses('Chốt danh sách bàn giao')
  const [number = ''] = /BG-\d{6}/.exec(await officer.reads()) ?? []
  await opensList(postal, number)
  for (const item of new Set((await postal.reads()).match(/\bZZ\d{9}XX\b/g))) await scans(postal, item)
  await postal.presses('Tôi đã kiểm đếm và ký nhận')
  expect(await postal.reads()).toContain('Hai bên đã ký')
}

/** The postal worker opens a list to count it. */
export async function opensList(postal: Visitor, number: string): Promise<void> {
  await postal.goes('/buu-dien')
  // The first time the eID asks who comes.
  if (!new URL(postal.page.url()).pathname.startsWith('/buu-dien')) await postal.choosesOneself()
  await postal.page.getByRole('link', { name: number }).click()
}

/** Types a number into the field as a scanner does. */
export async function scans(postal: Visitor, item: string): Promise<void> {
  await postal.page.getByLabel('Quét hoặc gõ số bưu gửi', { exact: true }).fill(item)
  const shown = postal.page.waitForEvent('framenavigated')
  await postal.page.keyboard.press('Enter')
  await shown
  await postal.page.waitForLoadState()
}
