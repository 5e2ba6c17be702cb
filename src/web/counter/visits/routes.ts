/** All pages of a visit. */
import type { FastifyInstance } from 'fastify'
import type { Web } from '../../request.ts'
import { registerCheck } from './check.page.tsx'
import { registerConfirm } from './confirm/routes.ts'
import { registerDone } from './done.page.tsx'
import { registerEid } from './eid.page.tsx'
import { registerAnswers } from './filing/answers.page.tsx'
import { registerPapers } from './filing/papers.page.tsx'
import { registerPortrait } from './filing/portrait.page.tsx'
import { registerOpen } from './open.page.tsx'

export function registerVisits(app: FastifyInstance, web: Web): void {
  registerOpen(app, web)
  registerCheck(app, web)
  registerAnswers(app, web)
  registerPortrait(app, web)
  registerPapers(app, web)
  registerConfirm(app, web)
  registerDone(app, web)
  registerEid(app, web)
}
