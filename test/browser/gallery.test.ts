/** Every part of the web kit, drawn on a phone and on a desk, judged by axe, its small script pressed through (P7). */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { root } from '../../scripts/first/places.mjs'

test('every part of the pages is free of known barriers, fits phone and desk, and does what it should', async () => {
  const pictures = mkdtempSync(join(tmpdir(), 'gallery-'))
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'scripts', 'testing', 'gallery.mjs'), pictures]).catch((error: { stdout: string }) => error)
    expect(stdout.trim().split('\n')).toEqual([expect.stringMatching(/nothing wrong$/)])
  } finally {
    rmSync(pictures, { recursive: true, force: true })
  }
})
