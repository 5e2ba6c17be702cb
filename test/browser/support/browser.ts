/** A real browser: the machine's own Chromium where there is one, else the one that ships inside npm. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { packagedChromium } from '../../../scripts/testing/chromium.mjs'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** No sandbox, for the tests may run as root; nothing that a browser asks of the world by itself. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/**
 * Starts a headless browser; `await using` closes it. CHROMIUM_PATH names another program.
 * The package's own list of arguments is not used: `--single-process` dies when a page is closed.
 */
export async function openBrowser(): Promise<Browser> {
  const own = [process.env.CHROMIUM_PATH, ...INSTALLED].find((path) => path && existsSync(path))
  return chromium.launch({ executablePath: own ?? (await packagedChromium()), args: ARGS, headless: true })
}
