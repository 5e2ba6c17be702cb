/** What a member of staff keeps of the worklist, and what is late or at risk in it (C2). */
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { outlookConditions, prospectsIn } from '../../figures/forecast.ts'
import { appendChosenColumns, appendSaved, appendSavedChange, appendSavedDrop, listSaved, type SavedList } from '../../store/worklists/saved.ts'
import type { OutlookConditions } from '../../store/worklists/views.ts'

const MOST_LISTS = 20
/** As long as the shortest number that leads to a person. */
const NUMBER_OF_A_PERSON = /\d{9}/

/** The name of a list as it is kept. @throws Refusal 'list-name-missing' or 'list-name-personal' */
function nameOf(name: string): string {
  const kept = name.normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, 60)
  if (kept === '') throw new Refusal('list-name-missing')
  if (NUMBER_OF_A_PERSON.test(kept.replace(/[\s.-]/g, ''))) throw new Refusal('list-name-personal')
  return kept
}

/** Keeps a list under a name; one of that name is replaced. @throws Refusal 'list-name-missing', 'list-name-personal', 'too-many-lists' */
export async function saveList(work: Work, staffId: string, list: Omit<SavedList, 'id'>): Promise<string> {
  const name = nameOf(list.name)
  const own = await listSaved(work, staffId)
  if (own.length >= MOST_LISTS && !own.some((one) => one.name === name)) throw new Refusal('too-many-lists')
  appendSaved(work, staffId, { ...list, name })
  return name
}

/** Gives a list another name or other conditions. @throws Refusal 'list-not-found', 'list-name-missing', 'list-name-personal', 'list-name-taken' */
export async function changeList(work: Work, staffId: string, list: SavedList): Promise<void> {
  const own = await ownLists(work, staffId, list.id)
  const name = nameOf(list.name)
  if (own.some((one) => one.name === name && one.id !== list.id)) throw new Refusal('list-name-taken')
  appendSavedChange(work, staffId, { ...list, name })
}

/** The lists of somebody, one of which is meant; of others not even the existence is told. */
async function ownLists(work: Work, staffId: string, id: string): Promise<SavedList[]> {
  const own = await listSaved(work, staffId)
  if (!own.some((one) => one.id === id)) throw new Refusal('list-not-found')
  return own
}

/** Drops a list. @throws Refusal 'list-not-found' */
export async function dropList(work: Work, staffId: string, id: string): Promise<void> {
  await ownLists(work, staffId, id)
  appendSavedDrop(work, staffId, id)
}

/** Keeps which columns are seen. @param columns null: what everybody sees */
export async function chooseColumns(work: Work, staffId: string, columns: readonly string[] | null): Promise<void> {
  appendChosenColumns(work, staffId, columns)
}

/** What is overdue or at risk in a province today, as conditions of a list. */
export async function outlookIn(work: Work, provinceCode: string): Promise<OutlookConditions> {
  return outlookConditions(await prospectsIn(work, provinceCode))
}
