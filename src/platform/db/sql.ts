/** SQL is written as SQL: a tagged template whose values become parameters, never text. */
export { default as sql, join, raw, Sql } from 'sql-template-tag'
