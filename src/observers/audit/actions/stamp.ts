/**
 * A stamp of time from somebody else (RFC 3161) on the newest checkpoint, once an hour, by a job. While that fails for longer than the dated
 * tolerance no decision is signed; nothing else waits for it, and the first good stamp lifts it.
 */
import { stampBytes } from '../../../capabilities/documents/index.ts'
import { logStampTerms } from '../../../catalogue/index.ts'
import { findHold, hold, lift } from '../../../platform/background/holds.ts'
import type { Jobs } from '../../../platform/background/jobs.ts'
import { raiseOnce } from '../../../platform/outside/alarms.ts'
import { OutsideFailure } from '../../../platform/values/outside-failure.ts'
import type { Platform } from '../../../platform/runtime.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { appendStampLines, pinRoots, readStampLines, stampLine } from '../engine/stamps-file.ts'
import { listNewestSeals, lockLog } from '../store/log.ts'
import { insertStamp, listNewestStamps, listStamps } from '../store/stamps.ts'
import { isBefore } from '../stamped.ts'
import { type Log, openLog } from './seal.ts'

const actor = systemActor('audit.stamp')
const MINUTE_MS = 60_000
/** The command that waits while stamps fail, and the code that people are told in words. */
const HELD = ['sign-decision', 'log-unstamped'] as const

export const jobs: Jobs = {
  'audit.stamp': async (platform) => {
    await platform.work(actor, async (work) => work.schedule('audit.stamp', 'hourly', {}, new Date(work.now.getTime() + logStampTerms(work.today).value.everyMinutes * MINUTE_MS)))
    await stampLog(platform, openLog(platform))
  },
}

/**
 * Has the newest checkpoint stamped, unless it is. The token is kept here first, then in the file outside.
 * @returns whether there was one to stamp
 * @throws OutsideFailure while the authority is silent or is not to be trusted; LogBroken when the file cannot be written
 */
export async function stampLog(platform: Platform, log: Log): Promise<boolean> {
  try {
    await platform.work(actor, (work) => bringOutside(work, log))
    const { newest, last } = await platform.work(actor, async (work) => ({ newest: (await listNewestSeals(work, 1))[0], last: (await listNewestStamps(work, 1))[0] }))
    const isDue = newest !== undefined && newest.number !== last?.seal
    if (isDue) {
      const { token, at, roots } = await stampBytes(platform, Buffer.from(newest.note))
      if (isBefore(at, newest.sealedAt)) throw new OutsideFailure('timestamp-authority', 'malformed', 'a time before the checkpoint')
      pinRoots(log.folder, roots)
      await platform.work(actor, async (work) => {
        await lockLog(work)
        await insertStamp(work, { seal: newest.number, token, at })
      })
      await platform.work(actor, (work) => bringOutside(work, log))
    }
    await platform.work(actor, (work) => lift(work, ...HELD))
    return isDue
  } catch (error) {
    await platform.work(actor, failing)
    throw error
  }
}

/** It failed: from the first time on the tolerance runs, and once it is used up somebody is called. */
async function failing(work: Work): Promise<void> {
  await hold(work, ...HELD, logStampTerms(localDateAt(work.now)).value.toleratedMinutes * MINUTE_MS)
  if (await findHold(work, HELD[0])) await raiseOnce(work, { kind: 'log-unstamped', system: 'timestamp-authority', subjectId: null, details: {} })
}

/** Writes outside what is not there yet: mostly nothing, one line after a stamp, more where a process ended in between or the disk was full. */
async function bringOutside(work: Work, log: Log): Promise<void> {
  await lockLog(work)
  const outside = readStampLines(log.folder)
  const [newest] = await listNewestStamps(work, 1)
  if (!newest || outside.at(-1) === stampLine(newest)) return
  const there = new Set(outside)
  const missing = (await listStamps(work)).map(stampLine).filter((line) => !there.has(line))
  appendStampLines(log.folder, missing)
}
