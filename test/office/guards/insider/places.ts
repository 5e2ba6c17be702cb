/** S14: the second person over money, powers, days off and lists; somebody else's clinic. */
import { paths } from '../../../../src/web/paths.ts'
import { type Case, NOT_THERE } from './case.ts'
import { confirmDay, enterDay } from './deciding.ts'
import type { Insiders } from './world.ts'

const thing = (w: Insiders, kind: 'payment' | 'examination' | 'hand-over-list', what: string) => w.things[kind]?.find((one) => one.what === `${what} of bac-ninh`)?.id ?? ''
const agrees = (who: string) => (w: Insiders) => w.posts(who, paths.moneyAction(thing(w, 'payment', 'a refund that was proposed'), 'dong-y'))
const confirmsPower = (who: string) => async (w: Insiders) => {
  const [row] = await w.sql<{ id: string }>('select id from identity.signing_power order by entered_at desc limit 1')
  return w.posts(who, paths.grantAct('power', row?.id ?? '', 'xac-nhan'))
}
const examines = (who: string) => (w: Insiders) => w.posts(who, paths.keepExamination(thing(w, 'examination', 'an examination')))
const counts = (w: Insiders) => w.posts('postal', paths.postListAct(thing(w, 'hand-over-list', 'a hand-over list'), 'ky-nhan'))
const closedBy = (who: string) => (w: Insiders) => w.sql('update deliveries.list set closed_by = $2 where id = $1', [thing(w, 'hand-over-list', 'a hand-over list'), w.staffId(who)])

export const placesCases: readonly Case[] = [
  { what: 'agrees to the refund that one proposed', says: 'một người khác phải đồng ý', given: (w) => w.sql(`update payments.proposal set proposed_by = $2::uuid, proposed_by_person = (select p.id from identity.person p join identity.staff s using (identity_index) where s.id = $2::uuid) where id = $1`, [thing(w, 'payment', 'a refund that was proposed'), w.staffId('supervisor')]), deed: agrees('supervisor'), twin: agrees('signer') },
  { what: 'confirms the day off that one entered', says: 'Người nhập không tự xác nhận', given: enterDay('administrator', '30/12/2026', '6/QĐ-THU'), deed: confirmDay('administrator', '30/12/2026'), twin: confirmDay('another administrator', '30/12/2026') },
  { what: 'confirms the power to sign that one entered', says: 'Người nhập không tự xác nhận', given: (w) => w.posts('administrator', paths.powers(), { what: 'power', staff: w.staffId('another signer'), papers: 'decision', form: 'KT', validFrom: '20/11/2026', validTo: '31/12/2026', basis: '7/QĐ-THU' }), deed: confirmsPower('administrator'), twin: confirmsPower('another administrator') },
  { what: 'a doctor writes into an examination of another clinic', says: NOT_THERE, deed: examines('doctor of Hà Nội'), twin: examines('doctor') },
  { what: 'counts at the post the list that one closed in the office', says: 'Bạn đã chốt danh sách này', given: closedBy('postal'), deed: counts, mend: closedBy('appraiser'), twin: counts },
]
