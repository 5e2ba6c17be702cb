import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { PDF } from '@libpdf/core'
import * as pkijs from 'pkijs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { certificateAuthority, timestampAuthority } from '../../../../sandbox/signing-service/system.ts'
import { type Sandbox, startSandbox } from '../../../../sandbox/start.ts'
import { forms } from '../../../catalogue/forms/index.ts'
import { asArrayBuffer, derOfPem, fingerprintOf, leafOf, type Trust } from './certificates.ts'
import { findSignatures } from './pdf-signatures.ts'
import { certificateRequest, openSigner, signPdf } from './sign.ts'
import { renderPdf } from './typst.ts'
import { verifyPdf } from './verify.ts'

/** Not ours to install: where it is missing, the other tests stand alone. */
const openssl = ['/usr/bin/openssl', '/usr/local/bin/openssl', '/opt/homebrew/bin/openssl'].find((path) => existsSync(path)) ?? ''
let sandbox: Sandbox
let keysDir: string
let drawn: Buffer

const authority = { code: 'PC08-097', parent: 'CÔNG AN TỈNH VÍ DỤ', name: 'PHÒNG CẢNH SÁT GIAO THÔNG', place: 'Ví Dụ' }

beforeAll(async () => {
  sandbox = await startSandbox({ systems: [certificateAuthority, timestampAuthority] })
  keysDir = mkdtempSync(join(tmpdir(), 'keys-'))
  const paper = forms['intake-refusal'].paper({
    authority, receptionPoint: 'Điểm tiếp nhận', inPerson: false, dossierCode: '', request: 'Đổi giấy phép lái xe', reasons: ['Thử'], remedy: 'Thử lại', clerk: 'Người Thử',
    applicant: { fullName: 'Nguyễn Thị Thử', identityNumber: '097190000001', address: '', phone: '', email: '' },
  })
  drawn = await renderPdf({ paper, number: '1/PTC', title: 'Thử', author: authority.name, madeOn: '2026-11-20', longDate: 'ngày 20 tháng 11 năm 2026', verifyUrl: 'http://127.0.0.1/x', simulation: true, portrait: null })
})
afterAll(async () => {
  await sandbox.close()
  rmSync(keysDir, { recursive: true })
})

async function chainFor(holderId: string, profile: string): Promise<Buffer[]> {
  const csr = await certificateRequest(openSigner({ signer: 'file-key', keysDir }, holderId, 1), holderId)
  const answer = await fetch(`${sandbox.url}/ca/certificates`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ csr, profile, name: `Ông ${holderId}` }) })
  return derOfPem(await answer.text())
}

/** A bare RFC 3161 request, written here a second time so that the client's own is not its judge. */
async function stamp(digest: Uint8Array): Promise<Buffer> {
  const request = Buffer.concat([Buffer.from('3039020101303130 0d 06096086480165030402010500 0420'.replaceAll(' ', ''), 'hex'), Buffer.from(digest), Buffer.from('0101ff', 'hex')])
  const answer = await fetch(`${sandbox.url}/tsa`, { method: 'POST', headers: { 'content-type': 'application/timestamp-query' }, body: new Uint8Array(request) })
  const token = pkijs.TimeStampResp.fromBER(await answer.arrayBuffer()).timeStampToken
  if (!token) throw new Error('no token')
  return Buffer.from(token.toSchema().toBER(false))
}

async function signedBy(holderId: string, bytes: Uint8Array = drawn, options: { profile?: string; stamp?: typeof stamp; block?: { titles: string; name: string } } = {}): Promise<{ bytes: Buffer; fingerprint: string }> {
  const chain = await chainFor(holderId, options.profile ?? 'officer')
  const signed = await signPdf(bytes, {
    signer: openSigner({ signer: 'file-key', keysDir }, holderId, 1), chain: chain.slice(0, -1), at: await sandbox.clock.now(), reason: 'Giấy tiếp nhận', stamp: options.stamp ?? stamp, ...(options.block ? { block: options.block } : {}),
  })
  return { bytes: signed, fingerprint: fingerprintOf(leafOf(chain)) }
}

/** A paper drawn before it is known who signs. */
const openEnded = () => renderPdf({
  paper: forms.decision.paper({
    authority, dossierCode: '097', dateOfBirth: '1990-05-12', legalBases: ['Luật thử'], oldLicences: [{ number: '970190001234', issuedOn: '2016-11-30' }], newLicenceNumber: '970190001234', classes: [], reason: 'Thử',
    applicant: { fullName: 'Nguyễn Thị Thử', identityNumber: '097190000001', address: '', phone: '', email: '' }, wording: { subject: 'Thử', act: 'Đổi', oldCard: '' },
  }), number: '1/QĐ', title: 'Thử', author: authority.name, madeOn: '2026-11-20', longDate: 'ngày 20 tháng 11 năm 2026', verifyUrl: 'http://127.0.0.1/x', simulation: true, portrait: null,
})

