/** Due dates recounted per second, after a day of the calendar changed: ours beside one statement that moves as many dates and writes as many events. */
import type pg from 'pg'
import { confirmDay, enterDay } from '../../src/capabilities/calendars/index.ts'
import { jobs } from '../../src/dossiers/index.ts'
import type { Platform } from '../../src/platform/runtime.ts'
import type { Actor } from '../../src/platform/values/actor.ts'
import { type Figure, figureOf, interleave, median, ratios, rounded } from '../figures.ts'

const DOSSIERS = 5_000
/** Accepted on a Monday of a loaded year, due on the next one; each round decrees another day between. */
const DAYS = ['2027-06-08', '2027-06-09', '2027-06-10', '2027-06-11', '2027-06-14', '2027-06-15', '2027-06-16']

export interface RecountFigures {
  readonly ratio: Figure
  readonly perSecond: { readonly ours: number; readonly floor: number }
}

const staff = (staffId: string): Actor => ({ kind: 'staff', staffId, personId: staffId, role: 'administrator', provinceCode: 'bac-ninh', officeCode: null, sessionId: staffId, channel: 'online' })

/** @param platform on a database where nobody takes the jobs @param owner connections of the floor */
export async function benchRecount(platform: Platform, owner: pg.Pool, rounds: number): Promise<RecountFigures> {
  // Only what is counted is planted of each dossier.
  const client = await owner.connect()
  try {
    await client.query('begin; set local session_replication_role = replica')
    await client.query(`insert into dossiers.dossier (id, submission_code, official_number, draft_id, person_id, procedure, procedure_version, licence_ids, main_licence_id, status, channel, answers, portrait_id, delivery, amount_vnd, lang,
        filed_at, filing_evidence, accepted_at, due_at, notice_kept_at, authority_province, applicant_name, name_key, identity_index, licence_number, class_label, turn, turn_owner, turn_cause, turn_since)
      select gen_random_uuid(), 'R' || n, 'R' || n, gen_random_uuid(), gen_random_uuid(), 'exchange-licence', '2026-07-01', array[gen_random_uuid()], gen_random_uuid(), 'accepted', 'online', '\\x00', gen_random_uuid(), 'post', 0, 'vi',
        '2027-06-07T02:00:00Z', '\\x00', '2027-06-07T02:00:00Z', '2027-06-14T10:00:00Z', '2027-06-07T02:00:00Z', 'bac-ninh', 'Mau', 'mau', '\\x01', '970000000001', 'B2', 'officer', 'office', 'to-appraise', '2027-06-07T02:00:00Z' from generate_series(1, ${DOSSIERS}) n`)
    await client.query('commit; analyze dossiers.dossier')
  } finally {
    client.release()
  }
  let round = 0
  const values = await interleave(Math.min(rounds, DAYS.length), {
    ours: async () => {
      const date = DAYS[round++] ?? ''
      const entryId = await platform.work(staff('a'), (work) => enterDay(work, { province: 'bac-ninh', date, kind: 'leave', name: 'x', decreeNo: `${date}/x` }))
      await platform.work(staff('b'), (work) => confirmDay(work, entryId))
      const { rows } = await owner.query<{ id: string }>("select id from platform.fact where kind = 'calendar.changed' and payload->>'entryId' = $1", [entryId])
      const startedAt = performance.now()
      // As the worker goes on: until the change is carried to the last dossier.
      for (let left = true; left;) {
        await jobs['dossiers.recount']?.(platform, { factId: rows[0]?.id ?? '', entryId, change: 'confirmed' })
        left = (await owner.query('select from dossiers.recount where entry_id = $1 and finished_at is null', [entryId])).rowCount !== 0
      }
      return DOSSIERS / ((performance.now() - startedAt) / 1000)
    },
    floor: async () => {
      const startedAt = performance.now()
      await owner.query(`with moved as (update dossiers.dossier set transfer_kept_at = '2027-06-08', revision = revision + 1 where submission_code like 'R%' returning id, person_id)
        insert into dossiers.event (id, dossier_id, kind, at, actor_kind, actor_id, subject_id, channel) select gen_random_uuid(), id, 'bench', '2027-06-08', 'system', 'bench', person_id, 'online' from moved`)
      return DOSSIERS / ((performance.now() - startedAt) / 1000)
    },
  })
  return { ratio: figureOf(ratios(values.ours, values.floor), 3), perSecond: { ours: rounded(median(values.ours), 0), floor: rounded(median(values.floor), 0) } }
}
