/** The page the citizen is sent to. It asks for no card, account or password: one button is the whole payment. */
import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Both, compactInstant, sendPage, type Box, type Words } from '../kit/index.ts'
import { orders, type Order } from './books.ts'
import { resultQuery } from './call-backs.ts'
import { isSignedBy, merchant, signedQuery } from './hash.ts'
import { choices } from './scenarios.ts'

const system: Words = { vi: 'Nền tảng thanh toán (mô phỏng)', en: 'Payment platform (simulated)' }

const problems = {
  '70': { vi: 'Sai chữ ký của đơn thanh toán', en: 'The signature of this order is wrong' },
  '03': { vi: 'Đơn thanh toán thiếu hoặc sai dữ liệu', en: 'The order lacks data or has wrong data' },
  '02': { vi: 'Không biết đơn vị thu phí này', en: 'This merchant is not known' },
  '15': { vi: 'Đơn thanh toán đã hết hạn', en: 'The order has expired' },
  '01': { vi: 'Đơn này đã xử lý xong', en: 'This order has been dealt with' },
} as const satisfies Record<string, Words>

/** 115000 → "115.000 đ" */
function formatVnd(amountVnd: number): string {
  return `${String(amountVnd).replace(/\B(?=(\d{3})+$)/g, '.')}\u00a0đ`
}

function texts(query: unknown): Record<string, string> {
  if (typeof query !== 'object' || query === null) return {}
  return Object.fromEntries(Object.entries(query).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])))
}

function backTo(order: Order): string {
  return `${order.returnUrl}${order.returnUrl.includes('?') ? '&' : '?'}${resultQuery(order)}`
}

function refuse(reply: FastifyReply, code: keyof typeof problems, order?: Order): FastifyReply {
  const words = problems[code]
  return sendPage(reply, {
    status: 400, system, title: words,
    children: <>
      <h1>{words.vi}</h1>
      <p class="en" lang="en">{words.en} (VNPay {code})</p>
      {order ? <p><a class="button" href={backTo(order)}><Both words={{ vi: 'Quay lại dịch vụ', en: 'Back to the service' }} /></a></p> : null}
    </>,
  })
}

function readOrder(query: Record<string, string>): Order | undefined {
  const amount = Number(query.vnp_Amount)
  const { vnp_TxnRef: txnRef, vnp_OrderInfo: orderInfo, vnp_CreateDate: createDate, vnp_ReturnUrl: returnUrl } = query
  const known = query.vnp_Command === 'pay' && query.vnp_CurrCode === 'VND' && query.vnp_Version === '2.1.0' && query.vnp_IpAddr && query.vnp_OrderType && query.vnp_Locale
  if (!known || !Number.isSafeInteger(amount) || amount <= 0 || amount % 100 !== 0) return undefined
  if (!txnRef || !/^[A-Za-z0-9]{1,100}$/.test(txnRef) || !orderInfo || !createDate || !/^\d{14}$/.test(createDate) || !returnUrl || !URL.canParse(returnUrl)) return undefined
  return {
    txnRef, amountVnd: amount / 100, orderInfo, createDate, expireDate: query.vnp_ExpireDate ?? '', returnUrl,
    ticket: randomBytes(12).toString('hex'), state: 'open', responseCode: '', payDate: '', transactionNo: '', settleAt: '', tellWhenSettled: false,
  }
}

function showCheckout(reply: FastifyReply, order: Order): FastifyReply {
  return sendPage(reply, {
    system, home: false, title: { vi: 'Thanh toán lệ phí', en: 'Pay the fee' },
    children: <>
      <h1>{formatVnd(order.amountVnd)}</h1>
      <p>{order.orderInfo}</p>
      <p class="note"><Both words={{ vi: 'Không có tiền thật. Trang này không hỏi thẻ, tài khoản hay mật khẩu.', en: 'No real money. This page asks for no card, account or password.' }} /></p>
      <form method="post" action="checkout">
        <input type="hidden" name="txnRef" value={order.txnRef} />
        <input type="hidden" name="ticket" value={order.ticket} />
        {choices.filter((choice) => !choice.quiet).map((choice) => (
          <p><button type="submit" name="choice" value={choice.id} style="font-size:22px;padding:14px 28px">{choice.title.vi} {formatVnd(order.amountVnd)} · <span lang="en">{choice.title.en}</span></button></p>
        ))}
        <h2><Both words={{ vi: 'Hoặc để việc khác xảy ra', en: 'Or let something else happen' }} /></h2>
        {choices.filter((choice) => choice.quiet).map((choice) => (
          <p><button type="submit" class="quiet" name="choice" value={choice.id}>{choice.title.vi} · <span lang="en">{choice.title.en}</span></button></p>
        ))}
      </form>
      <p class="soft" style="overflow-wrap:anywhere">{order.txnRef}</p>
    </>,
  })
}

/** GET /paymentv2/vpcpay.html and the form behind its buttons. */
export function checkoutRoutes(app: FastifyInstance, box: Box): void {
  app.get('/paymentv2/vpcpay.html', async (request, reply) => {
    const query = texts(request.query)
    if (!isSignedBy(signedQuery(query), query.vnp_SecureHash)) return refuse(reply, '70')
    if (query.vnp_TmnCode !== merchant.tmnCode) return refuse(reply, '02')
    const wanted = readOrder(query)
    if (!wanted) return refuse(reply, '03')
    const expired = wanted.expireDate !== '' && compactInstant(await box.now()) > wanted.expireDate
    const before = await orders(box).get(wanted.txnRef)
    if (expired && !before) return refuse(reply, '15')
    const order = await orders(box).update(wanted.txnRef, (found) => found ?? wanted)
    if (order.state !== 'open') return refuse(reply, '01', order)
    if (expired) {
      const failed = await orders(box).update(order.txnRef, (found) => ({ ...(found ?? order), state: 'failed', responseCode: '11' }))
      return refuse(reply, '15', failed)
    }
    return order.amountVnd === wanted.amountVnd ? showCheckout(reply, order) : refuse(reply, '03')
  })

  app.post('/paymentv2/checkout', async (request, reply) => {
    const form = texts(request.body)
    const choice = choices.find((candidate) => candidate.id === form.choice)
    const order = form.txnRef ? await orders(box).get(form.txnRef) : undefined
    if (!choice || !order || order.ticket !== form.ticket) return refuse(reply, '03')
    // The claim is taken inside the update, so that a double click pays once.
    let mine = false
    await orders(box).update(order.txnRef, (found) => {
      mine = found?.state === 'open'
      return mine && found ? { ...found, state: 'processing', settleAt: '9999' } : (found ?? order)
    })
    if (!mine) return reply.redirect(backTo((await orders(box).get(order.txnRef)) ?? order), 303)
    if (order.expireDate !== '' && compactInstant(await box.now()) > order.expireDate) {
      const failed = await orders(box).update(order.txnRef, (found) => ({ ...(found ?? order), state: 'failed', responseCode: '11' }))
      return refuse(reply, '15', failed)
    }
    const outcome = await choice.run(box, order)
    if (!outcome.stay) return reply.redirect(backTo(outcome.order), 303)
    return sendPage(reply, {
      system, title: outcome.stay,
      children: <><h1>{outcome.stay.vi}</h1><p class="en" lang="en">{outcome.stay.en}</p></>,
    })
  })
}
