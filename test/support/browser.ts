/** A real browser: the machine's own Chromium where there is one, else the one that ships inside npm. */
import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Starts a headless browser; `await using` closes it. CHROMIUM names another program.
 * Its own list of arguments is not used: `--single-process` dies when a page is closed.
 */
export async function openBrowser(): Promise<Browser> {
  const own = [process.env.CHROMIUM, ...INSTALLED].find((path) => path && existsSync(path))
  return chromium.launch({ executablePath: own ?? (await sparticuz.executablePath()), args: ['--no-sandbox', '--disable-gpu'], headless: true })
}
