import { HashAlgorithm, ProductCode, VNPay, VnpLocale, VnpTransactionType } from 'vnpay'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { simulationBand } from '../kit/index.ts'
import { startSandbox, type Sandbox } from '../start.ts'
import { isSignedBy, sign, signedQuery } from './hash.ts'
import { actions } from './control.ts'
import { system } from './system.ts'

const heard: Record<string, string>[] = []
let answerCode = '00'
const shop = createServer((request, response) => {
  heard.push(Object.fromEntries(new URL(request.url ?? '/', 'http://shop').searchParams))
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ RspCode: answerCode, Message: '' }))
})

let sandbox: Sandbox
let merchant: VNPay
let orderCount = 0

beforeAll(async () => {
  await new Promise<void>((resolve) => { shop.listen(0, '127.0.0.1', resolve) })
  const address = shop.address() as AddressInfo
  sandbox = await startSandbox({ systems: [system], demo: false, webUrl: `http://127.0.0.1:${address.port}` })
  merchant = new VNPay({ tmnCode: 'TTSIM097', secureSecret: 'sandbox-only-secret', vnpayHost: `${sandbox.url}/pay`, queryDrAndRefundHost: `${sandbox.url}/pay`, hashAlgorithm: HashAlgorithm.SHA512, enableLog: false })
})
afterAll(async () => {
  await sandbox.close()
  shop.close()
})
beforeEach(() => {
  heard.length = 0
  answerCode = '00'
})

function newCheckout(amountVnd = 115_000): { txnRef: string; url: string } {
  orderCount += 1
  const txnRef = `ORDER${orderCount}`
  const url = merchant.buildPaymentUrl({
    vnp_Amount: amountVnd, vnp_IpAddr: '127.0.0.1', vnp_TxnRef: txnRef, vnp_OrderInfo: 'Le phi TT-7K4M-29QX', vnp_OrderType: ProductCode.Other,
    vnp_ReturnUrl: 'http://127.0.0.1:3000/thanh-toan/tro-ve', vnp_Locale: VnpLocale.VN,
  })
  return { txnRef, url }
}

/** Opens the page as a browser does and presses the button with this name. */
async function press(url: string, choice: string): Promise<Response> {
  const page = await (await fetch(url)).text()
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  return fetch(`${sandbox.url}/pay/paymentv2/checkout`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams({ txnRef: field('txnRef'), ticket: field('ticket'), choice }),
  })
}

function ask(txnRef: string, transactionNo?: string) {
  return merchant.queryDr({
    vnp_RequestId: `Q${Math.floor(performance.now() * 1000)}`, vnp_IpAddr: '127.0.0.1', vnp_TxnRef: txnRef, vnp_OrderInfo: 'hoi', vnp_TransactionNo: Number(transactionNo ?? 0),
    vnp_TransactionDate: 20261120090000, vnp_CreateDate: 20261120090000,
  })
}

function giveBack(txnRef: string, transactionNo: string, requestId: string) {
  return merchant.refund({
    vnp_RequestId: requestId, vnp_IpAddr: '127.0.0.1', vnp_TxnRef: txnRef, vnp_OrderInfo: 'hoan', vnp_TransactionNo: Number(transactionNo), vnp_Amount: 115_000,
    vnp_TransactionDate: 20261120090000, vnp_CreateDate: 20261120090000, vnp_CreateBy: 'thu', vnp_TransactionType: VnpTransactionType.FULL_REFUND, vnp_Locale: VnpLocale.VN,
  })
}

async function act(id: string, input: Record<string, string> = {}): Promise<string> {
  const action = actions.find((candidate) => candidate.id === id)
  if (!action) throw new Error(id)
  return action.run(sandbox.boxOf('payment-platform'), input)
}

async function statement(date: string): Promise<{ count: number; lines: { kind: string; transactionNo: string }[] }> {
  const query = new URLSearchParams({ date, tmnCode: 'TTSIM097', hash: sign(`${date}|TTSIM097`) })
  const response = await fetch(`${sandbox.url}/pay/statement?${query}`)
  expect(response.status).toBe(200)
  return await response.json() as never
}

const soon = () => expect.poll(() => heard.length)

