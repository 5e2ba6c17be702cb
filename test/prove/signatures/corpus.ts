/** The corpus of S12: files that must not be accepted, each with the one check that keeps it out, and files that must. */
import { PDF } from '@libpdf/core'
import { formOf } from '../../../src/catalogue/forms/index.ts'
import type { Trust } from '../../../src/capabilities/documents/engine/certificates.ts'
import { renderPdf } from '../../../src/capabilities/documents/engine/typst.ts'
import { openOffice, type Office } from './office.ts'

/** The checks of the verifier; `without.ts` takes each of them away in a copy. */
export type Guard =
  | 'signed-at-all' | 'digest' | 'signature-value' | 'bound-certificate' | 'whole-file' | 'gap' | 'trusted-chain' | 'may-commit' | 'term' | 'revocation' | 'stamp-there'
  | 'stamp-imprint' | 'stamper-usage' | 'stamp-not-ahead' | 'expected-signers' | 'shown-file'

/** One file as it comes to be judged. */
export interface Sample {
  readonly name: string
  readonly file: Buffer
  readonly trust: Trust
  /** Who had to sign, in order. */
  readonly signers: readonly string[]
  /** What they were shown. */
  readonly shown: Buffer
}

export interface Forgery extends Sample {
  /** The check without which this file would be taken for good. */
  readonly guard: Guard
}

export interface Corpus {
  readonly office: Office
  readonly genuine: readonly Sample[]
  readonly forgeries: readonly Forgery[]
}

const authority = { code: 'PC08-097', parent: 'CÔNG AN TỈNH VÍ DỤ', name: 'PHÒNG CẢNH SÁT GIAO THÔNG', place: 'Ví Dụ' }

function paper(fullName: string): Promise<Buffer> {
  return renderPdf({
    paper: formOf('intake-refusal').paper({
      authority, receptionPoint: 'Điểm tiếp nhận', inPerson: false, dossierCode: '', request: 'Đổi giấy phép lái xe', reasons: ['Thử'], remedy: 'Thử lại', clerk: 'Người Thử',
      applicant: { fullName, identityNumber: '097190000001', address: '', phone: '', email: '' },
    }),
    number: '1/PTC', title: 'Thử', author: authority.name, madeOn: '2026-11-20', longDate: 'ngày 20 tháng 11 năm 2026', verifyUrl: 'http://127.0.0.1/x', simulation: true, portrait: null,
  })
}

/** Where the hex of the last signature stands. */
function contentsOf(file: Buffer): { from: number; to: number } {
  const [, first = '0', second = '0'] = [...file.toString('latin1').matchAll(/\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)/g)].at(-1) ?? []
  return { from: Number(first), to: Number(second) }
}

function flipped(file: Buffer, at: number): Buffer {
  const other = Buffer.from(file)
  other[at] = (other[at] ?? 0) ^ 1
  return other
}

/** The same byte range with other numbers, in as many letters: nothing moves. */
function ranged(file: Buffer, change: (numbers: number[]) => number[]): Buffer {
  const text = file.toString('latin1')
  const [whole = '?', inner = ''] = [...text.matchAll(/\/ByteRange\s*\[([\d\s]+)\]/g)].at(-1) ?? []
  const numbers = change(inner.trim().split(/\s+/).map(Number)).join(' ')
  return Buffer.from(text.replace(whole, `/ByteRange [${numbers}${' '.repeat(Math.max(0, whole.length - '/ByteRange []'.length - numbers.length))}]`), 'latin1')
}

const DAY = 86_400_000

