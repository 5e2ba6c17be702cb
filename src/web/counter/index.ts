/**
 * Counter — a clerk's pages at a one-stop centre or post point: visits, the window that calls numbers, the cash book, digitising what was filed on paper.
 * Owns: nothing.  Outside: nothing.  Announces: nothing.
 * Legal: NĐ 118/2025/NĐ-CP (filing with and for people).
 */
import type { FastifyInstance } from 'fastify'
import type { Web } from '../request.ts'
import { registerCash } from './cash/routes.ts'
import { registerDigitise } from './digitise/routes.ts'
import { registerVisits } from './visits/routes.ts'
import { registerWindows } from './windows/routes.ts'

export function registerCounter(app: FastifyInstance, web: Web): void {
  registerVisits(app, web)
  registerWindows(app, web)
  registerCash(app, web)
  registerDigitise(app, web)
}
