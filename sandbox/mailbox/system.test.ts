import { describe, expect, test } from 'vitest'
import { startSandbox } from '../start.ts'
import { mail, mailbox, sms } from './system.ts'

describe('text messages and e-mail', () => {
  test('arrive once, however often they are sent, and the newest is read first', async () => {
    await using sandbox = await startSandbox({ systems: [sms, mail, mailbox] })
    const send = (path: string, body: object) => fetch(`${sandbox.url}${path}/send`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const first = await (await send('/sms', { idempotencyKey: '1', to: '0000001001', text: 'Hồ sơ đã nộp <b>' })).json()
    const again = await (await send('/sms', { idempotencyKey: '1', to: '0000001001', text: 'Hồ sơ đã nộp <b>' })).json()
    expect(again.receipt).toBe(first.receipt)
    await send('/mail', { idempotencyKey: '1', to: 'an@vidu.invalid', subject: 'Hồ sơ', text: 'Đã nhận' })
    const { messages } = await (await fetch(`${sandbox.url}/mailbox/api`)).json()
    expect(messages.map((message: { text: string }) => message.text)).toEqual(['Đã nhận', 'Hồ sơ đã nộp <b>'])
    const page = await (await fetch(`${sandbox.url}/mailbox?to=0000001001`)).text()
    expect(page).toContain('Hồ sơ đã nộp &lt;b>')
    expect(page).toContain('Nguyễn Văn An')
    expect(page).not.toContain('Đã nhận')
  })

  test('never go to a number or address that could be real', async () => {
    await using sandbox = await startSandbox({ systems: [sms, mail] })
    const send = (path: string, to: string) => fetch(`${sandbox.url}${path}/send`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ idempotencyKey: to, to, text: 'x' }) })
    expect((await send('/sms', '0912345678')).status).toBe(422)
    expect((await send('/mail', 'an@example.com')).status).toBe(422)
  })
})
