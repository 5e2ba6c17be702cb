/** All pages of a draft, and the way back into it. */
import type { FastifyInstance } from 'fastify'
import { nextStep } from '../../../dossiers/index.ts'
import { paths } from '../../paths.ts'
import type { Web } from '../../request.ts'
import { authorityPage } from './authority.page.tsx'
import { certificatePage } from './certificate/certificate.page.tsx'
import { registerCheck } from './check/check.page.tsx'
import { contactPage } from './contact.page.tsx'
import { deliveryPage } from './delivery.page.tsx'
import { detailsPage } from './details.page.tsx'
import { askedIn, openDraft } from './draft-case.ts'
import { lossPage } from './loss.page.tsx'
import { registerPortrait } from './portrait/portrait.page.tsx'
import { registerQuestion } from './question.tsx'
import { reasonPage } from './reason.page.tsx'

export function registerDrafts(app: FastifyInstance, web: Web): void {
  app.get<{ Params: { draftId: string } }>(paths.resume(':draftId'), async (request, reply) => {
    const c = await openDraft(web, request, reply)
    return c ? reply.redirect(paths.draft(c.draft.id, nextStep(c.draft.answers, askedIn(c, c.draft.answers))), 303) : reply
  })
  registerQuestion(app, web, reasonPage)
  registerQuestion(app, web, lossPage)
  registerQuestion(app, web, detailsPage)
  registerQuestion(app, web, authorityPage)
  registerQuestion(app, web, contactPage)
  registerPortrait(app, web)
  registerQuestion(app, web, certificatePage)
  registerQuestion(app, web, deliveryPage)
  registerCheck(app, web)
}
