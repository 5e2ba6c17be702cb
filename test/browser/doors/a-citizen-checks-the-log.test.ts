/** A citizen takes home the receipt of the filing and checks it with the published program and key, without us (S13, AUD7, TH18). */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { sealPlace } from '../../../scripts/audit/sealing.ts'
import { answers, files } from '../support/exchange.ts'
import { openBrowserWorld, type Visitor } from '../support/world.ts'

/** Clicks what is downloaded. @returns where it lies */
async function downloads({ page }: Visitor, name: string, folder: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).first().click()])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

test('a step of a dossier is in the log; its citizen downloads receipt and program, and reads at home that it holds', async () => {
  await using world = await openBrowserWorld()
  const { databaseUrl, data } = world.system
  const folder = await mkdtemp(join(tmpdir(), 'toan-trinh-receipt-'))
  const citizen = await world.comes('g-000008')
  await citizen.signsIn()
  await citizen.waitsFor('Đổi giấy phép này')
  await answers(citizen, { portrait: await citizen.portrait(), reason: 'Giấy phép bị hỏng', classChoice: 'Hạng B' })
  const dossier = await files(citizen)
  // The worker seals each minute; here nobody waits for it.
  await expect.poll(async () => {
    await sealPlace({ DATABASE_URL: databaseUrl, DATA_DIR: data })
    await citizen.goes(dossier)
    return citizen.reads()
  }, { timeout: 30_000, interval: 200 }).toContain('Biên nhận: Bạn đã nộp hồ sơ')
  await citizen.looks('log-01-dossier')
  const receipt = await downloads(citizen, 'Biên nhận: Bạn đã nộp hồ sơ', folder)
  await citizen.follows('Cách tự kiểm tra')
  await citizen.looks('log-02-page')
  const program = await downloads(citizen, 'verify-receipt.mjs', folder)
  const key = /nhat-ky\.vidu\.invalid\+[0-9a-f]{8}\+\S+/.exec(await citizen.reads())?.[0] ?? ''
  const { stdout } = await promisify(execFile)(process.execPath, [program, receipt, '--key', key])
  expect(stdout).toContain('✓ Biên nhận đúng')
  expect(stdout).toContain(dossier.split('/').at(-1))
  // Or on the public page, in words.
  await citizen.presses('Kiểm tra một biên nhận')
  await citizen.page.getByLabel('Tệp biên nhận').setInputFiles(receipt)
  await citizen.looks('log-03-bring')
  await citizen.page.getByRole('button', { name: 'Kiểm tra', exact: true }).click()
  await citizen.waitsFor('Biên nhận đúng')
  await citizen.looks('log-04-checked')
  expect(await citizen.reads()).toContain('vẫn bắt đầu bằng đúng các dòng ấy')
  await rm(folder, { recursive: true })
  expect(citizen.complaints).toEqual([])
})
