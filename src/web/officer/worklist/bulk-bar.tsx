/** What can be done with the dossiers that are ticked: the buttons of the list's one form, each leading to a page of its own. */
import { type BulkAct, mostOf } from '../../../dossiers/index.ts'
import { Button, Link, Select, Toolbar } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit } from '../../request.ts'
import { bulkText } from '../bulk/text.ts'
import type { WorklistPageView } from './worklist.view.ts'

/** The name under which each ticked dossier's id is sent. */
export const TICKED = 'ho-so'

/** What an appraiser does with several, the likeliest first for the list at hand. */
const usual: Readonly<Partial<Record<string, readonly BulkAct[]>>> = {
  'to-sign': ['take-back'], 'in-delivery': ['print', 'hand-over'], mine: ['accept', 'approve', 'claim'],
}
const otherwise: readonly BulkAct[] = ['claim', 'accept', 'approve', 'decide']

/** The buttons above the list; nothing where nobody may do anything with several at once. */
export function BulkBar({ view, visit }: { readonly view: WorklistPageView; readonly visit: StaffVisit }) {
  const t = bulkText[visit.lang]
  const { role } = visit.session.staff
  if (role === 'signer') return <Toolbar><Link href={paths.bulkSign()} attributes={{ 'data-shortcut': 's' }}>{t.bar.sign}</Link><Link href={paths.bulks()}>{t.bar.mine}</Link></Toolbar>
  if (role === 'supervisor' || role === 'inspector') return <Toolbar><Link href={paths.bulkDrawn()}>{t.bar.drawn}</Link><Link href={paths.bulkStraight()}>{t.bar.straight}</Link></Toolbar>
  if (role !== 'appraiser') return null
  const acts = usual[view.list.view] ?? otherwise
  const [first] = acts
  const links = <><Link href={paths.bulkStraight()} attributes={{ 'data-shortcut': 's' }}>{t.bar.straight}</Link> · <Link href={paths.bulks()} attributes={{ 'data-shortcut': 'b' }}>{t.bar.mine}</Link></>
  if (view.page.rows.length === 0 || !first) return <Toolbar end={links} />
  return (
    <Toolbar end={links}>
      <Select name="viec" label={{ text: t.bar.label, classes: 'govuk-visually-hidden' }} value={first} items={acts.map((act) => ({ value: act, text: t.acts[act] }))} />
      <Button look="secondary">{t.bar.ticked}</Button>
      <Button look="secondary" name="pham-vi" value="ca" attributes={{ title: t.bar.allHelp(mostOf(first)) }}>{t.bar.all}</Button>
    </Toolbar>
  )
}
