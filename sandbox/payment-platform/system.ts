/** The simulated payment platform: a checkout, call-backs, status queries, refunds and a daily statement, as VNPay has them. */
import type { SandboxSystem } from '../kit/index.ts'
import { bankApi } from './bank/api.ts'
import { creditDue, sendReturns } from './bank/books.ts'
import { bankPages } from './bank/page.tsx'
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
  isPage: (path) => path.startsWith('/paymentv2/') || path.startsWith('/ngan-hang'),
  routes(app, box) {
    checkoutRoutes(app, box)
    merchantRoutes(app, box)
    bankApi(app, box)
    bankPages(app, box)
    app.get('/books', () => readBooks(box))
  },
  async tick(box) {
    await settleSlow(box)
    await creditDue(box)
    await sendRefunds(box)
    await sendReturns(box)
    await sendDue(box)
  },
  control: {
    actions,
    panel,
    fired: async (box) => Object.fromEntries(Object.entries((await getSettings(box)).fired).map(([kind, times]) => [`payment-${kind}`, times])),
  },
}
