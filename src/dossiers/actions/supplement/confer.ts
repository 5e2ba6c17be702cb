/** Officers write notes for each other and ask a colleague for a second opinion — ghi chú nội bộ, xin ý kiến. Events carry ids, the texts are sealed. */
import { findStaff, isInOffice, isSamePerson } from '../../../capabilities/identity/index.ts'
import type { Actor } from '../../../platform/values/actor.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { appendEvent, type Dossier, lockDossier } from '../../store/dossiers.ts'
import { insertNote, insertOpinion, insertOpinionAnswer, listOpinions } from '../../store/asking/notes.ts'

/** A note, a question or an answer, in characters. */
export const MOST_NOTE = 2000

/** Kinds of events that are the office's own: no page or export of the applicant tells them. */
const internalKinds = ['note-written', 'opinion-asked', 'opinion-given', 'hint-seen'] as const

export function isInternal(event: { readonly kind: string }): boolean {
  return internalKinds.some((kind) => kind === event.kind)
}

/** Those who appraise, sign and supervise confer with each other. */
export const conferringRoles = ['appraiser', 'signer', 'supervisor'] as const
export type ConferringRole = (typeof conferringRoles)[number]

function confers(role: string): boolean {
  return conferringRoles.some((one) => one === role)
}

/** Whether somebody may write what officers of the dossier's province tell each other: never about their own dossier. */
export function mayConfer(actor: Actor, dossier: Concerned): boolean {
  return actor.kind === 'staff' && confers(actor.role) && mayReadNotes(actor, dossier)
}

/** Whether somebody may read it; who inspects does too. */
export function mayReadNotes(actor: Actor, dossier: Concerned): boolean {
  return actor.kind === 'staff' && (confers(actor.role) || actor.role === 'inspector') && actor.provinceCode === dossier.authorityProvince && actor.personId !== dossier.personId
}

type Concerned = Pick<Dossier, 'personId' | 'authorityProvince'>

/** @throws Refusal 'wrong-role' for who may not confer about it, 'note-missing', 'note-too-long' */
async function open(work: Work, dossierId: string, text: string): Promise<{ dossier: Dossier; staffId: string; words: string }> {
  const dossier = await lockDossier(work, dossierId)
  if (work.actor.kind !== 'staff' || !mayConfer(work.actor, dossier)) throw new Refusal('wrong-role')
  const words = text.normalize('NFC').trim()
  if (words === '') throw new Refusal('note-missing')
  if ([...words].length > MOST_NOTE) throw new Refusal('note-too-long')
  return { dossier, staffId: work.actor.staffId, words }
}

/** Writes a note; it can be neither changed nor taken back. */
export async function writeNote(work: Work, dossierId: string, text: string): Promise<void> {
  const { dossier, staffId, words } = await open(work, dossierId, text)
  const noteId = await insertNote(work, dossier, { authorId: staffId, text: words })
  appendEvent(work, dossier, { kind: 'note-written', from: null, to: null, details: { noteId } })
}

/** @throws Refusal as `writeNote`; 'not-a-colleague' for anybody but another appraiser, signer or supervisor of the province whose post is held, nor oneself under another post; one who is the applicant reads nothing of it */
export async function askOpinion(work: Work, dossierId: string, colleagueId: string, question: string): Promise<void> {
  const { dossier, staffId, words } = await open(work, dossierId, question)
  const colleague = await findStaff(work, colleagueId)
  const isColleague = colleague && colleague.id !== staffId && confers(colleague.role) && colleague.provinceCode === dossier.authorityProvince
  if (!isColleague || (await isSamePerson(work, colleague.id, staffId)) || !(await isInOffice(work, colleague.id))) throw new Refusal('not-a-colleague')
  const opinionId = await insertOpinion(work, dossier, { askedBy: staffId, askedOf: colleague.id, question: words })
  appendEvent(work, dossier, { kind: 'opinion-asked', from: null, to: null, details: { opinionId, askedOf: colleague.id } })
}

/** @throws Refusal as `writeNote`; 'opinion-not-asked' for who was not asked; an answer given twice is kept once */
export async function giveOpinion(work: Work, dossierId: string, opinionId: string, answer: string): Promise<void> {
  const { dossier, staffId, words } = await open(work, dossierId, answer)
  const asked = (await listOpinions(work, dossier)).find((one) => one.id === opinionId && one.askedOf === staffId)
  if (!asked) throw new Refusal('opinion-not-asked')
  if (await insertOpinionAnswer(work, dossier, opinionId, words)) appendEvent(work, dossier, { kind: 'opinion-given', from: null, to: null, details: { opinionId } })
}
