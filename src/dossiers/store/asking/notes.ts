/** What officers write about a dossier for each other: private notes, and questions to a named colleague. Sealed, append-only, never the applicant's to read. */
import { sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'

export interface Note {
  readonly id: string
  readonly authorId: string
  readonly at: Date
  readonly text: string
}

/** A second opinion — xin ý kiến. */
export interface Opinion {
  readonly id: string
  readonly askedBy: string
  readonly askedOf: string
  readonly askedAt: Date
  readonly question: string
  readonly answer: { readonly text: string; readonly at: Date } | null
}

type Of = { readonly id: string; readonly personId: string }

const noteContext = (id: string) => `dossiers.note.text:${id}`
const questionContext = (id: string) => `dossiers.opinion.question:${id}`
const answerContext = (id: string) => `dossiers.opinion_answer.text:${id}`

/** Every note on a dossier, newest first. */
export async function listNotes(work: Work, dossier: Of): Promise<Note[]> {
  const rows = await work.db.many<Omit<Note, 'text'> & { sealed: Buffer }>(sql`select id, author_id as "authorId", at, text as sealed from dossiers.note where dossier_id = ${dossier.id} order by at desc, id desc`)
  return Promise.all(rows.map(async ({ sealed, ...row }) => ({ ...row, text: await work.open(dossier.personId, noteContext(row.id), sealed) })))
}

export async function insertNote(work: Work, dossier: Of, note: { readonly authorId: string; readonly text: string }): Promise<string> {
  const id = newId()
  const text = await work.seal(dossier.personId, noteContext(id), note.text)
  await work.db.run(sql`insert into dossiers.note (id, dossier_id, author_id, at, text) values (${id}, ${dossier.id}, ${note.authorId}, ${work.now}, ${text})`)
  return id
}

/** Every opinion asked about a dossier, newest first. */
export async function listOpinions(work: Work, dossier: Of): Promise<Opinion[]> {
  const rows = await work.db.many<Pick<Opinion, 'id' | 'askedBy' | 'askedOf' | 'askedAt'> & { question: Buffer; answer: Buffer | null; answeredAt: Date | null }>(
    sql`select o.id, o.asked_by as "askedBy", o.asked_of as "askedOf", o.asked_at as "askedAt", o.question, a.text as answer, a.answered_at as "answeredAt"
      from dossiers.opinion o left join dossiers.opinion_answer a on a.opinion_id = o.id where o.dossier_id = ${dossier.id} order by o.asked_at desc, o.id desc`)
  return Promise.all(rows.map(async ({ question, answer, answeredAt, ...row }) => ({
    ...row, question: await work.open(dossier.personId, questionContext(row.id), question),
    answer: answer && answeredAt ? { text: await work.open(dossier.personId, answerContext(row.id), answer), at: answeredAt } : null,
  })))
}

export async function insertOpinion(work: Work, dossier: Of, asked: { readonly askedBy: string; readonly askedOf: string; readonly question: string }): Promise<string> {
  const id = newId()
  const question = await work.seal(dossier.personId, questionContext(id), asked.question)
  await work.db.run(sql`insert into dossiers.opinion (id, dossier_id, asked_by, asked_of, asked_at, question) values (${id}, ${dossier.id}, ${asked.askedBy}, ${asked.askedOf}, ${work.now}, ${question})`)
  return id
}

/** @returns false when it was answered before */
export async function insertOpinionAnswer(work: Work, dossier: Of, opinionId: string, text: string): Promise<boolean> {
  const sealed = await work.seal(dossier.personId, answerContext(opinionId), text)
  return (await work.db.run(sql`insert into dossiers.opinion_answer (opinion_id, answered_at, text) values (${opinionId}, ${work.now}, ${sealed}) on conflict do nothing`)) === 1
}

/** A question that waits for somebody. */
export interface OpenQuestion {
  readonly id: string
  readonly dossierId: string
  readonly askedBy: string
  readonly askedAt: Date
}

/** The questions that wait for a member of staff, oldest first; about dossiers that are still open. */
export async function listQuestionsTo(work: Work, staffId: string): Promise<OpenQuestion[]> {
  return work.db.many(sql`select o.id, o.dossier_id as "dossierId", o.asked_by as "askedBy", o.asked_at as "askedAt" from dossiers.opinion o join dossiers.dossier d on d.id = o.dossier_id
    where o.asked_of = ${staffId} and d.closed_at is null and not exists (select from dossiers.opinion_answer a where a.opinion_id = o.id) order by o.asked_at limit 200`)
}
