#!/usr/bin/env node
// Kiểm tra một biên nhận của nhật ký, không cần mạng, không cần thư viện: node verify-receipt.mjs <biên nhận.json> [--key <khóa đã công bố>]
// Checks a receipt of the log, without network or libraries: node verify-receipt.mjs <receipt.json> [--key <the published key>]
// The log is a Merkle tree as RFC 6962 has it, its checkpoint a signed note as C2SP has it. Node 18 or newer.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

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

const [file, flag, published] = process.argv.slice(2)
if (!file || (flag !== undefined && (flag !== '--key' || !published))) {
  console.log('node verify-receipt.mjs <receipt.json> [--key <name+id+key>]')
  process.exit(2)
}
/** @type {any} */
let receipt
try {
  receipt = JSON.parse(readFileSync(file, 'utf8'))
} catch {
  fail('tệp này không đọc được.', 'this file cannot be read.')
}
const { row, source, index, salt, proof, checkpoint, key } = receipt ?? {}
if (receipt?.format !== 'toan-trinh-receipt/1' || typeof row !== 'object' || row === null || !Number.isSafeInteger(index) || index < 0 || ![source, salt, proof, checkpoint, key].every((part) => typeof part === 'string')) {
  fail('tệp này không phải biên nhận của nhật ký.', 'this file is no receipt of the log.')
}

// 1. The key: name, first four bytes of SHA-256(name, newline, kind, key), kind 1 and key.
if (published && published !== key) fail('khóa trong biên nhận không phải khóa bạn đưa vào.', 'its key is not the key that you gave.')
const [, name = '', id = '', encoded = ''] = /^(\S+?)\+([0-9a-f]{8})\+(\S+)$/.exec(key) ?? []
const typed = Buffer.from(encoded, 'base64')
if (typed.length !== 33 || typed[0] !== 1 || sha256(`${name}\n`, typed).subarray(0, 4).toString('hex') !== id) fail('khóa không đúng dạng.', 'its key has another form.')
const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: typed.subarray(1).toString('base64url') } })

// 2. The checkpoint: origin, size, root, time, an empty line, the signature.
const [, text = '', origin = '', count = '', root64 = '', time = '', signer = '', signed = ''] =
  /^(([^\n]+)\n(\d{1,16})\n([A-Za-z0-9+/]{43}=)\ntime (\S+)\n)\n— (\S+) (\S+)\n$/.exec(checkpoint) ?? []
const signature = Buffer.from(signed, 'base64')
if (text === '' || signer !== name || signature.subarray(0, 4).toString('hex') !== id || !verify(null, Buffer.from(text), publicKey, signature.subarray(4))) {
  fail('mốc của nhật ký không được ký bằng khóa này.', 'the checkpoint is not signed by this key.')
}

// 3. The record: its salted hash stands in the leaf, and the leaf is under the signed root.
const digest = sha256(Buffer.from(salt, 'hex'), canonical(row)).toString('hex')
const leaf = leafHash(canonical({ digest, id: row.id, index, source, v: 1 }))
const hashes = Buffer.from(proof, 'base64')
const path = Array.from({ length: hashes.length / 32 }, (_, i) => hashes.subarray(32 * i, 32 * i + 32))
const size = Number(count)
if (hashes.length % 32 !== 0 || index >= size || !rootOf(leaf, index, size, path)?.equals(Buffer.from(root64, 'base64'))) {
  fail('điều ghi trong biên nhận không nằm trong nhật ký tại mốc này, hoặc đã bị sửa.', 'what it says is not in the log under this checkpoint, or was changed.')
}

console.log(`✓ Biên nhận đúng.
  Đã ghi: bước “${row.kind}” của hồ sơ ${row.dossier_id}, lúc ${row.at} (giờ UTC).
  Đây là dòng số ${index} trong nhật ký ${origin}; lúc ${time} nhật ký có ${size} dòng, và gốc của nó được ký bằng khóa
  ${key}
  ${published ? 'Đó là khóa bạn đưa vào.' : 'Bạn chưa đưa khóa vào: hãy so khóa này với khóa đã công bố, hoặc chạy lại với --key.'}
  Điều này chưa nói rằng mọi người đều được cho xem cùng một nhật ký: hãy giữ biên nhận, khi có tranh chấp cơ quan kiểm tra phải so được mốc này với tệp mốc giữ bên ngoài.
✓ The receipt holds.
  On record: the step “${row.kind}” of dossier ${row.dossier_id}, at ${row.at} (UTC).
  It is line ${index} of the log ${origin}; at ${time} that log had ${size} lines, and its root is signed by the key above.
  ${published ? 'That is the key that you gave.' : 'You gave no key: compare it with the published one, or run this again with --key.'}
  It does not say that everybody is shown the same log: keep the receipt. In a dispute its checkpoint must fit the file of checkpoints kept outside.`)
