import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dossierOf } from '../../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { type Desk, openDesks } from '../../../../test/office/desk.ts'
import { payAtCheckout } from '../../../../test/support/pay.ts'
import { getMoney, startAttempt } from '../../../capabilities/payments/index.ts'
import { type DraftAnswers, refuse, takeFee, withdraw } from '../../../dossiers/index.ts'
import { type Actor, systemActor } from '../../../platform/values/actor.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../paths.ts'
import { registerCash, vndFrom } from './routes.ts'

let world: CaseWorld
let clerk: Desk
let colleague: Desk
let elsewhere: Desk
let officer: Desk
let yen: Extract<Actor, { kind: 'staff' }>

beforeAll(async () => {
  world = await openCaseWorld()
  const desks = await openDesks(world, registerCash)
  yen = await world.staff('clerk')
  // A second clerk of the same point: the other one of the cast sits elsewhere.
  const hai = await world.staff('clerk', 1)
  elsewhere = await desks.desk(hai)
  await world.platform.asOwner(`insert into identity.staff (id, identity_index, full_name, role, province_code, office_code, active_from)
    select gen_random_uuid(), p.identity_index, 'Mẫu Thị Hai', 'clerk', s.province_code, $2, '2020-01-01' from identity.person p, identity.staff s where p.id = $1 and s.id = $3`,
  [(await world.signIn('lan')).actor.personId, yen.officeCode, yen.staffId])
  clerk = await desks.desk(yen)
  colleague = await desks.desk((await world.signIn('lan')).actor)
  officer = await desks.desk(await world.staff('appraiser'))
})
afterAll(async () => {
  // A channel changed by hand is news to nobody: what was counted by it is counted once more.
  await world.platform.asOwner('update statistics.progress set read_to = 0')
  await world[Symbol.asyncDispose]()
})

async function inPerson(slug: string, answers: Partial<DraftAnswers> = {}): Promise<{ id: string; code: string }> {
  const id = await world.file(slug, answers)
  await world.platform.asOwner(`update dossiers.dossier set channel = 'in-person' where id = $1`, [id])
  return { id, code: (await dossierOf(world, id)).submissionCode }
}

async function wantsToPay(dossierId: string, method: 'checkout' | 'vietqr') {
  const { personId, amountVnd, submissionCode } = await dossierOf(world, dossierId)
  return world.platform.work(yen, (work) => startAttempt(work, world.platform.config, { dossierId, personId, amountVnd, authorityCode: 'G01024', orderInfo: submissionCode, method }))
}

