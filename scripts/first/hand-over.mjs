/** From whatever Node was there to the one the service runs on. */
import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { whenNpmDies } from './parent.mjs'

/**
 * Runs a script of ours on the given Node: in this process when it is the same program, else in one of its own that gets
 * our terminal and our signals, and that notices when we are killed (its channel to us closes).
 * @param {string} node path of the program
 * @param {string} script absolute path
 * @param {readonly string[]} args
 * @returns {Promise<void>} ends this process with the script's exit code
 */
export async function handOver(node, script, args) {
  if (node === process.execPath) {
    process.argv = [process.argv[0] ?? node, script, ...args]
    await import(pathToFileURL(script).href)
    return
  }
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  whenNpmDies(() => child.kill('SIGTERM'))
  await new Promise((done, failed) => {
    child.once('error', failed)
    child.once('exit', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143)
      done(undefined)
    })
  })
}
