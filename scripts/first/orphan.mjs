/** A database server that outlived its launcher: found by its own pid file, proven to be ours, and stopped. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from './places.mjs'
import { ended, markOf } from './processes.mjs'

/**
 * @typedef {{ port: number, cluster: string, besides?: string }} Kept
 * What `.data/postgres.json` keeps: the port, the folder of the cluster, and a folder outside the checkout to forget with it.
 */

/** @param {string} data @returns {Kept | undefined} */
export function readKept(data) {
  try {
    const kept = JSON.parse(readFileSync(join(data, 'postgres.json'), 'utf8'))
    return typeof kept?.port === 'number' && typeof kept?.cluster === 'string' ? kept : undefined
  } catch {
    return undefined
  }
}

/** @param {number} pid @returns {string} the command line of a process, or an empty string */
function commandOf(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    if (process.platform === 'win32') return 'postgres'
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/**
 * Stops the server of a cluster, if one still runs, the way that loses nothing; a stale pid file is removed.
 * @param {string} cluster the folder with the database
 * @returns {Promise<boolean>} false when it would not end
 */
export async function stopOrphan(cluster) {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return true
  const [number, folder] = readFileSync(file, 'utf8').split('\n')
  const pid = Number(number)
  const mark = Number.isSafeInteger(pid) && pid > 1 ? markOf(pid) : undefined
  if (!mark || !/postgres/.test(commandOf(pid)) || resolve(folder ?? '') !== resolve(cluster)) {
    rmSync(file, { force: true })
    return true
  }
  const server = [{ pid, mark }]
  for (const [signal, patienceMs] of /** @type {const} */ ([['SIGINT', 10_000], ['SIGQUIT', 5_000]])) {
    try {
      process.kill(pid, signal)
    } catch {
      // it ended between two lines
    }
    if (await ended(server, patienceMs)) return true
  }
  return false
}

/**
 * Ends the orphan of a data folder and tells what has to be deleted to forget everything.
 * @param {string} data
 * @returns {Promise<string[]>} folders and files
 */
export async function settleOrphan(data) {
  const kept = readKept(data)
  if (kept) await stopOrphan(kept.cluster)
  const own = data === join(root, '.data') ? [data] : KEPT_NAMES.map((name) => join(data, name))
  return kept?.besides ? [...own, kept.besides] : own
}

/** Only what we made is deleted from a folder that somebody chose. */
const KEPT_NAMES = ['postgres', 'postgres.json', 'keys', 'files', 'logs', 'launcher.json', 'ready.json']
