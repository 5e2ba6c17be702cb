/** The Chromium that ships inside npm, unpacked into the checkout's own folder: one in a shared temporary folder belongs to whoever came first. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sparticuz from '@sparticuz/chromium'
import { root } from '../first/places.mjs'

/** Where the program lies; unpacked when it is not there yet. @returns {Promise<string>} */
export async function packagedChromium() {
  const folder = join(root, '.data', 'chromium')
  mkdirSync(folder, { recursive: true })
  const before = process.env.TMPDIR
  // The package unpacks into the temporary folder and knows no other way to be told.
  process.env.TMPDIR = folder
  try {
    return await sparticuz.executablePath()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
