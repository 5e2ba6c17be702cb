import type { ListState } from '../../../../capabilities/deliveries/index.ts'
import type { Tone } from '../../../kit/index.ts'

/** How a list's state looks in the office. */
export const listTones: Readonly<Record<ListState, Tone>> = { closed: 'waiting', counted: 'yours', complete: 'done', 'taken-back': 'quiet' }
