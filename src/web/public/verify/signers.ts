/** Who signed a paper of ours, in which role and for which office: words for whoever holds the paper. */
import { authorityOf, roles } from '../../../catalogue/index.ts'
import { type Document, listSignatures, type Verdict } from '../../../capabilities/documents/index.ts'
import { findStaff } from '../../../capabilities/identity/index.ts'
import type { Words } from '../../../platform/values/words.ts'
import type { Work } from '../../../platform/work.ts'

type Checked = Verdict['signatures'][number]
/** What is said of one signature. */
export type SignatureWord = 'good' | Checked['problems'][number]

export interface Signer {
  readonly name: string
  /** Null for the seal of an authority, and for who is not known to us. */
  readonly role: Words | null
  readonly office: Words | null
  readonly isSeal: boolean
  readonly stampedAt: Date | null
  /** Serial number of the certificate. */
  readonly serial: string
  readonly words: readonly SignatureWord[]
}

/** The signers of a paper of ours, in the order in which they signed. */
export async function signersOf(work: Work, document: Document, verdict: Verdict): Promise<Signer[]> {
  const asked = await listSignatures(work, document.id)
  return Promise.all(verdict.signatures.map(async (checked) => {
    const signerId = asked.find((one) => one.certificate === checked.fingerprint)?.signerId
    const staff = signerId === undefined || signerId === document.authorityCode ? undefined : await findStaff(work, signerId)
    return {
      name: checked.name, role: staff ? roles[staff.role].words : null, office: staff ? authorityOf(staff.provinceCode, document.madeOn).name : null, isSeal: signerId === document.authorityCode,
      stampedAt: checked.stampedAt, serial: checked.serial, words: checked.problems.length === 0 ? ['good' as const] : checked.problems,
    }
  }))
}
