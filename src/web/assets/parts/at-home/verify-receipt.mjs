#!/usr/bin/env node
// Kiểm tra một biên nhận của nhật ký, không cần mạng, không cần thư viện. Checks a receipt of the log, without network or libraries:
//   node verify-receipt.mjs <receipt.json> [--key <the published key>] [--later <noi-tiep.json>] [--witness <the witness's key>] [--stamp-root <root.pem>]
// --later: a newer checkpoint with its proof, from the page /nhat-ky: does the log of today still begin with the log of the receipt?
// It also carries a stamp of time (RFC 3161) by somebody else; --stamp-root: the root of whoever made it, from where they publish it.
// The log is a Merkle tree as RFC 6962 has it, its checkpoint a signed note and a cosignature as C2SP has them. Node 18.3 or newer.
import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

/** @param {(string | Uint8Array)[]} parts @returns {Buffer} */
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const leafHash = (/** @type {string} */ text) => sha256(Buffer.of(0), text)
const nodeHash = (/** @type {Uint8Array} */ left, /** @type {Uint8Array} */ right) => sha256(Buffer.of(1), left, right)

/** Canonical JSON of a flat object: keys in order, no space. @param {Record<string, string | number | null>} value */
const canonical = (value) => `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${JSON.stringify(value[key])}`).join(',')}}`

/** A fault, in Vietnamese and English. @param {string} vi @param {string} en @returns {never} */
function fail(vi, en) {
  console.log(`✗ Biên nhận KHÔNG đúng: ${vi}\n✗ The receipt does NOT hold: ${en}`)
  process.exit(1)
}

/** The root to which a path leads from a leaf (RFC 9162, 2.1.3.2). @param {Buffer} leaf @param {number} index @param {number} size @param {Buffer[]} path */
function rootOf(leaf, index, size, path) {
  let [hash, at, last] = [leaf, index, size - 1]
  for (const other of path) {
    if (last === 0) return undefined
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(other, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else hash = nodeHash(hash, other)
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? hash : undefined
}

/** Whether a tree begins with the leaves of a smaller one (RFC 9162, 2.1.4.2). @param {number} old @param {Buffer} oldRoot @param {number} size @param {Buffer} root @param {Buffer[]} proof */
function begins(old, oldRoot, size, root, proof) {
  if (old === size) return proof.length === 0 && oldRoot.equals(root)
  const [first, ...rest] = Number.isInteger(Math.log2(old)) ? [oldRoot, ...proof] : proof
  if (!first) return false
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

/** Hashes that stand one after the other in base64. @param {string} text */
const hashesIn = (text) => Array.from({ length: Buffer.from(text, 'base64').length / 32 }, (_, i) => Buffer.from(text, 'base64').subarray(32 * i, 32 * i + 32))

/** DER: the elements that stand one after the other. @param {Buffer} bytes @returns {any[]} of tag, body and whole */
function der(bytes) {
  const found = []
  for (let at = 0; at < bytes.length; at += found[found.length - 1]?.whole.length ?? bytes.length) {
    const first = bytes.readUInt8(at + 1)
    const count = first < 0x80 ? 0 : first & 0x7f
    const from = at + 2 + count
    const to = from + (count === 0 ? first : bytes.readUIntBE(at + 2, count))
    if (to > bytes.length) throw new Error('cut off')
    found.push({ tag: bytes.readUInt8(at), body: bytes.subarray(from, to), whole: bytes.subarray(at, to) })
  }
  return found
}
/** An octet string, also one in parts. @param {any} node @returns {Buffer} */
const octets = (node) => (node.tag & 0x20 ? Buffer.concat(der(node.body).map(octets)) : node.body)
const hasOid = (/** @type {Buffer} */ body, /** @type {string} */ hex) => der(body)[0]?.body.toString('hex') === hex

/** What a time-stamp token (RFC 3161) proves of a note. @param {Buffer} token @param {string} note @param {X509Certificate | undefined} root @returns {{ at: string, by: string } | undefined} */
function stampOf(token, note, root) {
  try {
    const [, , content, ...rest] = der(der(der(der(token)[0].body)[1].body)[0].body)
    const info = octets(der(der(content.body)[1].body)[0])
    const [, , imprint, , time] = der(der(info)[0].body)
    const [, , , signed, , signature] = der(der(rest[rest.length - 1].body)[0].body)
    const certificates = der((rest.find(({ tag }) => tag === 0xa0) ?? { body: Buffer.alloc(0) }).body).map(({ whole }) => new X509Certificate(whole))
    const digests = der(signed.body).filter(({ body }) => hasOid(body, '2a864886f70d010904')).map(({ body }) => der(der(body)[1].body)[0].body)
    // What is signed is the set of attributes, of which one is the digest of what the token says.
    const by = certificates.find(({ publicKey, keyUsage }) => keyUsage?.join() === '1.3.6.1.5.5.7.3.8' && verify('sha256', Buffer.concat([Buffer.of(0x31), signed.whole.subarray(1)]), publicKey, signature.body))
    const at = new Date(time.body.toString().replace(/^(....)(..)(..)(..)(..)(..)(\.\d+)?Z$/, '$1-$2-$3T$4:$5:$6$7Z'))
    const inTerm = (/** @type {X509Certificate} */ one) => new Date(one.validFrom) <= at && at <= new Date(one.validTo)
    const isIssued = (/** @type {X509Certificate} */ one, /** @type {X509Certificate} */ issuer) => one.checkIssued(issuer) && one.verify(issuer.publicKey)
    const leads = (/** @type {X509Certificate | undefined} */ one) => one !== undefined && root !== undefined && (isIssued(one, root) || certificates.some((middle) => middle.ca && inTerm(middle) && isIssued(one, middle) && isIssued(middle, root)))
    if (!by || digests.length !== 1 || !digests[0].equals(sha256(info)) || !der(imprint.body)[1].body.equals(sha256(note)) || !inTerm(by) || (root && !leads(by))) return undefined
    return { at: at.toISOString(), by: by.subject.replace(/\n/g, ', ') }
  } catch {
    return undefined
  }
}

/** A key line: name, first four bytes of SHA-256(name, newline, kind, key), kind and key. @param {string} line @param {number} kind 1 of a log, 4 of a witness */
function keyOf(line, kind) {
  const [, name = '', id = '', encoded = ''] = /^(\S+?)\+([0-9a-f]{8})\+(\S+)$/.exec(line) ?? []
  const typed = Buffer.from(encoded, 'base64')
  if (typed.length !== 33 || typed[0] !== kind || sha256(`${name}\n`, typed).subarray(0, 4).toString('hex') !== id) fail('khóa không đúng dạng.', 'its key has another form.')
  return { name, id, key: createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: typed.subarray(1).toString('base64url') } }) }
}

/** A checkpoint: origin, size, root, time, an empty line, signatures. @param {string} note @param {ReturnType<typeof keyOf>} log */
function checkpointOf(note, log) {
  const [, text = '', origin = '', size = '', root = '', time = '', lines = ''] = /^(([^\n]+)\n(\d{1,15})\n([A-Za-z0-9+/]{43}=)\ntime (\S+)\n)\n((?:— \S+ \S+\n)+)$/.exec(note) ?? []
  const signatures = lines.trim().split('\n').map((line) => ({ name: line.split(' ')[1] ?? '', bytes: Buffer.from(line.split(' ')[2] ?? '', 'base64') }))
  /** @param {ReturnType<typeof keyOf>} by */
  const bytesBy = (by) => signatures.find(({ name, bytes }) => name === by.name && bytes.subarray(0, 4).toString('hex') === by.id)?.bytes.subarray(4) ?? Buffer.alloc(0)
  if (text === '' || !verify(null, Buffer.from(text), log.key, bytesBy(log))) fail('mốc của nhật ký không được ký bằng khóa này.', 'the checkpoint is not signed by this key.')
  return {
    text, origin, time, own: `${text}\n${lines.split('\n').find((line) => line.startsWith(`— ${log.name} `))}\n`, size: Number(size), root: Buffer.from(root, 'base64'),
    /** When a witness signed it too, and that its key fits. @param {ReturnType<typeof keyOf>} witness */
    seenAt(witness) {
      const bytes = bytesBy(witness)
      if (bytes.length !== 72) return undefined
      const at = bytes.readBigUInt64BE()
      return verify(null, Buffer.from(`cosignature/v1\ntime ${at}\n${text}`), witness.key, bytes.subarray(8)) ? new Date(Number(at) * 1000).toISOString() : undefined
    },
  }
}

/** @param {string} path @returns {any} */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return fail('tệp này không đọc được.', 'this file cannot be read.')
  }
}

const { values: given, positionals: [file] } = parseArgs({ allowPositionals: true, options: { key: { type: 'string' }, later: { type: 'string' }, witness: { type: 'string' }, 'stamp-root': { type: 'string' } } })
if (!file) {
  console.log('node verify-receipt.mjs <receipt.json> [--key <name+id+key>] [--later <noi-tiep.json>] [--witness <name+id+key>] [--stamp-root <root.pem>]')
  process.exit(2)
}
const { format, row, source, index, salt, proof, checkpoint, key } = read(file) ?? {}
if (format !== 'toan-trinh-receipt/1' || typeof row !== 'object' || row === null || !Number.isSafeInteger(index) || index < 0 || ![source, salt, proof, checkpoint, key].every((part) => typeof part === 'string')) {
  fail('tệp này không phải biên nhận của nhật ký.', 'this file is no receipt of the log.')
}

// 1. The key, and the checkpoint that it signed.
if (given.key && given.key !== key) fail('khóa trong biên nhận không phải khóa bạn đưa vào.', 'its key is not the key that you gave.')
const log = keyOf(key, 1)
const held = checkpointOf(checkpoint, log)

// 2. The record: its salted hash stands in the leaf, and the leaf is under the signed root.
const digest = sha256(Buffer.from(salt, 'hex'), canonical(row)).toString('hex')
const leaf = leafHash(canonical({ digest, id: row.id, index, source, v: 1 }))
if (Buffer.from(proof, 'base64').length % 32 !== 0 || index >= held.size || !rootOf(leaf, index, held.size, hashesIn(proof))?.equals(held.root)) {
  fail('điều ghi trong biên nhận không nằm trong nhật ký tại mốc này, hoặc đã bị sửa.', 'what it says is not in the log under this checkpoint, or was changed.')
}

// 3. A newer checkpoint: the log must have grown out of the one of the receipt.
const later = given.later === undefined ? undefined : read(given.later)
const now = later && checkpointOf(String(later.checkpoint), log)
if (now && now.size < held.size) fail(`nhật ký bây giờ chỉ có ${now.size} dòng, biên nhận có từ lúc nhật ký có ${held.size} dòng: đã có dòng bị bỏ đi.`, `the log now has ${now.size} lines; it had ${held.size} on your receipt: lines were taken away.`)
if (now && now.size > held.size && later.from !== held.size) fail(`tệp nối tiếp tính từ dòng ${later.from}, biên nhận cần từ dòng ${held.size}.`, `the file tells of growth from ${later.from} lines; this receipt needs it from ${held.size}.`)
if (now && !begins(held.size, held.root, now.size, now.root, hashesIn(String(later.proof)))) fail('nhật ký bây giờ không nối tiếp nhật ký trong biên nhận: bạn được cho xem một nhật ký khác.', 'the log of today does not begin with the log of your receipt: you were shown another log.')

// 4. A stamp of somebody else's time, on a checkpoint that grew out of the one of the receipt.
const stamped = later?.stamped ? checkpointOf(String(later.stamped.checkpoint), log) : undefined
const stamp = stamped && stampOf(Buffer.from(String(later.stamped.token), 'base64'), stamped.own, given['stamp-root'] === undefined ? undefined : new X509Certificate(readFileSync(given['stamp-root'])))
if (stamped && (stamped.size < held.size || !begins(held.size, held.root, stamped.size, stamped.root, hashesIn(String(later.stamped.proof))))) fail('mốc được đóng dấu thời gian không nối tiếp nhật ký trong biên nhận.', 'the stamped checkpoint does not begin with the log of your receipt.')
if (stamped && (!stamp || Date.parse(stamp.at) < Date.parse(stamped.time) - 60_000)) fail('dấu thời gian không đúng với mốc này, hoặc không dẫn về gốc bạn đưa vào.', 'the stamp of time is not of this checkpoint, or does not lead to the root that you gave.')
if (given['stamp-root'] !== undefined && !stamp) fail('chưa có dấu thời gian để kiểm tra: tải tệp nối tiếp sau một giờ rồi chạy lại với --later.', 'there is no stamp of time to check: fetch the file of growth after an hour and run this again with --later.')

// 5. A witness of another owner, who saw the log grow.
const witnessed = given.witness === undefined ? undefined : held.seenAt(keyOf(given.witness, 4))
if (given.witness !== undefined && !witnessed) fail('mốc này không có chữ ký của người làm chứng bạn đưa vào.', 'the checkpoint bears no signature of the witness that you gave.')

console.log(`✓ Biên nhận đúng.
  Đã ghi: bước “${row.kind}” của hồ sơ ${row.dossier_id}, lúc ${row.at} (giờ UTC).
  Đây là dòng số ${index} trong nhật ký ${held.origin}; lúc ${held.time} nhật ký có ${held.size} dòng, và gốc của nó được ký bằng khóa
  ${key}
  ${given.key ? 'Đó là khóa bạn đưa vào.' : 'Bạn chưa đưa khóa vào: hãy so khóa này với khóa đã công bố, hoặc chạy lại với --key.'}
  ${now ? `Nhật ký có ${now.size} dòng lúc ${now.time} vẫn bắt đầu bằng đúng các dòng này.` : `Muốn biết nhật ký hôm nay có còn giữ đúng các dòng này không: tải tệp nối tiếp từ ${held.size} dòng ở trang nhật ký, chạy lại với --later.`}
  ${stamp ? `Dấu thời gian của ${stamp.by}: nhật ký với các dòng này đã có lúc ${stamp.at}. ${given['stamp-root'] ? 'Chứng thư của bên ấy dẫn về gốc bạn đưa vào.' : 'Bạn chưa đưa gốc của bên ấy vào (--stamp-root): chưa biết có nên tin bên ấy không.'}` : 'Chưa kiểm tra dấu thời gian của bên khác: dấu nằm trong tệp nối tiếp, mỗi giờ một dấu.'}
  ${witnessed ? `Người làm chứng bạn đưa vào đã thấy mốc này và ký lúc ${witnessed}: ai được cho xem nhật ký khác thì mốc của họ không có chữ ký đó.` : 'Điều này chưa nói rằng mọi người đều được cho xem cùng một nhật ký: hãy giữ biên nhận, khi có tranh chấp cơ quan kiểm tra phải so được mốc này với tệp mốc giữ bên ngoài.'}
✓ The receipt holds.
  On record: the step “${row.kind}” of dossier ${row.dossier_id}, at ${row.at} (UTC).
  It is line ${index} of the log ${held.origin}; at ${held.time} that log had ${held.size} lines, and its root is signed by the key above.
  ${given.key ? 'That is the key that you gave.' : 'You gave no key: compare it with the published one, or run this again with --key.'}
  ${now ? `The log of ${now.size} lines at ${now.time} still begins with these very lines.` : `Whether the log of today still has these lines: fetch the file of growth from ${held.size} lines on the page of the log, and run this again with --later.`}
  ${stamp ? `Stamp of time by ${stamp.by}: the log with these lines was there at ${stamp.at}. ${given['stamp-root'] ? 'Its certificate leads to the root that you gave.' : 'You gave no root (--stamp-root): whether to trust them is not known.'}` : 'No stamp of somebody else’s time was checked: it comes with the file of growth, one each hour.'}
  ${witnessed ? `The witness that you gave saw this checkpoint and signed it at ${witnessed}: whoever is shown another log has no such signature.` : 'It does not say that everybody is shown the same log: keep the receipt. In a dispute its checkpoint must fit the file of checkpoints kept outside.'}`)
