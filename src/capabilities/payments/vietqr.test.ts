import fc from 'fast-check'
import jsqr from 'jsqr'
import QRCode from 'qrcode'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../platform/config.ts'
import { newId } from '../../platform/values/ids.ts'
import { methodOf } from './client/methods.ts'
import { referenceIn, referenceOf } from './vietqr.ts'

const environment = { DATABASE_URL: 'postgres://127.0.0.1/none' }
const config = readConfig(environment)

/** Field id → value, read by hand: not by the library that wrote it. */
function fieldsOf(content: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (let at = 0; at < content.length;) {
    const length = Number(content.slice(at + 2, at + 4))
    fields.set(content.slice(at, at + 2), content.slice(at + 4, at + 4 + length))
    at += 4 + length
  }
  return fields
}

/** CRC-16/CCITT-FALSE, as EMVCo has it. */
function crcOf(text: string): string {
  let crc = 0xffff
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

async function photographed(content: string): Promise<string> {
  const { data, info } = await sharp(await QRCode.toBuffer(content, { errorCorrectionLevel: 'M', scale: 4, margin: 4 })).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const read = jsqr.default(new Uint8ClampedArray(data), info.width, info.height)
  if (!read) throw new Error('no camera can read it')
  return read.data
}

describe('the code to scan (B5)', () => {
  test('every code of a simulation, read from its picture, leads to a bank and an account that cannot exist, with our amount and reference', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 99_999_999 }), fc.uuid(), async (amountVnd, id) => {
      const reference = referenceOf(id)
      const at = new Date('2026-11-20T02:00:00Z')
      const invitation = methodOf('vietqr').invite(config, { txnRef: reference, amountVnd, orderInfo: 'TT-7K4M-29QX', startedAt: at, expiresAt: at }, 'vi')
      if (invitation.kind !== 'qr') throw new Error('not a code')
      const content = await photographed(invitation.content)
      const fields = fieldsOf(content)
      const provider = fieldsOf(fields.get('38') ?? '')
      const consumer = fieldsOf(provider.get('01') ?? '')
      expect(provider.get('00')).toBe('A000000727')
      // Real banks are 97xxxx; nothing real begins with four zeros.
      expect(consumer.get('00')).toMatch(/^0000/)
      expect(consumer.get('01')).toMatch(/^0000097/)
      expect([fields.get('53'), fields.get('54'), fields.get('58')]).toEqual(['704', String(amountVnd), 'VN'])
      expect(fieldsOf(fields.get('62') ?? '').get('08')).toBe(reference)
      expect(content.slice(-4)).toBe(crcOf(content.slice(0, -4)))
    }), { numRuns: 40 })
  })

  test('a simulation with an account that may exist does not start, and production does not start with the made-up one', () => {
    expect(() => readConfig({ ...environment, COLLECTING_BANK: '970436' })).toThrow('COLLECTING_ACCOUNT')
    expect(() => readConfig({ ...environment, COLLECTING_ACCOUNT: '1234567890' })).toThrow('COLLECTING_ACCOUNT')
  })
})

describe('the reference that a transfer carries', () => {
  test('it is found among the words that banks and people put around it', () => {
    fc.assert(fc.property(fc.uuid(), fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (id, before, after) => {
      const reference = referenceOf(id)
      expect(referenceIn(`${before} ${reference} ${after}`)).toBe(reference)
      expect(referenceIn(`CKTT${reference.toLowerCase()}`)).toBe(reference)
    }))
  })

  test('one wrong letter makes it nobody’s', () => {
    fc.assert(fc.property(fc.uuid(), fc.integer({ min: 2, max: 14 }), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (id, at, letter) => {
      const reference = referenceOf(id)
      fc.pre(reference[at] !== letter)
      expect(referenceIn(`${reference.slice(0, at)}${letter}${reference.slice(at + 1)}`)).toBe('')
    }))
  })

  test('two references in one transfer name nobody, and ten thousand ids have ten thousand references', () => {
    const many = Array.from({ length: 10_000 }, () => referenceOf(newId()))
    expect(new Set(many).size).toBe(10_000)
    expect(referenceIn(`${many[0]} ${many[1]}`)).toBe('')
    expect(referenceIn('TT-7K4M-29QX')).toBe('')
  })
})
