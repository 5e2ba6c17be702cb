/** Which pages of a draft an answer finishes for the first time: how far people get is counted (E3). Pure. */
import type { DraftAnswers } from './answers.ts'

const answerOf = {
  reason: 'reason', details: 'changedDetails', authority: 'authorityProvince', contact: 'phone', portrait: 'portraitId', certificate: 'certificate', delivery: 'delivery',
} as const satisfies Readonly<Record<string, keyof DraftAnswers>>

/** The pages whose question is answered now and was not before. */
export function newlyAnswered(before: DraftAnswers, answers: Partial<DraftAnswers>): string[] {
  return Object.entries(answerOf).filter(([, name]) => before[name] === undefined && answers[name] !== undefined).map(([step]) => step)
}
