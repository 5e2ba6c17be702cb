/** The simulated payment platform: a checkout, call-backs, status queries, refunds and a daily statement, as VNPay has them. */
import type { SandboxSystem } from '../kit/index.ts'
import { sendDue } from './call-backs.ts'
import { getSettings } from './books.ts'
import { checkoutRoutes } from './checkout.tsx'
import { actions } from './control.ts'
import { merchantRoutes, sendRefunds } from './merchant-api.ts'
import { panel, readBooks } from './panel.tsx'
import { settleSlow } from './scenarios.ts'

export const system: SandboxSystem = {
  name: 'payment-platform',
  prefix: '/pay',
  title: { vi: 'Nền tảng thanh toán', en: 'Payment platform' },
  isPage: (path) => path.startsWith('/paymentv2/'),
  routes(app, box) {
    checkoutRoutes(app, box)
    merchantRoutes(app, box)
    app.get('/books', () => readBooks(box))
  },
  async tick(box) {
    await settleSlow(box)
    await sendRefunds(box)
    await sendDue(box)
  },
  control: {
    actions,
    panel,
    fired: async (box) => (await getSettings(box)).fired,
  },
}
