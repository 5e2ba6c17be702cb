import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dossierOf, pay } from '../../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { type Desk, openDesks } from '../../../../test/office/desk.ts'
import { accept, withdraw } from '../../../dossiers/index.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import { paths } from '../../paths.ts'

let world: CaseWorld
let clerk: Desk
let signer: Desk

beforeAll(async () => {
  world = await openCaseWorld()
  const desks = await openDesks(world)
  clerk = await desks.desk(await world.staff('appraiser'))
  signer = await desks.desk(await world.staff('signer'))
})
afterAll(() => world[Symbol.asyncDispose]())

async function openIds(): Promise<{ id: string; refund_id: string | null; reason: string }[]> {
  return world.platform.asOwner(`select id, refund_id, reason from payments.discrepancy where state = 'open'`)
}

describe('the payments desk', () => {
  test('as long as the books agree, the page says so and asks for nothing', async () => {
    const { status, html } = await clerk.opens(paths.money())
    expect([status, html.includes('không có việc nào chờ')]).toEqual([200, true])
  })

  test('a refund that the platform refuses stands there with its reason; words do not end it, a new try does', async () => {
    const id = await world.file('an')
    await pay(world, id)
    await world.control('payment-platform', 'reject-refunds', { count: '1' })
    const { actor } = await world.signIn('an')
    await world.platform.work(actor, (work) => withdraw(work, id))
    await world.workerSettles()
    const [open] = await openIds()
    const page = await clerk.opens(paths.money())
    expect(page.html).toContain('Cổng từ chối hoàn tiền')
    expect(page.html).toContain((await dossierOf(world, id)).submissionCode)
    expect((await signer.opens(paths.money())).html).toContain('chỉ xem được')
    const sent = await clerk.sends(paths.moneyAction(open?.refund_id ?? '', 'hoan-lai'))
    expect(sent.location).toBe(`${paths.money()}?xong=hoan-lai`)
    // Told to whoever did it, of what they did last.
    const told = async (who: Desk, done: string) => (await who.opens(`${paths.money()}?xong=${done}`)).html.includes('govuk-notification-banner--success')
    expect([await told(clerk, 'hoan-lai'), await told(clerk, 'dong-y'), await told(signer, 'hoan-lai')]).toEqual([true, false, false])
    await world.workerSettles()
    await world.hoursPass(1)
    await world.hoursPass(1)
    expect(await openIds()).toEqual([])
    expect((await clerk.opens(sent.location ?? '')).html).toContain('Gửi lại yêu cầu hoàn')
  })

  test('a line that is nobody’s is ended with a note, and without one the page asks for it', async () => {
    await world.control('payment-platform', 'spoil-statement', { date: localDateAt(await world.platform.clock.now()), how: 'extra' })
    await world.hoursPass(24)
    const [open] = await openIds()
    expect(open?.reason).toBe('unknown-reference')
    await clerk.opens(paths.money())
    const asked = await clerk.sends(paths.moneyAction(open?.id ?? '', 'xong'), { 'ghi-chu': ' ' })
    expect([asked.status, asked.html.includes('Hãy ghi đã làm gì và vì sao')]).toEqual([422, true])
    const done = await clerk.sends(paths.moneyAction(open?.id ?? '', 'xong'), { 'ghi-chu': 'Cổng xác nhận dòng của đơn vị khác' })
    expect(done.location).toBe(`${paths.money()}?xong=xong`)
    expect(await world.platform.asOwner('select kind, note from payments.desk_event order by at desc limit 1')).toEqual([{ kind: 'resolved', note: 'Cổng xác nhận dòng của đơn vị khác' }])
  })

  test('a fee that no rule returns: one proposes by the dossier’s number, another agrees, and it goes back', async () => {
    const id = await world.file('nam', { classChoice: { 'law-2008:FB2': 'law-2024:BE' } })
    await pay(world, id)
    const { submissionCode } = await dossierOf(world, id)
    await clerk.opens(paths.money())
    expect((await clerk.sends(paths.moneyPropose(), { ma: submissionCode, 'ghi-chu': 'thử' })).html).toContain('không có lệ phí đang giữ, hoặc chưa kết thúc')
    const appraiser = await world.claim(id)
    await world.platform.work(appraiser, (work) => accept(work, id))
    const { actor } = await world.signIn('nam')
    await world.platform.work(actor, (work) => withdraw(work, id))
    await clerk.opens(paths.money())
    expect((await clerk.sends(paths.moneyPropose(), { ma: submissionCode, 'ghi-chu': 'Công dân nộp nhầm do lỗi của cơ quan' })).location).toBe(`${paths.money()}?xong=de-nghi`)
    const [proposal] = await world.platform.asOwner<{ id: string }>('select id from payments.proposal')
    expect((await clerk.opens(paths.money())).html).toContain('một người khác phải đồng ý')
    await signer.opens(paths.money())
    expect((await signer.sends(paths.moneyAction(proposal?.id ?? '', 'dong-y'))).location).toBe(`${paths.money()}?xong=dong-y`)
    await world.workerSettles()
    await world.hoursPass(1)
    await world.hoursPass(1)
    expect(await world.platform.asOwner(`select state from payments.refund where reason = 'by-hand'`)).toEqual([{ state: 'done' }])
  })

  test('a list longer than a page goes on on the next one, and what stands there can be ended there', async () => {
    await world.platform.asOwner(`insert into payments.discrepancy (id, key, reason, state, owner, found_at)
      select gen_random_uuid(), 'unknown-reference:many ' || n, 'unknown-reference', 'open', 'payments-desk', platform.clock_now() + n * interval '1 second' from generate_series(1, 120) n`)
    const last = (await world.platform.asOwner<{ id: string }>(`select id from payments.discrepancy where key = 'unknown-reference:many 120'`))[0]?.id ?? ''
    const first = await clerk.opens(paths.money())
    expect([first.html.includes(last), first.html.includes(`href="${paths.money(2)}"`)]).toEqual([false, true])
    const third = await clerk.opens(paths.money(3))
    expect([third.html.includes(last), third.html.includes(`href="${paths.money(4)}"`)]).toEqual([true, false])
    const asked = await clerk.sends(paths.moneyAction(last, 'xong'), { 'ghi-chu': ' ', trang: '3' })
    expect([asked.status, asked.html.includes(last)]).toEqual([422, true])
    const done = await clerk.sends(paths.moneyAction(last, 'xong'), { 'ghi-chu': 'Đã hỏi cổng', trang: '3' })
    expect(done.location).toBe(`${paths.money(3)}&xong=xong`)
  })
})
