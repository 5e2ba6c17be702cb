/** Where things are, and the settings every script reads the same way. */
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stop } from './say.mjs'

/** The folder of the checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string} the absolute folder that holds everything the service keeps
 */
export function dataFolder(env) {
  return resolve(root, env.DATA_DIR || '.data')
}

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {'PORT' | 'SANDBOX_PORT'} name
 * @param {number} otherwise
 */
function portSetting(env, name, otherwise) {
  const text = env[name]
  if (text === undefined || text === '') return otherwise
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port > 0 && port < 65_536) return port
  throw new Stop(`${name} phải là số từ 1 đến 65535, không phải “${text}”.`, `${name} must be a number from 1 to 65535, not “${text}”.`)
}

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {{ web: number, sandbox: number }} ports of the service and of the simulated outside world
 * @throws {Stop} when a setting is not a port or both are the same
 */
export function portSettings(env) {
  const web = portSetting(env, 'PORT', 3000)
  const sandbox = portSetting(env, 'SANDBOX_PORT', 4000)
  if (web === sandbox) {
    throw new Stop(`PORT và SANDBOX_PORT phải khác nhau, hiện cùng là ${web}.`, `PORT and SANDBOX_PORT must differ: both are ${web}.`)
  }
  return { web, sandbox }
}

/** @param {string} data the data folder */
export function lockFile(data) {
  return join(data, 'launcher.json')
}
