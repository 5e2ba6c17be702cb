/** Rows that once called every leader the head are put right on a database that has them, by rows and facts that say why (C1, AUZ). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestPlatform } from '../../../test/support/database.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { listSigningPowers } from './index.ts'

const migration = (name: string) => readFileSync(join(import.meta.dirname, '../../../migrations', `${name}.sql`), 'utf8')
/** The rows that were made when every paper came to ask for a power, for whoever worked here by then. */
const [earlier] = migration('0194_identity_ask_powers_of_every_paper').match(/insert into identity\.signing_power[^;]+;/) ?? []
const correction = migration('0205_identity_correct_standing_of_deputies')

test('a deputy whom the first table called the head signs KT. from now on, and the row that ended says why; a head, and of whom no document speaks, stay as they were', async () => {
  await using platform = await openTestPlatform()
  const people = { head: newId(), deputy: newId(), byOrder: newId(), delegate: newId(), unknown: newId() }
  for (const [name, id] of Object.entries(people)) {
    await platform.asOwner(`insert into identity.staff (id, identity_index, full_name, role, province_code, active_from) values ($1, decode(md5($2), 'hex'), $2, 'signer', 'bac-ninh', '2020-01-01')`, [id, name])
  }
  const has = (who: keyof typeof people, form: string, basis: string, papers: string, of: { readonly giver?: string; readonly to?: string; readonly position?: string } = {}) => platform.asOwner(
    `insert into identity.signing_power (id, province_code, staff_id, giver_id, papers, form, position, valid_from, valid_to, basis, entered_by, entered_at, confirmed_by, confirmed_at)
     values ($1, 'bac-ninh', $2, $3, $4::text[], $5, $6, '2020-01-01', $7, $8, 'founding-table', '2020-01-01', 'founding-review', '2020-01-01')`,
    [newId(), people[who], of.giver ?? null, papers, form, of.position ?? null, of.to ?? null, basis])
  await has('head', 'head', '97001/QĐ-MP', '{decision,refusal,apology}')
  await has('deputy', 'head', 'Chức danh lãnh đạo ký đã có', '{decision,refusal,apology}')
  await has('deputy', 'KT', '97002/QĐ-MP', '{decision,refusal,apology}')
  await has('byOrder', 'TL', '97003/QĐ-MP', '{decision}', { position: 'Đội trưởng' })
  await has('delegate', 'TUQ', '97004/UQ-MP', '{decision}', { giver: people.head, to: '2099-12-31', position: 'Đội trưởng' })
  await platform.asOwner(earlier ?? '')

  /** The form in which somebody signs each paper: the one that comes first is printed. */
  const signs = async (who: keyof typeof people) => {
    const powers = await platform.read(systemActor('test'), (work) => listSigningPowers(work, { provinceCode: 'bac-ninh', staffId: people[who] }))
    return Object.fromEntries([...powers].reverse().map(({ paper, form, position }) => [paper, position === null ? form : `${form} ${position}`]))
  }
  expect(await signs('deputy')).toEqual({ decision: 'head', refusal: 'head', apology: 'head', 'stop-notice': 'head', register: 'head' })

  await platform.asOwner(correction)
  const all = { decision: 'head', refusal: 'head', apology: 'head', 'stop-notice': 'head', register: 'head' }
  expect(await signs('head')).toEqual(all)
  expect(await signs('deputy')).toEqual({ decision: 'KT', refusal: 'KT', apology: 'KT', 'stop-notice': 'KT', register: 'KT' })
  const byOrder = 'TL Đội trưởng'
  expect(await signs('byOrder')).toEqual({ decision: byOrder, 'stop-notice': byOrder, register: byOrder })
  expect(await signs('delegate')).toEqual({ decision: 'TUQ Đội trưởng' })
  expect(await signs('unknown')).toEqual({ 'stop-notice': 'head', register: 'head' })

  const ended = await platform.asOwner<{ who: string; why: string }>('select s.full_name as who, p.ended_basis as why from identity.signing_power p join identity.staff s on s.id = p.staff_id where p.ended_at is not null order by 1, p.papers')
  expect(ended.map(({ who }) => who)).toEqual(['byOrder', 'delegate', 'deputy', 'deputy'])
  expect(ended.at(-1)?.why).toContain('theo 97002/QĐ-MP người này ký thay người đứng đầu (KT.)')
  const told = () => platform.asOwner(`select payload ->> 'change' as change, count(*)::int as n from platform.fact where kind = 'power.changed' and actor_id = 'correction-of-standing' group by 1 order by 1`)
  expect(await told()).toEqual([{ change: 'confirmed', n: 2 }, { change: 'ended', n: 4 }])
  // What is right is left alone.
  await platform.asOwner(correction)
  expect(await told()).toEqual([{ change: 'confirmed', n: 2 }, { change: 'ended', n: 4 }])
})
