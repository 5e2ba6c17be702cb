/** S14, TH1, TH4: deciding and signing past the second person, the law, the power, the evidence. */
import { paths } from '../../../../src/web/paths.ts'
import { type Case, NOT_THERE } from './case.ts'
import type { Insiders } from './world.ts'

const signs = (who: string) => async (w: Insiders) => w.presses(who, await w.signable(), 'ky')
const unsigned = (w: Insiders) => w.signable()
const preparedBy = (who: string) => (w: Insiders) => w.sql('update dossiers.decision set prepared_by = $2 where dossier_id = $1', [w.dossier('to sign'), w.staffId(who)])
const power = (column: 'papers' | 'valid_to' | 'province_code', value: string | null) => (w: Insiders) => w.sql(`update identity.signing_power set ${column} = $2 where staff_id = $1`, [w.staffId('another signer'), value])
const signedInAgo = (minutes: number) => (w: Insiders) => w.sql(`update identity.session set authenticated_at = now() - make_interval(mins => $2) where person_id = (select p.id from identity.person p join identity.staff s using (identity_index) where s.id = $1)`, [w.staffId('another signer'), minutes])

const heldBy = (who: string, called: string) => (w: Insiders) => w.held(w.dossier(called), who)
const approves = (who: string) => (w: Insiders) => w.presses(who, w.dossier('accepted'), 'duyet')
const refuses = (code: string) => (w: Insiders) => w.presses('appraiser', w.dossier('refused'), 'tu-choi', { code })
const drawn = (is: boolean) => (w: Insiders) => w.sql('update dossiers.straight_through set drawn = $2 where dossier_id = $1', [w.dossier('drawn'), is])
const asks = (w: Insiders) => w.presses('appraiser', w.dossier('supplement'), 'bo-sung', { do: 'send', 'reason-portrait': 'unreadable', 'note-portrait': 'Ảnh mờ, không nhận ra mặt.' })
const stops = (w: Insiders) => w.presses('appraiser', w.dossier('supplement'), 'dung')
const askedBefore = async (w: Insiders) => {
  await heldBy('appraiser', 'supplement')(w)
  await w.sql(`insert into dossiers.supplement_request (id, dossier_id, asked_by, asked_at, answered_at) values (gen_random_uuid(), $1, $2, '2026-11-19', '2026-11-19 01:00')`, [w.dossier('supplement'), w.staffId('appraiser')])
}
const letsBe = (reason: string) => (w: Insiders) => w.posts('appraiser', paths.officerHint(w.dossier('free')), { hint: 'same-phone', reason })
const records = (evidence: Readonly<Record<string, string>>) => (w: Insiders) => w.posts('appraiser', paths.officerHandChecks(w.dossier('silent')), { body: 'traffic-order-database', result: 'clear', documentNumber: '', says: '', ...evidence })
const evidence = { documentNumber: '97/CV-CSGT', says: 'Không có vụ việc' }
const recorded = async (w: Insiders) => {
  await heldBy('appraiser', 'silent')(w)
  await records(evidence)(w)
}
const forgetChecks = (w: Insiders) => w.sql('delete from dossiers.hand_check where dossier_id = $1', [w.dossier('silent')])
const confirms = (who: string) => async (w: Insiders) => {
  const [check] = await w.sql<{ id: string }>(`select id from dossiers.hand_check where dossier_id = $1 order by recorded_at desc limit 1`, [w.dossier('silent')])
  return w.posts(who, paths.officerHandCheck(w.dossier('silent'), check?.id ?? '', 'xac-nhan'))
}
const recordedBy = (who: string) => (w: Insiders) => w.sql(`update dossiers.hand_check set recorded_by = $2 where dossier_id = $1`, [w.dossier('silent'), w.staffId(who)])
const dueAt = async (w: Insiders) => String((await w.sql<{ due: string }>('select due_at::text as due from dossiers.dossier where id = $1', [w.dossier('to sign')]))[0]?.due)

export const enterDay = (who: string, date: string, decree: string) => (w: Insiders) => w.posts(who, paths.calendar(), { date, kind: 'holiday', name: 'Ngày nghỉ bù', where: 'province', decree, source: 'thử', confidence: 'read' })
export const confirmDay = (who: string, date: string) => async (w: Insiders) => {
  const [day] = await w.sql<{ id: string }>(`select id from calendars.day where date = to_date($1, 'DD/MM/YYYY') and withdrawn_at is null`, [date])
  return w.posts(who, paths.calendarDayAct(day?.id ?? '', 'xac-nhan'))
}

