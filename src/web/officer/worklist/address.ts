/** A list as an address says it. A search is sealed, since it may be somebody's name or number; nothing else in it is about a person. */
import { isProcedureSlug } from '../../../catalogue/index.ts'
import { type Narrowing, type Place, type WorklistView, worklistViews } from '../../../dossiers/index.ts'
import { openWith, sealWith } from '../../../platform/secrets/seal.ts'
import { isLocalDate } from '../../../platform/values/dates.ts'
import { isId } from '../../../platform/values/ids.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit, Web } from '../../request.ts'

/** What an address or a form holds, by name. */
export type Fields = Readonly<Record<string, unknown>>

/** What was posted. */
export function bodyOf({ body }: { readonly body: unknown }): Fields {
  return body !== null && typeof body === 'object' ? { ...body } : {}
}

/** One list: a view or a search, narrowed or not. */
export interface ListAddress {
  readonly view: WorklistView
  readonly search: string
  /** The search as it stands in addresses. */
  readonly token: string
  readonly narrowing: Narrowing
  /** The saved list that it was opened as. */
  readonly savedId: string | undefined
}

/** The names of what narrows, in addresses and forms. */
export const narrowingFields = { procedure: 'thu-tuc', channel: 'kenh', cause: 'cho', holder: 'giu', filedFrom: 'tu', filedTo: 'den', licenceClass: 'hang' } as const

const SAVED = 'bo-loc'
const SEARCH = 'tim'

/** A dossier's own number says nothing about a person and may stand in an address as it is. */
const OWN_NUMBER = /^(TT-[0-9A-Z]{4}-[0-9A-Z]{4}|[A-Z]\d\d[.\d]*-\d{6}-\d{4,})$/

const contextOf = (visit: StaffVisit) => `officer.search:${visit.session.staff.id}`

/** A search as it may stand in an address. */
export function sealSearch(web: Web, visit: StaffVisit, text: string): string {
  return OWN_NUMBER.test(text) || text === '' ? text : sealWith(web.platform.keys.session, contextOf(visit), Buffer.from(text)).toString('base64url')
}

/** The search behind an address; empty when the address was made for somebody else, or by hand. */
function openSearch(web: Web, visit: StaffVisit, token: string): string {
  if (token === '' || OWN_NUMBER.test(token)) return token
  try {
    return openWith(web.platform.keys.session, contextOf(visit), Buffer.from(token, 'base64url')).toString()
  } catch {
    return ''
  }
}

/** Whether a text from an address names a view. */
export function isView(text: string): text is WorklistView {
  return worklistViews.some((view) => view === text)
}

/** The view that a role begins with. */
export function firstView(visit: StaffVisit): WorklistView {
  return visit.session.staff.role === 'signer' ? 'to-sign' : 'to-do'
}

function textOf(fields: Fields, name: string): string {
  const value = fields[name]
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}

/** What narrows a list, of what was sent; what makes no sense is left out. */
export function readNarrowing(fields: Fields): Narrowing {
  const [procedure, channel, cause, holder, filedFrom, filedTo, licenceClass] = Object.values(narrowingFields).map((name) => textOf(fields, name))
  return {
    ...(procedure && isProcedureSlug(procedure) && { procedure }),
    ...((channel === 'in-person' || channel === 'online' || channel === 'post') && { channel }),
    ...(cause && /^[a-z-]{1,40}$/.test(cause) && { cause }),
    ...(holder && (holder === 'nobody' || isId(holder)) && { holder }),
    ...(filedFrom && isLocalDate(filedFrom) && { filedFrom }),
    ...(filedTo && isLocalDate(filedTo) && { filedTo }),
    ...(licenceClass && /^[A-Z][A-Z0-9]{0,2}$/.test(licenceClass) && { licenceClass }),
  }
}

/** The same as fields of an address or a form. */
export function narrowingOf(narrowing: Narrowing): Record<string, string> {
  const { procedure, channel, cause, holder, filedFrom, filedTo, licenceClass } = narrowing
  const said = Object.entries({ procedure, channel, cause, holder, filedFrom, filedTo, licenceClass })
  const names: Readonly<Record<string, string>> = narrowingFields
  return Object.fromEntries(said.flatMap(([key, value]) => (value ? [[names[key] ?? key, value]] : [])))
}

/** The list that an address means. */
export function readAddress(web: Web, visit: StaffVisit, fields: Fields): ListAddress {
  const view = textOf(fields, 'xem')
  const token = textOf(fields, SEARCH)
  const search = openSearch(web, visit, token)
  const savedId = textOf(fields, SAVED)
  return { view: isView(view) ? view : firstView(visit), search, token: search === '' ? '' : token, narrowing: readNarrowing(fields), savedId: isId(savedId) ? savedId : undefined }
}

/** The list that a form or an address names; undefined where it names none. */
export function readList(web: Web, visit: StaffVisit, fields: Fields): ListAddress | undefined {
  return isView(textOf(fields, 'xem')) ? readAddress(web, visit, fields) : undefined
}

/** A list as fields of another page's address or form, so that it leads back there. */
export function listFields(list: ListAddress | undefined): Record<string, string> {
  return list ? { xem: list.view, ...fieldsOf(list) } : {}
}

/** Everything but the view that says which list it is. */
export function fieldsOf(list: Omit<ListAddress, 'view' | 'search'>): Record<string, string> {
  return { ...(list.token && { [SEARCH]: list.token }), ...narrowingOf(list.narrowing), ...(list.savedId && { [SAVED]: list.savedId }) }
}

/** The address of a list, at its beginning or at a place in it. */
export function addressOf(list: ListAddress, part: Readonly<Record<string, string>> = {}): string {
  return paths.worklist(list.view, { ...fieldsOf(list), ...part })
}

/** A place as it stands in an address: which way, the list's instant, when it was filed, which dossier. */
export function placeText({ way, at, filedAt, id }: Place): string {
  return `${way}.${at ?? ''}.${filedAt}.${id}`
}

/** The place that an address names; undefined where it names none. */
export function readPlace(fields: Fields, name: string): Place | undefined {
  const found = /^(\d)\.(\d{0,14})\.(\d{1,14})\.([0-9a-f-]{36})$/.exec(textOf(fields, name))
  if (!found) return undefined
  const [, way, at, filedAt, id = ''] = found
  return isId(id) ? { way: Number(way), at: at === '' ? null : Number(at), filedAt: Number(filedAt), id } : undefined
}

/** Which part of a list a page shows, as fields of an address or a form. */
export function partFields({ after, before }: { readonly after?: Place | undefined; readonly before?: Place | undefined }): Record<string, string> {
  return { ...(after && { sau: placeText(after) }), ...(before && { truoc: placeText(before) }) }
}

/** The part that an address or a form names. */
export function readPart(fields: Fields): { readonly after: Place | undefined; readonly before: Place | undefined } {
  return { after: readPlace(fields, 'sau'), before: readPlace(fields, 'truoc') }
}

const PLACE = 'vi-tri'

/** The list that a dossier was opened from, and its place there, as part of the dossier's address. */
export interface Within {
  readonly list: ListAddress
  readonly place: Place
}

/** The same as fields of an address or a form; none where the dossier was opened by its address alone. */
export function withinFields(within: Within | undefined): Record<string, string> {
  if (!within) return {}
  const { list, place } = within
  return { ...listFields(list), [PLACE]: placeText(place) }
}

/** Where a dossier was opened from; undefined when its address does not say. */
export function readWithin(web: Web, visit: StaffVisit, fields: Fields): Within | undefined {
  const place = readPlace(fields, PLACE)
  return place && { list: readAddress(web, visit, fields), place }
}
