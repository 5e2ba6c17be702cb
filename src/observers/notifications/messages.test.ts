import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { messages } from './all.ts'
import { compose, type Channel, type Details } from './message.ts'

const details: Details = { submissionCode: 'TT-7K4M-29QX', officialNumber: 'H05.1-261120-0001', dueAt: new Date('2026-11-27T02:40:00Z'), newDueAt: new Date('2026-12-04T10:00:00Z'), supplementBy: '2026-12-14', feeIfStopped: 'return', itemNumber: 'ZZ000000014XX', collectAt: { vi: 'Phòng Cảnh sát giao thông, Công an thành phố Hồ Chí Minh', en: 'Traffic Police Division, Ho Chi Minh City Police' }, oldCardIsReturned: true }

const every = messages.flatMap((message) => (['vi', 'en'] as const).flatMap((lang) => (['sms', 'mail'] as const satisfies readonly Channel[]).map((channel) => ({
  says: `${message.fact} by ${channel} in ${lang}`, message, lang, channel,
}))))

describe('no message can be mistaken for a swindler\'s (TH9)', () => {
  test.each(every)('$says has no link and asks for no money', ({ message, lang, channel }) => {
    const { subject, text } = compose(message, channel, lang, '0000123456', details)
    expect(`${subject} ${text}`).not.toMatch(/https?:|www\.|[a-z]\.(vn|com|net|gov)\b|\bqr\b/i)
    expect(text).not.toMatch(/undefined|null|NaN/)
  })
})

describe('messages are short and name the dossier', () => {
  test.each(every)('$says', ({ message, lang, channel }) => {
    const { text } = compose(message, channel, lang, '0000123456', details)
    expect(text).toMatch(/H05\.1-261120-0001|TT-7K4M-29QX/)
    if (channel === 'sms') expect(partsOf(text)).toBeLessThanOrEqual(3)
    else expect(text).toContain(lang === 'vi' ? 'không bao giờ gửi đường dẫn' : 'never send links')
  })
})

/** The letters of the GSM 03.38 alphabet; those after the blank line take two places. */
const GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
const GSM_TWICE = '^{}\\[~]|€'

/** How many parts a text message is sent as: 160 letters of GSM (153 in parts), or 70 of Unicode (67 in parts). */
function partsOf(text: string): number {
  const letters = [...text]
  const isGsm = letters.every((letter) => GSM.includes(letter) || GSM_TWICE.includes(letter))
  const length = isGsm ? letters.reduce((sum, letter) => sum + (GSM_TWICE.includes(letter) ? 2 : 1), 0) : text.length
  const [alone, each] = isGsm ? [160, 153] : [70, 67]
  return length <= alone ? 1 : Math.ceil(length / each)
}

test.each([['a'.repeat(160), 1], ['a'.repeat(161), 2], ['a'.repeat(459), 3], ['a'.repeat(460), 4], ['€'.repeat(80), 1], ['ờ'.repeat(70), 1], ['ờ'.repeat(71), 2], ['ờ'.repeat(201), 3], ['ờ'.repeat(202), 4]])('parts of a text message are counted as carriers count them', (text, parts) => {
  expect(partsOf(text)).toBe(parts)
})

test('every file of a message is sent, and has its words in both languages (B7)', async () => {
  const folder = join(import.meta.dirname, 'messages')
  const files = await Promise.all(readdirSync(folder).map((name): Promise<Record<string, unknown>> => import(join(folder, name))))
  const found = files.flatMap((file) => Object.values(file))
  expect(found.filter((one) => !messages.some((message) => message === one))).toEqual([])
  expect(found).toHaveLength(messages.length)
  for (const message of messages) {
    const [vi, en] = [message.words.vi(details), message.words.en(details)]
    expect(Object.keys(en)).toEqual(Object.keys(vi))
    for (const key of ['subject', 'news'] as const) expect(vi[key]).not.toBe(en[key])
    expect(`${vi.subject} ${vi.news}`).toMatch(/[àáảãạăâđêôơưầấậềếệồốộờớợừứự]/)
    expect(`${en.subject} ${en.news}`).not.toMatch(/[ăđơư]/)
  }
})

test('an accepted dossier is told its number and the day of the result', () => {
  const accepted = messages.find((message) => message.fact === 'dossier.accepted')
  expect(accepted && compose(accepted, 'sms', 'vi', '0000123456', details).text)
    .toBe('Toàn Trình: Hồ sơ H05.1-261120-0001 đã được tiếp nhận. Hẹn trả kết quả: 09:40, 27/11/2026.')
})

test('who gives the old card up for the new one is told to bring it; who lost it is not (B8)', () => {
  const toCollect = messages.find((message) => message.fact === 'card.printed')
  const text = (lang: 'vi' | 'en', oldCardIsReturned: boolean) => (toCollect ? compose(toCollect, 'mail', lang, 'an@vidu.invalid', { ...details, oldCardIsReturned }).text : '')
  for (const [lang, words] of [['vi', 'giấy phép cũ'], ['en', 'old licence']] as const) expect([true, false].map((has) => text(lang, has).includes(words))).toEqual([true, false])
})

test('what is said of the fee of a dossier that waits, or was stopped, is so: paid or not, back or kept (B5, B7)', () => {
  const text = (fact: string, lang: 'vi' | 'en', feeIfStopped: Details['feeIfStopped']) => {
    const message = messages.find((one) => one.fact === fact)
    return message ? compose(message, 'mail', lang, 'an@vidu.invalid', { ...details, feeIfStopped }).text : ''
  }
  const says = {
    vi: { none: 'không có lệ phí', unpaid: 'chưa nhận được lệ phí', return: 'được hoàn về nơi đã trả', keep: 'không được hoàn' },
    en: { none: 'no fee', unpaid: 'received no fee', return: 'goes back to where it came from', keep: 'kept, since' },
  }
  for (const fact of ['dossier.supplement-reminded', 'dossier.stopped']) {
    for (const lang of ['vi', 'en'] as const) {
      for (const fate of ['none', 'unpaid', 'return', 'keep'] as const) expect(text(fact, lang, fate)).toContain(says[lang][fate])
    }
  }
})

test('an acceptance without a due date is an error, never a message', () => {
  const accepted = messages.find((message) => message.fact === 'dossier.accepted')
  expect(() => accepted && compose(accepted, 'sms', 'vi', '0000123456', { ...details, dueAt: null })).toThrow()
})

test('a fact causes one message', () => {
  expect(new Set(messages.map((message) => message.fact)).size).toBe(messages.length)
})
