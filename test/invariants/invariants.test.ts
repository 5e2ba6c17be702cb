import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invariants } from '../../src/app.ts'
import { licenceInvariants } from '../../src/capabilities/licences/index.ts'
import { invariants as dossierInvariants } from '../../src/dossiers/index.ts'
import { invariants as identityInvariants } from '../../src/capabilities/identity/index.ts'
import { lookupInvariants } from '../../src/platform/outside/lookups.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { bulkPlantings } from './bulk.ts'
import { ids, soundRows } from './sound-rows.ts'

let database: TestDatabase
let spoilt: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  spoilt = await openTestDatabase()
  // The rows below keep the promises of three modules, not those of all others.
  spoilt.breaksPromises()
  await spoilt.asOwner(['begin', ...soundRows, 'commit'].join(';\n'))
})
afterAll(async () => {
  await database[Symbol.asyncDispose]()
  await spoilt[Symbol.asyncDispose]()
})

async function brokenIn(where: TestDatabase, names: readonly string[]): Promise<string[]> {
  const broken: string[] = []
  for (const name of names) {
    const query = invariants[name]
    if (!query) throw new Error(`no promise is called ${name}`)
    if ((await where.asOwner(query.text, query.values)).length > 0) broken.push(name)
  }
  return broken
}

test('an empty service breaks no promise, and each is a query that can be asked', async () => {
  expect(Object.keys(invariants).length).toBeGreaterThanOrEqual(20)
  expect(await brokenIn(database, Object.keys(invariants))).toEqual([])
})

const own = { ...identityInvariants, ...dossierInvariants, ...licenceInvariants, ...lookupInvariants }
const { person, returned, open, oldLicence, newLicence, otherLicence, appraiser, signer, lookup, openLookup, exchange } = ids

/** The open dossier as accepted on Tuesday 3 November, due five working days later. */
const ACCEPTED = `update dossiers.dossier set status = 'accepted', official_number = 'TEST-2', accepted_at = '2026-11-03T02:00:00Z', due_at = '2026-11-10T10:00:00Z', notice_kept_at = '2026-11-03T02:00:00Z' where id = '${open}';
  insert into dossiers.event (id, dossier_id, kind, from_status, to_status, at, actor_kind, actor_id, subject_id, channel, details)
    values (gen_random_uuid(), '${open}', 'accept', 'filed', 'accepted', '2026-11-03T02:00:00Z', 'system', 'test', '${person}', 'online', '{"dueOn":"2026-11-10","counted":"2026-11-04 2026-11-05 2026-11-06 2026-11-09 2026-11-10"}')`

/** A confirmed power of the signer. @param fields giver, form, first and last day */
const power = (fields: string, enteredBy: string, confirmedBy: string) => `insert into identity.signing_power (id, province_code, staff_id, papers, giver_id, form, valid_from, valid_to, basis, entered_by, entered_at, confirmed_by, confirmed_at)
  values (gen_random_uuid(), '24', '${signer}', '{decision}', ${fields}, 'TEST', '${enteredBy}', '2020-01-01', '${confirmedBy}', '2020-01-01')`

/** An appraiser who refuses, or an apology for which somebody is said to stand, by a power for something else. */
const stepBy = (kind: string, actorKind: string, actorId: string, powerId: string) => `insert into dossiers.event (id, dossier_id, kind, at, actor_kind, actor_id, subject_id, channel, details)
  values (gen_random_uuid(), '${open}', '${kind}', '2026-11-03T02:00:00Z', '${actorKind}', '${actorId}', '${person}', 'online', ${powerId})`

