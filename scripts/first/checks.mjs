/** What can stand in the way of a start, looked at before anything is done: version, folder, disk, ports. */
import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { codeOf, explainFile, Stop } from './say.mjs'

const MB = 1024 * 1024

/**
 * @param {string} folder made when missing
 * @throws {Stop} when nothing can be written there
 */
export function checkWritable(folder) {
  const probe = join(folder, `.write-probe-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK | constants.X_OK)
    writeFileSync(probe, Buffer.alloc(4096))
    rmSync(probe)
  } catch (error) {
    rmSync(probe, { force: true })
    throw explainFile(error, folder)
  }
}

/**
 * @param {string} folder
 * @param {number} neededMb
 * @throws {Stop} when the disk has less
 */
export async function checkSpace(folder, neededMb) {
  const disk = await statfs(folder).catch(() => undefined)
  if (!disk) return // a system that cannot say is no reason to refuse
  const freeMb = Math.floor((disk.bavail * disk.bsize) / MB)
  if (freeMb >= neededMb) return
  throw new Stop(
    `Ổ đĩa chứa ${folder} chỉ còn ${freeMb} MB trống, cần ít nhất ${neededMb} MB.`,
    `The disk that holds ${folder} has only ${freeMb} MB free; at least ${neededMb} MB are needed.`,
  )
}

/**
 * @param {number} port
 * @param {string} setting the environment variable that moves it
 * @param {string} whatVi
 * @param {string} whatEn
 * @throws {Stop} when something else listens there, or this user may not
 */
export async function checkPort(port, setting, whatVi, whatEn) {
  const failure = await tryPort(port)
  if (!failure) return
  const other = port + 100 > 65_535 ? port - 100 : port + 100
  if (failure === 'EACCES') {
    throw new Stop(
      `Người dùng này không được mở cổng ${port} (${whatVi}), hãy chọn cổng khác: ${setting}=${other + 8000} npm start.`,
      `This user may not open port ${port} (${whatEn}): choose another one: ${setting}=${other + 8000} npm start.`,
    )
  }
  throw new Stop(
    `Cổng ${port} (${whatVi}) đang được chương trình khác dùng, hãy tắt nó hoặc chọn cổng khác: ${setting}=${other} npm start.`,
    `Port ${port} (${whatEn}) is taken by another program: stop that one or choose another port: ${setting}=${other} npm start.`,
  )
}

/** @param {number} port @returns {Promise<string | undefined>} why it cannot be opened on the loopback address */
export function tryPort(port) {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', (error) => done(codeOf(error) || 'EADDRINUSE'))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => done(undefined)))
  })
}
