/** Kho dữ liệu điện tử của công dân, simulated: takes signed results and shows them to their owner. The wire is in README.md, and is our own. */
import { z } from 'zod'
import type { SandboxSystem } from '../kit/index.ts'
import { actions, panel } from './scenarios.tsx'
import { fileOf, paperShape, put, StoreRefusal } from './stored.ts'

export const system: SandboxSystem = {
  name: 'data-store',
  prefix: '/data-store',
  title: { vi: 'Kho dữ liệu điện tử của công dân', en: 'Citizens’ electronic data store' },
  isPage: (path) => path.startsWith('/tep/'),
  routes(app, box) {
    app.addHook('onRequest', async (request, reply) => {
      const id = request.headers['x-request-id']
      if (typeof id === 'string') reply.header('x-request-id', id)
    })
    app.setErrorHandler((problem, _request, reply) => {
      if (problem instanceof StoreRefusal) return reply.code(problem.status).send({ error_code: problem.code, message: problem.message })
      if (problem instanceof z.ZodError) return reply.code(400).send({ error_code: 'DU_LIEU_SAI', message: z.prettifyError(problem) })
      throw problem
    })
    app.post('/giay-to', { bodyLimit: 8 * 1024 * 1024 }, async (request) => {
      const stored = await put(box, paperShape.parse(request.body))
      return {
        error_code: 0, MaYeuCau: stored.MaYeuCau, MaBam: stored.MaBam, MaKetQua: stored.MaKetQua,
        DuongDanTepTinKetQua: `${box.url}/data-store/tep/${stored.MaKetQua}`, ThoiDiemNhan: stored.ThoiDiemNhan,
      }
    })
    app.get<{ Params: { code: string } }>('/tep/:code', async (request, reply) => {
      const bytes = await fileOf(box, request.params.code)
      if (!bytes) return reply.code(404).send({ error_code: 'KHONG_TIM_THAY', message: 'Không có giấy tờ này / no such paper' })
      return reply.type('application/pdf').header('cache-control', 'no-store').send(bytes)
    })
  },
  control: { actions, panel },
}
