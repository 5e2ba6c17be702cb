/** S14, TH1: getting hold of a dossier, or passing it on, past the rules. */
import { paths } from '../../../../src/web/paths.ts'
import { type Case, NOT_THERE, OTHER_ROLE } from './case.ts'
import type { Insiders } from './world.ts'

const claims = (who: string) => (w: Insiders) => w.presses(who, w.dossier('free'), 'nhan-xu-ly')
const gives = (who: string, note: string) => (w: Insiders) => w.presses(who, w.dossier('free'), 'ban-giao', { to: w.staffId('another appraiser'), note })
const heldBy = (who: string | null) => (w: Insiders) => w.held(w.dossier('free'), who)
const isAway = (staff: string, cover: string, until: string) => async (w: Insiders) => {
  await w.sql('delete from identity.absence where from_on < current_date')
  await w.sql(`insert into identity.absence (id, staff_id, cover_id, from_on, to_on, entered_by, entered_at) values (gen_random_uuid(), $1, $2, '2026-11-16', $3, 'x', '2026-11-16')`, [w.staffId(staff), w.staffId(cover), until])
}
const nobodyIsAway = (w: Insiders) => w.sql(`delete from identity.absence where from_on = '2026-11-16'`)
/** Took part in a step of the applicant's; the filing itself was theirs alone. */
const helped = (w: Insiders) => w.sql(`insert into dossiers.event (id, dossier_id, kind, at, actor_kind, actor_id, subject_id, channel, details, helper_id, office_code, consent_id)
  select gen_random_uuid(), dossier_id, 'supplement', at, actor_kind, actor_id, subject_id, 'in-person', '{}', $2::uuid, 'bac-ninh-hanh-chinh-cong', gen_random_uuid() from dossiers.event where dossier_id = $1 and kind = 'submit'`, [w.dossier('free'), w.staffId('appraiser')])
const helpedNot = (w: Insiders) => w.sql(`delete from dossiers.event where dossier_id = $1 and helper_id is not null`, [w.dossier('free')])
const note = (who: string) => (w: Insiders) => w.posts(who, paths.officerNotes(w.dossier('free')), { note: 'Đã xem' })

export const holdingCases: readonly Case[] = [
  { what: 'takes the own dossier', says: 'Đây là hồ sơ của chính bạn', deed: claims('the applicant who appraises'), twin: claims('appraiser'), after: heldBy(null) },
  { what: 'takes a dossier that one helped to file', says: 'Bạn đã giúp nộp hồ sơ này', given: helped, deed: claims('appraiser'), twin: claims('another appraiser'), after: async (w) => {
    await helpedNot(w)
    await heldBy(null)(w)
  } },
  { what: 'takes a dossier of another province', says: NOT_THERE, deed: claims('appraiser of Hà Nội'), twin: claims('appraiser') },
  { what: 'the supervisor takes a dossier out of somebody’s hands without a reason', says: 'Viết lý do', given: heldBy('appraiser'), deed: gives('supervisor', ' '), twin: gives('supervisor', 'Oanh đi họp cả ngày') },
  { what: 'gives a dossier to somebody who is away', says: 'đang vắng mặt', given: async (w) => {
    await heldBy('appraiser')(w)
    await isAway('another appraiser', 'appraiser', '2026-11-27')(w)
  }, deed: gives('appraiser', ''), mend: nobodyIsAway, twin: gives('appraiser', '') },
  { what: 'takes an absent colleague’s dossier by a cover that ended', says: 'đang giữ hồ sơ', given: async (w) => {
    await heldBy('appraiser')(w)
    await isAway('appraiser', 'another appraiser', '2026-11-19')(w)
  }, deed: claims('another appraiser'), mend: async (w) => {
    await nobodyIsAway(w)
    await isAway('appraiser', 'another appraiser', '2026-11-27')(w)
  }, twin: claims('another appraiser'), after: nobodyIsAway },
  { what: 'the inspector writes into a dossier', says: OTHER_ROLE, deed: note('inspector'), twin: note('appraiser') },
]
