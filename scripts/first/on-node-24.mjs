/** For programs that are no service: install what is missing, then run on Node 24 with what was asked for on the command line. */
import { checkWritable } from './checks.mjs'
import { handOver } from './hand-over.mjs'
import { bringNode, installLibraries } from './install.mjs'
import { root } from './places.mjs'
import { explain } from './say.mjs'

/**
 * @param {string} script absolute path
 * @returns {Promise<void>} ends this process with the script's exit code
 */
export async function runOnNode24(script) {
  try {
    checkWritable(root)
    await installLibraries()
    await handOver(await bringNode(), script, process.argv.slice(2))
  } catch (error) {
    explain(error)
    process.exitCode = 1
  }
}
