/** Judges a signed PDF with tools of others: pdfsig (poppler, NSS) for the file, openssl for signature, chain, time stamp and revocation (S12). */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sample } from './corpus.ts'
import { cutsOf, piecesOf } from './second-reader.ts'

const PACKAGES = { pdfsig: 'poppler-utils', openssl: 'openssl' } as const

/** @returns the versions of the tools @throws Error that says what is not installed, and what brings it */
export function requireTools(): Readonly<Record<keyof typeof PACKAGES, string>> {
  const version = (tool: keyof typeof PACKAGES, argument: string) => {
    const { error, stdout, stderr } = spawnSync(tool, [argument], { encoding: 'utf8' })
    if (error) throw new Error(`${tool} is not installed, and nothing is proven without it: apt-get install ${PACKAGES[tool]} (${error.message})`)
    return (stdout || stderr).split('\n')[0] ?? ''
  }
  return { pdfsig: version('pdfsig', '-v'), openssl: version('openssl', 'version') }
}

function must(holds: boolean, why: string): void {
  if (!holds) throw new Error(why)
}

/** What a tool prints. @throws when it says no */
function told(tool: keyof typeof PACKAGES, args: readonly string[], why: string): string {
  try {
    return execFileSync(tool, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } })
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : ''
    throw new Error(`${why} (${tool}: ${said})`)
  }
}

/** The file as pdfsig sees it: every signature holds, and the last covers all. */
function pdfsigMust(at: (name: string) => string): void {
  const text = told('pdfsig', ['-nocert', at('file.pdf')], 'pdfsig finds no signature')
  const valid = text.match(/Signature Validation: Signature is Valid/g)?.length ?? 0
  must(valid > 0 && valid === text.match(/Signature #\d+:/g)?.length, 'pdfsig: a signature is not valid')
  must(text.split(/Signature #\d+:/).at(-1)?.includes('Total document signed') === true, 'pdfsig: not the total document is signed')
}

/** The instant of a token that openssl has verified for a signature's value. */
function stampedAt(at: (name: string) => string, now: Date): Date {
  const time = new Date(`${/Time stamp: (.*)/.exec(told('openssl', ['ts', '-reply', '-in', at('token.der'), '-token_in', '-text'], 'no time stamp'))?.[1]}`)
  must(!Number.isNaN(time.getTime()) && time.getTime() <= now.getTime() + 60_000, 'a time stamp from the future')
  told('openssl', ['ts', '-verify', '-in', at('token.der'), '-token_in', '-data', at('value.bin'), '-CAfile', at('root.pem'), '-attime', String(Math.floor(time.getTime() / 1000))], 'the time stamp does not hold')
  return time
}

/** Serial numbers on the list, with the day on which each was taken back. */
function revokedIn(at: (name: string) => string): Map<string, Date> {
  const text = told('openssl', ['crl', '-inform', 'DER', '-in', at('list.crl'), '-noout', '-text'], 'no list of revoked certificates')
  return new Map([...text.matchAll(/Serial Number: ([0-9A-F]+)\s+Revocation Date: (.*)/g)].map(([, serial = '', date = '']) => [serial, new Date(date)]))
}

function judgeOne(at: (name: string) => string, sample: Sample, cut: ReturnType<typeof cutsOf>[number]): string {
  const { signature, token } = piecesOf(cut.cms)
  writeFileSync(at('cms.der'), cut.cms)
  writeFileSync(at('content'), cut.covered)
  writeFileSync(at('value.bin'), signature)
  writeFileSync(at('token.der'), token ?? '')
  must(token !== undefined, 'no time stamp')
  const time = stampedAt(at, sample.trust.now)
  told('openssl', [
    'cms', '-verify', '-binary', '-cades', '-inform', 'DER', '-in', at('cms.der'), '-content', at('content'), '-CAfile', at('root.pem'), '-purpose', 'any', '-attime', String(Math.floor(time.getTime() / 1000)),
    '-signer', at('signer.pem'), '-out', at('out'),
  ], 'the signature does not hold')
  const signer = new X509Certificate(readFileSync(at('signer.pem')))
  const usages = told('openssl', ['x509', '-in', at('signer.pem'), '-noout', '-ext', 'keyUsage,extendedKeyUsage'], 'no usages')
  must(usages.includes('Non Repudiation') && !usages.includes('Time Stamping'), 'a certificate that may not bind its holder')
  const takenBack = revokedIn(at).get(signer.serialNumber)
  must(!takenBack || takenBack > time, 'revoked')
  return createHash('sha256').update(signer.raw).digest('hex')
}

/** @returns 'good', or why not */
export function judgeOutside(sample: Sample): string {
  const folder = mkdtempSync(join(tmpdir(), 'outside-'))
  const at = (name: string) => join(folder, name)
  try {
    writeFileSync(at('file.pdf'), sample.file)
    writeFileSync(at('root.pem'), sample.trust.roots.join('\n'))
    writeFileSync(at('list.crl'), sample.trust.revocationLists[0] ?? '')
    pdfsigMust(at)
    must(sample.file.subarray(0, sample.shown.length).equals(sample.shown), 'another file than was shown')
    const found = cutsOf(sample.file).map((cut) => judgeOne(at, sample, cut))
    must(found.join() === sample.signers.join(), 'another signer')
    return 'good'
  } catch (error) {
    return error instanceof Error ? error.message : 'unreadable'
  } finally {
    rmSync(folder, { recursive: true })
  }
}
