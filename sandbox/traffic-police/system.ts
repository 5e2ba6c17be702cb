/** The violation databases of the traffic police and, for old dates, of the bodies that held them before March 2025. */
import { z } from 'zod'
import { compactInstant, type SandboxSystem } from '../kit/index.ts'
import { isBody, listFor } from './records.ts'
import { actions, takeWrongPerson } from './scenarios.ts'

const question = z.object({
  MaYeuCau: z.string().min(1).max(64),
  // Codes 097 to 099 belong to no province: a real person's number must never get this far.
  SoDinhDanh: z.string().regex(/^09[789]\d{9}$/),
  HoVaTen: z.string().min(1).max(200),
  NgaySinh: z.string().regex(/^\d{8}$/),
})

export const system: SandboxSystem = {
  name: 'violations',
  prefix: '/violations',
  title: { vi: 'Cơ sở dữ liệu vi phạm giao thông', en: 'Traffic violation databases' },
  routes(app, box) {
    app.post<{ Params: { body: string } }>('/:body/search', async (request, reply) => {
      const { body } = request.params
      if (!isBody(body)) return reply.code(404).send({ MaLoi: 'KHONG_CO_NGUON' })
      const asked = question.safeParse(request.body)
      if (!asked.success) return reply.code(400).send({ MaLoi: 'SAI_DINH_DANG', Truong: asked.error.issues[0]?.path.join('.') ?? '' })
      const { MaYeuCau, SoDinhDanh } = asked.data
      const now = await box.now()
      if (await takeWrongPerson(box)) return { MaYeuCau, SoDinhDanh: '097099000000', ThoiDiem: compactInstant(now), DanhSach: [] }
      const person = await box.people.get(SoDinhDanh)
      return { MaYeuCau, SoDinhDanh, ThoiDiem: compactInstant(now), DanhSach: listFor(person, body) }
    })
  },
  control: { actions },
}
