/** The carriers of text messages and mail: one wire, two systems (sandbox/mailbox/README.md). */
import { z } from 'zod'
import { OutsideFailure } from '../../platform/outside/call.ts'
import type { Platform } from '../../platform/runtime.ts'
import type { Channel, Letter } from './message.ts'

const answer = z.object({ idempotencyKey: z.string(), receipt: z.string().min(1).max(200) })

/**
 * Hands a message to its carrier. Repeating it with the same key is the same message and the same receipt.
 * @returns the receipt; undefined when the carrier refuses the address for good
 * @throws OutsideFailure
 */
export async function send(platform: Platform, channel: Channel, idempotencyKey: string, letter: Letter): Promise<string | undefined> {
  const { to, subject, text } = letter
  const { value } = await platform.outside.call({
    system: channel, purpose: 'send', method: 'POST', path: '/send',
    json: channel === 'sms' ? { idempotencyKey, to, text } : { idempotencyKey, to, subject, text },
    expect: answer,
    absentOn: [422],
  })
  if (value && value.idempotencyKey !== idempotencyKey) throw new OutsideFailure(channel, 'malformed', 'the receipt of another message')
  return value?.receipt
}