/** Two at the same moment: the first has done its part and not committed when the second begins. @returns what the second was told */
async function atOnce(first: [Actor, (work: Work) => Promise<unknown>], second: [Actor, (work: Work) => Promise<unknown>]): Promise<string> {
  let told: Promise<string> | undefined
  await world.platform.work(first[0], async (work) => {
    await first[1](work)
    told = world.platform.work(second[0], second[1]).then(() => 'done', (error: unknown) => (error instanceof Refusal ? error.code : String(error)))
    const waits = () => world.platform.asOwner(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
    await expect.poll(waits, { timeout: 3_000 }).toHaveLength(1)
  })
  return told ?? ''
}

const moneyOf = (dossierId: string) => world.platform.read(systemActor('test'), (work) => getMoney(work, dossierId))

async function books(): Promise<{ id: string; state: string }[]> {
  return world.platform.asOwner('select id, state from payments.cash_book order by opened_at desc')
}

test('amounts are read as people write them, and nothing else is', () => {
  expect(['500.000', '500 000 đ', '0', '135000Đ'].map(vndFrom)).toEqual([500_000, 500_000, 0, 135_000])
  expect(['', '-1', '1,5', 'năm trăm', '1e9', '1'.repeat(13)].map(vndFrom)).toEqual(Array.from({ length: 6 }, () => Number.NaN))
})

describe('a clerk’s day with cash (A7)', () => {
  test('no book, no cash; an unreadable amount is told beside the field and stays there', async () => {
    const { id, code } = await inPerson('an')
    await clerk.opens(paths.cash())
    const asked = await clerk.sends(paths.cashAct('mo'), { 'dau-so': 'nhiều' })
    expect([asked.status, asked.html.includes('chỉ chữ số'), asked.page.querySelector('#dau-so')?.getAttribute('value')]).toEqual([422, true, 'nhiều'])
    expect(asked.page.querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe('#dau-so')
    expect((await clerk.opens(`${paths.cashFind()}?ma=${code.toLowerCase()}`)).location).toBe(paths.cashFee(id))
    expect((await clerk.opens(paths.cashFee(id))).html).toContain('Mở sổ hôm nay trước khi thu tiền')
    expect((await clerk.opens(`${paths.cashFind()}?ma=TT-XXXX-XXXX`)).status).toBe(404)
  })

  test('the fee is taken, the receipt has its number, a second press changes nothing, and the dossier goes on', async () => {
    const [row] = await world.platform.asOwner<{ id: string; amount_vnd: number }>(`select id, amount_vnd from dossiers.dossier where channel = 'in-person'`)
    const id = row?.id ?? ''
    await clerk.opens(paths.cash())
    expect((await clerk.sends(paths.cashAct('mo'), { 'dau-so': '200.000' })).location).toBe(`${paths.cash()}?xong=mo`)
    const page = await clerk.opens(paths.cashFee(id))
    expect(page.html).not.toContain((await dossierOf(world, id)).applicantName)
    // A success is told of money that is there, never of an address.
    const told = async () => (await clerk.opens(`${paths.cashFee(id)}?xong=thu`)).html.includes('Đã thu. Biên lai đã có số.')
    expect(await told()).toBe(false)
    expect((await clerk.sends(paths.cashFee(id))).location).toBe(`${paths.cashFee(id)}?xong=thu`)
    expect(await told()).toBe(true)
    await clerk.opens(paths.cash())
    await clerk.posts(paths.cashFee(id), { _csrf: (await clerk.opens(paths.cash())).page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '' })
    await world.workerSettles()
    const paid = await clerk.opens(paths.cashFee(id))
    expect([paid.html.includes('BL-2026-'), paid.html.includes('tiền mặt'), paid.page.querySelectorAll('form').some((form) => form.getAttribute('action') === paths.cashFee(id))]).toEqual([true, true, false])
    expect(await world.platform.asOwner('select amount_vnd from payments.charge where book_id is not null')).toEqual([{ amount_vnd: row?.amount_vnd }])
    expect(await world.platform.asOwner(`select state, source from dossiers.requirement where dossier_id = $1 and kind = 'fee'`, [id])).toEqual([{ state: 'met', source: 'cash-book' }])
    const [receipt] = await world.platform.asOwner<{ kind: string }>(`select kind from documents.document where dossier_id = $1 and kind = 'fee-receipt'`, [id])
    expect(receipt?.kind).toBe('fee-receipt')
  })

  test('what was withdrawn is paid back over the counter', async () => {
    const { id } = await inPerson('em')
    await clerk.opens(paths.cashFee(id))
    await clerk.sends(paths.cashFee(id))
    const { actor } = await world.signIn('em')
    await world.platform.work(actor, (work) => withdraw(work, id))
    await world.workerSettles()
    const claims = async () => (await clerk.opens(`${paths.cashFee(id)}?xong=tra`)).html
    const before = await claims()
    expect([before.includes('Trả lại tiền mặt'), before.includes('Đã trả lại và ghi vào sổ.')]).toEqual([true, false])
    expect((await clerk.sends(paths.cashPayOut(id))).location).toBe(`${paths.cashFee(id)}?xong=tra`)
    const after = await claims()
    expect([after.includes('đã hoàn'), after.includes('Đã trả lại và ghi vào sổ.')]).toEqual([true, true])
  })

  test('a silent payment platform closes no drawer: the page says so and takes the money; only its own word that a payment is under way does (P4)', async () => {
    const { id } = await inPerson('dung')
    await wantsToPay(id, 'vietqr')
    await world.fault('payment-platform', { mode: 'error503' })
    await world.hoursPass(0.2)
    expect(await world.platform.asOwner(`select state from payments.attempt where dossier_id = $1`, [id])).toEqual([{ state: 'pending' }])
    const page = await clerk.opens(paths.cashFee(id))
    expect([page.html.includes('cổng thanh toán chưa trả lời'), page.html.includes('đang trả trực tuyến, chưa có kết quả')]).toEqual([true, false])
    expect((await clerk.sends(paths.cashFee(id))).location).toBe(`${paths.cashFee(id)}?xong=thu`)
    await world.fault('payment-platform', { mode: 'ok' })

    const slow = await inPerson('cuc', { certificate: { how: 'not-yet' } })
    await payAtCheckout((await wantsToPay(slow.id, 'checkout')).checkoutUrl, 'pay-slow')
    await world.hoursPass(0.05)
    const waiting = await clerk.opens(paths.cashFee(slow.id))
    expect([waiting.html.includes('đang trả trực tuyến, chưa có kết quả'), waiting.page.querySelectorAll('form').some((form) => form.getAttribute('action') === paths.cashFee(slow.id))]).toEqual([true, false])
  })

  test('an online dossier is not for a drawer, nor one of nobody', async () => {
    const id = await world.file('nam', { classChoice: { 'law-2008:FB2': 'law-2024:BE' } })
    expect((await clerk.opens(paths.cashFee(id))).html).toContain('trả lệ phí bằng mã QR')
    const csrf = (await clerk.opens(paths.cash())).page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? ''
    const refused = await clerk.posts(paths.cashFee(id), { _csrf: csrf })
    expect([refused.status, refused.html.includes('không nộp trực tiếp')]).toEqual([409, true])
    expect((await clerk.opens(paths.cashFee('019a9000-0000-7000-8000-0000000000ff'))).status).toBe(404)
  })

  test('money and the end of a dossier at the same moment: who comes second finds what the first did, and nobody pays for nothing (CASH1, MON9)', async () => {
    const first = await inPerson('binh')
    const binh = (await world.signIn('binh')).actor
    expect(await atOnce([binh, (work) => withdraw(work, first.id)], [yen, (work) => takeFee(work, first.id)])).toBe('payment-closed')
    expect(await moneyOf(first.id)).toMatchObject({ attempts: [], charges: [], refunds: [] })

    const refused = await inPerson('em')
    const appraiser = await world.claim(refused.id)
    expect(await atOnce([appraiser, (work) => refuse(work, refused.id, 'unresolved-violation')], [yen, (work) => takeFee(work, refused.id)])).toBe('payment-closed')
    expect(await moneyOf(refused.id)).toMatchObject({ attempts: [], charges: [] })

    const second = await inPerson('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
    const hanh = (await world.signIn('hanh')).actor
    expect(await atOnce([yen, (work) => takeFee(work, second.id)], [hanh, (work) => withdraw(work, second.id)])).toBe('done')
    expect(await moneyOf(second.id)).toMatchObject({ charges: [{ method: 'cash' }], refunds: [{ method: 'cash', reason: 'dossier-withdrawn', state: 'asked' }] })
    await world.workerSettles()
    await clerk.opens(paths.cashFee(second.id))
    expect((await clerk.sends(paths.cashPayOut(second.id))).location).toBe(`${paths.cashFee(second.id)}?xong=tra`)
    expect(await world.platform.asOwner('select sum(amount_vnd)::int as sum from payments.ledger_entry')).toEqual([{ sum: 0 }])
  })

  test('the book is closed with what was counted; a difference asks for its reason and keeps what was typed', async () => {
    const [book] = await books()
    await clerk.opens(paths.cash())
    const asked = await clerk.sends(paths.cashBookAct(book?.id ?? '', 'dong'), { dem: '435.000', 'ly-do': '' })
    expect([asked.status, asked.html.includes('hãy ghi lý do'), asked.page.querySelector('#dem')?.getAttribute('value')]).toEqual([422, true, '435.000'])
    const closed = await clerk.sends(paths.cashBookAct(book?.id ?? '', 'dong'), { dem: '435.000', 'ly-do': 'Thối nhầm cho một người' })
    expect(closed.location).toBe(`${paths.cashBook(book?.id ?? '')}?xong=dong`)
    const page = await clerk.opens(closed.location ?? '')
    expect([page.html.includes('−35.000'), page.html.includes('Thối nhầm cho một người'), page.html.includes('một người khác phải xác nhận')]).toEqual([true, true, true])
  })

  test('only a colleague of the same point confirms it, never its clerk', async () => {
    const [book] = await books()
    const id = book?.id ?? ''
    expect((await elsewhere.opens(paths.cashBook(id))).status).toBe(404)
    expect((await officer.opens(paths.cash())).status).toBe(403)
    const csrf = (await clerk.opens(paths.cash())).page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? ''
    expect((await clerk.posts(paths.cashBookAct(id, 'xac-nhan'), { _csrf: csrf })).html).toContain('Không ai xác nhận sổ của chính mình')
    const claims = async (done: string) => /Đã đóng sổ|Đã xác nhận sổ/.exec((await colleague.opens(`${paths.cashBook(id)}?xong=${done}`)).html)?.[0]
    expect([await claims('dong'), await claims('xac-nhan')]).toEqual(['Đã đóng sổ', undefined])
    expect((await colleague.sends(paths.cashBookAct(id, 'xac-nhan'))).location).toBe(`${paths.cashBook(id)}?xong=xac-nhan`)
    expect([await claims('dong'), await claims('xac-nhan')]).toEqual([undefined, 'Đã xác nhận sổ'])
    expect((await colleague.opens(paths.cashBook(id))).html).toContain('Mẫu Thị Hai')
    expect((await books())[0]?.state).toBe('confirmed')
  })
})
