import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { drawFault } from '../payment-platform/books.ts'
import { push, register } from '../post/parcels.ts'
import { startSandbox } from '../start.ts'

const json = (body: object) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

async function open(webUrl = 'http://127.0.0.1:9') {
  const sandbox = await startSandbox({ webUrl, demo: false, generated: 8, seed: 1 })
  const act = async (system: string, action: string, input: Record<string, string>) => (await fetch(`${sandbox.url}/control/api/systems/${system}/actions/${action}`, json(input))).status
  const fired = async (system: string) => {
    const { systems }: { systems: { name: string; fired: Record<string, number> }[] } = await (await fetch(`${sandbox.url}/control/api/systems`)).json()
    return systems.find(({ name }) => name === system)?.fired
  }
  return { sandbox, act, fired }
}

test('a certificate dealt out as late reaches the gateway so many hours after it was first asked for; one on paper never; both are counted once (P2, P3)', async () => {
  const { sandbox, act, fired } = await open()
  const [late, paper] = (await sandbox.people.list({ staff: false })).filter(({ certificates }) => certificates.length > 0)
  if (!late || !paper) throw new Error('the seed gives nobody with a certificate')
  expect(await act('health-records', 'shares', { late: `${late.identityNumber}:5`, paper: paper.identityNumber })).toBe(200)
  const ask = async (id: string) => (await fetch(`${sandbox.url}/health/certificates?SOCMND_PASSPORT=${id}`)).status
  expect([await ask(late.identityNumber), await ask(paper.identityNumber), await ask(late.identityNumber)]).toEqual([404, 404, 404])
  expect(await fired('health-records')).toMatchObject({ lateCertificate: 1, paperOnly: 1 })
  await fetch(`${sandbox.url}/control/api/clock/pass`, json({ hours: 5.1 }))
  expect([await ask(late.identityNumber), await ask(paper.identityNumber)]).toEqual([200, 404])
  expect(await act('health-records', 'shares', { late: `${late.identityNumber}:soon` })).toBe(409)
  await sandbox.close()
})

test('a fault dealt out to an order meets its next payment and no other (P4)', async () => {
  const { sandbox, act, fired } = await open()
  const box = sandbox.boxOf('payment-platform')
  expect(await act('payment-platform', 'fate', { orderInfo: 'TT-0000-0001', kind: 'lost' })).toBe(200)
  const draw = (orderInfo: string) => drawFault(box, { txnRef: `T${orderInfo}`, orderInfo })
  expect([await draw('TT-0000-0002'), await draw('TT-0000-0001'), await draw('TT-0000-0001')]).toEqual([undefined, 'lost', undefined])
  expect(await fired('payment-platform')).toMatchObject({ 'payment-lost': 1 })
  expect(await act('payment-platform', 'fate', { orderInfo: 'TT-0000-0001', kind: 'stolen' })).toBe(409)
  await sandbox.close()
})

test('the post loses the share of its hints that it is told to, beginning with the first (B6)', async () => {
  let heard = 0
  const web = createServer((_request, response) => {
    heard += 1
    response.end()
  })
  await new Promise<void>((resolve) => { web.listen(0, '127.0.0.1', resolve) })
  const address = web.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const { sandbox, act, fired } = await open(`http://127.0.0.1:${address.port}`)
  const box = sandbox.boxOf('post')
  await act('post', 'shares', { lost: '0.5' })
  const receiver = { province: 'Bắc Ninh', district: '', address: 'Đường Mẫu', name: 'NGƯỜI MẪU', email: '', tel: '0000100001', desc: '' }
  await register(box, { orderNumber: 'A1', customerCode: 'TTSIM097', govAgencyCode: '', govAgencyName: '', codAmount: 0, sender: receiver, receiver })
  for (const state of ['COLLECTED', 'IN_TRANSIT', 'FAILED', 'DELIVERED'] as const) await push(box, 'A1', state)
  expect(heard).toBe(2)
  expect(await fired('post')).toMatchObject({ lostHint: 2 })
  expect(await act('post', 'shares', { lost: '2' })).toBe(409)
  await sandbox.close()
  web.close()
})
