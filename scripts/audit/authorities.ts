/** The made-up authorities that certify and stamp, alone, over HTTP: the self-test needs nobody else of the simulated world. */
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { openMemoryDocs } from '../../sandbox/kit/docs.ts'
import { authorityKeys, issue, type Needs, revocationList } from '../../sandbox/signing-service/authority.ts'
import { stamp } from '../../sandbox/signing-service/time-stamps.ts'

export interface Authorities {
  readonly url: string
  close(): Promise<void>
}

/** Starts them on a free port of this machine, with keys of their own. */
export async function startAuthorities(): Promise<Authorities> {
  const docs = openMemoryDocs()
  const server = createServer()
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  const address = server.address()
  const url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
  const box: Needs = { url, now: async () => new Date(), docs: (name) => docs.collection(name) }
  const answers: Readonly<Record<string, (body: Buffer) => Promise<Buffer | string>>> = {
    'GET /ca/root.pem': async () => (await authorityKeys(box)).root.toString('pem'),
    'GET /ca/crl': () => revocationList(box),
    'POST /ca/certificates': (body) => issue(box, JSON.parse(body.toString())),
    'POST /tsa': (body) => stamp(box, body),
  }
  server.on('request', async (request, response) => {
    const answer = answers[`${request.method} ${request.url?.replace(/\/$/, '')}`]
    const said = await answer?.(await buffer(request)).catch(() => undefined)
    response.writeHead(said === undefined ? 404 : 200).end(said)
  })
  return {
    url,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => { server.close(done) })
      await docs.close()
    },
  }
}
