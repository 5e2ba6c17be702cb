import { expect, test } from 'vitest'
import { attacks } from './attacks.ts'
import { selfTest } from './self-test.ts'

test('whoever owns the database rewrites the history of fifty dossiers in every way of S13, and each is seen; where nobody did, nothing is (TH18)', async () => {
  const lines: string[] = []
  expect(await selfTest((line) => lines.push(line), 0)).toBe(0)
  expect(lines[0]).toMatch(/^✓ control: 50 dossiers, .* 0 faults$/)
  expect(lines.filter((line) => line.startsWith('✓ seen'))).toHaveLength(attacks.length)
  expect(lines[0]).toContain('3 stamps')
  // The nine of S13: update, delete, insert back-dated, reorder, truncate, rewrite and rebuild, disable a trigger, restore an old backup, split view.
  for (const way of ['update', 'delete', 'insert back-dated', 'reorder', 'truncate', 'rewrite all and rebuild', 'disable a trigger', 'restore an old backup', 'split view', 'stamp: the token of another', 'stamp: none for longer', 'stamp: by a stranger', 'stamp: older']) {
    expect(lines.filter((line) => line.includes(way)), way).not.toEqual([])
  }
})
