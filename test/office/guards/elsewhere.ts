/** One real thing of each other kind, here and elsewhere: to whom it is not theirs it answers as if it were not there. */
import { contentHash } from '../../../src/capabilities/deliveries/hand-over-list.ts'
import { beginExamination } from '../../../src/capabilities/health-certificates/index.ts'
import { authorityAccount } from '../../../src/capabilities/payments/index.ts'
import { authorityOf } from '../../../src/catalogue/index.ts'
import { localDateAt } from '../../../src/platform/values/dates.ts'
import { newId } from '../../../src/platform/values/ids.ts'
import type { Door } from '../../../src/web/doors/index.ts'
import type { CaseWorld } from '../../support/case-world.ts'
import { copyRow } from './matter.ts'
import type { Persona } from './people.ts'
import type { Matter } from './sweep.ts'

type Thing = NonNullable<Door['of']>
export type Elsewhere = Readonly<Partial<Record<Thing, readonly Matter[]>>>

const PROVINCES = ['bac-ninh', 'ha-noi'] as const
const POINTS = { 'bac-ninh': 'bac-ninh-hanh-chinh-cong', 'ha-noi': 'ha-noi-mot-cua' } as const
const CLINICS = { 'bac-ninh': '97033', 'ha-noi': '97099' } as const

/** Whose bulk it is not reads it only in these roles. */
const BULK_READERS: readonly string[] = ['supervisor', 'inspector']

const ofProvince = (province: string) => (one: Persona) => one.knocks.kind === 'staff' && one.province === province
const ofPlace = (office: string) => (one: Persona) => one.actor.kind === 'staff' && one.actor.officeCode === office

