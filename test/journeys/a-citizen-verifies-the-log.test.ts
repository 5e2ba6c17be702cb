/** S13, AUD7, TH18: a citizen takes the receipt of a filing home and a program that stands alone says whether the log still tells it; a witness of another owner sees a log that was cut or forked. */
import { execFile, spawnSync } from 'node:child_process'
import { chownSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findGrowth, findReceipt, type Log, openLog, outsidePath, type Receipt, sealLog, stampLog, stampsPath } from '../../src/observers/audit/index.ts'
import { createServer } from '../../src/platform/http/server.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { registerMachine } from '../../src/web/machine/index.ts'
import { paths } from '../../src/web/paths.ts'
import { registerLog } from '../../src/web/public/verify/log/routes.tsx'
import { startAuthorities } from '../../scripts/audit/authorities.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'

const parts = join(import.meta.dirname, '../../src/web/assets/parts/at-home')
const actor = systemActor('test')
const home = mkdtempSync(join(tmpdir(), 'toan-trinh-home-'))
const other = { uid: 65_534, gid: 65_534 }
/** Another user of this machine, where we may become one who can reach this Node: not below a home that is closed to others. */
const nobody = process.getuid?.() === 0 && spawnSync(process.execPath, ['--version'], other).status === 0 ? other : { uid: undefined, gid: undefined }
let world: CaseWorld
let log: Log
let url: string
let stop: () => Promise<unknown>
let dossierId: string
let receipt: Receipt
/** What the service answers to whoever asks how the log grew, in place of the truth. */
let lie: unknown

beforeAll(async () => {
  world = await openCaseWorld()
  const app = await createServer(world.platform)
  const assets = { stylesheet: '/tai-san/x.css', programs: { 'verify-receipt.mjs': { address: '/tai-san/v.mjs', sha256: 'c0ffee' } } }
  const web = { platform: world.platform, assets: { citizen: assets, staff: assets } }
  app.addHook('onRequest', async (request, reply) => (lie !== undefined && request.url.startsWith(paths.growth()) ? reply.send(lie) : undefined))
  registerLog(app, web)
  registerMachine(app, web)
  url = await app.listen({ port: 0, host: '127.0.0.1' })
  stop = () => app.close()
  log = openLog(world.platform)
  for (const program of ['verify-receipt.mjs', 'witness.mjs']) cpSync(join(parts, program), join(home, program))
  if (nobody.uid !== undefined && nobody.gid !== undefined) chownSync(home, nobody.uid, nobody.gid)
  dossierId = await world.file('an')
})
afterAll(async () => {
  await stop()
  await world[Symbol.asyncDispose]()
  rmSync(home, { recursive: true, force: true })
})

const read = <T>(fn: Parameters<typeof world.platform.read<T>>[1]) => world.platform.read(actor, fn)

async function sealAll(): Promise<void> {
  await vi.waitFor(async () => {
    await sealLog(world.platform, log)
    expect(await world.platform.asOwner('select 1 from dossiers.event e where not exists (select from audit.leaf l where l.row_id = e.id::text)')).toEqual([])
  }, { timeout: 60_000, interval: 20 })
}

async function takeReceipt(): Promise<Receipt> {
  const [event] = await world.platform.asOwner<{ id: string }>(`select id from dossiers.event where dossier_id = $1 and kind = 'submit'`, [dossierId])
  const found = await read((work) => findReceipt(work, log.key.verifier, dossierId, event?.id ?? ''))
  if (!found) throw new Error('no receipt')
  return found
}

/** A program of the public pages, as another process of another user, with nothing of ours beside it. */
function runs(program: string, ...more: readonly string[]): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [join(home, program), ...more], { cwd: home, env: {}, ...nobody }, (error, said, wrong) => done({ code: typeof error?.code === 'number' ? error.code : 0, said: said + wrong }))
  })
}

function kept(name: string, content: unknown): string {
  const path = join(home, name)
  writeFileSync(path, JSON.stringify(content))
  return path
}
const verifies = (one: unknown, ...more: readonly string[]) => runs('verify-receipt.mjs', kept('receipt.json', one), '--key', receipt.key, ...more)
const witnesses = () => runs('witness.mjs', '--url', url, '--key', receipt.key, '--folder', join(home, 'witness'))

