/** Bringing what the lock files name: the libraries, and Node 24 where the machine's own is older. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { root } from './places.mjs'
import { checkSpace } from './checks.mjs'
import { explainFile, Stop, tell } from './say.mjs'

const LEAST_NODE = 24
const SPACE_TO_INSTALL_MB = 1500
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** @typedef {{ version?: string, optional?: boolean, link?: boolean, integrity?: string, os?: string | string[], cpu?: string | string[], libc?: string | string[] }} Locked */
/** @typedef {Record<string, Locked>} Packages */

/** @param {string} path @returns {Packages} */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

/** @param {string | string[] | undefined} named @param {string} mine */
function fits(named, mine) {
  return named === undefined || [named].flat().includes(mine)
}

/**
 * Whether a package made for some machines only is meant for this one. One without a hash was in no registry when the lock
 * file was written.
 * @param {Locked} locked
 */
function isForThisMachine({ os, cpu, libc, integrity }) {
  if (!integrity || os === undefined || cpu === undefined || !fits(os, process.platform) || !fits(cpu, process.arch)) return false
  return libc === undefined || fits(libc, usesGlibc() ? 'glibc' : 'musl')
}

function usesGlibc() {
  // Without this the report looks up the names of network peers, which can take seconds.
  if (process.report) Object.assign(process.report, { excludeNetwork: true })
  /** @type {{ header?: { glibcVersionRuntime?: string } } | string} */
  const report = process.report?.getReport() ?? ''
  return typeof report === 'object' && Boolean(report.header?.glibcVersionRuntime)
}

/**
 * Whether a folder holds what its lock file names. npm writes its own list last, so a broken-off install never looks whole.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const wanted = packagesOf(join(folder, 'package-lock.json'))
  const present = packagesOf(join(folder, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(([path, locked]) => {
    if (path === '' || locked.link) return true
    const found = present[path]
    return found ? found.version === locked.version : locked.optional === true && !isForThisMachine(locked)
  })
}

/**
 * How to call npm: the one that called us, else the one on the path.
 * @param {string} node the Node it runs on
 * @returns {{ command: string, before: string[], shell: boolean }}
 */
function npm(node) {
  const caller = process.env.npm_execpath
  if (caller && basename(caller) === 'npm-cli.js' && existsSync(caller)) return { command: node, before: [caller], shell: false }
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', before: [], shell: process.platform === 'win32' }
}

/**
 * `npm ci` with a line of progress: every package counted, also where the output is not a terminal.
 * Install scripts are never run: newer versions of npm block them, and nothing here needs them.
 * @param {string} folder
 * @param {string} node npm leaves out optional packages that are not for the Node it runs on, so it runs on the one we shall use
 */
async function cleanInstall(folder, node) {
  const { command, before, shell } = npm(node)
  const wanted = Object.entries(packagesOf(join(folder, 'package-lock.json')))
    .filter(([path, { optional }]) => path !== '' && !optional)
    .map(([path]) => join(folder, path, 'package.json'))
  const { npm_config_prefix: _prefix, NODE_ENV: _env, ...rest } = process.env
  const env = { ...rest, PATH: `${dirname(node)}${delimiter}${rest.PATH ?? ''}` }
  // Whatever ends this half-way must not leave a list that says all is there.
  rmSync(join(folder, 'node_modules', '.package-lock.json'), { force: true })
  const child = spawn(
    command,
    [...before, 'ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--progress=false', '--loglevel=error'],
    { cwd: folder, env, shell, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const breakOff = () => {
    // Asked politely, npm would first put everything back, long after we are gone; the next start begins anew anyway.
    child.kill('SIGKILL')
    process.exit(1)
  }
  for (const signal of SIGNALS) process.once(signal, breakOff)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-4000)
    })
  }
  const startedAt = performance.now()
  const terminal = process.stdout.isTTY === true
  const show = () => {
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    const there = wanted.filter((path) => existsSync(path)).length
    const counted = wanted.length > 0 ? `${there}/${wanted.length} gói · packages, ` : ''
    process.stdout.write(`${terminal ? '\r' : ''}  ${counted}${seconds} s${terminal ? ' ' : '\n'}`)
  }
  const ticking = setInterval(show, terminal ? 500 : 5000)
  const failure = await new Promise((done) => {
    child.once('error', (error) => done(error.message))
    child.once('exit', (code, signal) => done(code === 0 ? undefined : `npm ci: ${signal ?? code}`))
  })
  clearInterval(ticking)
  for (const signal of SIGNALS) process.off(signal, breakOff)
  show()
  if (terminal) process.stdout.write('\n')
  if (!failure && isInstalled(folder)) return
  if (/ENOSPC/.test(said)) throw explainFile(Object.assign(new Error(said), { code: 'ENOSPC' }), folder)
  if (/EACCES|EROFS/.test(said)) throw explainFile(Object.assign(new Error(said), { code: 'EACCES' }), folder)
  throw new Stop(
    'Không cài được thư viện từ npm, hãy kiểm tra mạng rồi chạy lại.',
    'The libraries could not be installed from npm: check the network and start again.',
    said || failure || 'npm ci left packages out.',
  )
}

/** Installs the libraries when they are missing or other than the lock file says. */
export async function installLibraries() {
  if (isInstalled(root)) return
  const node = await bringNode()
  await checkSpace(root, SPACE_TO_INSTALL_MB)
  tell('Cài đặt thư viện theo tệp khoá (chỉ lần đầu)…', 'Installing the libraries of the lock file (first time only)…')
  await cleanInstall(root, node)
}

/** @param {string} version as `v20.11.1` @returns {number} */
export function majorOf(version) {
  return Number(version.replace(/^v/, '').split('.')[0])
}

/**
 * The Node that runs the service: this one when it is new enough, else the one that npm brings, pinned by hash.
 * @returns {Promise<string>} path of the program
 */
export async function bringNode() {
  if (majorOf(process.version) >= LEAST_NODE) return process.execPath
  const folder = join(root, 'runtime')
  const program = broughtNode(folder)
  if (!isInstalled(folder) || !works(program)) {
    await checkSpace(root, SPACE_TO_INSTALL_MB)
    tell(`Máy có Node ${process.version}; lấy Node ${LEAST_NODE} từ npm…`, `This machine has Node ${process.version}; fetching Node ${LEAST_NODE} from npm…`)
    await cleanInstall(folder, process.execPath)
  }
  if (works(program)) return program
  throw new Stop(
    `Máy này (${process.platform} ${process.arch}) cần tự cài Node ${LEAST_NODE} trở lên, vì npm không có bản phù hợp.`,
    `This machine (${process.platform} ${process.arch}) needs its own Node ${LEAST_NODE} or newer: npm has none for it.`,
  )
}

/** @param {string} folder */
function broughtNode(folder) {
  const windows = process.platform === 'win32'
  return join(folder, 'node_modules', `node-${windows ? 'win' : process.platform}-${process.arch}`, 'bin', windows ? 'node.exe' : 'node')
}

/** @param {string} program */
function works(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return status === 0 && majorOf(stdout.trim()) >= LEAST_NODE
}
