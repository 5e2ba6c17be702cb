import { expect, test } from 'vitest'
import { startSandbox } from '../start.ts'
import { system } from './system.ts'

test('the population register knows An, says plainly that it does not know somebody, and refuses a number that could be real', async () => {
  await using sandbox = await startSandbox({ systems: [system] })
  const ask = (id: string, query = '') => fetch(`${sandbox.url}/population/persons/${id}${query}`, { headers: { 'x-request-id': 'r-1' } })
  const an = await ask('097088001234', '?anh=1')
  expect(an.headers.get('x-request-id')).toBe('r-1')
  expect(await an.json()).toMatchObject({
    SoDinhDanh: '097088001234', HoVaTen: 'Nguyễn Văn An', NgaySinh: '12/03/1988', GioiTinh: 'Nam', NoiThuongTru: { MaTinh: '24', TenTinh: 'Bắc Ninh' }, AnhChanDung: expect.any(String),
  })
  const nobody = await ask('099088999999')
  expect([nobody.status, await nobody.json()]).toEqual([404, { MaLoi: 'KHONG_TIM_THAY' }])
  expect((await ask('001088001234')).status).toBe(422)
})
