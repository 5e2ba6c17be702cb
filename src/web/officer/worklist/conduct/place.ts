/** Where a page of answered alarms ends, as it stands in an address. Pure. */
import type { AlarmPlace } from '../../../../platform/outside/alarms.ts'
import { isId } from '../../../../platform/values/ids.ts'

export function placeText({ at, id }: AlarmPlace): string {
  return `${at.getTime()}.${id}`
}

/** Undefined where an address names none. */
export function placeIn(text: unknown): AlarmPlace | undefined {
  const [, at, id = ''] = (typeof text === 'string' && /^(\d{1,14})\.([0-9a-f-]{36})$/.exec(text)) || []
  return isId(id) ? { at: new Date(Number(at)), id } : undefined
}
