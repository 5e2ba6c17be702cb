#!/usr/bin/env node
// Người làm chứng của nhật ký: chạy ở máy khác, do người khác giữ. A witness of the log: another machine, another owner. No libraries, Node 18.3 or newer:
//   node witness.mjs --url https://<the service> --key <the published key of the log> --folder <a folder of its own> [--name <its name>] [--every <seconds>]
// It keeps what it has seen in <folder>/witnessed.txt, to which it only adds. A checkpoint that does not grow out of the last one is never signed:
// it is kept as evidence in <folder>/broken.txt, and while that file lies there nothing is signed any more.
// The log is a Merkle tree as RFC 6962 has it; checkpoints are signed notes, its own signature a cosignature/v1, as C2SP has them.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/** @param {(string | Uint8Array)[]} parts @returns {Buffer} */
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const nodeHash = (/** @type {Uint8Array} */ left, /** @type {Uint8Array} */ right) => sha256(Buffer.of(1), left, right)

/** Whether a tree begins with the leaves of a smaller one (RFC 9162, 2.1.4.2). @param {number} old @param {Buffer} oldRoot @param {number} size @param {Buffer} root @param {Buffer[]} proof */
function begins(old, oldRoot, size, root, proof) {
  if (old === 0) return true
  if (old === size) return proof.length === 0 && oldRoot.equals(root)
  const [first, ...rest] = Number.isInteger(Math.log2(old)) ? [oldRoot, ...proof] : proof
  if (old > size || !first) return false
  let [at, last, was, is] = [old - 1, size - 1, first, first]
  while (at % 2 === 1) [at, last] = [(at - 1) / 2, Math.floor(last / 2)]
  for (const other of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      ;[was, is] = [nodeHash(other, was), nodeHash(other, is)]
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else is = nodeHash(is, other)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && was.equals(oldRoot) && is.equals(root)
}

const { values: given } = parseArgs({ options: { url: { type: 'string' }, key: { type: 'string' }, folder: { type: 'string' }, name: { type: 'string', default: 'nguoi-lam-chung.vidu.invalid' }, every: { type: 'string' } } })
const { url, key, folder, name, every } = given
const [, logName = '', logId = '', encoded = ''] = /^(\S+?)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(key ?? '') ?? []
if (!url || !folder || !name || !/^[^\s+]{1,100}$/.test(name) || (every !== undefined && !/^[1-9]\d{0,4}$/.test(every)) || Buffer.from(encoded, 'base64')[0] !== 1) {
  console.log('node witness.mjs --url <service> --key <name+id+key of the log> --folder <folder> [--name <name>] [--every <seconds>]')
  process.exit(2)
}
const logKey = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(encoded, 'base64').subarray(1).toString('base64url') } })