test('filed, sealed, taken home: the program that stands alone says yes, and says which step of which dossier; with one letter changed it says no', async () => {
  expect((await read((work) => findGrowth(work, 0)))).toBeUndefined()
  await sealAll()
  receipt = await takeReceipt()
  expect(JSON.stringify(receipt).length).toBeLessThan(2_048)
  expect(await verifies(receipt)).toEqual({ code: 0, said: expect.stringContaining(`“submit” của hồ sơ ${dossierId}`) })
  expect((await verifies({ ...receipt, row: { ...receipt.row, at: '2020-01-01T00:00:00.000000Z' } })).said).toContain('không nằm trong nhật ký')
  expect(await (await fetch(url + paths.log())).text()).toContain('c0ffee')
})

test('a witness of another user signs what it saw grow, and receipts bear its signature; one that nobody named is not taken', async () => {
  const first = await witnesses()
  const key = /^key {7}(\S+)$/m.exec(first.said)?.[1] ?? ''
  expect(first).toEqual({ code: 0, said: expect.stringContaining('does not take the signature (403)') })
  Object.assign(world.platform, { config: { ...world.platform.config, audit: { ...world.platform.config.audit, witnesses: [key] } } })
  expect((await witnesses()).said).toContain('the log has the signature')
  const witnessed = await takeReceipt()
  expect(witnessed.checkpoint.startsWith(receipt.checkpoint)).toBe(true)
  // A log of a million lines has twenty hashes on the way to its root.
  expect(JSON.stringify({ ...witnessed, proof: Buffer.alloc(20 * 32).toString('base64') }).length).toBeLessThan(2_048)
  expect(await verifies(witnessed, '--witness', key)).toEqual({ code: 0, said: expect.stringContaining('đã thấy mốc này và ký') })
  expect((await verifies(receipt, '--witness', key)).said).toContain('không có chữ ký của người làm chứng')
  expect(await (await fetch(url + paths.log())).text()).toContain('nguoi-lam-chung.vidu.invalid đã ký mốc')
  const line = witnessed.checkpoint.trim().split('\n').at(-1) ?? ''
  for (const [body, status] of [[{ size: 1, line }, 404], [{ size: 7 }, 400], [{ size: Number(witnessed.checkpoint.split('\n')[1]), line: line.replace(/.....=*$/, 'AAAAA') }, 403]] as const) {
    expect((await fetch(url + paths.logWitness(), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).status).toBe(status)
  }
})

test('the log grows: the file of growth shows that it still begins with the lines of the receipt; the witness follows', async () => {
  await world.file('cuc')
  await sealAll()
  const size = Number(receipt.checkpoint.split('\n')[1])
  const growth: unknown = await (await fetch(url + paths.growth(size))).json()
  expect(await verifies(receipt, '--later', kept('later.json', growth))).toEqual({ code: 0, said: expect.stringContaining('vẫn bắt đầu bằng đúng các dòng này') })
  expect((await verifies(receipt, '--later', kept('later.json', { ...(await read((work) => findGrowth(work, size - 1))) }))).said).toContain(`biên nhận cần từ dòng ${size}`)
  for (const wrong of ['', 'x', '-1', '1e3']) expect((await fetch(`${url}${paths.growth()}?tu=${wrong}`)).status).toBe(404)
  expect(await witnesses()).toEqual({ code: 0, said: expect.stringMatching(/✓ \d+ lines grew out of \d+; the log has the signature/) })
})

test('an hour later somebody else has stamped the log: the file of growth carries it, and the program says whose stamp it is and since when the lines were there; a stamp of another log, or of a stranger, is a no (S13)', async () => {
  await stampLog(world.platform, log)
  expect(await stampLog(world.platform, log)).toBe(false)
  const grownFrom = async (note: string) => (await fetch(url + paths.growth(Number(note.split('\n')[1])))).json()
  const growth = await grownFrom(receipt.checkpoint)
  expect((await verifies(receipt, '--later', kept('stamped.json', growth))).said).toContain('chưa biết có nên tin bên ấy không')
  // Of the newest checkpoint, whichever of those before it has a stamp of its own.
  const stamped = { ...(await grownFrom(growth.checkpoint)).stamped, proof: growth.proof }
  const [mine, stranger] = ['root.pem', 'stranger.pem'].map((name) => join(home, name))
  writeFileSync(mine ?? '', await (await fetch(`${world.platform.config.outside['certificate-authority'].url}/root.pem`)).text())
  const other = await startAuthorities()
  writeFileSync(stranger ?? '', await (await fetch(`${other.url}/ca/root.pem`)).text())
  await other.close()
  const stampedWith = (given: unknown, ...more: readonly string[]) => verifies(receipt, '--later', kept('stamped.json', { ...growth, stamped: given }), ...more)
  expect(await stampedWith(stamped, '--stamp-root', mine ?? '')).toEqual({ code: 0, said: expect.stringMatching(/Dấu thời gian của .*Dấu thời gian mô phỏng.*: nhật ký với các dòng này đã có lúc 2026-11-2\dT.*dẫn về gốc bạn đưa vào/) })
  expect((await stampedWith(stamped)).said).toContain('chưa biết có nên tin bên ấy không')
  expect((await stampedWith(stamped, '--stamp-root', stranger ?? '')).said).toContain('không dẫn về gốc bạn đưa vào')
  expect((await stampedWith(null, '--stamp-root', mine ?? '')).said).toContain('chưa có dấu thời gian để kiểm tra')
  // The token of the checkpoint before, and one whose time was turned back by an hour.
  const token = Buffer.from(stamped.token, 'base64')
  const year = token.indexOf('2026')
  const turned = Buffer.concat([token.subarray(0, year), Buffer.from('2025'), token.subarray(year + 4)])
  expect((await stampedWith({ ...stamped, checkpoint: receipt.checkpoint, proof: '' })).said).toContain('dấu thời gian không đúng với mốc này')
  expect((await stampedWith({ ...stamped, token: turned.toString('base64') })).said).toContain('dấu thời gian không đúng với mốc này')
  expect((await stampedWith({ ...stamped, proof: '' })).said).toContain('không nối tiếp nhật ký trong biên nhận')
  const page = await (await fetch(url + paths.log())).text()
  expect(page).toContain('Một bên cấp dấu thời gian xác nhận mốc')
})

/** A receipt brought to the public page, as a browser without scripts sends it. @returns the status, and the words that were shown */
async function brings(one: unknown, how: 'file' | 'pasted' = 'file'): Promise<{ status: number; text: string }> {
  const form = new FormData()
  const text = typeof one === 'string' ? one : JSON.stringify(one)
  form.set('file', new Blob([how === 'file' ? text : '']), how === 'file' ? 'bien-nhan.json' : '')
  form.set('text', how === 'file' ? '' : text)
  const answer = await fetch(url + paths.logReceipt(), { method: 'POST', body: form })
  return { status: answer.status, text: (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') }
}

test('a receipt brought to the public page is checked in words, as a file or pasted; what does not hold is told why, and nothing of it is kept (S13, AUD7)', async () => {
  expect((await (await fetch(url + paths.log())).text())).toContain(paths.logReceipt())
  expect(await (await fetch(url + paths.logReceipt())).text()).not.toContain('<script')
  const held = await takeReceipt()
  for (const how of ['file', 'pasted'] as const) {
    const { status, text } = await brings(held, how)
    expect([status, text]).toEqual([200, expect.stringContaining('Biên nhận đúng')])
    for (const words of ['bước nộp hồ sơ', dossierId, 'được ký bằng khóa đã công bố', 'không sửa một chữ', 'vẫn bắt đầu bằng đúng các dòng ấy', 'Một bên cấp dấu thời gian xác nhận', 'Người làm chứng đã thấy và ký']) expect(text).toContain(words)
  }
  expect((await brings(receipt)).text).toContain('không có chữ ký của người làm chứng')
  const wrong: readonly (readonly [unknown, string])[] = [
    ['', 'Chọn tệp biên nhận'], ['{', 'không phải biên nhận'], ['x'.repeat(40_000), 'không phải biên nhận'], [{ ...held, index: -1 }, 'không phải biên nhận'],
    [{ ...held, row: { ...held.row, at: '2020-01-01T00:00:00.000000Z' } }, 'không nằm trong nhật ký'], [{ ...held, checkpoint: held.checkpoint.replace(/\n\d+\n/, '\n9\n') }, 'không được ký bằng khóa'],
  ]
  for (const [one, words] of wrong) expect(await brings(one)).toEqual({ status: 422, text: expect.stringContaining(words) })
  // What is no receipt at all accuses nobody; one that does not hold is to be kept and told.
  expect([await brings('{'), await brings({ ...held, row: { ...held.row, at: '2020-01-01T00:00:00.000000Z' } })].map(({ text }) => text.includes('dấu hiệu nhật ký bị sửa'))).toEqual([false, true])
})

test('a power cut while the witness writes does not silence it: it goes on from the last whole note; a whole note of another log it never takes for its own', async () => {
  const file = join(home, 'witness/witnessed.txt')
  const [kept, last] = [readFileSync(file, 'utf8'), '\n\n— ']
  // Within the size, behind the text, within its own signature, before the very last sign.
  const end = kept.lastIndexOf(last)
  for (const at of [kept.indexOf('\n\n', kept.indexOf(last) + 4) + 40, end + 2, kept.length - 9, kept.length - 1]) {
    writeFileSync(file, kept.slice(0, at))
    for (const look of ['first', 'second']) expect({ at, look, ...(await witnesses()) }).toMatchObject({ code: 0, said: expect.stringContaining('the log has the signature') })
  }
  writeFileSync(file, kept.slice(0, 40))
  expect((await witnesses()).said).toMatch(/✓ \d+ lines grew out of 0;/)
  writeFileSync(file, kept.replaceAll(/^\d+$/gm, '1'))
  expect(await witnesses()).toEqual({ code: 1, said: expect.stringContaining('is not signed by this log') })
  writeFileSync(file, kept)
})

test('who owns database and key rebuilds another history, or cuts the tail: the program says no to both, and the witness signs neither', async () => {
  const newest = await takeReceipt()
  const size = Number(newest.checkpoint.split('\n')[1])
  // The forger's log: one row was changed, everything is sealed anew with the true key.
  await world.platform.asOwner(`begin; set local session_replication_role = replica; update dossiers.event set actor_id = 'somebody-else' where dossier_id = '${dossierId}'; truncate audit.leaf, audit.node, audit.seal, audit.cosignature, audit.stamp; commit`)
  for (const path of [outsidePath(log.folder), stampsPath(log.folder)]) rmSync(path)
  await sealAll()
  const shorter = await read((work) => findGrowth(work, size))
  expect(await verifies(newest, '--later', kept('cut.json', shorter))).toEqual({ code: 1, said: expect.stringContaining('đã có dòng bị bỏ đi') })
  await world.file('em')
  await sealAll()
  await world.file('binh')
  await sealAll()
  const forked = await read((work) => findGrowth(work, size))
  expect((await brings(newest)).text).toContain('có người được cho xem một nhật ký khác')
  expect(await verifies(newest, '--later', kept('forked.json', forked))).toEqual({ code: 1, said: expect.stringContaining('bạn được cho xem một nhật ký khác') })

  const seen = readFileSync(join(home, 'witness/witnessed.txt'), 'utf8')
  for (const [told, why] of [[shorter, /the log has \d+ lines and had/], [undefined, 'does not begin with the']] as const) {
    lie = told
    expect(await witnesses()).toEqual({ code: 1, said: expect.stringMatching(why) })
    expect((await witnesses()).said).toContain('nothing is signed until somebody has looked into it')
    rmSync(join(home, 'witness/broken.txt'))
  }
  expect(readFileSync(join(home, 'witness/witnessed.txt'), 'utf8')).toBe(seen)
  expect(await world.platform.asOwner('select 1 from audit.cosignature')).toEqual([])
  world.platform.breaksPromises()
})
