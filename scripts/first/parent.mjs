/** npm killed outright cannot pass a signal on; its child notices that it was handed to another parent. */

/**
 * @param {() => void} then called once when the npm that started us is gone
 */
export function whenNpmDies(then) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const parent = process.ppid
  const watching = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watching)
    then()
  }, 500)
  watching.unref()
}
