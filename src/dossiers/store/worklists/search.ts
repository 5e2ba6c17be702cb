/** What somebody types to find a dossier, as ways through indexes: equality and ranges only, never a pattern. */
import { type Sql, sql } from '../../../platform/db/sql.ts'
import { parseSubmissionCode } from '../../../platform/values/codes.ts'
import { nameKey } from '../../../platform/values/words.ts'
import type { Work } from '../../../platform/work.ts'
import type { Place, Way } from './views.ts'

/** Names hold small letters and spaces only; this sorts after all of them. */
const AFTER_LETTERS = '~'

/** One code in twenty happens to hold letters only. */
const SUBMISSION_CODE = /^TT[-\s]?[0-9A-Z]{4}[-\s]?[0-9A-Z]{4}$/i

/** An official number whose parts were typed with spaces between them. */
const SPACED_NUMBER = /^([0-9A-Z.]+) (\d{6}) (\d+)$/

/** As a number comes from a hand, a paper or a message: any stroke between its parts, nothing that cannot be seen. */
function typed(text: string): string {
  return text.normalize('NFKC').replace(/\p{Cf}/gu, '').replace(/\s*\p{Pd}\s*/gu, '-').replace(/\s+/g, ' ').trim()
}

/**
 * By a number: official number, submission code, licence number, identity number, each in full. By a name without its marks: from its
 * beginning, or the given name first, or all its words in any order.
 * @param text as typed; not empty
 */
export function waysTo(work: Work, text: string): Way[] {
  const number = typed(text)
  return /\d/.test(number) || SUBMISSION_CODE.test(number) ? byNumber(work, number) : byName(nameKey(text))
}

function byNumber(work: Work, text: string): Way[] {
  const code = text.toUpperCase()
  const figures = code.replace(/[\s.-]/g, '')
  // A way for each number: conditions joined by "or" would be left to chance.
  const equals = (where: Sql): Way => ({ where, keys: [sql`d.filed_at`, sql`d.id`], newestFirst: true, at: ({ filedAt, id }) => sql`(${new Date(filedAt)}::timestamptz, ${id}::uuid)` })
  if (SUBMISSION_CODE.test(code)) return [equals(sql`d.submission_code = ${parseSubmissionCode(code) ?? code}`)]
  const byLicence = equals(sql`d.licence_number = ${figures}`)
  if (!/^\d{12}$/.test(figures)) return [equals(sql`d.official_number = ${code.replace(SPACED_NUMBER, '$1-$2-$3')}`), byLicence]
  return [byLicence, equals(sql`d.identity_index = ${work.blindIndex('identity-number', figures)} and d.licence_number <> ${figures}`)]
}

function byName(key: string): Way[] {
  if (key === '') return []
  const words = key.split(' ').sort().join(' ')
  const end = `${key}${AFTER_LETTERS}`
  const begins = sql`d.name_key >= ${key} and d.name_key < ${end}`
  const sameWords = sql`d.name_words = ${words}`
  // A name may not stand in an address: the place is the dossier, its key is looked up.
  return [
    { where: begins, keys: [sql`d.name_key`, sql`d.id`], at: ({ id }: Place) => sql`(select p.name_key, p.id from dossiers.dossier p where p.id = ${id}::uuid)` },
    { where: sql`${sameWords} and not (${begins})`, keys: [sql`d.name_words`, sql`d.id`], at: ({ id }: Place) => sql`(${words}, ${id}::uuid)` },
    {
      where: sql`d.name_turned >= ${key} and d.name_turned < ${end} and not (${begins}) and not (${sameWords})`, keys: [sql`d.name_turned`, sql`d.id`],
      at: ({ id }: Place) => sql`(select p.name_turned, p.id from dossiers.dossier p where p.id = ${id}::uuid)`,
    },
  ]
}