/** What stands in the streams of a piece of a PDF, unpacked where it is packed. */
function streamsOf(piece: Buffer): string[] {
  return [...piece.toString('latin1').matchAll(/(.{0,200})(?<!end)stream\r?\n/gs)].map((match) => {
    const content = piece.subarray(match.index + match[0].length)
    const end = content.indexOf('endstream')
    return (match[1]?.includes('FlateDecode') ? inflateSync(content, { finishFlush: 2 }) : content.subarray(0, Math.max(end, 0))).toString('latin1')
  })
}

async function trust(): Promise<Trust> {
  const root = await (await fetch(`${sandbox.url}/ca/root.pem`)).text()
  const list = Buffer.from(await (await fetch(`${sandbox.url}/ca/crl`)).arrayBuffer())
  return { roots: [root], revocationLists: [list], now: await sandbox.clock.now() }
}

describe('a signed paper', () => {
  test('prints who signs, and in whose place, with the signature; the file that was shown stays its beginning (NĐ 30/2020/NĐ-CP, DEC6)', async () => {
    const shown = await openEnded()
    const block = { titles: 'KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG', name: 'Lý Thị Ướm' }
    const { bytes, fingerprint } = await signedBy('suong', shown, { block })
    expect(await verifyPdf(bytes, await trust(), [fingerprint], shown)).toMatchObject({ valid: true })
    const [page] = (await PDF.load(bytes)).getPages()
    const text = page?.extractText().text.normalize('NFC') ?? ''
    expect(text.indexOf('KT. TRƯỞNG PHÒNG')).toBeGreaterThan(text.indexOf('Điều 3.'))
    expect(text.indexOf('PHÓ TRƯỞNG PHÒNG')).toBeGreaterThan(text.indexOf('KT. TRƯỞNG PHÒNG'))
    expect(text.indexOf('Lý Thị Ướm')).toBeGreaterThan(text.indexOf('PHÓ TRƯỞNG PHÒNG'))
    expect(bytes.length - shown.length).toBeLessThan(80_000)
    // What is printed so is named as beside the structure, by a name: a bare word would be an operator that no reader knows (PDF/A-2, 6.2.2).
    expect(streamsOf(bytes.subarray(shown.length)).flatMap((content) => content.match(/\S*Artifact\S* BMC/g) ?? [])).toEqual(['/Artifact BMC'])
    // A paper with its signer's name in the drawing gets none.
    expect((await PDF.load((await signedBy('suong', drawn, { block })).bytes)).getPages().map((one) => one.extractText().text).join('')).not.toContain('KT.')
  })

  test('is accepted, names its signer and the proven time, and begins with the very file that was shown', async () => {
    const { bytes, fingerprint } = await signedBy('an')
    const verdict = await verifyPdf(bytes, await trust(), [fingerprint])
    expect(verdict).toMatchObject({ valid: true, problems: [], signatures: [{ name: 'Ông an', problems: [] }] })
    expect(verdict.signatures[0]?.stampedAt).toBeInstanceOf(Date)
    expect(bytes.subarray(0, drawn.length).equals(drawn)).toBe(true)
  })

  test('may be signed by the officer and then by the authority', async () => {
    const officer = await signedBy('officer')
    const both = await signedBy('authority', officer.bytes, { profile: 'authority' })
    expect(await verifyPdf(both.bytes, await trust(), [officer.fingerprint, both.fingerprint])).toMatchObject({ valid: true })
    expect((await verifyPdf(both.bytes, await trust(), [both.fingerprint])).problems).toEqual(['unexpected-signer'])
  })

  test.runIf(openssl)('is accepted by openssl too, which shares no code with us, where it is installed', async () => {
    const { bytes } = await signedBy('an')
    const [found] = findSignatures(bytes).signatures
    const folder = mkdtempSync(join(tmpdir(), 'cms-'))
    try {
      const at = (name: string) => join(folder, name)
      writeFileSync(at('cms.der'), found?.cms ?? '')
      writeFileSync(at('content'), Buffer.concat(found?.covered ?? []))
      writeFileSync(at('root.pem'), (await trust()).roots[0] ?? '')
      execFileSync(openssl, ['cms', '-verify', '-binary', '-inform', 'DER', '-in', at('cms.der'), '-content', at('content'), '-CAfile', at('root.pem'), '-purpose', 'any', '-cades', '-out', at('out')], { stdio: 'pipe' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

/** What is forged, and which check keeps it out: test/faults/signatures.test.ts (S12). */
describe('refused is', () => {
  test('a signature when no current revocation list is at hand', async () => {
    const { bytes } = await signedBy('an')
    const now = await trust()
    expect((await verifyPdf(bytes, { ...now, revocationLists: [] })).signatures[0]?.problems).toContain('revocation-unknown')
    expect((await verifyPdf(bytes, { ...now, now: new Date(now.now.getTime() + 8 * 86_400_000) })).signatures[0]?.problems).toContain('revocation-unknown')
  })

  test('bytes that are no paper at all', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('%PDF-1.7'), Buffer.from('/ByteRange [0 1 2 3]')]) expect((await verifyPdf(bytes, await trust())).valid).toBe(false)
    expect(asArrayBuffer(new Uint8Array([1, 2])).byteLength).toBe(2)
  })
})
