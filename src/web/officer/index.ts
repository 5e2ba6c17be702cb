/**
 * Officer — the office's pages: worklist, the dossier on one screen, cards to print and hand over.
 * Owns: nothing.  Outside: nothing.  Announces: nothing; every opening of a dossier is an event (AUD4).
 * Legal: TT 12/2025/TT-BCA; NĐ 118/2025/NĐ-CP (who receives, who decides, by when).
 */
import type { FastifyInstance } from 'fastify'
import type { Web } from '../request.ts'
import { registerByHand } from './dossier/by-hand/routes.ts'
import { registerAstray } from './cards/astray/routes.ts'
import { registerLists } from './cards/lists/routes.ts'
import { registerPrinting } from './cards/printing/routes.tsx'
import { registerCards } from './cards/routes.ts'
import { registerClinics } from './certificates/clinics.routes.tsx'
import { registerCopies } from './certificates/routes.tsx'
import { registerHowCounted } from './dossier/dates/how-counted.page.tsx'
import { registerPapers } from './dossier/papers/routes.ts'
import { registerConduct } from './worklist/conduct/routes.ts'
import { registerHolding } from './worklist/holding/routes.tsx'
import { registerNotes } from './dossier/notes/routes.tsx'
import { registerHints } from './dossier/shown/hints/routes.ts'
import { registerBulk } from './bulk/routes.ts'
import { registerDossier } from './dossier/routes.ts'
import { registerSupplementDesk } from './dossier/supplement/routes.tsx'
import { registerBooks } from './money/books.routes.tsx'
import { registerMoney } from './money/routes.ts'
import { registerOperations } from './operations/routes.ts'
import { registerRegister } from './worklist/register/routes.ts'
import { registerWorklist } from './worklist/routes.ts'

export function registerOfficer(app: FastifyInstance, web: Web): void {
  registerWorklist(app, web)
  registerDossier(app, web)
  registerSupplementDesk(app, web)
  registerNotes(app, web)
  registerBulk(app, web)
  registerHolding(app, web)
  registerByHand(app, web)
  registerHints(app, web)
  registerHowCounted(app, web)
  registerPapers(app, web)
  registerRegister(app, web)
  registerConduct(app, web)
  registerCopies(app, web)
  registerClinics(app, web)
  registerCards(app, web)
  registerPrinting(app, web)
  registerLists(app, web)
  registerAstray(app, web)
  registerMoney(app, web)
  registerBooks(app, web)
  registerOperations(app, web)
}
