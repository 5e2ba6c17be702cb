/**
 * The sentences of the launcher, each in Vietnamese and English. This folder runs on any Node from 18 before anything is
 * installed: plain JavaScript, `node:` modules only.
 */

/** A reason not to start that a person can act on: one sentence in each language, no stack. */
export class Stop extends Error {
  /**
   * @param {string} vi one sentence
   * @param {string} en the same sentence
   * @param {string} [detail] what a program said, for the curious
   */
  constructor(vi, en, detail) {
    super(en)
    this.name = 'Stop'
    this.vi = vi
    this.en = en
    this.detail = detail
  }
}

/**
 * Says what is being done now, in both languages on one line.
 * @param {string} vi
 * @param {string} en
 */
export function tell(vi, en) {
  process.stdout.write(`· ${vi}  |  ${en}\n`)
}

/**
 * Prints why nothing was started. A Stop is its two sentences; anything else is a fault of ours, with its stack.
 * @param {unknown} unclear
 */
export function explain(unclear) {
  const error = unclear instanceof Stop ? unclear : explainFile(unclear, pathOf(unclear))
  if (error instanceof Stop) {
    process.stderr.write(`\n✗ ${error.vi}\n  ${error.en}\n`)
    if (error.detail) process.stderr.write(`\n${error.detail.trimEnd()}\n`)
    return
  }
  process.stderr.write('\n✗ Có lỗi ngoài dự kiến của bộ khởi động.\n  The launcher met an unexpected fault.\n')
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}

/**
 * @param {unknown} error
 * @returns {string} the system's error code as `ENOSPC`, or an empty string
 */
export function codeOf(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** @param {unknown} error @returns {string} the file it was about, or the folder of the service */
function pathOf(error) {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : '.data'
}

/**
 * The sentence for a file operation that failed, so that a full disk is never told as a stack trace.
 * @param {unknown} error
 * @param {string} path
 * @returns {unknown} a Stop where the cause is known, else the error itself
 */
export function explainFile(error, path) {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Stop(`Ổ đĩa chứa ${path} đã đầy, hãy giải phóng chỗ rồi chạy lại.`, `The disk that holds ${path} is full: free some space and start again.`)
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new Stop(
      `Không ghi được vào ${path}, hãy cấp quyền ghi cho người dùng này rồi chạy lại.`,
      `Cannot write to ${path}: give this user the right to write there and start again.`,
    )
  }
  return error
}
