import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, openDesks } from '../../../../test/office/desk.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { registerKiosk } from '../../kiosk/index.ts'
import { paths } from '../../paths.ts'
import { registerWindows } from './routes.ts'

const CENTRE = 'bac-ninh-hanh-chinh-cong'
let world: CaseWorld
let clerk: Desk
let officer: Desk
let hall: Desk

beforeAll(async () => {
  world = await openCaseWorld()
  const desks = await openDesks(world, (app, web) => {
    registerWindows(app, web)
    registerKiosk(app, web)
  })
  clerk = await desks.desk(await world.staff('clerk'))
  officer = await desks.desk(await world.staff('appraiser'))
  hall = await desks.desk((await world.signIn('an')).actor)
})
afterAll(() => world[Symbol.asyncDispose]())

/** Takes a number as a person does: the service, the queue, the slip. @returns where the slip is */
async function takes(service = 'A', lane = 'thuong'): Promise<string> {
  await hall.opens(paths.kioskStep(CENTRE, { lang: 'vi', service }))
  return (await hall.sends(paths.kiosk(CENTRE), { hang: lane })).location ?? ''
}

describe('a queue, from the kiosk to the window (C5)', () => {
  test('who touches a service and a queue holds a slip; the button pressed twice is the same slip', async () => {
    const start = await hall.opens(paths.kiosk(CENTRE))
    expect([start.status, start.html.includes('Lấy số thứ tự'), start.html.includes('Không ai đang chờ')]).toEqual([200, true, true])
    await hall.opens(paths.kioskStep(CENTRE, { lang: 'vi', service: 'A' }))
    const once = await hall.sends(paths.kiosk(CENTRE), { hang: 'thuong' })
    await hall.opens(paths.kioskStep(CENTRE, { lang: 'vi', service: 'A' }))
    const slip = await hall.opens(once.location ?? '')
    expect(slip.page.querySelector('.tt-slip__number')?.text).toBe('A001')
    expect(slip.html).toContain('Bạn là người kế tiếp')
    expect(slip.html).toContain('chưa đủ số liệu')
    const key = '019a9000-0000-7000-8000-000000000001'
    const [one, two] = await Promise.all([1, 2].map(() => hall.posts(paths.kiosk(CENTRE), { viec: 'A', hang: 'thuong', ma: key })))
    expect(one?.location).toBe(two?.location)
    expect((await hall.opens(one?.location ?? '')).page.querySelector('.tt-slip__number')?.text).toBe('A002')
  })

  test('the clerk opens a window and calls; the display says which window; the slip says it too', async () => {
    // A success is told of what is so, to the clerk who did it, never of an address.
    const told = async (done: string) => (await clerk.opens(`${paths.counterWindow()}?xong=${done}`)).page.querySelector('.govuk-notification-banner--success') !== null
    expect([await told('mo'), await told('het'), await told('dong'), await told('xong')]).toEqual([false, false, false, false])
    expect((await clerk.sends(paths.counterWindowAct('mo'), { cua: '2', viec: 'A' })).location).toBe(`${paths.counterWindow()}?xong=mo`)
    expect([await told('mo'), await told('het')]).toEqual([true, false])
    await clerk.opens(paths.counterWindow())
    expect((await clerk.sends(paths.counterWindowAct('tiep'))).location).toBe(paths.counterWindow())
    expect((await clerk.opens(paths.counterWindow())).page.querySelector('.tt-window-number')?.text).toBe('A001')
    const display = await hall.opens(paths.queueDisplay(CENTRE))
    expect([display.page.querySelector('.tt-call__number')?.text, display.page.querySelector('.tt-call__window')?.text]).toEqual(['A001', 'Mời đến cửa 2'])
  })

  test('calling again shows on the display, a no-show can be called back, and a finished one leaves', async () => {
    await clerk.opens(paths.counterWindow())
    await clerk.sends(paths.counterWindowAct('goi-lai'))
    expect((await hall.opens(paths.queueDisplay(CENTRE))).html).toContain('gọi lại')
    await clerk.opens(paths.counterWindow())
    const missed = (await clerk.sends(paths.counterWindowAct('vang'))).location ?? ''
    expect(missed).toMatch(/[?]xong=vang&so=[0-9a-f-]{36}$/)
    const tells = async (address: string) => (await clerk.opens(address)).page.querySelector('.govuk-notification-banner--success') !== null
    expect([await tells(missed), await tells(missed.replace('vang', 'xong'))]).toEqual([true, false])
    expect((await hall.opens(paths.queueDisplay(CENTRE))).html).toContain('Đã gọi mà chưa thấy')
    await clerk.opens(paths.counterWindow())
    await clerk.sends(paths.counterWindowAct('moi-lai'))
    await clerk.opens(paths.counterWindow())
    await clerk.sends(paths.counterWindowAct('co-mat'))
    const serving = await clerk.opens(paths.counterWindow())
    expect(serving.html).toContain('đang phục vụ')
    const finished = await clerk.sends(paths.counterWindowAct('xong'))
    expect(await tells(missed)).toBe(false)
    const after = await clerk.opens(finished.location ?? '')
    expect(after.html).toContain('Đã xong một lượt')
    expect(after.html).toContain('Gọi số tiếp theo')
  })

  test('a no is said on the page, in words: nothing chosen, a window that is taken, nobody waiting', async () => {
    const next = await clerk.sends(paths.counterWindowAct('tiep'))
    expect(next.location).toBe(paths.counterWindow())
    for (const act of ['co-mat', 'xong']) {
      await clerk.opens(paths.counterWindow())
      await clerk.sends(paths.counterWindowAct(act))
    }
    await clerk.opens(paths.counterWindow())
    expect((await clerk.sends(paths.counterWindowAct('tiep'))).location).toBe(`${paths.counterWindow()}?xong=het`)
    await clerk.opens(paths.counterWindow())
    const closed = await clerk.opens((await clerk.sends(paths.counterWindowAct('dong'))).location ?? '')
    expect(closed.html).toContain('Đã đóng cửa')
    const refused = await clerk.sends(paths.counterWindowAct('mo'), { cua: '9', viec: 'A' })
    expect([refused.status, refused.page.querySelector('.govuk-error-summary a[href="#cua"]')?.text]).toEqual([409, 'Chọn một cửa của điểm này.'])
  })

  test('of more who did not come than a list shows, each is found by the number on their slip, until the day ends', async () => {
    await clerk.opens(paths.counterWindow())
    await clerk.sends(paths.counterWindowAct('mo'), { cua: '3', viec: 'C' })
    for (let n = 0; n < 22; n++) await takes('C')
    for (let n = 0; n < 22; n++) {
      for (const act of ['tiep', 'vang']) {
        await clerk.opens(paths.counterWindow())
        await clerk.sends(paths.counterWindowAct(act))
      }
    }
    const page = await clerk.opens(paths.counterWindow())
    expect([page.html.includes('Mời C022'), page.html.includes('Mời C001'), page.html.includes('Còn 2 số nữa')]).toEqual([true, false, true])
    const search = await clerk.opens(paths.counterMissed())
    // Nothing is fetched anew under the hand of somebody who types.
    expect([page.headers['refresh'] !== undefined, search.headers['refresh'], search.page.querySelector('input[name=tim]')?.getAttribute('value') ?? '']).toEqual([true, undefined, ''])
    expect((await clerk.opens(`${paths.counterMissed()}C999`)).html).toContain('không có số này')
    for (const typed of ['c 1', '1', 'C001']) expect((await clerk.opens(`${paths.counterMissed()}${encodeURIComponent(typed)}`)).html, typed).toContain('Mời C001')
    expect((await clerk.sends(paths.counterWindowAct('moi-lai'))).location).toBe(paths.counterWindow())
    expect((await clerk.opens(paths.counterWindow())).page.querySelector('.tt-window-number')?.text).toBe('C001')
  })

  test('a window is a clerk’s: an officer has none, and there is no kiosk where there is no point', async () => {
    expect((await officer.opens(paths.counterWindow())).status).toBe(403)
    expect((await hall.opens(paths.kiosk('nowhere'))).status).toBe(404)
    expect((await hall.opens(paths.kioskTicket(CENTRE, '019a9000-0000-7000-8000-0000000000ff'))).status).toBe(404)
    expect((await hall.opens(paths.kioskTicket('ha-noi-mot-cua', (await takes()).split('/').at(-1) ?? ''))).status).toBe(404)
  })

  test('whoever leaves the kiosk in English leaves it in Vietnamese to the next', async () => {
    expect((await hall.opens(paths.kioskStep(CENTRE, { lang: 'en' }))).html).toContain('Take a number')
    expect((await hall.opens(paths.kiosk(CENTRE))).html).toContain('Lấy số thứ tự')
    expect((await hall.opens(await takes('B', 'uu-tien'))).html).toContain('Hàng ưu tiên')
  })
})
