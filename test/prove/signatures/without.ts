/** A copy of the verifier without one of its checks: a check that is taken away and not missed guards nothing. The copies live here only. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Guard } from './corpus.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const engine = join(root, 'src', 'capabilities', 'documents', 'engine')
const FILES = ['verify.ts', 'pdf-signatures.ts', 'certificates.ts'] as const

interface Removal {
  readonly file: (typeof FILES)[number]
  /** Stands exactly once in the file, or the copy is refused: a check that moved is looked for anew. */
  readonly from: string
  readonly to: string
}

const REMOVALS: Readonly<Record<Guard, readonly Removal[]>> = {
  'signed-at-all': [{
    file: 'verify.ts', from: "if (signatures.length === 0) problems.push('unsigned')\n  else if (signatures.at(-1)?.end !== file.length)", to: 'if (signatures.length > 0 && signatures.at(-1)?.end !== file.length)',
  }],
  'digest': [{ file: 'verify.ts', from: '|| !digestOf(digest, content).equals(Buffer.from(imprint.getValue()))', to: '' }],
  'signature-value': [{ file: 'verify.ts', from: 'return verifyBytes(digest, Buffer.from(signer.signedAttrs.encodedValue), key, Buffer.from(signer.signature.getValue()))', to: 'return key !== undefined' }],
  'bound-certificate': [{ file: 'verify.ts', from: 'if (!bindsCertificate(signer, certificate)) return false', to: '' }],
  'whole-file': [{ file: 'verify.ts', from: "else if (signatures.at(-1)?.end !== file.length) problems.push('appended-after-signing')", to: '' }],
  'gap': [
    { file: 'pdf-signatures.ts', from: "if (bytes[from] !== 0x3c || bytes[to - 1] !== 0x3e || to - from > MOST_DIGITS) return undefined", to: 'from = bytes.indexOf(0x3c, from)' },
  ],
  'trusted-chain': [{ file: 'verify.ts', from: "if (!path) return ['untrusted']", to: 'if (!path) return []' }],
  'may-commit': [{ file: 'verify.ts', from: "if (!mayCommit(certificate) || extendedUsages(certificate).usages.includes(OID.timeStamping)) problems.push('wrong-role')", to: '' }],
  'term': [{ file: 'verify.ts', from: "else problems.push('expired')", to: '' }],
  'revocation': [{ file: 'verify.ts', from: "revocation === 'revoked' ? 'revoked' : 'revocation-unknown'", to: "...(revocation === 'revoked' ? [] : ['revocation-unknown' as const])" }],
  'stamp-there': [{ file: 'verify.ts', from: "if (stampedAt === 'none') problems.push('no-timestamp')\n  else if", to: 'if' }],
  'stamp-imprint': [{ file: 'verify.ts', from: "if (!createHash(digest).update(stamped).digest().equals(Buffer.from(info.messageImprint.hashedMessage.getValue()))) return 'invalid'", to: '' }],
  'stamper-usage': [{ file: 'verify.ts', from: "if (!usage.critical || usage.usages.length !== 1 || usage.usages[0] !== OID.timeStamping) return 'invalid'", to: '' }],
  'stamp-not-ahead': [{ file: 'verify.ts', from: "if (info.genTime.getTime() > trust.now.getTime() + SKEW_MS) return 'invalid'", to: '' }],
  'expected-signers': [{ file: 'verify.ts', from: "problems.push('unexpected-signer')", to: '{ /* whoever it is */ }' }],
  'shown-file': [{ file: 'verify.ts', from: "problems.push('another-file')", to: '{ /* whatever it is */ }' }],
}

export const guards = Object.keys(REMOVALS).filter((name): name is Guard => name in REMOVALS)

/** The verifier as it would be without a check. @throws when the check is not where it was */
export async function verifierWithout(guard: Guard): Promise<typeof import('../../../src/capabilities/documents/engine/verify.ts').verifyPdf> {
  const folder = join(root, '.data', 'prove', 'verifiers', `${process.pid}`, guard)
  mkdirSync(folder, { recursive: true })
  for (const file of FILES) {
    let text = readFileSync(join(engine, file), 'utf8')
    for (const removal of REMOVALS[guard]) {
      if (removal.file !== file) continue
      if (text.split(removal.from).length !== 2) throw new Error(`the check "${guard}" is no longer where it was: ${removal.from}`)
      text = text.replace(removal.from, () => removal.to)
    }
    writeFileSync(join(folder, file), text)
  }
  const copy: typeof import('../../../src/capabilities/documents/engine/verify.ts') = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'verify.ts')).href)
  return copy.verifyPdf
}

/** Takes the copies away. */
export function forgetCopies(): void {
  rmSync(join(root, '.data', 'prove', 'verifiers', `${process.pid}`), { recursive: true, force: true })
}
