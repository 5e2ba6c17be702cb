/** The carrier of mail (sandbox/mailbox/README.md). */
import { z } from 'zod'
import { OutsideFailure } from '../../platform/outside/call.ts'
import type { Platform } from '../../platform/runtime.ts'

const answer = z.object({ idempotencyKey: z.string(), receipt: z.string().min(1).max(200) })

/**
 * Hands a letter to the carrier. The same key is the same letter and the same receipt.
 * @returns the receipt; undefined when the carrier refuses the address for good
 * @throws OutsideFailure
 */
export async function send(platform: Platform, idempotencyKey: string, letter: { readonly to: string; readonly subject: string; readonly text: string }): Promise<string | undefined> {
  const { value } = await platform.outside.call({
    system: 'mail', purpose: 'digest', method: 'POST', path: '/send', json: { idempotencyKey, ...letter }, expect: answer, absentOn: [422],
  })
  if (value && value.idempotencyKey !== idempotencyKey) throw new OutsideFailure('mail', 'malformed', 'the receipt of another letter')
  return value?.receipt
}