/** Makes the corpus; most of its seconds go into keys. */
export async function openCorpus(): Promise<Corpus> {
  const office = await openOffice()
  const [shown, other] = await Promise.all([paper('Nguyễn Thị Thử'), paper('Trần Văn Khác')])
  const [an, seal, stamper] = await Promise.all([office.holder('Ông An'), office.holder('Phòng CSGT', 'authority'), office.holder('Người Đóng Dấu', 'timestamp')])
  const [revoked, stranger] = await Promise.all([office.holder('Ông Bị Thu Hồi'), openOffice()])
  const signed = await office.signed(shown, an)
  const both = await office.signed(signed, seal)
  const early = await office.signed(shown, revoked)
  const otherSigned = await office.signed(other, an)
  const strange = await stranger.holder('Ông An')
  await stranger.close()
  const friend = await office.friendOf(an, 'Bạn của ông An')
  const appended = await PDF.load(signed)
  appended.getPages()[0]?.drawText('Hạng D', { x: 100, y: 100 })
  const contents = contentsOf(signed)
  const transplanted = Buffer.from(signed)
  const graft = contentsOf(otherSigned)
  otherSigned.copy(transplanted, contents.from, graft.from, graft.from + (contents.to - contents.from))

  await office.pass(60_000)
  await office.revoke('Ông Bị Thu Hồi')
  const trust = await office.trust()
  const by = (file: Buffer, holder = an): Omit<Sample, 'name'> => ({ file, trust, signers: [holder.fingerprint], shown })
  const forged: Forgery[] = [
    { name: 'unsigned', guard: 'signed-at-all', ...by(shown), signers: [] },
    // Who has only the file knows no other that it should begin with.
    { name: 'one byte of the page flipped', guard: 'digest', ...by(flipped(signed, 2_000)), shown: Buffer.alloc(0) },
    { name: 'the signature of another paper transplanted', guard: 'digest', ...by(transplanted) },
    { name: 'signed with another key than the certificate says', guard: 'signature-value', ...by(await office.signed(shown, an, { key: seal })) },
    { name: 'the certificate is not bound into the signature', guard: 'bound-certificate', ...by(await office.signed(shown, an, { isUnbound: true })) },
    { name: 'bytes appended after signing', guard: 'whole-file', ...by(Buffer.concat([signed, Buffer.from('\n%%EOF\n')])) },
    { name: 'a page drawn over after signing', guard: 'whole-file', ...by(Buffer.from(await appended.save({ incremental: true }))) },
    { name: 'the byte range leaves a gap beside the signature', guard: 'gap', ...by(await gapped(office, an, shown)) },
    { name: 'a certificate of an authority that nobody knows', guard: 'trusted-chain', ...by(await office.signed(shown, strange), strange) },
    { name: 'an officer gave a friend a certificate', guard: 'trusted-chain', ...by(await office.signed(shown, friend), friend) },
    { name: 'signed by a time-stamp authority, whose key may not bind', guard: 'may-commit', ...by(await office.signed(shown, stamper), stamper) },
    { name: 'revoked before it signed', guard: 'revocation', ...by(await office.signed(shown, revoked), revoked) },
    { name: 'no time stamp', guard: 'stamp-there', ...by(await office.signed(shown, an, { stamp: null })) },
    { name: 'the time stamp of another file', guard: 'stamp-imprint', ...by(await office.signed(shown, an, { stamp: () => office.stamp(new Uint8Array(32)) })) },
    { name: 'a time stamp made by an officer', guard: 'stamper-usage', ...by(await office.signed(shown, an, { stamp: office.stampedBy(an) })) },
    { name: 'a time stamp from tomorrow', guard: 'stamp-not-ahead', ...by(await office.signed(shown, an, { stamp: office.stampedBy(stamper, new Date(trust.now.getTime() + DAY)) })) },
    { name: 'an officer’s signature where the authority’s seal belongs', guard: 'expected-signers', ...by(signed, seal) },
    { name: 'the second signature is missing', guard: 'expected-signers', ...by(signed), signers: [an.fingerprint, seal.fingerprint] },
    { name: 'swapped between view and signature', guard: 'shown-file', ...by(otherSigned) },
  ]
  const genuine: Sample[] = [
    { name: 'signed by an officer', ...by(signed) },
    { name: 'signed by an officer and sealed by the authority', ...by(both), signers: [an.fingerprint, seal.fingerprint] },
    { name: 'signed before the certificate was taken back', ...by(early, revoked) },
  ]
  // Three years and a day later the officer's certificate has ended; the authorities' have not.
  await office.pass(366 * 3 * DAY)
  const late = await office.signed(shown, an)
  const after = await office.trust()
  forged.push({ name: 'signed after the certificate had ended', guard: 'term', ...by(late), trust: after })
  genuine.push({ name: 'signed while the certificate was good, read years later', ...by(signed), trust: after })
  return { office, genuine, forgeries: forged }
}

/** A hole before the signature, in which something may be written: everything else is signed by its very signer. */
async function gapped(office: Office, holder: Parameters<Office['signed']>[1], shown: Buffer): Promise<Buffer> {
  return resigned(office, holder, await office.signed(shown, holder), ([start = 0, first = 0, second = 0, rest = 0]) => [start, first - 12, second, rest])
}

/** Changes the byte range and signs anew what it now covers. */
async function resigned(office: Office, holder: Parameters<Office['signed']>[1], file: Buffer, change: (numbers: number[]) => number[]): Promise<Buffer> {
  const other = ranged(file, change)
  const [, inner = ''] = [...other.toString('latin1').matchAll(/\/ByteRange\s*\[([\d\s]+)\]/g)].at(-1) ?? []
  const [, first = 0, second = 0, rest = 0] = inner.trim().split(/\s+/).map(Number)
  const cms = await office.cmsOver(Buffer.concat([other.subarray(0, first), other.subarray(second, second + rest)]), holder)
  const { from, to } = contentsOf(file)
  Buffer.from(`<${cms.toString('hex').padEnd(to - from - 2, '0')}>`, 'latin1').copy(other, from)
  return other
}
