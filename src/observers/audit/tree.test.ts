import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consistencyRanges, coverOf, emptyRoot, growFrom, inclusionRanges, isConsistent, joinCover, keyOf, leafHash, nodeHash, type Range, rootByInclusion } from './tree.ts'

/** The test data of Certificate Transparency for RFC 6962. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) => Buffer.from(hex, 'hex'))
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

/** The tree as RFC 6962 §2.1 writes it, by recursion over all leaves: slow and plain. */
function rootOf(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return createHash('sha256').digest()
  if (hashes.length === 1 && hashes[0]) return hashes[0]
  let k = 1
  while (k * 2 < hashes.length) k *= 2
  return nodeHash(rootOf(hashes.slice(0, k)), rootOf(hashes.slice(k)))
}

const hashesOf = (n: number) => Array.from({ length: n }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)))
const proofOf = (hashes: readonly Buffer[], ranges: readonly Range[]) => ranges.map(({ from, to }) => rootOf(hashes.slice(from, to)))

describe('the tree of RFC 6962', () => {
  test('gives the roots of its published test data, and none for leaves taken for nodes', () => {
    const hashes = LEAVES.map(leafHash)
    expect(ROOTS.map((_, n) => rootOf(hashes.slice(0, n)).toString('hex'))).toEqual(ROOTS)
    const tree = growFrom(0, [])
    for (const [i, hash] of hashes.entries()) {
      tree.add(hash)
      expect(tree.root().toString('hex')).toBe(ROOTS[i + 1])
    }
    expect(emptyRoot.toString('hex')).toBe(ROOTS[0])
    const [a, b] = hashes
    if (a && b) expect(leafHash(Buffer.concat([a, b]))).not.toEqual(nodeHash(a, b))
  })

  test('gives the published paths', () => {
    const hashes = LEAVES.map(leafHash)
    const hex = (ranges: readonly Range[], n: number) => proofOf(hashes.slice(0, n), ranges).map((hash) => hash.toString('hex'))
    expect(hex(inclusionRanges(0, 8), 8)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ])
    expect(hex(inclusionRanges(5, 8), 8)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ])
    expect(hex(consistencyRanges(1, 8), 8)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ])
    expect(hex(consistencyRanges(2, 5), 5)).toEqual(['5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'])
  })

  test('grows step by step from any right edge to the same root, and each inner node is named once', () => {
    fc.assert(fc.property(fc.nat(80), fc.nat(80), (before, more) => {
      const hashes = hashesOf(before + more)
      const kept = new Map<string, Buffer>(hashes.map((hash, last) => [keyOf({ last, level: 0 }), hash]))
      const whole = growFrom(0, [])
      for (const hash of hashes) for (const node of whole.add(hash)) {
        expect(kept.has(keyOf(node))).toBe(false)
        kept.set(keyOf(node), node.hash)
      }
      const edge = coverOf(0, before).map((part) => kept.get(keyOf(part)) ?? emptyRoot)
      const tree = growFrom(before, edge)
      for (const hash of hashes.slice(before)) tree.add(hash)
      expect(tree.root()).toEqual(rootOf(hashes))
      expect(joinCover(coverOf(0, before + more).map((part) => kept.get(keyOf(part)) ?? emptyRoot))).toEqual(rootOf(hashes))
    }), { numRuns: 60 })
  })

  test('every leaf of every tree is proven to be in it, and no other leaf, place, size or path is', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), (n, pick, wrong) => {
      const hashes = hashesOf(n)
      const root = rootOf(hashes)
      const index = pick % n
      const leaf = hashes[index] ?? emptyRoot
      const proof = proofOf(hashes, inclusionRanges(index, n))
      expect(rootByInclusion(leaf, index, n, proof)).toEqual(root)
      expect(rootByInclusion(leafHash(Buffer.from('another')), index, n, proof)).not.toEqual(root)
      expect(rootByInclusion(leaf, (index + 1) % n, n, proof)?.equals(root) ?? false).toBe(n === 1)
      expect(rootByInclusion(leaf, index, n, [...proof, emptyRoot])).toBeUndefined()
      if (proof.length > 0) {
        expect(rootByInclusion(leaf, index, n, proof.slice(1))?.equals(root) ?? false).toBe(false)
        const bent = proof.map((hash, i) => (i === wrong % proof.length ? leafHash(hash) : hash))
        expect(rootByInclusion(leaf, index, n, bent)).not.toEqual(root)
      }
    }), { numRuns: 300 })
  })

  test('a tree is proven to begin with every smaller one, and with no other (AUD3)', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), (n, pick, wrong) => {
      const hashes = hashesOf(n)
      const m = pick % (n + 1)
      const earlier = { size: m, root: rootOf(hashes.slice(0, m)) }
      const later = { size: n, root: rootOf(hashes) }
      const proof = proofOf(hashes, consistencyRanges(m, n))
      expect(isConsistent(earlier, later, proof)).toBe(true)
      expect(isConsistent(earlier, later, [...proof, emptyRoot])).toBe(false)
      if (m === 0) return
      const rewritten = hashes.map((hash, i) => (i === wrong % m ? leafHash(hash) : hash))
      const other = { size: n, root: rootOf(rewritten) }
      expect(isConsistent(earlier, other, proof)).toBe(false)
      expect(isConsistent(earlier, other, proofOf(rewritten, consistencyRanges(m, n)))).toBe(false)
    }), { numRuns: 300 })
  })

  test('asks for no leaf that is not there', () => {
    expect(() => inclusionRanges(3, 3)).toThrow('no leaf 3')
    expect(() => consistencyRanges(4, 3)).toThrow('never of 4')
    expect(rootByInclusion(emptyRoot, 3, 3, [])).toBeUndefined()
    expect(isConsistent({ size: 2, root: emptyRoot }, { size: 1, root: emptyRoot }, [])).toBe(false)
  })
})
