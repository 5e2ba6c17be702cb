import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { startSandbox } from '../start.ts'
import type { SandboxSystem } from './box.ts'
import { seededRandom } from './random.ts'
import { openFaults } from './faults.ts'

let served = 0
const ministry: SandboxSystem = {
  name: 'ministry', prefix: '/ministry', title: { vi: 'Bộ Mẫu', en: 'Model ministry' },
  isPage: (path) => path === '/page',
  routes(app) {
    app.get('/answer', async () => { served += 1; return { yes: true } })
    app.get('/page', async () => 'a page')
    app.get<{ Querystring: { who: string } }>('/who', async (request, reply) => reply.header('x-request-id', request.headers['x-request-id'] ?? '').send(request.query.who))
  },
}

/** Everything that comes over one connection after one question, until it is silent for a moment. */
function rawAnswer(port: number, path: string): Promise<string> {
  return new Promise((done, failed) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nhost: sandbox\r\n\r\n`))
    socket.setTimeout(500, () => socket.destroy())
    socket.on('data', (part) => { heard += part.toString() }).on('error', failed).on('close', () => done(heard))
  })
}

const json = (body: object) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

describe('the fault switch of a ministry', () => {
  test('makes every kind of outage, and all is well when it is put right', async () => {
    await using sandbox = await startSandbox({ systems: [ministry] })
    const set = (setting: object) => fetch(`${sandbox.url}/control/api/systems/ministry/faults`, json(setting))
    const ask = () => fetch(`${sandbox.url}/ministry/answer`, { signal: AbortSignal.timeout(400) })

    expect(await (await ask()).json()).toEqual({ yes: true })
    await set({ mode: 'error500' })
    expect((await ask()).status).toBe(500)
    await set({ mode: 'error503' })
    expect((await ask()).headers.get('retry-after')).toBe('2')
    await set({ mode: 'malformed' })
    await expect((await ask()).json()).rejects.toThrow()
    await set({ mode: 'reset' })
    await expect(ask()).rejects.toThrow('fetch failed')
    await set({ mode: 'timeout' })
    await expect(ask()).rejects.toThrow(/aborted due to timeout/)
    const before = served
    await set({ mode: 'lostAnswer' })
    await expect(ask()).rejects.toThrow()
    expect(served).toBe(before + 1)
    await set({ mode: 'ok' })
    expect((await ask()).status).toBe(200)
    const kinds = (await (await fetch(`${sandbox.url}/control/api/systems`)).json()).systems[0].fired
    expect(kinds).toEqual({ error500: 1, error503: 1, malformed: 1, reset: 1, timeout: 1, lostAnswer: 1 })
  })

  test('answers twice, with the answer to somebody else, and with one from before', async () => {
    await using sandbox = await startSandbox({ systems: [ministry] })
    const set = (mode: string) => fetch(`${sandbox.url}/control/api/systems/ministry/faults`, json({ mode }))
    const ask = async (who: string, id: string) => {
      const answer = await fetch(`${sandbox.url}/ministry/who?who=${who}`, { headers: { 'x-request-id': id } })
      return [await answer.text(), answer.headers.get('x-request-id')]
    }
    expect(await ask('an', '1')).toEqual(['an', '1'])
    await set('mixedUp')
    expect(await ask('binh', '2')).toEqual(['an', '2'])
    await set('stale')
    expect(await ask('binh', '3')).toEqual(['an', '1'])
    await set('twice')
    const heard = await rawAnswer(sandbox.port, '/ministry/who?who=binh')
    expect(heard.match(/HTTP\/1\.1 200/g)).toHaveLength(2)
    await set('ok')
    expect(await ask('binh', '4')).toEqual(['binh', '4'])
  })

  test('refuses a share that is no share and a system that nobody knows', async () => {
    await using sandbox = await startSandbox({ systems: [ministry] })
    expect((await fetch(`${sandbox.url}/control/api/systems/ministry/faults`, json({ share: 3 }))).status).toBe(422)
    expect((await fetch(`${sandbox.url}/control/api/systems/nobody/faults`, json({ mode: 'ok' }))).status).toBe(404)
  })

  test('hits the given share of requests, and chaos spares the pages that people look at', async () => {
    const memory = { load: async () => undefined, save: async () => undefined }
    const faults = await openFaults(memory, seededRandom(3))
    await faults.set('ministry', { mode: 'error500', share: 0.3 })
    const hit = Array.from({ length: 1000 }, () => faults.decide('ministry', false)).filter((decided) => decided.mode === 'error500').length
    expect(hit).toBeGreaterThan(250)
    expect(hit).toBeLessThan(350)
    await faults.setChaos(1)
    expect(faults.decide('another', true).mode).toBe('ok')
    expect(faults.decide('another', false).mode).not.toBe('ok')
  })

  test('cannot be pressed by a page of another site', async () => {
    await using sandbox = await startSandbox({ systems: [ministry] })
    const answer = await fetch(`${sandbox.url}/control/chaos`, { method: 'POST', headers: { origin: 'http://elsewhere.invalid' }, body: new URLSearchParams({ share: '1' }) })
    expect(answer.status).toBe(403)
    expect(sandbox.faults.chaos()).toBe(0)
  })
})
