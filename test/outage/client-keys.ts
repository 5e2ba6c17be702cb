/** A small web server that shows our client keys to the eID, where the service's own pages are not open. */
import { createServer } from 'node:http'
import { clientJwks } from '../../src/capabilities/identity/client.ts'
import type { Platform } from '../../src/platform/runtime.ts'

export interface ClientKeys {
  readonly webUrl: string
  /** Whose keys it shows. */
  show(platform: Platform): void
  close(): void
}

export async function serveClientKeys(): Promise<ClientKeys> {
  let keys = (): object => ({ keys: [] })
  const web = createServer((request, response) => {
    if (!request.url?.endsWith('client-jwks.json')) response.writeHead(404).end()
    else response.setHeader('content-type', 'application/json').end(JSON.stringify(keys()))
  })
  await new Promise<void>((done) => { web.listen(0, '127.0.0.1', done) })
  const address = web.address()
  return {
    webUrl: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
    show(platform) {
      keys = () => clientJwks(platform)
    },
    close() {
      web.closeAllConnections()
      web.close()
    },
  }
}
