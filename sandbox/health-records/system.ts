/** The health gateway: electronic health certificates of drivers, as the clinics sent them. */
import { randomUUID } from 'node:crypto'
import type { SandboxSystem } from '../kit/index.ts'
import { clinicsByHand, clinicsWithSoftware } from './clinic-software.ts'
import { countMissed, listByNumber, listByPerson } from './records.ts'
import { actions, takeWrongPerson } from './scenarios.ts'

export const system: SandboxSystem = {
  name: 'health-records',
  prefix: '/health',
  title: { vi: 'Cổng dữ liệu giấy khám sức khoẻ lái xe', en: 'Gateway of drivers’ health certificates' },
  routes(app, box) {
    app.get('/clinics', async () => ({ clinics: [...(await clinicsWithSoftware(box)).map(({ privateKeyPem: _key, ...clinic }) => clinic), ...clinicsByHand].map((clinic) => ({ ...clinic, province: '24' })) }))
    app.get<{ Querystring: { SOCMND_PASSPORT?: string; SO?: string } }>('/certificates', async (request, reply) => {
      const { SOCMND_PASSPORT: identityNumber, SO: number } = request.query
      const refuse = (text: string) => reply.code(400).send({ MSG_STATE: '0', MSG_TEXT: text, UUID: randomUUID() })
      if ((identityNumber === undefined) === (number === undefined)) return refuse('Cần đúng một trong SOCMND_PASSPORT và SO')
      // Codes 097 to 099 belong to no province: a real person's number must never get this far.
      if (identityNumber !== undefined && !/^09[789]\d{9}$/.test(identityNumber)) return refuse('SOCMND_PASSPORT không thuộc dữ liệu mô phỏng')
      // Under the number of today nothing is found that was made out to the card of before.
      const found = identityNumber !== undefined ? (await listByPerson(box, identityNumber)).filter(({ SOCMND_PASSPORT: on }) => on === identityNumber) : await listByNumber(box, number ?? '')
      const wrong = identityNumber !== undefined && await takeWrongPerson(box)
      const records = wrong ? found.map((record) => ({ ...record, SOCMND_PASSPORT: '097099000000', HOTEN: 'NGƯỜI KHÁC' })) : found
      if (records.length === 0) return reply.code(404).send({ MSG_STATE: '0', MSG_TEXT: 'Không tìm thấy giấy khám sức khỏe', UUID: randomUUID() })
      return { MSG_STATE: '1', MSG_TEXT: '', UUID: randomUUID(), DANHSACH: records }
    })
  },
  control: { actions, fired: async (box) => ({ ...(await countMissed(box)) }) },
}
