import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { digestOf, hashOfLeaf, leafText } from './leaf.ts'
import { keyLine, openNote, readKeyLine, signNote, splitNotes } from './note.ts'
import { leafHash } from './tree.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const verifier = { name: 'log.vidu.invalid', key: publicKey }
const checkpoint = { origin: 'log.vidu.invalid', size: 12, root: leafHash(Buffer.from('x')), at: new Date('2026-11-22T08:00:00.000Z') }
const note = signNote(checkpoint, privateKey, verifier)

test('a checkpoint says origin, size, root and time, and opens with its key only', () => {
  expect(note.split('\n').slice(0, 5)).toEqual(['log.vidu.invalid', '12', checkpoint.root.toString('base64'), 'time 2026-11-22T08:00:00.000Z', ''])
  expect(openNote(note, verifier)).toEqual(checkpoint)
  expect(openNote(note, { ...verifier, key: generateKeyPairSync('ed25519').publicKey })).toBeUndefined()
  expect(openNote(note, { ...verifier, name: 'other' })).toBeUndefined()
})

test('every changed character is noticed', () => {
  for (let i = 0; i < note.length; i++) {
    const changed = `${note.slice(0, i)}${note[i] === 'A' ? 'B' : 'A'}${note.slice(i + 1)}`
    expect([i, openNote(changed, verifier)]).toEqual([i, undefined])
  }
})

test('a key is one line, as the Go project writes its own example, and is read back only whole', () => {
  const line = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  const read = readKeyLine(line)
  expect(read && keyLine(read)).toBe(line)
  expect(openNote(note, readKeyLine(keyLine(verifier)) ?? verifier)).toEqual(checkpoint)
  for (const wrong of [line.replace('c74f20a3', 'c74f20a4'), line.replace('Peter', 'Petra'), line.slice(0, -1), 'x', '']) expect(readKeyLine(wrong)).toBeUndefined()
})

test('a file of notes is read note by note; a piece that broke off stays a piece of its own', () => {
  const second = signNote({ ...checkpoint, size: 13 }, privateKey, verifier)
  expect(splitNotes(`${note}\n${second}\n`)).toEqual([note, second])
  expect(splitNotes(`${note}\n${note}\n${second}\n`)).toEqual([note, second])
  const torn = `${second.slice(0, 40)}\n\u2014 torn\n`
  expect(splitNotes(`${note}\n${torn}\n${second}\n`)).toEqual([note, torn, second])
  expect(splitNotes('')).toEqual([])
})

test('a leaf names a row by its id and a salted hash; key order changes nothing, one letter changes all', () => {
  const salt = Buffer.alloc(16, 1)
  const digest = digestOf(salt, { id: 'a', kind: 'submit', helper_id: null })
  expect(digestOf(salt, { kind: 'submit', helper_id: null, id: 'a' })).toEqual(digest)
  expect(digestOf(salt, { id: 'a', kind: 'submiT', helper_id: null })).not.toEqual(digest)
  expect(digestOf(Buffer.alloc(16, 2), { id: 'a', kind: 'submit', helper_id: null })).not.toEqual(digest)
  const leaf = { index: 7, source: 'dossiers.event' as const, id: 'a', digest }
  expect(leafText(leaf)).toBe(`{"digest":"${digest.toString('hex')}","id":"a","index":7,"source":"dossiers.event","v":1}`)
  expect(hashOfLeaf(leaf)).toEqual(leafHash(Buffer.from(leafText(leaf))))
})
