/**
 * The drawing process: one paper after another. It gets no settings and no database.
 * Entry file: built to its own bundle; run as it is by Node 24 in development.
 */
import type { DrawingOrder, Drawn } from './engine/render.ts'
import { renderPdf } from './engine/typst.ts'

process.on('message', (order: DrawingOrder) => {
  renderPdf(order.drawing).then(
    (pdf) => tell({ id: order.id, pdf }),
    (error: unknown) => tell({ id: order.id, error: error instanceof Error ? `${error.message}${'code' in error ? ` ${String(error.code)}` : ''}` : 'failed' }),
  )
})
process.on('disconnect', () => process.exit(0))

function tell(drawn: Drawn): void {
  process.send?.(drawn)
}
