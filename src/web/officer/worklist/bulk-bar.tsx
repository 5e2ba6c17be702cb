/** What can be done with the dossiers that are ticked: the buttons of the list's one form, each leading to a page of its own. */
import type { StaffVisit } from '../../request.ts'
import type { WorklistPageView } from './worklist.view.ts'

/** The name under which each ticked dossier's id is sent. */
export const TICKED = 'ho-so'

/** The buttons above the list; nothing where nobody may do anything with several at once. */
export function BulkBar(_: { readonly view: WorklistPageView; readonly visit: StaffVisit }) {
  return null
}
