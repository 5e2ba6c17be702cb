import type { ListState } from '../../capabilities/deliveries/index.ts'
import type { Tone } from '../kit/index.ts'

/** How a list's state looks to the post: what is to be counted is theirs. */
export const postTones: Readonly<Record<ListState, Tone>> = { closed: 'yours', counted: 'waiting', complete: 'done', 'taken-back': 'quiet' }