mkdirSync(folder, { recursive: true, mode: 0o700 })
const keyFile = join(folder, 'witness.pem')
const seenFile = join(folder, 'witnessed.txt')
const brokenFile = join(folder, 'broken.txt')
if (!existsSync(keyFile)) writeFileSync(keyFile, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
const own = createPrivateKey(readFileSync(keyFile))
/** Kind 4 of a witness, and the key. */
const typed = Buffer.concat([Buffer.of(4), Buffer.from(createPublicKey(own).export({ format: 'jwk' }).x ?? '', 'base64url')])
const ownId = sha256(`${name}\n`, typed).subarray(0, 4)
console.log(`key       ${name}+${ownId.toString('hex')}+${typed.toString('base64')}`)

/** What a checkpoint says; undefined unless the log signed it. @param {string} note */
function open(note) {
  const [, text = '', origin = '', size = '', root = '', lines = ''] = /^(([^\n]+)\n(\d{1,15})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*)\n((?:— \S+ \S+\n)+)$/.exec(note) ?? []
  const signed = lines.split('\n').filter((line) => line.startsWith(`— ${logName} `)).map((line) => Buffer.from(line.split(' ')[2] ?? '', 'base64')).find((bytes) => bytes.subarray(0, 4).toString('hex') === logId)
  const fits = signed !== undefined && origin === logName && verify(null, Buffer.from(text), logKey, signed.subarray(4))
  return fits ? { text, size: Number(size), root: Buffer.from(root, 'base64') } : undefined
}

/** Adds to a file and waits until it is on the disk. @param {string} file @param {string} text */
function add(file, text) {
  const handle = openSync(file, 'a', 0o644)
  writeSync(handle, text)
  fsyncSync(handle)
  closeSync(handle)
}

/** Ends what a power cut left of a note, so that the next one stands by itself. */
const CUT = '— cut\n'
const isWhole = (/** @type {string} */ kept) => /^$|\n— [^\n]*\n\n$/.test(kept)

/** What was seen, note by note. What a power cut left of the last one was handed to nobody and is passed over; a whole note that this log did not sign is not. @param {string} kept */
function notesOf(kept) {
  const notes = kept.split(/(?<=\n— [^\n]*\n)\n/).filter((note) => note && !note.endsWith(CUT))
  if (!isWhole(kept) && !open(notes.at(-1) ?? '')) notes.pop()
  return notes
}

/** One look at the log. @returns {Promise<boolean>} whether it is what it was */
async function look() {
  if (existsSync(brokenFile)) {
    console.log(`✗ ${brokenFile} lies here: nothing is signed until somebody has looked into it`)
    return false
  }
  const kept = existsSync(seenFile) ? readFileSync(seenFile, 'utf8') : ''
  const seen = notesOf(kept)
  const last = seen.length > 0 ? open(seen.at(-1) ?? '') : { size: 0, root: Buffer.alloc(0) }
  if (!last) throw new Error(`the last note of ${seenFile} is not signed by this log`)
  const answer = await fetch(`${url}/nhat-ky/noi-tiep.json?tu=${last.size}`, { signal: AbortSignal.timeout(20_000) })
  if (answer.status === 404 && last.size === 0) return true
  if (!answer.ok) throw new Error(`the service answers ${answer.status}`)
  const body = await answer.text()
  const { checkpoint, from, proof } = JSON.parse(body)
  const now = open(String(checkpoint))
  const bytes = Buffer.from(String(proof), 'base64')
  const hashes = Array.from({ length: Math.floor(bytes.length / 32) }, (_, i) => bytes.subarray(32 * i, 32 * i + 32))
  const why = !now ? 'the checkpoint is not signed by the key of the log' : now.size < last.size ? `the log has ${now.size} lines and had ${last.size}` : from !== last.size || !begins(last.size, last.root, now.size, now.root, hashes) ? `the log of ${now.size} lines does not begin with the ${last.size} lines seen before` : undefined
  if (!now || why) {
    add(brokenFile, `${new Date().toISOString()} ${why}\n\nseen:\n${seen.at(-1) ?? ''}\nshown:\n${body}\n`)
    console.log(`✗ ${why}; kept in ${brokenFile}`)
    return false
  }
  let line = seen.at(-1)?.split('\n').find((one) => one.startsWith(`— ${name} `))
  if (now.size > last.size) {
    const at = Buffer.alloc(8)
    at.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000)))
    line = `— ${name} ${Buffer.concat([ownId, at, sign(null, Buffer.from(`cosignature/v1\ntime ${at.readBigUInt64BE()}\n${now.text}`), own)]).toString('base64')}`
    // First on its own disk, then handed over: what it once signed it also remembers.
    add(seenFile, `${isWhole(kept) ? '' : `\n${CUT}\n`}${now.text}\n${String(checkpoint).slice(now.text.length + 1).split('\n').find((one) => one.startsWith(`— ${logName} `))}\n${line}\n\n`)
  }
  if (line) {
    const told = await fetch(`${url}/may/nhat-ky/lam-chung`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ size: now.size, line }), signal: AbortSignal.timeout(20_000) })
    console.log(`✓ ${now.size} lines grew out of ${last.size}; ${told.ok ? 'the log has the signature' : `the log does not take the signature (${told.status}): is this key among its AUDIT_WITNESSES?`}`)
  }
  return true
}

if (every === undefined) process.exit((await look()) ? 0 : 1)
for (;;) {
  await look().catch((error) => console.log(`… ${error.message}; tried again`))
  await new Promise((next) => setTimeout(next, Number(every) * 1000))
}
