/** What a checked file is called: one word for the page, from what the check found and where the register stands. Pure. */
import type { BroughtCheck } from '../../../capabilities/documents/index.ts'
import type { RegisterStanding } from '../../../capabilities/licences/index.ts'

export type Finding = 'genuine' | 'genuine-replaced' | 'genuine-withdrawn' | 'genuine-ended' | 'incomplete' | 'foreign' | 'too-many' | 'unsigned' | 'altered' | 'untrusted' | 'unsure'

/** Everything that is asked of a file, in the order in which it is told. */
export const questions = ['covered', 'unaltered', 'signer', 'time', 'ours', 'register'] as const
export type Question = (typeof questions)[number]
export type Answer = 'yes' | 'no' | 'unknown' | 'not-asked'

const speaksAgainst: Readonly<Record<Exclude<Question, 'ours' | 'register'>, readonly string[]>> = {
  covered: ['unsigned', 'malformed', 'appended-after-signing'],
  unaltered: ['unsigned', 'malformed', 'altered', 'another-file'],
  signer: ['unsigned', 'malformed', 'untrusted', 'wrong-role', 'expired', 'revoked', 'unexpected-signer'],
  time: ['unsigned', 'malformed', 'no-timestamp', 'timestamp-invalid'],
}

const standings: Readonly<Record<RegisterStanding, Finding>> = { 'in-force': 'genuine', replaced: 'genuine-replaced', withdrawn: 'genuine-withdrawn', ended: 'genuine-ended' }

/** @param standing of the licence that the paper is or grants; undefined for papers about no licence */
export function findingOf(check: Pick<BroughtCheck, 'documentId' | 'isWhole' | 'problems'>, standing: RegisterStanding | undefined): Finding {
  const { problems } = check
  if (problems.length === 0) {
    if (check.documentId === null) return 'foreign'
    if (!check.isWhole) return 'incomplete'
    return standing ? standings[standing] : 'genuine'
  }
  if (problems.includes('too-many-signatures')) return 'too-many'
  if (problems.includes('unsigned')) return 'unsigned'
  if (problems.some((one) => one === 'altered' || one === 'malformed' || one === 'appended-after-signing' || one === 'another-file')) return 'altered'
  return problems.every((one) => one === 'revocation-unknown') ? 'unsure' : 'untrusted'
}

/** What was asked of a file and how each question was answered. */
export function answersOf(check: Pick<BroughtCheck, 'documentId' | 'problems'>, standing: RegisterStanding | undefined): { readonly question: Question; readonly answer: Answer }[] {
  const isSigned = !check.problems.includes('unsigned')
  const isRead = !check.problems.includes('too-many-signatures')
  return questions.map((question) => {
    if (question === 'ours') return { question, answer: check.documentId === null ? 'no' : 'yes' }
    if (question === 'register') return { question, answer: standing === undefined ? 'not-asked' : standing === 'in-force' ? 'yes' : 'no' }
    if (!isRead || (!isSigned && question !== 'covered')) return { question, answer: 'not-asked' }
    if (check.problems.some((one) => speaksAgainst[question].includes(one))) return { question, answer: 'no' }
    return { question, answer: question === 'signer' && check.problems.includes('revocation-unknown') ? 'unknown' : 'yes' }
  })
}
