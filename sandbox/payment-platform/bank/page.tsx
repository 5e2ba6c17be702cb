/** The payer's banking app, on paper: what the scanned code says, and one button for each way a transfer can go. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { QRPay } from 'vietnam-qr-pay'
import { Both, sendPage, type Box, type Words } from '../../kit/index.ts'
import { bankBin, collectingAccount, sendMoney } from './books.ts'

const system: Words = { vi: 'Ứng dụng ngân hàng (mô phỏng)', en: 'Banking app (simulated)' }

/** What a scanned code holds. */
interface Scanned {
  reference: string
  amountVnd: number
}

interface Way {
  id: string
  title: Words
  /** What is sent, in this order; `afterMs` is how long the banks take. */
  sends(scanned: Scanned): readonly { content: string; amountVnd: number; afterMs?: number }[]
}

const slowMs = 45 * 60_000

/** One wrong letter, as when somebody types by hand. */
function mistype(reference: string): string {
  const last = reference.slice(-1)
  return `${reference.slice(0, -1)}${last === '7' ? '8' : '7'}`
}

/** Every way a transfer can go. */
export const ways: readonly Way[] = [
  { id: 'pay', title: { vi: 'Chuyển tiền', en: 'Transfer' }, sends: ({ reference, amountVnd }) => [{ content: `TTSIM ${reference} CT nhanh`, amountVnd }] },
  { id: 'wrong-amount', title: { vi: 'Gõ thiếu một số 0', en: 'Type one zero too few' }, sends: ({ reference, amountVnd }) => [{ content: reference, amountVnd: Math.max(1, Math.floor(amountVnd / 10)) }] },
  { id: 'wrong-then-right', title: { vi: 'Gõ sai số tiền rồi chuyển lại cho đúng', en: 'A wrong amount first, then the right one' }, sends: ({ reference, amountVnd }) => [{ content: reference, amountVnd: amountVnd + 1_000 }, { content: reference, amountVnd }] },
  { id: 'wrong-reference', title: { vi: 'Gõ sai nội dung một chữ', en: 'One letter of the reference wrong' }, sends: ({ reference, amountVnd }) => [{ content: mistype(reference), amountVnd }] },
  { id: 'no-reference', title: { vi: 'Không ghi nội dung', en: 'No reference at all' }, sends: ({ amountVnd }) => [{ content: 'chuyen tien', amountVnd }] },
  { id: 'twice', title: { vi: 'Chuyển hai lần', en: 'Transfer twice' }, sends: ({ reference, amountVnd }) => [{ content: reference, amountVnd }, { content: reference, amountVnd }] },
  { id: 'late', title: { vi: 'Ngân hàng chuyển chậm 45 phút', en: 'The bank takes 45 minutes' }, sends: ({ reference, amountVnd }) => [{ content: reference, amountVnd, afterMs: slowMs }] },
]

function texts(query: unknown): Record<string, string> {
  if (typeof query !== 'object' || query === null) return {}
  return Object.fromEntries(Object.entries(query).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])))
}

/** Reads a code as a banking app does: checksum, bank, account, amount, words. */
function scan(content: string): Scanned | undefined {
  const code = new QRPay(content)
  const amountVnd = Number(code.amount)
  if (!code.isValid || code.consumer.bankBin !== bankBin || code.consumer.bankNumber !== collectingAccount || !Number.isSafeInteger(amountVnd) || amountVnd <= 0) return undefined
  return { reference: code.additionalData.purpose ?? '', amountVnd }
}

/** 115000 → "115.000 đ" */
function formatVnd(amountVnd: number): string {
  return `${String(amountVnd).replace(/\B(?=(\d{3})+$)/g, '.')}\u00a0đ`
}

function refuse(reply: FastifyReply): FastifyReply {
  const title = { vi: 'Mã này không đọc được', en: 'This code cannot be read' }
  return sendPage(reply, { status: 400, system, title, children: <><h1>{title.vi}</h1><p class="en" lang="en">{title.en}</p></> })
}

/** Sends what a way sends. @returns the numbers of the transfers */
export async function pay(box: Box, wayId: string, scanned: Scanned, fromAccount: string): Promise<string[]> {
  const way = ways.find((candidate) => candidate.id === wayId)
  if (!way) throw new Error('Không có cách này · There is no such way')
  const numbers: string[] = []
  for (const { afterMs, ...money } of way.sends(scanned)) numbers.push((await sendMoney(box, { ...money, fromAccount }, afterMs)).transactionNo)
  return numbers
}

/** An account that cannot exist, the same for the same reference. */
function payerOf(reference: string): string {
  const digits = [...reference].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_000, 7)
  return `0000097${String(digits).padStart(6, '0')}`
}

/** GET /ngan-hang?qr=… and the form behind its buttons. */
export function bankPages(app: FastifyInstance, box: Box): void {
  app.get('/ngan-hang', async (request, reply) => {
    const content = texts(request.query).qr ?? ''
    const scanned = scan(content)
    if (!scanned) return refuse(reply)
    return sendPage(reply, {
      system, home: false, title: { vi: 'Chuyển tiền theo mã QR', en: 'Transfer by QR code' },
      children: <>
        <h1>{formatVnd(scanned.amountVnd)}</h1>
        <p>TTSIM {bankBin}, {collectingAccount}<br />{scanned.reference}</p>
        <p class="note"><Both words={{ vi: 'Không có tiền thật. Ngân hàng và tài khoản này không thể có.', en: 'No real money. This bank and this account cannot exist.' }} /></p>
        <form method="post" action="ngan-hang">
          <input type="hidden" name="qr" value={content} />
          {ways.map((way) => (
            <p><button type="submit" class={way.id === 'pay' ? '' : 'quiet'} name="choice" value={way.id}>{way.title.vi} · <span lang="en">{way.title.en}</span></button></p>
          ))}
        </form>
      </>,
    })
  })

  app.post('/ngan-hang', async (request, reply) => {
    const form = texts(request.body)
    const scanned = scan(form.qr ?? '')
    if (!scanned || !ways.some((way) => way.id === form.choice)) return refuse(reply)
    await pay(box, form.choice ?? '', scanned, payerOf(scanned.reference))
    const title = { vi: 'Đã chuyển. Hãy quay lại trang dịch vụ.', en: 'Sent. Go back to the page of the service.' }
    return sendPage(reply, { system, title, children: <><h1>{title.vi}</h1><p class="en" lang="en">{title.en}</p></> })
  })
}
