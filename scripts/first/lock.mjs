/** One launcher a data folder: a file that names the running one, and the processes it answers for. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { lockFile } from './places.mjs'
import { ended, markOf, runs, signal } from './processes.mjs'
import { codeOf, Stop } from './say.mjs'

/**
 * @typedef {{ pid: number, mark: string }} Known
 * @typedef {{ launcher: Known, url: string, children: Known[] }} Running
 */

/** @param {string} data @returns {Running | undefined} what the file says, alive or not */
export function readLock(data) {
  try {
    const parsed = JSON.parse(readFileSync(lockFile(data), 'utf8'))
    return parsed && typeof parsed === 'object' && parsed.launcher && Array.isArray(parsed.children) ? parsed : undefined
  } catch {
    return undefined
  }
}

/** @param {string} data @returns {Running | undefined} the launcher that runs on this folder now */
export function findRunning(data) {
  const found = readLock(data)
  return found && runs(found.launcher) ? found : undefined
}

/** @param {Running} running @returns {Stop} */
export function alreadyRuns(running) {
  return new Stop(
    `Toàn Trình đang chạy từ thư mục này tại ${running.url}, hãy dừng bản đó trước (Ctrl-C).`,
    `Toàn Trình already runs from this folder at ${running.url}: stop that one first (Ctrl-C).`,
  )
}

/**
 * Lets what a killed launcher left behind end, which it does by itself within seconds; ends it by force after ten.
 * @param {string} data
 */
export async function settleLeftovers(data) {
  const found = readLock(data)
  if (!found || runs(found.launcher)) return
  if (!(await ended(found.children, 10_000))) {
    for (const child of found.children) if (runs(child)) signal(child.pid, 'SIGKILL')
    await ended(found.children, 2_000)
  }
  rmSync(lockFile(data), { force: true })
}

/**
 * Takes the folder for this process.
 * @param {string} data
 * @param {string} url where the service will answer
 * @throws {Stop} when another launcher has it
 */
export async function takeLock(data, url) {
  mkdirSync(data, { recursive: true })
  await settleLeftovers(data)
  const own = lockFile(data)
  const draft = `${own}.${process.pid}`
  write(draft, { launcher: known(process.pid), url, children: [] })
  try {
    // A link is made or refused in one step, and what it shows is already complete.
    linkSync(draft, own)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    const other = findRunning(data)
    if (other) throw alreadyRuns(other)
    renameSync(draft, own)
    return
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * Notes the processes that live now, for whoever comes after us.
 * @param {string} data
 * @param {string} url
 * @param {readonly number[]} pids
 */
export function noteChildren(data, url, pids) {
  const draft = `${lockFile(data)}.${process.pid}`
  write(draft, { launcher: known(process.pid), url, children: pids.map(known).filter((k) => k.mark !== '') })
  renameSync(draft, lockFile(data))
}

/** @param {string} data */
export function freeLock(data) {
  if (readLock(data)?.launcher.pid === process.pid) rmSync(lockFile(data), { force: true })
}

/** @param {number} pid @returns {Known} */
function known(pid) {
  return { pid, mark: markOf(pid) ?? '' }
}

/** @param {string} path @param {Running} content */
function write(path, content) {
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`)
}