/** @param dossierId a dossier that was filed, whose applicant's licence and certificate are borrowed @param people with their posts */
export async function gatherElsewhere(world: CaseWorld, dossierId: string, people: readonly Persona[]): Promise<Elsewhere> {
  const { platform } = world
  const [at] = await platform.asOwner<{ now: Date; person: string; licence: string }>('select platform.clock_now() as now, person_id as person, main_licence_id as licence from dossiers.dossier where id = $1', [dossierId])
  if (!at) throw new Error('no dossier')
  const { now, person } = at
  const today = localDateAt(now)
  const made: Record<'hand-over-list' | 'licence' | 'payment' | 'cash-book' | 'bulk' | 'saved-list' | 'register-extract' | 'examination' | 'certificate' | 'clinic', Matter[]> = {
    'hand-over-list': [], licence: [], payment: [], 'cash-book': [], bulk: [], 'saved-list': [], 'register-extract': [], examination: [], certificate: [], clinic: [],
  }
  for (const province of PROVINCES) {
    const account = authorityAccount(authorityOf(province, today).agencyCode.value)
    const here = ofProvince(province)
    const staffIn = (role: string) => {
      const found = people.find((one) => here(one) && one.actor.kind === 'staff' && one.actor.role === role)
      if (found?.actor.kind !== 'staff') throw new Error(`no ${role} in ${province}`)
      return found.actor
    }
    const [appraiser, clerk, doctor] = [staffIn('appraiser'), staffIn('clerk'), staffIn('doctor')]
    const keep = (thing: keyof typeof made, what: string, reaches: (one: Persona) => boolean, id = newId()) => {
      made[thing].push({ id, what: `${what} of ${province}`, reaches })
      return id
    }

    const number = `BG-${province}`
    await platform.asOwner(`insert into deliveries.list (id, number, province_code, state, content_hash, closed_by, closed_at) values ($1, $2, $3, 'closed', $4, $5, $6)`,
      [keep('hand-over-list', 'a hand-over list', here), number, province, contentHash({ number, received: [], missing: [], extra: [] }), appraiser.staffId, now])

    // One licence lies in one province: the applicant's own.
    if (province === 'bac-ninh') {
      await platform.asOwner(`insert into deliveries.old_card (licence_id, dossier_id, person_id, province_code, state, owed_since) values ($1, $2, $3, $4, 'owed', $5)`,
        [keep('licence', 'an old card', here, at.licence), dossierId, person, province, now])
    }

    const attempt = newId()
    await platform.asOwner(`insert into payments.attempt (id, dossier_id, person_id, authority_code, purpose, order_info, amount_vnd, txn_ref, state, reason, started_at, expires_at, ended_at)
      values ($1, $2, $3, $4, 'fee', 'x', 115000, $5, 'failed', 'x', $6, $6::timestamptz + interval '15 minutes', $6)`, [attempt, newId(), person, account, attempt.replaceAll('-', '').toUpperCase(), now])
    await platform.asOwner(`insert into payments.discrepancy (id, key, reason, state, owner, attempt_id, found_at) values ($1, $2, 'missing', 'open', 'office', $3, $4)`,
      [keep('payment', 'an open question about money', here), `guards-${province}`, attempt, now])

    // The officers of the authority read and confirm it; at the counter it is there for its point alone.
    await platform.asOwner(`insert into payments.cash_book (id, point_id, authority_code, day, clerk, clerk_person, opening_vnd, opened_at, state) values ($1, $2, $3, $4, $5, $6, 0, $7, 'open')`,
      [keep('cash-book', 'a cash book', (one) => (one.knocks.kind === 'staff' && one.knocks.role === 'clerk' ? ofPlace(POINTS[province])(one) : here(one))), POINTS[province], account, today, clerk.staffId, clerk.personId, now])

    await platform.asOwner(`insert into dossiers.bulk (id, act, province, staff_id, person_id, session_id, drawn_up_at, confirmed_at) values ($1, 'claim', $2, $3, $4, 'x', $5, $5)`,
      [keep('bulk', 'a confirmed bulk', (one) => here(one) && (one.actor.kind === 'staff' && (one.actor.staffId === appraiser.staffId || BULK_READERS.includes(one.actor.role)))), province, appraiser.staffId, appraiser.personId, now])
    await platform.asOwner(`insert into dossiers.saved_list (id, staff_id, name, view, narrowing, saved_at) values ($1, $2, 'x', 'mine', '{}', $3)`,
      [keep('saved-list', 'a saved list', (one) => one.actor.kind === 'staff' && one.actor.staffId === appraiser.staffId), appraiser.staffId, now])
    await platform.asOwner(`insert into dossiers.register_extract (id, province, from_on, to_on, part, parts, asked_by, asked_for, asked_at, dossier_ids) values ($1, $2, $3, $3, 1, 1, $4, $5, $6, '{}')`,
      [keep('register-extract', 'an extract of the register', here), province, today, appraiser.staffId, appraiser.personId, now])

    await platform.asOwner(`insert into health_certificates.clinic (code, name, state, joined_at, changed_at, province_code) values ($1, 'Phòng khám thử', 'active', $2, $2, $3) on conflict (code) do update set province_code = excluded.province_code`, [CLINICS[province], now, province])
    keep('clinic', 'a clinic', here, CLINICS[province])
    const inClinic = ofPlace(CLINICS[province])
    await copyRow(world, 'health_certificates.certificate', {
      id: keep('certificate', 'a certificate of a clinic', inClinic), number: `0000${made.certificate.length}/GKSKLX/${CLINICS[province]}/26`, clinic_code: CLINICS[province], source: 'clinic',
    }, 'id = (select id from health_certificates.certificate where person_id = $1 limit 1)', person)
    const examination = keep('examination', 'an examination', inClinic)
    await platform.work(doctor, (work) => beginExamination(work, { fullName: 'x', identityNumber: '097190009999' }, { identityNumber: '097190008888', fullName: 'Người Được Khám', birthDate: '1980-01-01', sex: 'female', residence: 'x' }, examination))
  }
  return made
}
