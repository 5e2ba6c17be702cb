import { describe, expect, test } from 'vitest'
import { messages } from './all.ts'
import { compose, type Channel, type Details } from './message.ts'

const details: Details = { submissionCode: 'TT-7K4M-29QX', officialNumber: 'H05.1-261120-0001', dueAt: new Date('2026-11-27T02:40:00Z'), newDueAt: new Date('2026-12-04T10:00:00Z'), itemNumber: 'ZZ000000014XX' }

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
    // Three parts of a Unicode text message.
    if (channel === 'sms') expect(text.length).toBeLessThanOrEqual(201)
    else expect(text).toContain(lang === 'vi' ? 'không bao giờ gửi đường dẫn' : 'never send links')
  })
})

test('an accepted dossier is told its number and the day of the result', () => {
  const accepted = messages.find((message) => message.fact === 'dossier.accepted')
  expect(accepted && compose(accepted, 'sms', 'vi', '0000123456', details).text)
    .toBe('Toàn Trình: Hồ sơ H05.1-261120-0001 đã được tiếp nhận. Hẹn trả kết quả: 09:40, 27/11/2026.')
})

test('an acceptance without a due date is an error, never a message', () => {
  const accepted = messages.find((message) => message.fact === 'dossier.accepted')
  expect(() => accepted && compose(accepted, 'sms', 'vi', '0000123456', { ...details, dueAt: null })).toThrow()
})

test('a fact causes one message', () => {
  expect(new Set(messages.map((message) => message.fact)).size).toBe(messages.length)
})
