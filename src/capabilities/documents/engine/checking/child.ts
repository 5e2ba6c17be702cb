/**
 * The checking process: one brought file after another. It gets no settings, no database and no files but its code. The
 * permissions of Node 24 do not close the network to it.
 * Entry file: built to its own bundle; run as it is by Node 24 in development.
 */
import { verifyPdf } from '../verify.ts'
import type { Checked, CheckOrder } from './check.ts'

process.on('message', (order: CheckOrder) => {
  verifyPdf(order.bytes, order.trust).then(
    (verdict) => tell({ id: order.id, verdict }),
    (error: unknown) => tell({ id: order.id, error: error instanceof Error ? error.message : 'failed' }),
  )
})
process.on('disconnect', () => process.exit(0))

process.send?.('ready')

function tell(checked: Checked): void {
  process.send?.(checked)
}
