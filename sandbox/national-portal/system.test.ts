import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../start.ts'
import { system } from './system.ts'

let sandbox: Sandbox
let token: string

beforeAll(async () => {
  sandbox = await startSandbox({ systems: [system] })
  token = (await (await post('/token', { client_id: 'toan-trinh', client_secret: 'mo-phong' })).json()).access_token
})
afterAll(async () => { await sandbox.close() })

const post = (path: string, body: object, headers: Record<string, string> = {}) => fetch(`${sandbox.url}/portal${path}`, {
  method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers }, body: JSON.stringify(body),
})
const dossier = (code: string, status: number) => ({
  MaHoSo: code, MaTTHC: '3.000347', TenTTHC: 'Đổi giấy phép lái xe', ChuHoSo: 'Nguyễn Văn An', NgayTiepNhan: '20261120093000', NgayHenTra: '', TrangThaiHoSo: status,
})

describe('the national portal', () => {
  test('gives consecutive dossier codes of the day, and the same code for a repeated request', async () => {
    const code = async (key: string) => (await (await post('/ma-ho-so', { MaCoQuan: 'H05.19', MaYeuCau: key })).json()).MaHoSo
    const first = await code('a')
    expect(first).toMatch(/^H05\.19-\d{6}-0001$/)
    expect(await code('b')).toMatch(/-0002$/)
    expect(await code('a')).toBe(first)
  })

  test('follows a dossier from newly registered to result returned and keeps every step', async () => {
    for (const status of [1, 1, 2, 4, 5, 4, 9, 10]) expect((await post('/ho-so', dossier('H05.19-261120-0001', status))).status).toBe(200)
    const kept = await (await fetch(`${sandbox.url}/portal/ho-so/H05.19-261120-0001`, { headers: { authorization: `Bearer ${token}` } })).json()
    expect(kept.history.map((step: { TrangThai: number }) => step.TrangThai)).toEqual([1, 2, 4, 5, 4, 9, 10])
  })

  test('refuses a dossier that goes backwards or begins in the middle', async () => {
    expect((await post('/ho-so', dossier('H05.19-261120-0002', 9))).status).toBe(409)
    await post('/ho-so', dossier('H05.19-261120-0003', 1))
    await post('/ho-so/trang-thai', { MaHoSo: 'H05.19-261120-0003', TrangThai: 3 })
    const back = await post('/ho-so/tien-do', { MaHoSo: 'H05.19-261120-0003', NguoiXuLy: 'Ngô Thị Oanh', ThoiDiemXuLy: '20261120103000', TrangThai: 4 })
    expect((await back.json()).error_code).toBe('THU_TU_TRANG_THAI')
  })

  test('answers nobody without a token', async () => {
    expect((await post('/ho-so', dossier('H05.19-261120-0004', 1), { authorization: '' })).status).toBe(401)
  })
})