export const signingCases: readonly Case[] = [
  { what: 'signs the decision that one prepared', says: 'Bạn là người đã duyệt', given: preparedBy('signer'), deed: signs('signer'), twin: signs('another signer'), after: async (w) => {
    await unsigned(w)
    await preparedBy('appraiser')(w)
  } },
  { what: 'signs after the power to sign has ended', says: 'không có thẩm quyền ký', given: power('valid_to', '2026-11-19'), deed: signs('another signer'), mend: power('valid_to', null), twin: signs('another signer'), after: unsigned },
  { what: 'signs by a power over papers of another kind', says: 'không có thẩm quyền ký', given: power('papers', '{refusal}'), deed: signs('another signer'), mend: power('papers', '{decision,refusal,apology,stop-notice,register}'), twin: signs('another signer'), after: unsigned },
  { what: 'signs by a power of another province', says: 'không có thẩm quyền ký', given: power('province_code', 'ha-noi'), deed: signs('another signer'), mend: power('province_code', 'bac-ninh'), twin: signs('another signer'), after: unsigned },
  { what: 'signs sixteen minutes after signing in', says: 'lai=1', given: signedInAgo(16), deed: signs('another signer'), mend: signedInAgo(1), twin: signs('another signer'), after: unsigned },
]

export const decidingCases: readonly Case[] = [
  { what: 'the supervisor approves', says: 'Vai trò của bạn không làm việc này', given: heldBy('appraiser', 'accepted'), deed: approves('supervisor'), twin: approves('appraiser') },
  { what: 'refuses without a ground of the law', says: 'Hãy chọn một căn cứ', given: heldBy('appraiser', 'refused'), deed: refuses('vi-khong-thich'), twin: refuses('unresolved-violation') },
  { what: 'accepts in bulk what a colleague holds', says: 'Đồng nghiệp đang giữ', given: async (w) => {
    await w.world.workerSettles()
    await heldBy('another appraiser', 'bulk')(w)
  }, deed: (w) => w.inBulk('appraiser', 'accept', w.dossier('bulk')), twin: (w) => w.inBulk('another appraiser', 'accept', w.dossier('bulk')) },
  { what: 'decides in bulk what was drawn for full appraisal', says: 'rút mẫu', given: drawn(true), deed: (w) => w.inBulk('appraiser', 'decide', w.dossier('drawn')), mend: drawn(false), twin: (w) => w.inBulk('appraiser', 'decide', w.dossier('drawn')) },
  { what: 'asks for a second supplement that no supervisor allowed', says: 'lần thứ hai cần lãnh đạo giám sát', given: askedBefore, deed: asks, mend: (w) => w.posts('supervisor', paths.officerAllowSupplement(w.dossier('supplement')), { allow: 'Ảnh lần đầu tải lên bị hỏng' }), twin: asks },
  { what: 'stops a dossier before the last day of its supplement', says: 'Công dân còn bổ sung được', given: heldBy('appraiser', 'supplement'), deed: stops, mend: async (w) => {
    await w.sql(`update dossiers.supplement_request set asked_at = '2026-08-03' where dossier_id = $1 and answered_at is null`, [w.dossier('supplement')])
    await w.sql(`update dossiers.dossier set supplement_due_at = '2026-09-01' where id = $1`, [w.dossier('supplement')])
  }, twin: stops },
  { what: 'lets a hint be without a reason', says: 'Việc này chưa làm được', deed: letsBe(''), twin: letsBe('family') },
  { what: '“checked by hand” without evidence', says: 'Nhập số văn bản', given: heldBy('appraiser', 'silent'), deed: records({}), twin: records(evidence), after: forgetChecks },
  { what: '“checked by hand” by appraisers alone', says: 'Vai trò của bạn không làm việc này', given: recorded, deed: confirms('another appraiser'), twin: confirms('supervisor'), after: forgetChecks },
  { what: '“checked by hand” by the same person twice', says: 'Bạn là người đã ghi', given: async (w) => {
    await recorded(w)
    await recordedBy('signer')(w)
  }, deed: confirms('signer'), mend: recordedBy('appraiser'), twin: confirms('signer'), after: forgetChecks },
  { what: 'changes the date on which a result is due', says: NOT_THERE, deed: (w) => w.presses('appraiser', w.dossier('to sign'), 'ngay-hen', { due: '2027-12-31' }), twin: async (w) => {
    const before = await dueAt(w)
    await enterDay('administrator', '26/11/2026', '5/QĐ-THU')(w)
    const confirmed = await confirmDay('another administrator', '26/11/2026')(w)
    await w.world.workerSettles()
    return (await dueAt(w)) === before ? { ...confirmed, status: 409, body: `<main>the date stands: ${confirmed.status} ${before} ${confirmed.body.slice(confirmed.body.indexOf('<main'))}` } : confirmed
  } },
]
