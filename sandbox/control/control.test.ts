import { createServer } from 'node:http'
import { parse } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import { simulationBand } from '../kit/index.ts'
import { startSandbox } from '../start.ts'

const json = (body: object) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

describe('the control page', () => {
  test('bears the band, tells every story and offers a switch for every system', async () => {
    await using sandbox = await startSandbox({ webUrl: 'http://127.0.0.1:9' })
    const page = parse(await (await fetch(`${sandbox.url}/`)).text())
    expect(page.querySelector('.band')?.text).toContain(simulationBand.vi)
    expect(page.querySelector('.band')?.text).toContain(simulationBand.en)
    expect(page.text).toContain('Nguyễn Văn An')
    expect(page.querySelectorAll('section[id^=he-thong-] select[name=mode]').length).toBeGreaterThanOrEqual(10)
    expect(page.querySelectorAll('script')).toEqual([])
  })

  test('passes time forward only, by hours, working days or to an instant', async () => {
    await using sandbox = await startSandbox({ systems: [] })
    const pass = async (wish: object) => fetch(`${sandbox.url}/control/api/clock/pass`, json(wish))
    await pass({ until: '2030-11-22T03:00:00.000Z' })
    expect((await (await pass({ workingDays: 1 })).json()).now).toMatch(/^2030-11-25T03:00/)
    expect((await (await pass({ hours: 1.5 })).json()).now).toMatch(/^2030-11-25T04:30/)
    expect((await pass({ until: '2026-01-01T00:00:00Z' })).status).toBe(409)
    expect((await pass({})).status).toBe(422)
  })

  test('offers to go to the due date that the service tells, and goes there', async () => {
    const dueAt = new Date(Date.now() + 5 * 86_400_000).toISOString()
    const web = createServer((_request, response) => response.end(JSON.stringify({ nextDue: dueAt })))
    await new Promise<void>((resolve) => { web.listen(0, '127.0.0.1', resolve) })
    const address = web.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    await using sandbox = await startSandbox({ systems: [], webUrl: `http://127.0.0.1:${address.port}` })
    const button = parse(await (await fetch(`${sandbox.url}/`)).text()).querySelector('button[name=until]')
    expect(button?.getAttribute('value')).toBe(dueAt)
    const answer = await fetch(`${sandbox.url}/control/clock/pass`, { method: 'POST', body: new URLSearchParams({ until: dueAt }), redirect: 'manual' })
    expect(answer.status).toBe(303)
    expect((await sandbox.clock.now()).toISOString() >= dueAt).toBe(true)
    web.close()
  })

  test('gives the cast to whoever seeds the service, officers with role and province', async () => {
    await using sandbox = await startSandbox({ systems: [], demo: true, generated: 30, seed: 5 })
    const cast = await (await fetch(`${sandbox.url}/control/api/cast?limit=11`)).json()
    expect(cast.total).toBe(41)
    expect(cast.people).toHaveLength(11)
    expect(cast.staff).toContainEqual(expect.objectContaining({ role: 'signer', province: '24', name: 'Bùi Đình Quang' }))
    expect(cast.licences).toContainEqual(expect.objectContaining({ identityNumber: '097088001234', licenceClass: 'B2', regime: 'old' }))
    const rest = await (await fetch(`${sandbox.url}/control/api/cast?from=11&limit=100`)).json()
    expect(rest.people).toHaveLength(30)
    expect(rest.staff).toEqual([])
  })

  test('has a portrait of everybody, good or bad', async () => {
    await using sandbox = await startSandbox({ systems: [] })
    const portrait = await fetch(`${sandbox.url}/control/api/people/097088001234/portrait.jpg?flaw=dark&width=300`)
    expect(portrait.headers.get('content-type')).toBe('image/jpeg')
    expect((await fetch(`${sandbox.url}/control/api/people/001088001234/portrait.jpg`)).status).toBe(404)
  })
})
