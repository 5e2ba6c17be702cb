/** A bad line: bytes drip through, and after so many of them the connection is cut, as often as asked. */
import { createConnection, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export interface BreakingLine extends AsyncDisposable {
  readonly url: string
  /** How often the line has broken so far. */
  cuts(): number
  /** Bytes that came through towards the server. */
  sent(): number
}

/**
 * @param target the server behind the line
 * @param cutAfter bytes towards the server after which the line breaks: one number a break, counted anew after each
 * @param bytesPerSecond how much drips through
 */
export async function openBreakingLine(target: string, { cutAfter, bytesPerSecond }: { cutAfter: readonly number[]; bytesPerSecond: number }): Promise<BreakingLine> {
  const { hostname, port } = new URL(target)
  const breaks = [...cutAfter]
  const open = new Set<Socket>()
  let [cuts, through, sent] = [0, 0, 0]
  const server = createServer((near) => {
    const far = createConnection({ host: hostname, port: Number(port) })
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    far.pipe(near)
    // Whoever hangs up in the middle of a drip has hung up.
    drip(near, far).catch(() => undefined)
  })
  async function drip(near: Socket, far: Socket): Promise<void> {
    const step = Math.max(1, Math.round(bytesPerSecond / 50))
    for await (const chunk of near) {
      const bytes: Buffer = chunk
      for (let at = 0; at < bytes.length; at += step) {
        const part = bytes.subarray(at, at + step)
        far.write(part)
        through += part.length
        sent += part.length
        if (breaks[0] !== undefined && through >= breaks[0]) {
          breaks.shift()
          through = 0
          cuts += 1
          near.resetAndDestroy()
          far.resetAndDestroy()
          return
        }
        await pause(20)
      }
    }
  }
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  const address = server.address()
  if (!address || typeof address !== 'object') throw new Error('no line')
  return {
    url: `http://127.0.0.1:${address.port}`,
    cuts: () => cuts,
    sent: () => sent,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      await new Promise((done) => {
        server.close(done)
      })
    },
  }
}