/** What breaks each promise, done by the owner with triggers off; where a constraint stands before the promise, it is taken away first. */
const plantings: Record<string, string> = {
  ...bulkPlantings,
  'DOS1 every filing has its first event': `delete from dossiers.event where dossier_id = '${open}'`,
  'DOS2 a filed draft is one dossier': `update dossiers.draft set filed_at = null where id = (select draft_id from dossiers.dossier where id = '${open}')`,
  'DOS3 an open dossier has exactly one owner of the delay': `update dossiers.wait set owner = 'clinic' where dossier_id = '${open}'`,
  'DOS4 the time ledger has neither gap nor overlap': `update dossiers.wait set from_at = from_at + interval '1 minute' where dossier_id = '${returned}' and cause = 'to-sign'`,
  'DOS5 the status is the fold of the events': `update dossiers.dossier set status = 'withdrawn' where id = '${returned}'`,
  'DOS5b every event starts where the one before it ended': `delete from dossiers.event where dossier_id = '${returned}' and kind = 'approve'`,
  'DOS6 at most one open dossier a licence': `drop index dossiers.dossier_one_open; alter table dossiers.dossier drop constraint dossier_draft_id_key, drop constraint dossier_submission_code_key, drop constraint dossier_pkey cascade,
      alter column lane drop expression, alter column listed_at drop expression, alter column name_turned drop expression, alter column name_words drop expression;
    insert into dossiers.dossier select * from dossiers.dossier where id = '${open}'`,
  'DOS7 nothing is met without evidence': `alter table dossiers.requirement drop constraint requirement_check; update dossiers.requirement set state = 'met' where dossier_id = '${open}'`,
  'DEC1 a decided dossier has one signed decision': `update dossiers.decision set signed_by = null, signed_at = null`,
  'DEC2 the appraiser is not the signer': `alter table dossiers.decision drop constraint decision_check; update dossiers.decision set signed_by = '${appraiser}'`,
  'DEC2 who appraised a dossier before it came into other hands is not its signer': `insert into identity.staff (id, identity_index, full_name, role, province_code, active_from)
      values ('${lookup}', '\\x08', 'Mẫu', 'appraiser', '24', '2020-01-01'), ('${signer}', '\\x08', 'Mẫu', 'signer', '24', '2020-01-01');
    update dossiers.event set actor_kind = 'staff', actor_id = '${lookup}' where dossier_id = '${returned}' and kind = 'accept'`,
  'DEC2 who counts a list is another person than who closed it or stands for its differences': `insert into identity.staff (id, identity_index, full_name, role, province_code, office_code, active_from)
      values ('${appraiser}', '\\x05', 'Mẫu', 'appraiser', '24', null, '2020-01-01'), ('${lookup}', '\\x05', 'Mẫu', 'postal', '24', 'x', '2020-01-01');
    insert into deliveries.list (id, number, province_code, state, content_hash, closed_by, closed_at, post_office, counted_by, counted_at, counted_hash)
      values (gen_random_uuid(), 'x', '24', 'counted', repeat('a', 64), '${appraiser}', '2026-11-20', 'x', '${lookup}', '2026-11-20', repeat('b', 64))`,
  'DEC4 what is approved had every need met or waived': `update dossiers.requirement set state = 'asked' where dossier_id = '${returned}' and kind = 'violations'`,
  'DEC5 a refusal names its article and the remedy': `update dossiers.dossier set status = 'refused' where id = '${returned}'`,
  'AUD1 every dossier changed in a transaction that wrote an event': `update dossiers.dossier set revision = 1 where id = '${open}'`,
  'TIM2 the appointed date follows acceptance': `update dossiers.dossier set due_at = accepted_at - interval '1 day' where id = '${returned}'`,
  'TIM2 the terms of notice, transfer and supplement are recounted as the appointed date is': `update dossiers.dossier set notice_due_at = '2026-11-05T10:00:00Z' where id = '${open}'`,
  'TIM2 notice and transfer were kept when the first event says so': `update dossiers.dossier set notice_kept_at = filed_at where id = '${open}'`,
  'TIM2 the clock stands for no cause but those that the catalogue names': `update dossiers.wait set pauses = true where dossier_id = '${open}'`,
  'TIM2 the date is recounted: as many working days as the term has from its beginning, those apart on which the clock stood': `${ACCEPTED}; insert into calendars.day (id, date, kind, name, source, confidence, entered_by, entered_at, confirmed_by, confirmed_at)
    values (gen_random_uuid(), '2026-11-04', 'leave', 'x', 'x', 1, 'a', '2026-01-01', 'b', '2026-01-01')`,
  'TIM4 a date differs from the one last told only by an event that names its decree': `${ACCEPTED}; update dossiers.dossier set due_at = due_at + interval '1 day' where id = '${open}'; update dossiers.event set details = details - 'counted' where dossier_id = '${open}'`,
  'TIM4 the dates of notice, transfer and supplement are those that an event told last': `${ACCEPTED}; update dossiers.dossier set transfer_due_at = '2026-11-05T10:00:00Z' where id = '${open}'; update dossiers.event set details = details || '{"transferDueOn":"2026-11-04"}' where dossier_id = '${open}' and kind = 'accept'`,
  'TIM4 every change of the calendar reaches the open dossiers within the hour': `insert into platform.fact (id, kind, payload, at, actor_kind, actor_id, channel)
    select gen_random_uuid(), 'calendar.changed', '{"change":"confirmed"}', at, 'staff', 'x', 'online' from (values ('2026-11-02T02:00:00Z'::timestamptz), ('2026-11-02T03:30:00Z')) t(at)`,
  'TH3 two posts of one person are not two people for the calendar': `insert into identity.staff (id, identity_index, full_name, role, province_code, active_from)
      values ('${appraiser}', '\\x05', 'Mẫu', 'administrator', '24', '2020-01-01'), ('${signer}', '\\x05', 'Mẫu', 'administrator', '01', '2020-01-01');
    insert into calendars.day (id, date, kind, name, source, confidence, entered_by, entered_at, confirmed_by, confirmed_at) values (gen_random_uuid(), '2027-11-04', 'leave', 'x', 'x', 1, '${appraiser}', '2026-01-01', '${signer}', '2026-01-01')`,
  'COPY the lists show what the dossier says': `update dossiers.dossier set turn_since = filed_at - interval '1 day' where id = '${open}'`,
  'DEC2 nobody decides about themselves': `insert into identity.staff (id, identity_index, full_name, role, province_code, active_from) values ('${appraiser}', '\\x01', 'Mẫu', 'appraiser', '24', '2020-01-01')`,
  'DEC3 who decided held that role in that province on that day': `insert into identity.staff (id, identity_index, full_name, role, province_code, active_from, active_to) values ('${signer}', '\\x03', 'Mẫu', 'signer', '24', '2020-01-01', '2025-01-01')`,
  'AUZ nobody signs without a power of that day': `insert into identity.staff (id, identity_index, full_name, role, province_code, active_from) values ('${signer}', '\\x03', 'Mẫu', 'signer', '24', '2020-01-01');
    ${power("null, 'head', '2020-01-01', '2026-11-01'", 'a', 'b')}`,
  'AUZ nobody signs a slip, a request, a refusal or an extract without a power of that day': `insert into identity.staff (id, identity_index, full_name, role, province_code, active_from) values ('${signer}', '\\x03', 'Mẫu', 'appraiser', '24', '2020-01-01');
    ${power("null, 'duty', '2020-01-01', null", 'a', 'b')}; ${stepBy('refuse', 'staff', signer, "'{}'")}`,
  'AUZ what goes out under the seal names who stood for it by a power of that instant, wherever somebody did': `${power("null, 'head', '2020-01-01', null", 'a', 'b')}; ${stepBy('apologise', 'system', 'dossiers', "(select jsonb_build_object('powerId', id) from identity.signing_power limit 1)")}`,
  'AUZ nobody takes or renews a claim while away, or once their post has ended': `insert into identity.absence (id, staff_id, cover_id, from_on, to_on, entered_by, entered_at) values (gen_random_uuid(), '${appraiser}', '${signer}', '2026-11-01', '2026-11-30', 'a', '2026-10-30');
    insert into identity.staff (id, identity_index, full_name, role, province_code, active_from) values ('${appraiser}', '\\x05', 'Mẫu', 'appraiser', '24', '2020-01-01'); update dossiers.dossier set claimed_by = '${appraiser}', claimed_until = '2026-11-05T03:00:00Z' where id = '${open}'`,
  'AUZ a power counts only by two people, neither of whom gets it': `insert into identity.staff (id, identity_index, full_name, role, province_code, active_from)
      values ('${appraiser}', '\\x05', 'Mẫu', 'administrator', '24', '2020-01-01'), ('${lookup}', '\\x05', 'Mẫu', 'supervisor', '24', '2020-01-01'); ${power("null, 'head', '2020-01-01', null", appraiser, lookup)}`,
  'AUZ a delegation has an end, and is given by whoever held that power in their own right': power(`'${appraiser}', 'TUQ', '2026-11-01', '2026-11-30'`, 'a', 'b'),
  'DEC2 what was checked by hand counts only with evidence and a second officer': `update dossiers.requirement set source = 'checked-by-hand', evidence = '{"handCheckIds":["${lookup}"]}' where dossier_id = '${returned}' and kind = 'violations'`,
  'C2 a request beyond the first stands on a supervisor of the province': `with asked as (insert into dossiers.supplement_request (id, dossier_id, asked_by, asked_at, answered_at)
      select gen_random_uuid(), '${open}', '${appraiser}', at, at from (values ('2026-11-03T02:00:00Z'::timestamptz), ('2026-11-04T02:00:00Z')) t(at) returning id)
    insert into dossiers.supplement_point (request_id, kind, position, reason, note, answered_at) select id, 'phone', 1, 'wrong', '', '2026-11-04T02:00:00Z' from asked`,
  'B7 a request has points, and an answered one an answer to each': `insert into dossiers.supplement_request (id, dossier_id, asked_at) values (gen_random_uuid(), '${open}', '2026-11-03T02:00:00Z')`,
  'B7 only an open request of an officer has a last day': `update dossiers.dossier set supplement_due_at = '2026-11-20T10:00:00Z' where id = '${open}'`,
  'B7 a dossier is stopped by an officer, after the last day of a request that nobody answered': `update dossiers.dossier set status = 'stopped' where id = '${returned}'`,
  'MON9 a dossier that ended without its result has its money settled': `update dossiers.dossier set status = 'stopped' where id = '${returned}'`,
  'B7 nobody is reminded twice of one request': `insert into dossiers.event (id, dossier_id, kind, at, actor_kind, actor_id, subject_id, channel, details)
      select gen_random_uuid(), '${open}', 'supplement-reminded', '2026-11-04T02:00:00Z', 'system', 'test', '${person}', 'online', '{"requestId":"${lookup}"}' from generate_series(1, 2)`,
  'TIM3 an apology comes before the date it asks pardon for, and once': `insert into dossiers.apology (dossier_id, promised_at, new_due_at, owner, cause, issued_at) select id, due_at, due_at + interval '1 day', 'office', 'to-sign', due_at from dossiers.dossier where id = '${returned}'`,
  'MON4 a fee that counts as paid was charged': `delete from payments.charge`,
  'REG1 a row of the register comes from one signed decision': `update licences.licence set dossier_id = '${open}' where id = '${newLicence}'`,
  'IDN4 what a helper did names subject, helper, office and a consent to exactly what was filed': `update dossiers.event set helper_id = '${appraiser}', consent_id = gen_random_uuid(), office_code = 'x' where dossier_id = '${open}'`,
  'IDN4 what a helper announced names subject, helper, office and that person\'s consent, and so does every helped filing': `insert into platform.fact (id, kind, payload, at, actor_kind, actor_id, subject_id, helper_id, consent_id, office_code, channel)
    values (gen_random_uuid(), 'dossier.submitted', '{"dossierId":"${open}"}', '2026-11-02T02:00:00Z', 'staff', '${appraiser}', '${person}', '${appraiser}', gen_random_uuid(), 'x', 'in-person')`,
  'IDN4 the staff files nothing without the person': `update dossiers.event set actor_kind = 'staff' where dossier_id = '${open}' and kind = 'submit'`,
  'IDN5 nobody decides about a dossier they helped to file': `insert into identity.staff (id, identity_index, full_name, role, province_code, active_from) values ('${appraiser}', '\\x07', 'Mẫu', 'appraiser', '24', '2020-01-01');
    update dossiers.event set helper_id = '${appraiser}', consent_id = gen_random_uuid(), office_code = 'x' where dossier_id = '${returned}' and kind = 'submit'`,
  'REG5 a lost card is void in the register, and a void serial is that of a lost card': `insert into licences.void_card (card_serial, licence_id, reason, voided_at) values ('ZX777777', '${newLicence}', 'lost-in-post', '2026-11-20')`,
  'MON4 a card printed anew costs nothing': `insert into deliveries.reprint (id, card_id, state, proposed_by, proposed_at, decided_by, decided_at) select gen_random_uuid(), id, 'confirmed', 'a', '2020-01-01', 'b', '2020-01-01' from deliveries.card`,
  'B6 who has chosen after a failed attempt is not asked again': `update dossiers.dossier set turn_cause = 'redeliver' where id = '${open}';
    insert into deliveries.parcel (id, dossier_id, person_id, order_number, state, item_number, recipient, sender, ordered_at, changed_at) values ('${lookup}', '${open}', '${person}', 'x', 'failed', 'ZZ000000014XX', '\\x00', '{}', '2026-11-20', '2026-11-20');
    insert into deliveries.event (id, parcel_id, state, happened_at, recorded_at, exchange_id) values (gen_random_uuid(), '${lookup}', 'failed', '2026-11-20', '2026-11-20', '${exchange}');
    insert into deliveries.choice (id, parcel_id, attempt, kind, chosen_at, told_at, heeded) values (gen_random_uuid(), '${lookup}', 1, 'again', '2026-11-20', '2026-11-20', false)`,
  'POR1 the card bears the very picture of its dossier': `update deliveries.card set portrait_hash = repeat('b', 64)`,
  'AUD4 of whoever stands on an extract of the register it is noted that they were read': `insert into dossiers.register_extract (id, province, from_on, to_on, part, parts, asked_by, asked_for, asked_at, dossier_ids)
    values (gen_random_uuid(), 'bac-ninh', '2026-11-01', '2026-11-30', 1, 1, '${appraiser}', '${person}', '2026-11-30', array['${returned}']::uuid[])`,
  'TH2 an alarm about a member of staff ends with an answer, and it is that of another person': `insert into platform.alarm (id, kind, system, subject_id, province_code, details, raised_at, settled_at, settled_by)
    values (gen_random_uuid(), 'bulk-reading', 'own', '${appraiser}', 'bac-ninh', '{}', '2026-11-03', '2026-11-03', '${signer}')`,
  'AUD5 the application can neither change nor delete what happened': `grant update on dossiers.event to toantrinh_app`,
  'REG1 every row made here names the dossier of its decision, and every closed row its successor': `update licences.licence set replaced_by = '${newLicence}' where id = '${otherLicence}'`,
  'REG2 a replaced licence ends at the instant its successor begins': `update licences.licence set closed_at = closed_at + interval '1 second' where id = '${oldLicence}'`,
  'REG3 points are carried over': `update licences.licence set points_definite = 11 where id = '${newLicence}'`,
  'REG5 a number belongs to one person': `update licences.licence set identity_index = '\\x02' where id = '${oldLicence}'`,
  'OUT1 every answered look-up names its exchange': `update platform.lookup set exchange_id = null where id = '${lookup}'`,
  'DOS9 every open look-up has a job or a due row': `delete from platform.due where payload->>'lookupId' = '${openLookup}'`,
  'OUT2 an exchange without an answer concludes nothing': `update platform.exchange set outcome = 'unavailable' where id = '${exchange}'`,
}

