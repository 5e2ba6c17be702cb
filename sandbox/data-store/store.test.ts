import { createHash, createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../start.ts'
import { system } from './system.ts'

let sandbox: Sandbox
let owner: string
beforeAll(async () => {
  sandbox = await startSandbox({ systems: [system] })
  owner = (await sandbox.people.list({ limit: 1 }))[0]?.identityNumber ?? ''
})
afterAll(async () => { await sandbox.close() })

function paper(key: string, content: string, over: Record<string, string> = {}) {
  const bytes = Buffer.from(content)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const fields = {
    MaHeThong: 'toan-trinh', MaYeuCau: key, SoDinhDanh: owner, MaHoSo: 'G01.097-261120-0001', LoaiGiayTo: 'electronic-licence', TenGiayTo: 'Giấy phép lái xe', CoQuanCap: 'G01.097', NgayCap: '20261120', MaBam: hash, NoiDung: bytes.toString('base64'), ...over,
  }
  return { ...fields, ChuKy: createHmac('sha256', 'sandbox-only-secret').update([fields.MaHeThong, fields.MaYeuCau, fields.SoDinhDanh, fields.MaBam].join('|')).digest('hex') }
}
const send = async (body: object) => {
  const answer = await fetch(`${sandbox.url}/data-store/giay-to`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return { status: answer.status, ...(await answer.json()) }
}

describe('the citizens’ data store', () => {
  test('takes a signed result once, says under which code, and gives the same bytes back', async () => {
    const first = await send(paper('request-1', '%PDF-1.7 one'))
    expect(first).toMatchObject({ status: 200, MaYeuCau: 'request-1', MaKetQua: expect.stringMatching(/^KQ\./) })
    expect(await send(paper('request-1', '%PDF-1.7 one'))).toEqual(first)
    expect(await (await fetch(first.DuongDanTepTinKetQua)).text()).toBe('%PDF-1.7 one')
  })

  test('refuses another file under a used request, a wrong signature, a file that is not what its hash says, and a number that could be real', async () => {
    await send(paper('request-2', '%PDF-1.7 two'))
    expect(await send(paper('request-2', '%PDF-1.7 other'))).toMatchObject({ status: 409, error_code: 'KHAC_NOI_DUNG' })
    expect(await send({ ...paper('request-3', '%PDF-1.7 three'), ChuKy: '0'.repeat(64) })).toMatchObject({ status: 401 })
    expect(await send(paper('request-4', '%PDF-1.7 four', { MaBam: '0'.repeat(64) }))).toMatchObject({ status: 400 })
    expect(await send(paper('request-5', '%PDF-1.7 five', { SoDinhDanh: '001085000001' }))).toMatchObject({ status: 400 })
  })

  test('has no place for somebody without a store, until they have one', async () => {
    const action = (id: string) => system.control?.actions.find((one) => one.id === id)?.run(sandbox.boxOf('data-store'), { identityNumber: owner })
    await action('close')
    expect(await send(paper('request-6', '%PDF-1.7 six'))).toMatchObject({ status: 404, error_code: 'KHONG_CO_KHO' })
    await action('open')
    expect(await send(paper('request-6', '%PDF-1.7 six'))).toMatchObject({ status: 200 })
  })
})
