import { hintLimitsOn } from '../../catalogue/index.ts'
import { realNow } from '../../platform/clock.ts'
import { forgetUnfinished } from '../../platform/http/resumable.ts'
import type { Subscriptions } from '../../platform/background/facts.ts'
import { idIn, type Jobs } from '../../platform/background/jobs.ts'
import { FilesSilent } from '../../platform/files/contract.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { addDays, instantAt } from '../../platform/values/dates.ts'
import type { Platform } from '../../platform/runtime.ts'
import { closePortraitEngine, hasPortraitEngine, portraitEngine, readBack } from './actions.ts'
import { type AcceptedPortrait, listAcceptedAfter, type Reading, saveReadings } from './store/portraits.ts'
import { compareLook, listWithoutLook, saveLook } from './store/looks.ts'
import type { PictureLook } from './verdict.ts'

const pageSize = 100

export const subscriptions: Subscriptions = { 'portrait.accepted': ['portraits.compare'] }

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
   * One page a job, so that a restart loses little. What is damaged is mended from another copy; what can't be is
   * announced, which is an alarm for people, and stays marked. One that can't be read through is announced too and left as
   * it was: it must not keep the others from being read.
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
    const { readings, unread } = await readAll(platform, page)
    const known = new Map(page.map((portrait) => [portrait.id, portrait.lost]))
    await platform.work(actor, async (work) => {
      if (readings.length > 0) await saveReadings(work, readings)
      for (const { portraitId, lost, mended } of readings) {
        if (mended) work.announce('portrait.mended', { portraitId })
        // What is worse than yesterday is told; what is as bad as yesterday was told then.
        if (lost === null || lost === known.get(portraitId)) continue
        work.announce('portrait.damaged', { portraitId, lost })
      }
      for (const portraitId of unread) work.announce('portrait.unread', { portraitId })
      const last = page.at(-1)
      if (last && page.length === pageSize) work.enqueue('portraits.verify', { afterId: last.id })
    })
  },
  /** Compares how a portrait looks with those of all other people. */
  'portraits.compare': async (platform, payload) => {
    await platform.work(systemActor('portraits.compare'), async (work) => compareLook(work, idIn(payload, 'portraitId'), hintLimitsOn(work.today).placesOfLook))
  },
  /**
   * Takes the looks of portraits that have none, for they are from before looks were taken or their picture was lost for a while: from the
   * kept picture, a page a job. At each start; where none is missing it ends at once.
   */
  'portraits.take-looks': async (platform, payload) => {
    const afterId = typeof payload['afterId'] === 'string' ? payload['afterId'] : null
    const actor = systemActor('portraits.take-looks')
    const page = await platform.read(actor, (work) => listWithoutLook(work, afterId, pageSize))
    const looks = page.length > 0 ? await looksOf(platform, page) : []
    await platform.work(actor, async (work) => {
      for (const { portraitId, look } of looks) {
        await saveLook(work, portraitId, look)
        work.enqueue('portraits.compare', { portraitId })
      }
      const last = page.at(-1)
      if (last && page.length === pageSize) work.enqueue('portraits.take-looks', { afterId: last.id })
    })
  },
}

interface PageRead {
  readonly readings: readonly (Reading & { readonly mended: boolean })[]
  /** Ids of those of which nothing was learnt. */
  readonly unread: readonly string[]
}

/**
 * Reads a page of portraits one after another; examining processes that were started for mending are ended again.
 * @throws when none of several could be read: then it is not a portrait that is wrong
 */
async function readAll(platform: Platform, page: readonly AcceptedPortrait[]): Promise<PageRead> {
  const ours = !hasPortraitEngine(platform)
  const readings: (Reading & { readonly mended: boolean })[] = []
  const unread: string[] = []
  try {
    for (const portrait of page) {
      try {
        const found = await readBack(platform, portrait)
        if (found !== 'whole') platform.log.error({ portraitId: portrait.id, found }, 'a stored portrait was missing or changed')
        readings.push({ portraitId: portrait.id, mended: found === 'mended', lost: found === 'original-lost' ? 'original' : found === 'picture-lost' ? 'picture' : null })
      } catch (err) {
        // A store that is silent says nothing about this portrait or any other: the whole page waits for it.
        if (err instanceof FilesSilent) throw err
        platform.log.error({ portraitId: portrait.id, err }, 'a stored portrait could not be read through')
        unread.push(portrait.id)
        if (unread.length > 1 && unread.length === page.length) throw err
      }
    }
  } finally {
    if (ours) await closePortraitEngine(platform)
  }
  return { readings, unread }
}

/** What can be read of a page; a picture that is lost or has changed is the nightly reading's to tell. */
async function looksOf(platform: Platform, page: readonly AcceptedPortrait[]): Promise<{ portraitId: string; look: PictureLook }[]> {
  const ours = !hasPortraitEngine(platform)
  const looks: { portraitId: string; look: PictureLook }[] = []
  try {
    for (const { id, cropHash } of page) {
      const bytes = await platform.files.get(cropHash).catch((error: unknown) => {
        if (error instanceof FilesSilent) throw error
        return undefined
      })
      const look = bytes && (await portraitEngine(platform).lookAt(bytes))
      if (look) looks.push({ portraitId: id, look })
    }
  } finally {
    if (ours) await closePortraitEngine(platform)
  }
  return looks
}
