/** Every published figure; a new one is one file and one line. */
import { digitised } from './digitised.ts'
import { electronicResult } from './electronic-result.ts'
import type { Figure } from './figure.ts'
import { funnel } from './funnel.ts'
import { onTime } from './on-time.ts'
import { onlineShare } from './online-share.ts'
import { onlineWithResult } from './online-with-result.ts'
import { paidOnline } from './paid-online.ts'
import { returnedByPost } from './returned-by-post.ts'
import { waits } from './waits.ts'

export const figures: readonly Figure[] = [onlineShare, onlineWithResult, onTime, paidOnline, returnedByPost, electronicResult, digitised, waits, funnel]
