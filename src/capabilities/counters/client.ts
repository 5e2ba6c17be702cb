/** The carrier of text messages, for one-time codes: the wire that notifications use for news. */
import { z } from 'zod'
import { OutsideFailure } from '../../platform/outside/call.ts'
import type { Platform } from '../../platform/runtime.ts'

const answer = z.object({ idempotencyKey: z.string(), receipt: z.string().min(1).max(200) })

/**
 * Hands a message to the carrier. Repeating it with the same key is the same message.
 * @returns the receipt; undefined when the carrier refuses the number for good
 * @throws OutsideFailure
 */
export async function sendCode(platform: Platform, idempotencyKey: string, letter: { readonly to: string; readonly text: string }): Promise<string | undefined> {
  const { value } = await platform.outside.call({ system: 'sms', purpose: 'code', method: 'POST', path: '/send', json: { idempotencyKey, ...letter }, expect: answer, absentOn: [422] })
  if (value && value.idempotencyKey !== idempotencyKey) throw new OutsideFailure('sms', 'malformed', 'the receipt of another message')
  return value?.receipt
}