describe('every promise about dossiers, licences and look-ups notices when it is broken', () => {
  test('as long as nobody breaks one, none complains, and each promise has its planting', async () => {
    expect(await brokenIn(spoilt, Object.keys(own))).toEqual([])
    expect(Object.keys(own).filter((name) => !Object.hasOwn(plantings, name))).toEqual([])
    expect(await spoilt.asOwner('select 1 from dossiers.dossier where person_id = $1', [person])).toHaveLength(2)
  })

  test('a paper that goes out under the seal and names nobody is noticed once others name who stood for them, and not before', async () => {
    const name = 'AUZ what goes out under the seal names who stood for it by a power of that instant, wherever somebody did'
    await spoilt.asOwner('begin')
    try {
      await spoilt.asOwner('set local session_replication_role = replica')
      await spoilt.asOwner(`insert into identity.staff (id, identity_index, full_name, role, province_code, active_from) values ('${signer}', '\\x03', 'Mẫu', 'signer', '24', '2020-01-01');
        ${power("null, 'head', '2020-01-01', null", 'a', 'b')}; update identity.signing_power set papers = '{apology}'`)
      await spoilt.asOwner(stepBy('apologise', 'system', 'dossiers', "'{}'"))
      await spoilt.asOwner(stepBy('apologise', 'system', 'dossiers', "(select jsonb_build_object('powerId', id) from identity.signing_power limit 1)"))
      expect(await brokenIn(spoilt, [name])).toEqual([])
      await spoilt.asOwner(stepBy('apologise', 'system', 'dossiers', "'{}'"))
      expect(await brokenIn(spoilt, [name])).toEqual([name])
    } finally {
      await spoilt.asOwner('rollback')
    }
  })

  test.each(Object.entries(plantings))('%s', async (name, planting) => {
    await spoilt.asOwner('begin')
    try {
      await spoilt.asOwner('set local session_replication_role = replica')
      await spoilt.asOwner(planting)
      expect(await brokenIn(spoilt, [name])).toEqual([name])
    } finally {
      await spoilt.asOwner('rollback')
    }
  })
})
