/** The citizen's pages: my licences, the questions of a draft, the dossier. Called by `web/pages.ts` only. */
import type { FastifyInstance } from 'fastify'
import type { Web } from '../request.ts'
import { registerCertifiedCopy } from './certified-copy/pages.tsx'
import { registerDossiers } from './dossier/routes.ts'
import { registerDrafts } from './drafts/routes.ts'
import { registerMine } from './mine.page.tsx'
import { registerStart } from './start.page.ts'

export function registerCitizen(app: FastifyInstance, web: Web): void {
  registerMine(app, web)
  registerStart(app, web)
  registerDrafts(app, web)
  registerCertifiedCopy(app, web)
  registerDossiers(app, web)
}
