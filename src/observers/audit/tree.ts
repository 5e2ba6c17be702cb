/**
 * The Merkle tree of RFC 6962 §2.1 (the same in RFC 9162): who holds the root of n leaves can be shown, with some log2(n)
 * hashes, that a leaf is among them, and that a larger tree begins with these very leaves. Leaves and inner nodes are
 * hashed apart (0x00, 0x01), so that no inner node can be passed off as a leaf.
 */
import { createHash } from 'node:crypto'

const LEAF = Buffer.of(0x00)
const NODE = Buffer.of(0x01)

/** The root of a tree without leaves. */
export const emptyRoot: Buffer = createHash('sha256').digest()

/** SHA-256(0x00 ‖ data). */
export function leafHash(data: Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(data).digest()
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest()
}

/** A whole subtree of 2^level leaves, named by its last leaf: that one makes it whole, and it never changes again. */
export interface Subtree {
  readonly last: number
  readonly level: number
}

/** The key of a subtree in a map. */
export function keyOf({ last, level }: Subtree): string {
  return `${level}/${last}`
}

/** The largest power of two below n. @param n at least 2 */
function splitOf(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** The whole subtrees of which leaves `from` (inclusive) to `to` (exclusive) consist, left to right. @param from a multiple of the largest power of two that fits */
export function coverOf(from: number, to: number): Subtree[] {
  const cover: Subtree[] = []
  for (let at = from; at < to; ) {
    let level = 0
    while (at + 2 ** (level + 1) <= to && at % 2 ** (level + 1) === 0) level += 1
    at += 2 ** level
    cover.push({ last: at - 1, level })
  }
  return cover
}

/** The hash over neighbouring whole subtrees, as the tree has it: the smaller ones on the right are joined first. */
export function joinCover(hashes: readonly Uint8Array[]): Buffer {
  const [last, ...before] = [...hashes].reverse()
  if (!last) return emptyRoot
  return before.reduce<Buffer>((right, left) => nodeHash(left, right), Buffer.from(last))
}


/** Where a tree of a size ends. @param hashes of coverOf(0, size) */
export function growFrom(size: number, hashes: readonly Uint8Array[]): { add(leaf: Uint8Array): (Subtree & { readonly hash: Buffer })[]; root(): Buffer; size(): number } {
  const cover = coverOf(0, size)
  if (cover.length !== hashes.length) throw new Error('the right edge of the tree has another number of hashes')
  const stack: { level: number; hash: Buffer }[] = cover.map(({ level }, i) => ({ level, hash: Buffer.from(hashes[i] ?? emptyRoot) }))
  let count = size
  return {
    /** Adds a leaf by its hash. @returns the inner nodes that became whole by it */
    add(leaf) {
      const whole: (Subtree & { hash: Buffer })[] = []
      const last = count
      let top: { level: number; hash: Buffer } = { level: 0, hash: Buffer.from(leaf) }
      count += 1
      for (let left = stack.at(-1); left?.level === top.level; left = stack.at(-1)) {
        stack.pop()
        top = { level: top.level + 1, hash: nodeHash(left.hash, top.hash) }
        whole.push({ last, ...top })
      }
      stack.push(top)
      return whole
    },
    root: () => joinCover(stack.map(({ hash }) => hash)),
    size: () => count,
  }
}

/** Leaves `from` (inclusive) to `to` (exclusive), of which one hash is needed. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Which hashes prove that leaf `index` is in a tree of a size, lowest first. RFC 6962 §2.1.1. */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!(index >= 0 && index < size)) throw new Error(`no leaf ${index} in a tree of ${size}`)
  const path = (from: number, to: number): Range[] => {
    if (to - from === 1) return []
    const middle = from + splitOf(to - from)
    return index < middle ? [...path(from, middle), { from: middle, to }] : [...path(middle, to), { from, to: middle }]
  }
  return path(0, size)
}

/** Which hashes prove that a tree begins with the leaves of a smaller one. RFC 6962 §2.1.2. */
export function consistencyRanges(earlier: number, size: number): Range[] {
  if (!(earlier >= 0 && earlier <= size)) throw new Error(`a tree of ${size} was never of ${earlier}`)
  const path = (from: number, to: number, whole: boolean): Range[] => {
    if (earlier === to) return whole ? [] : [{ from, to }]
    const middle = from + splitOf(to - from)
    return earlier <= middle ? [...path(from, middle, whole), { from: middle, to }] : [...path(middle, to, false), { from, to: middle }]
  }
  return earlier === 0 || earlier === size ? [] : path(0, size, true)
}

/** The root that a proof leads to; undefined when the proof is too long or too short for the place. */
export function rootByInclusion(leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[]): Buffer | undefined {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return undefined
  let hash: Buffer = Buffer.from(leaf)
  let at = index
  let last = size - 1
  for (const other of proof) {
    if (last === 0) return undefined
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(other, hash)
      while (at % 2 === 0 && at !== 0) {
        at /= 2
        last = Math.floor(last / 2)
      }
    } else hash = nodeHash(hash, other)
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? hash : undefined
}

/** Whether a proof shows that a tree begins with the leaves of an earlier one. RFC 9162 §2.1.4.2. */
export function isConsistent(earlier: { readonly size: number; readonly root: Uint8Array }, later: { readonly size: number; readonly root: Uint8Array }, proof: readonly Uint8Array[]): boolean {
  const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0
  if (earlier.size > later.size) return false
  if (earlier.size === later.size) return proof.length === 0 && same(earlier.root, later.root)
  if (earlier.size === 0) return proof.length === 0 && same(earlier.root, emptyRoot)
  const isPower = 2 ** Math.round(Math.log2(earlier.size)) === earlier.size
  const [first, ...rest] = isPower ? [earlier.root, ...proof] : proof
  if (!first) return false
  let at = earlier.size - 1
  let last = later.size - 1
  while (at % 2 === 1) {
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  let old: Uint8Array = first
  let now: Uint8Array = first
  for (const other of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      old = nodeHash(other, old)
      now = nodeHash(other, now)
      while (at % 2 === 0 && at !== 0) {
        at /= 2
        last = Math.floor(last / 2)
      }
    } else now = nodeHash(now, other)
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && same(old, earlier.root) && same(now, later.root)
}
