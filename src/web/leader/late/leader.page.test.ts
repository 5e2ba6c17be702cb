import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dossierOf, pay } from '../../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { type Desk, openDesks } from '../../../../test/office/desk.ts'
import { paths } from '../../paths.ts'
import { registerLeader } from '../index.ts'
import { leaderText } from '../text.ts'

let world: CaseWorld
let leader: Desk
let officer: Desk

/** Monday morning, 09:00 in Viet Nam. */
beforeAll(async () => {
  world = await openCaseWorld('2026-11-16T02:00:00Z')
  const desks = await openDesks(world, registerLeader)
  leader = await desks.desk(await world.staff('leader'))
  officer = await desks.desk(await world.staff('appraiser'))
})
afterAll(() => world[Symbol.asyncDispose]())

/** A table's rows as texts, found by its caption. */
async function table(path: string, caption: string): Promise<string[][]> {
  const { page } = await leader.opens(path)
  const found = page.querySelectorAll('table').find((one) => one.querySelector('caption')?.text === caption)
  return (found?.querySelectorAll('tbody tr') ?? []).map((row) => row.querySelectorAll('th, td').map((cell) => cell.text.replace(/\s+/g, ' ').trim()))
}
const t = leaderText.vi

describe('the leader of a province (C7)', () => {
  test('with nothing filed the page says so', async () => {
    const { status, html } = await leader.opens(paths.leader())
    expect([status, html.includes(t.waitedNone), html.includes(t.keptNone)]).toEqual([200, true, true])
  })

  test('reads who is waited for, since when, by number; an hour past the agreed time it is late', async () => {
    await world.fault('violations', { mode: 'error503' })
    const an = await world.file('an')
    await pay(world, an)
    await world.hoursPass(2)
    const { submissionCode } = await dossierOf(world, an)
    const [row, ...more] = await table(paths.leader(), t.waited)
    expect(more).toEqual([])
    expect(row).toEqual(['Cơ sở dữ liệu vi phạm giao thông', 'Trả lời tra cứu vi phạm', '4 giờgiả định', expect.stringMatching(/^1:/), '0', expect.stringContaining(submissionCode)])
    await world.hoursPass(4)
    expect((await table(paths.leader(), t.waited))[0]?.[4]).toBe('1')
    expect((await table(paths.leader(), t.kept('2026-11')))[0]).toEqual(['Cơ sở dữ liệu vi phạm giao thông', 'Trả lời tra cứu vi phạm', '4 giờgiả định', '1', '1', '100 %'])
    expect((await table(paths.leaderWaiting('violations'), 'Cơ sở dữ liệu vi phạm giao thông: Trả lời tra cứu vi phạm')).map(([code, , , late]) => [code, late])).toEqual([[submissionCode, t.isPast]])
    expect((await leader.opens(paths.leaderWaiting('everything'))).status).toBe(404)
    expect((await table(paths.leaderLate('2026-11', 'violation-keeper'), t.lateTitle)).map(([code, , , , ended]) => [code, ended])).toEqual([[submissionCode, t.stillOpen]])
    expect((await table(paths.leaderLate('2026-11', 'post'), t.lateTitle)).map(([only]) => only)).toEqual([t.lateNone])
  })

  test('nobody is named on any of the pages, and nothing leads to a dossier', async () => {
    for (const path of [paths.leader(), paths.leaderLate(), paths.leaderFile(), paths.leaderWaiting('violations')]) {
      const { html } = await leader.opens(path)
      for (const word of ['Nguyễn Văn An', '0000123456', '/can-bo/', 'undefined', 'NaN']) expect(html).not.toContain(word)
    }
  })

  test('the file says the same as the page, and that its figures are made up', async () => {
    const { html, headers } = await leader.opens(paths.leaderFile())
    expect(headers['content-disposition']).toBe('attachment; filename="so-lieu-gia-phoi-hop-bac-ninh-2026-11.csv"')
    expect(html).toMatch(/^\ufeff"SỐ LIỆU GIẢ/)
    expect(html).toContain('"Trong tháng","Cơ sở dữ liệu vi phạm giao thông","Trả lời tra cứu vi phạm","4 giờ","",1,1,""')
  })

  test('every page and every picture on it says that its figures are made up (S6)', async () => {
    for (const path of [paths.leader(), paths.leaderLate(), paths.leaderWaiting('violations')]) expect((await leader.opens(path)).page.querySelector('main .govuk-tag [lang=vi]')?.text).toBeDefined()
    const { page } = await leader.opens(paths.leader())
    const pictures = page.querySelectorAll('main svg')
    expect(pictures.length).toBeGreaterThanOrEqual(2)
    for (const picture of pictures) expect(picture.text).toContain('SỐ LIỆU GIẢ')
  })

  test('others are told that this is not theirs', async () => {
    for (const path of [paths.leader(), paths.leaderLate(), paths.leaderFile()]) expect((await officer.opens(path)).status).toBe(403)
  })

  test('both languages say the same things', () => {
    const keys = (value: unknown): unknown => (value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, keys(one)])) : '')
    expect(keys(leaderText.en)).toEqual(keys(leaderText.vi))
  })
})
