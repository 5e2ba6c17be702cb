import { afterEach, expect, test } from 'vitest'
import { boundary, driveBoundaries, effectOf, isDriven, isWrite } from './boundary.ts'

afterEach(() => driveBoundaries(undefined))

test('without a driver a boundary is passed and nobody watches', async () => {
  expect(isDriven()).toBe(false)
  await expect(boundary('db.commit.before')).resolves.toBeUndefined()
})

test('a driver hears where an effect is about to leave, and may stop it', async () => {
  const heard: string[] = []
  driveBoundaries((name, about) => {
    heard.push(`${name} ${about}`)
    if (name === 'db.commit.sent') throw new Error('the process died')
  })
  await boundary('outside.post.before', 'order')
  await expect(boundary('db.commit.sent', 'staff dossier.accepted')).rejects.toThrow('died')
  expect(heard).toEqual(['outside.post.before order', 'db.commit.sent staff dossier.accepted'])
})

test.each([
  ['select * from payments.attempt where id = $1 order by id for update', 'lock payments.attempt'],
  ['select status from dossiers.dossier where id = $1', 'read dossiers.dossier'],
  ['begin', 'begin'],
  ['with s0 as (insert into dossiers.event (id) values ($1)), s1 as (update dossiers.dossier set status = $2) select from graphile_worker.add_jobs((select 1))', 'insert dossiers.event, update dossiers.dossier, add jobs'],
  ['delete from platform.due d using x', 'delete platform.due'],
])('a statement is named by what it does to which table, never by what is in it', (text, effect) => {
  expect(effectOf(text)).toBe(effect)
  expect(isWrite(effect)).toBe(/insert|delete/.test(effect))
})