describe('the checkout', () => {
  test('says that it is a simulation and asks for no card, account or password', async () => {
    const page = await (await fetch(newCheckout().url)).text()
    expect(page).toContain(simulationBand.vi)
    expect(page).toContain('115.000')
    expect(page.match(/<input(?! type="hidden")/g)).toBeNull()
  })

  test('refuses an address whose amount was changed', async () => {
    const { url } = newCheckout()
    const response = await fetch(url.replace('vnp_Amount=11500000', 'vnp_Amount=100'))
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('VNPay 70')
  })

  test('who pays comes back with a signed result, and the shop is called', async () => {
    const { txnRef, url } = newCheckout()
    const response = await press(url, 'pay')
    expect(response.status).toBe(303)
    const back = new URL(response.headers.get('location') ?? '')
    const result = merchant.verifyReturnUrl(Object.fromEntries(back.searchParams) as never)
    expect(result).toMatchObject({ isVerified: true, isSuccess: true, vnp_TxnRef: txnRef, vnp_Amount: 115_000 })
    await soon().toBe(1)
    expect(isSignedBy(signedQuery(heard[0] ?? {}), heard[0]?.vnp_SecureHash)).toBe(true)
    expect(await ask(txnRef)).toMatchObject({ isVerified: true, isSuccess: true, vnp_TransactionStatus: '00', vnp_TransactionType: '01', vnp_Amount: '11500000' })
  })

  test('a double click pays once', async () => {
    const { txnRef, url } = newCheckout()
    await Promise.all([press(url, 'pay'), press(url, 'pay'), press(url, 'pay')])
    const charges = await sandbox.boxOf('payment-platform').docs('charges').count({ txnRef })
    expect(charges).toBe(1)
  })

  test('a cancelled or failed payment is told as such', async () => {
    const { txnRef, url } = newCheckout()
    const back = new URL((await press(url, 'cancel')).headers.get('location') ?? '')
    expect(back.searchParams.get('vnp_ResponseCode')).toBe('24')
    expect(await ask(txnRef)).toMatchObject({ vnp_TransactionStatus: '02' })
    const again = await fetch(url)
    expect(again.status).toBe(400)
  })

  test('an order nobody opened is not known', async () => {
    expect(await ask('NOBODY')).toMatchObject({ vnp_ResponseCode: '91' })
  })
})

describe('what goes wrong on purpose', () => {
  test('paid and nothing comes back: only a question finds out', async () => {
    const { txnRef, url } = newCheckout()
    expect((await press(url, 'pay-silent')).status).toBe(200)
    await sandbox.tick()
    expect(heard).toHaveLength(0)
    expect(await ask(txnRef)).toMatchObject({ vnp_TransactionStatus: '00' })
  })

  test('called back twice', async () => {
    await press(newCheckout().url, 'pay-told-twice')
    await soon().toBe(2)
    expect(heard[0]).toEqual(heard[1])
  })

  test('the bank confirms slowly: unfinished until then', async () => {
    const { txnRef, url } = newCheckout()
    await press(url, 'pay-slow')
    expect(await ask(txnRef)).toMatchObject({ vnp_TransactionStatus: '01' })
    await act('settle-pending')
    await soon().toBe(1)
    expect(await ask(txnRef)).toMatchObject({ vnp_TransactionStatus: '00' })
  })

  test('a lost call-back is lost, an unanswered one is owed', async () => {
    await act('lose-call-backs', { count: '1' })
    await press(newCheckout().url, 'pay')
    await sandbox.tick()
    expect(heard).toHaveLength(0)
    answerCode = '99'
    await press(newCheckout().url, 'pay')
    await soon().toBe(1)
    await expect.poll(() => sandbox.boxOf('payment-platform').docs('call-backs').count({ state: 'waiting', tries: 1 })).toBe(1)
  })

  test('the planned misfortune meets the next who just pays', async () => {
    await act('next-payment', { choice: 'pay-double', count: '1' })
    const { txnRef, url } = newCheckout()
    await press(url, 'pay')
    expect(await sandbox.boxOf('payment-platform').docs('charges').count({ txnRef })).toBe(2)
  })
})

describe('refunds and the statement', () => {
  test('a charge goes back once, however often it is asked, and stands in the statement', async () => {
    const { txnRef, url } = newCheckout()
    await press(url, 'pay')
    const number = String((await ask(txnRef)).vnp_TransactionNo)
    expect(await giveBack(txnRef, number, 'R1')).toMatchObject({ vnp_ResponseCode: '00', vnp_TransactionType: '02' })
    expect(await giveBack(txnRef, number, 'R1')).toMatchObject({ vnp_ResponseCode: '94' })
    expect(await ask(txnRef, number)).toMatchObject({ vnp_TransactionType: '02', vnp_TransactionStatus: '05' })
    await act('send-refunds')
    expect(await ask(txnRef, number)).toMatchObject({ vnp_TransactionStatus: '06' })
    const today = new Date((await sandbox.clock.now()).getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
    const { lines } = await statement(today)
    expect(lines.filter((line) => line.kind === 'refund')).toHaveLength(1)
    await act('spoil-statement', { date: today, how: 'missing' })
    expect((await statement(today)).lines).toHaveLength(lines.length - 1)
  })

  test('an unsigned request is refused', async () => {
    const response = await fetch(`${sandbox.url}/pay/merchant_webapi/api/transaction`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ vnp_Command: 'querydr', vnp_TmnCode: 'TTSIM097', vnp_RequestId: 'X', vnp_TxnRef: 'ORDER1' }),
    })
    expect(await response.json()).toMatchObject({ vnp_ResponseCode: '97' })
    expect((await fetch(`${sandbox.url}/pay/statement?date=2026-11-20&tmnCode=TTSIM097&hash=0`)).status).toBe(403)
  })
})
