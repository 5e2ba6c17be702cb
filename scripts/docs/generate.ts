/** What docs/generated shows, drawn from the code that runs. Compared with the files by test/architecture/generated-docs.test.ts. */
import { listDoors } from './doors.ts'
import { drawFacts } from './facts.ts'
import { drawLifecycle, listPermissions } from './lifecycle.ts'
import { drawModules } from './modules.ts'
import { listProcedures } from './procedures.ts'
import { listRoutes } from './routes.ts'

/** @param root the checkout @returns the text of each file, by its name in docs/generated */
export async function generateDocs(root: string): Promise<Record<string, string>> {
  return {
    'lifecycle.mmd': drawLifecycle(),
    'permissions.md': listPermissions(),
    'doors.md': listDoors(),
    'routes.md': await listRoutes(),
    'procedures.md': listProcedures(),
    'modules.mmd': drawModules(root),
    'facts.md': drawFacts(root),
  }
}
