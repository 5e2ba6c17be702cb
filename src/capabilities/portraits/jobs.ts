import { realNow } from '../../platform/clock.ts'
import { forgetUnfinished } from '../../platform/http/resumable.ts'
import type { Jobs } from '../../platform/background/jobs.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { addDays, instantAt } from '../../platform/values/dates.ts'
import type { Platform } from '../../platform/runtime.ts'
import { listAcceptedAfter, saveReading } from './store.ts'

const pageSize = 100

export const jobs: Jobs = {
  /** Each night: what was sent in part and never finished is deleted. */
  'portraits.forget-unfinished': async (platform) => {
    await platform.work(systemActor('portraits.forget-unfinished'), async (work) => {
      work.schedule('portraits.forget-unfinished', 'nightly', {}, instantAt(addDays(work.today, 1), '03:30'))
    })
    await forgetUnfinished(platform.config.uploadsDir, realNow())
  },
  /**
   * Each night at half past two: reads every stored portrait back and compares it with its hash (POR1, POR3).
   * One page a job, so that a restart loses little. A damaged one is announced and stays marked.
   */
  'portraits.verify': async (platform, payload) => {
    const afterId = typeof payload['afterId'] === 'string' ? payload['afterId'] : null
    const actor = systemActor('portraits.verify')
    // The next night is planned before the work, so that a failure tonight does not end the series.
    if (afterId === null)
      await platform.work(actor, async (work) => {
        work.schedule('portraits.verify', 'nightly', {}, instantAt(addDays(work.today, 1), '02:30'))
      })
    const page = await platform.read(actor, (work) => listAcceptedAfter(work, afterId, pageSize))
    const whole: string[] = []
    const damaged: string[] = []
    for (const portrait of page) {
      const both = (await isWhole(platform, portrait.originalHash)) && (await isWhole(platform, portrait.cropHash))
      ;(both ? whole : damaged).push(portrait.id)
    }
    const known = new Set(page.filter((portrait) => portrait.damagedAt !== null).map((portrait) => portrait.id))
    await platform.work(actor, async (work) => {
      if (page.length > 0) await saveReading(work, whole, damaged)
      for (const portraitId of damaged) if (!known.has(portraitId)) work.announce('portrait.damaged', { portraitId })
      const last = page.at(-1)
      if (last && page.length === pageSize) work.enqueue('portraits.verify', { afterId: last.id })
    })
    if (damaged.length > 0) platform.log.error({ portraits: damaged }, 'stored portraits are missing or changed')
  },
}

async function isWhole(platform: Platform, hash: string): Promise<boolean> {
  return platform.files.get(hash).then(
    () => true,
    () => false,
  )
}
