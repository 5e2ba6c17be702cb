/** What the control page shows of the platform. */
import { Both, renderPart, type Box } from '../kit/index.ts'
import { returns, transfers } from './bank/books.ts'
import { callBacks, charges, getSettings, orders, refunds } from './books.ts'

const sum = (entries: readonly { amountVnd: number }[]) => entries.reduce((total, entry) => total + entry.amountVnd, 0)

/** The platform's own books, for comparing with the service's ledger to the đồng. */
export async function readBooks(box: Box) {
  const [charged, refunded, credited, sentBack, settings] = await Promise.all([charges(box).list(), refunds(box).list(), transfers(box).list({ where: { state: 'credited' } }), returns(box).list(), getSettings(box)])
  const taken = [...charged, ...credited]
  const returned = [...refunded, ...sentBack]
  const sent = returned.filter((entry) => entry.state === 'sent')
  return {
    charges: taken.length, chargedVnd: sum(taken), refunds: sent.length, refundedVnd: sum(sent),
    refundsWaiting: returned.filter((entry) => entry.state === 'processing').length, fired: settings.fired,
  }
}

/** Totals and the newest orders. */
export async function panel(box: Box): Promise<string> {
  const [all, newest, owed] = await Promise.all([readBooks(box), orders(box).list({ newestFirst: true, limit: 8 }), callBacks(box).count({ state: 'waiting' })])
  return renderPart(
    <div class="scroll">
      <p><Both words={{ vi: `Đã thu ${all.charges}, đã hoàn ${all.refunds}, gọi báo còn nợ ${owed}.`, en: `${all.charges} taken, ${all.refunds} refunded, ${owed} call-backs owed.` }} /></p>
      <table>
        <tbody>{newest.map((order) => (
          <tr><td>{order.orderInfo}</td><td>{order.amountVnd}</td><td>{order.state}</td><td>{order.txnRef}</td></tr>
        ))}</tbody>
      </table>
    </div>)
}
