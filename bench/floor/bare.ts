/** Starts the floor's process and hands it what it inserts. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { InsertSet } from './bare-server.ts'

export interface Bare {
  readonly url: string
  take(sets: readonly InsertSet[]): Promise<void>
  close(): void
}

export async function startBare(databaseUrl: string): Promise<Bare> {
  const child = fork(join(import.meta.dirname, 'bare-server.ts'), [databaseUrl], { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const { port } = await heard<{ port: number }>(child)
  return {
    url: `http://127.0.0.1:${port}`,
    async take(sets) {
      const taken = heard<{ taken: number }>(child)
      child.send([...sets])
      await taken
    },
    close: () => child.disconnect(),
  }
}

function heard<T>(child: ChildProcess): Promise<T> {
  return new Promise((done, failed) => {
    child.once('message', (message) => done(message as T)) // our own process at the other end
    child.once('exit', (code) => failed(new Error(`the bare server ended with ${code}`)))
  })
}
