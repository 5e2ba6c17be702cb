/** What a checked file is called: one word for the page, from what the check found and where the register stands. Pure. */
import type { BroughtCheck, Document } from '../../../capabilities/documents/index.ts'
import type { RegisterStanding } from '../../../capabilities/licences/index.ts'

export type Finding = 'genuine' | 'genuine-replaced' | 'genuine-withdrawn' | 'genuine-ended' | 'genuine-superseded' | 'without-effect' | 'incomplete' | 'plain' | 'foreign' | 'locked' | 'cut-off' | 'too-many' | 'unsigned' | 'altered' | 'untrusted' | 'unsure'

/** Everything that is asked of a file, in the order in which it is told. */
export const questions = ['covered', 'unaltered', 'signer', 'certificate', 'time', 'ours', 'complete', 'latest', 'register'] as const
export type Question = (typeof questions)[number]
export type Answer = 'yes' | 'no' | 'unknown' | 'not-asked'

const speaksAgainst: Readonly<Record<Exclude<Question, 'ours' | 'complete' | 'latest' | 'register'>, readonly string[]>> = {
  covered: ['unsigned', 'malformed', 'appended-after-signing'],
  unaltered: ['unsigned', 'malformed', 'altered', 'another-file'],
  signer: ['unsigned', 'malformed', 'untrusted', 'wrong-role', 'unexpected-signer'],
  certificate: ['unsigned', 'malformed', 'expired', 'revoked'],
  time: ['unsigned', 'malformed', 'no-timestamp', 'timestamp-invalid'],
}

/** Where what a paper grants stands; 'none': the register has nothing by it. */
export type GrantStanding = RegisterStanding | 'none'

const standings: Readonly<Record<GrantStanding, Finding>> = { none: 'without-effect', 'in-force': 'genuine', replaced: 'genuine-replaced', withdrawn: 'genuine-withdrawn', ended: 'genuine-ended' }

/** What is known of a paper of ours beside its file. */
export interface Known {
  /** Where the licence that it is or grants stands; undefined for papers about no licence. */
  readonly standing: GrantStanding | undefined
  /** Whether a later paper of the same dossier changed what it says. */
  readonly isSuperseded: boolean
}

/** Which later papers of a dossier change what one says: a new date, an end, a decision prepared anew. */
const CHANGED_BY: Readonly<Record<string, readonly string[]>> = {
  'acceptance-slip': ['apology', 'intake-refusal', 'refusal-notice', 'stop-notice'], apology: ['intake-refusal', 'refusal-notice', 'stop-notice'], 'supplement-request': ['intake-refusal', 'refusal-notice', 'stop-notice'],
  application: ['intake-refusal', 'refusal-notice', 'stop-notice'], decision: ['decision'], 'control-sheet': ['control-sheet'], 'electronic-licence': ['electronic-licence'],
}

/** The later papers that change what this one says, oldest first. @param all of the same dossier */
export function changedBy<D extends Pick<Document, 'id' | 'kind' | 'madeAt' | 'hash'>>(document: D, all: readonly D[]): readonly D[] {
  const kinds = CHANGED_BY[document.kind] ?? []
  return all.filter((one) => one.id !== document.id && one.hash !== null && kinds.includes(one.kind) && (one.madeAt > document.madeAt || (one.madeAt.getTime() === document.madeAt.getTime() && one.kind !== document.kind)))
}

export function findingOf(check: Pick<BroughtCheck, 'documentId' | 'isWhole' | 'problems'>, known: Known | undefined): Finding {
  const { problems } = check
  if (problems.length === 0) {
    if (check.documentId === null) return 'foreign'
    if (!check.isWhole) return 'incomplete'
    if (known?.standing && known.standing !== 'in-force') return standings[known.standing]
    return known?.isSuperseded ? 'genuine-superseded' : 'genuine'
  }
  if (problems.includes('too-many-signatures')) return 'too-many'
  if (problems.includes('unsigned') && check.documentId !== null) return 'plain'
  for (const shape of ['cut-off', 'locked'] as const) if (problems.includes(shape)) return shape
  // A signature whose place in the file does not fit any more was there: the file was written anew.
  if (problems.includes('unsigned') && !problems.includes('malformed')) return 'unsigned'
  if (problems.some((one) => one === 'altered' || one === 'malformed' || one === 'appended-after-signing' || one === 'another-file')) return 'altered'
  return problems.every((one) => one === 'revocation-unknown') ? 'unsure' : 'untrusted'
}

/** What was asked of a file and how each question was answered. */
export function answersOf(check: Pick<BroughtCheck, 'documentId' | 'isWhole' | 'problems'>, known: Known | undefined): { readonly question: Question; readonly answer: Answer }[] {
  const isSigned = !check.problems.includes('unsigned')
  const isRead = !check.problems.includes('too-many-signatures')
  const isOurs = check.documentId !== null
  // Nothing can be asked of what cannot be read.
  if (check.problems.includes('cut-off') || check.problems.includes('locked')) return questions.map((question) => ({ question, answer: question === 'covered' || question === 'ours' ? 'unknown' : 'not-asked' }))
  return questions.map((question) => {
    switch (question) {
      case 'ours':
        return { question, answer: isOurs ? 'yes' : 'no' }
      case 'complete':
        return { question, answer: !isOurs || !isSigned ? 'not-asked' : check.isWhole ? 'yes' : 'no' }
      case 'latest':
        return { question, answer: !isOurs || !known ? 'not-asked' : known.isSuperseded ? 'no' : 'yes' }
      case 'register':
        return { question, answer: known?.standing === undefined ? 'not-asked' : known.standing === 'in-force' ? 'yes' : 'no' }
      default:
        if (!isRead || (!isSigned && question !== 'covered')) return { question, answer: 'not-asked' }
        if (check.problems.some((one) => speaksAgainst[question].includes(one))) return { question, answer: 'no' }
        return { question, answer: question === 'certificate' && check.problems.includes('revocation-unknown') ? 'unknown' : 'yes' }
    }
  })
}
