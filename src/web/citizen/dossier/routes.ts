/** All pages of a filed dossier. */
import type { FastifyInstance } from 'fastify'
import type { Web } from '../../request.ts'
import { registerDossierPage } from './dossier.page.tsx'
import { registerFiles } from './files.page.ts'
import { registerHowCounted } from './dates/how-counted.page.tsx'
import { registerPay } from './money/pay.page.ts'
import { registerTransfer } from './money/transfer.page.tsx'
import { registerReadings } from './log/readings.page.tsx'
import { registerReceipts } from './log/receipts.tsx'
import { registerRedelivery } from './acts/redelivery.page.tsx'
import { registerSupplement } from './acts/supplement/routes.tsx'
import { registerWithdraw } from './acts/withdraw.page.tsx'

export function registerDossiers(app: FastifyInstance, web: Web): void {
  registerDossierPage(app, web)
  registerPay(app, web)
  registerTransfer(app, web)
  registerFiles(app, web)
  registerReceipts(app, web)
  registerReadings(app, web)
  registerSupplement(app, web)
  registerRedelivery(app, web)
  registerWithdraw(app, web)
  registerHowCounted(app, web)
}
