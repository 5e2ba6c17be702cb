/** One real thing of each other kind, here and elsewhere: to whom it is not theirs it answers as if it were not there. */
import { contentHash } from '../../../src/capabilities/deliveries/hand-over-list.ts'
import { beginExamination } from '../../../src/capabilities/health-certificates/index.ts'
import { authorityAccount } from '../../../src/capabilities/payments/index.ts'
import { authorityOf } from '../../../src/catalogue/index.ts'
import { askRegister } from '../../../src/dossiers/index.ts'
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
  const made: Record<'hand-over-list' | 'licence' | 'payment' | 'cash-book' | 'bulk' | 'saved-list' | 'register-extract' | 'examination' | 'certificate' | 'clinic' | 'absence' | 'grant', Matter[]> = {
    'hand-over-list': [], licence: [], payment: [], 'cash-book': [], bulk: [], 'saved-list': [], 'register-extract': [], examination: [], certificate: [], clinic: [], absence: [], grant: [],
  }
  for (const province of PROVINCES) {
    const account = authorityAccount(authorityOf(province, today).agencyCode.value)
    const here = ofProvince(province)
    const staffIn = (role: string) => {
      const found = people.find((one) => here(one) && one.actor.kind === 'staff' && one.actor.role === role)
      if (found?.actor.kind !== 'staff') throw new Error(`no ${role} in ${province}`)
      return found.actor
    }
    const [appraiser, signer, clerk, doctor] = [staffIn('appraiser'), staffIn('signer'), staffIn('clerk'), staffIn('doctor')]
    const keep = (thing: keyof typeof made, what: string, reaches: (one: Persona) => boolean, id = newId(), parts?: Matter['parts']) => {
      made[thing].push({ id, what: `${what} of ${province}`, reaches, ...(parts ? { parts } : {}) })
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

    const attempts = async () => {
      const [attempt, ofDossier] = [newId(), newId()]
      await platform.asOwner(`insert into payments.attempt (id, dossier_id, person_id, authority_code, purpose, order_info, amount_vnd, txn_ref, state, reason, started_at, expires_at, ended_at)
        values ($1, $2, $3, $4, 'fee', 'x', 115000, $5, 'failed', 'x', $6, $6::timestamptz + interval '15 minutes', $6)`, [attempt, ofDossier, person, account, attempt.replaceAll('-', '').toUpperCase(), now])
      return { attempt, ofDossier }
    }
    /** The applicant's money that arrived. */
    const charges = async () => {
      const { attempt, ofDossier } = await attempts()
      const [charge, query] = [newId(), newId()]
      await platform.asOwner(`insert into payments.query (id, attempt_id, kind, asked_at) values ($1, $2, 'payment', $3)`, [query, attempt, now])
      await platform.asOwner(`insert into payments.charge (id, attempt_id, dossier_id, provider_transaction_no, amount_vnd, use, confirmed_by, query_id, paid_at, noted_at) values ($1, $2, $3, $4, 115000, 'fee', 'query', $5, $6, $6)`, [charge, attempt, ofDossier, charge, query, now])
      return { attempt, ofDossier, charge }
    }
    const refused = await charges()
    const refund = keep('payment', 'a refund that the platform refused', here)
    await platform.asOwner(`insert into payments.refund (id, charge_id, attempt_id, dossier_id, amount_vnd, reason, request_id, state, tries, asked_at, due_at, ended_at) values ($1, $2, $3, $4, 115000, 'dossier-refused', $5, 'failed', 1, $6, $6, $6)`,
      [refund, refused.charge, refused.attempt, refused.ofDossier, refund.replaceAll('-', '').toUpperCase(), now])
    await platform.asOwner(`insert into payments.discrepancy (id, key, reason, state, owner, refund_id, found_at) values ($1, $2, 'refund-refused', 'open', 'office', $3, $4)`, [newId(), `guards-refund-${province}`, refund, now])
    await platform.asOwner(`insert into payments.proposal (id, charge_id, note, proposed_by, proposed_by_person, proposed_at, state) values ($1, $2, 'x', $3, $4, $5, 'open')`,
      [keep('payment', 'a refund that was proposed', here), (await charges()).charge, appraiser.staffId, appraiser.personId, now])
    const { attempt } = await attempts()
    await platform.asOwner(`insert into payments.discrepancy (id, key, reason, state, owner, attempt_id, found_at) values ($1, $2, 'missing', 'open', 'office', $3, $4)`,
      [keep('payment', 'an open question about money', here), `guards-${province}`, attempt, now])

    // The officers of the authority read and confirm it; at the counter it is there for its point alone.
    await platform.asOwner(`insert into payments.cash_book (id, point_id, authority_code, day, clerk, clerk_person, opening_vnd, opened_at, state) values ($1, $2, $3, $4, $5, $6, 0, $7, 'open')`,
      [keep('cash-book', 'a cash book', (one) => (one.knocks.kind === 'staff' && one.knocks.role === 'clerk' ? ofPlace(POINTS[province])(one) : here(one))), POINTS[province], account, today, clerk.staffId, clerk.personId, now])

    await platform.asOwner(`insert into dossiers.bulk (id, act, province, staff_id, person_id, session_id, drawn_up_at, confirmed_at) values ($1, 'claim', $2, $3, $4, 'x', $5, $5)`,
      [keep('bulk', 'a confirmed bulk', (one) => here(one) && (one.actor.kind === 'staff' && (one.actor.staffId === appraiser.staffId || BULK_READERS.includes(one.actor.role)))), province, appraiser.staffId, appraiser.personId, now])
    await platform.asOwner(`insert into dossiers.saved_list (id, staff_id, name, view, narrowing, saved_at) values ($1, $2, 'x', 'mine', '{}', $3)`,
      [keep('saved-list', 'a saved list', (one) => one.actor.kind === 'staff' && one.actor.staffId === appraiser.staffId), appraiser.staffId, now])
    // Of a time to come: nobody here is away.
    await platform.asOwner(`insert into identity.absence (id, staff_id, cover_id, from_on, to_on, entered_by, entered_at) values ($1, $2, $3, $4::date + 30, $4::date + 30, 'x', $5)`,
      [keep('absence', 'an absence', here), appraiser.staffId, signer.staffId, today, now])
    await platform.asOwner(`insert into identity.unit (id, province_code, kind, name, valid_from, basis, entered_by, entered_at) values ($1, $2, 'team', 'x', $3, 'x', 'x', $4)`,
      [keep('grant', 'a unit', here, newId(), { ':kind': 'don-vi' }), province, today, now])
    const extract = keep('register-extract', 'an extract of the register', here)
    await platform.work(appraiser, (work) => askRegister(work, { id: extract, from: today, to: today, part: 1 }))

    await platform.asOwner(`insert into health_certificates.clinic (code, name, state, joined_at, changed_at, province_code) values ($1, 'Phòng khám thử', 'active', $2, $2, $3) on conflict (code) do update set province_code = excluded.province_code`, [CLINICS[province], now, province])
    keep('clinic', 'a clinic', here, CLINICS[province])
    const inClinic = ofPlace(CLINICS[province])
    await copyRow(world, 'health_certificates.certificate', {
      id: keep('certificate', 'a certificate of a clinic', inClinic), number: `0000${made.certificate.length}/GKSKLX/${CLINICS[province]}/26`, clinic_code: CLINICS[province], source: 'clinic',
    }, 'id = (select id from health_certificates.certificate where person_id = $1 limit 1)', person)
    const examination = keep('examination', 'an examination', inClinic)
    await platform.work(doctor, (work) => beginExamination(work, { fullName: 'x', identityNumber: '097190009999' }, { identityNumber: '097190008888', fullName: 'Người Được Khám', birthDate: '1980-01-01', sex: 'female', residence: 'x' }, examination))
  }
  // The extracts are drawn: papers that name the applicant, in both provinces.
  await world.workerSettles()
  return made
}
