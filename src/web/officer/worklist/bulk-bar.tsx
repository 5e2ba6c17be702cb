/** What can be done with the dossiers that are ticked: the buttons of the list's one form, each leading to a page of its own. */
import { type BulkAct, mostOf } from '../../../dossiers/index.ts'
import { Button, Link, Select, type SummaryError, Toolbar } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit } from '../../request.ts'
import { bulkText, whyNot } from '../bulk/text.ts'
import type { WorklistPageView } from './worklist.view.ts'

/** The name under which each ticked dossier's id is sent. */
export const TICKED = 'ho-so'
const ACT = 'viec'

/** What was to be done with several and could not even be looked at: why, with what was chosen. */
export interface BulkSaid {
  readonly code: string
  readonly act: BulkAct | undefined
  readonly ticked: readonly string[]
}

/** What an appraiser does with several, the likeliest first for the list at hand. */
const usual: Readonly<Partial<Record<string, readonly BulkAct[]>>> = {
  'to-sign': ['take-back'], 'in-delivery': ['print', 'hand-over'], mine: ['accept', 'approve', 'claim', 'release'], closed: [],
}
const otherwise: readonly BulkAct[] = ['claim', 'accept', 'approve', 'decide']

/** What this visitor can do with several dossiers of a list; nothing where nobody does it by ticking. */
export function actsWith({ list }: Pick<WorklistPageView, 'list'>, visit: StaffVisit): readonly BulkAct[] {
  if (visit.session.staff.role !== 'appraiser') return []
  const own = usual[list.view]
  // A search finds what is open too, wherever it was begun.
  return own && (own.length > 0 || list.search === '') ? own : otherwise
}

/** The buttons above the list; nothing where nobody may do anything with several at once. */
export function BulkBar({ view, visit, said }: { readonly view: WorklistPageView; readonly visit: StaffVisit; readonly said: BulkSaid | undefined }) {
  const t = bulkText[visit.lang]
  const { role } = visit.session.staff
  if (role === 'signer') return <Toolbar><Link href={paths.bulkSign()} attributes={{ 'data-shortcut': 's' }}>{t.bar.sign}</Link><Link href={paths.bulks()} attributes={{ 'data-shortcut': 'b' }}>{t.bar.mine}</Link></Toolbar>
  if (role === 'supervisor' || role === 'inspector') return <Toolbar><Link href={paths.bulkDrawn()} attributes={{ 'data-shortcut': 'b' }}>{t.bar.drawn}</Link><Link href={paths.bulkStraight()} attributes={{ 'data-shortcut': 's' }}>{t.bar.straight}</Link></Toolbar>
  if (role !== 'appraiser') return null
  const acts = actsWith(view, visit)
  const [first] = acts
  const links = <><Link href={paths.bulkStraight()} attributes={{ 'data-shortcut': 's' }}>{t.bar.straight}</Link> · <Link href={paths.bulks()} attributes={{ 'data-shortcut': 'b' }}>{t.bar.mine}</Link></>
  if (view.page.rows.length === 0 || !first) return <Toolbar end={links} />
  const most = mostOf(first)
  const whole = view.found ?? view.counts[view.list.view]
  return (
    <Toolbar end={links}>
      <Select
        name={ACT} id={ACT} label={{ text: t.bar.label, classes: 'govuk-visually-hidden' }} value={said?.act && acts.includes(said.act) ? said.act : first} items={acts.map((act) => ({ value: act, text: t.acts[act] }))}
        attributes={{ 'data-shortcut': 'v', 'aria-keyshortcuts': 'v' }}
      />
      <Button look="secondary">{t.bar.ticked} <span data-ticked={TICKED} /></Button>
      <Button look="secondary" name="pham-vi" value="ca" attributes={{ title: t.bar.allHelp(most) }}>{whole > most ? t.bar.first(most) : t.bar.all(whole)}</Button>
    </Toolbar>
  )
}

/** Why nothing was looked at, leading to where it is chosen. */
export function bulkErrors(said: BulkSaid, visit: StaffVisit): SummaryError[] {
  return [{ text: whyNot(said.code, visit.lang), href: `#${ACT}` }]
}
