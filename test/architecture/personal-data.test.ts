import { expect, test } from 'vitest'
import { personalData } from '../../src/catalogue/index.ts'
import { openTestDatabase } from '../support/database.ts'

/** Names that betray personal data. A new column with such a name has to be listed with class, purpose and retention. */
const PERSONAL =
  /^(person_id|subject_id|identity_index|identity_number|full_name|birth_date|holder_.*|applicant_.*|residence|nationality|phone|mail|email|address|recipient|letter|answers?|question|paper|health_.*|original_hash|crop_hash|portrait_hash|measures)$/

const COLUMNS = `select n.nspname || '.' || c.relname || '.' || a.attname as column, a.attname as name
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public')`

test('the list of personal data and the database name the same columns', async () => {
  await using database = await openTestDatabase()
  const columns = await database.asOwner<{ column: string; name: string }>(COLUMNS)
  const listed = new Set(personalData.map((d) => d.column))
  const existing = new Set(columns.map((c) => c.column))
  expect(columns.filter((c) => PERSONAL.test(c.name) && !listed.has(c.column)).map((c) => c.column)).toEqual([])
  expect([...listed].filter((c) => !existing.has(c))).toEqual([])
})
