/**
 * The looking process: one scanned file after another, in a process of its own that gets no settings, no database and no files but its code.
 * Entry file: built to its own bundle; run as it is by Node 24 in development.
 */
import type { LookOrder } from '../scan.ts'
import { closeOtherDecoders, lookAtFile } from './look.ts'

closeOtherDecoders()
process.on('message', (order: LookOrder) => {
  lookAtFile(order.bytes, order.type, order.most).then(
    (looked) => process.send?.(looked),
    () => process.send?.({ problem: 'unreadable' }),
  )
})
process.on('disconnect', () => process.exit(0))
