/** Cơ sở dữ liệu quốc gia về dân cư, simulated: one person by number. The wire is in README.md. */
import { formatDate, type Person, type SandboxSystem } from '../kit/index.ts'
import { registeredPortraitOf } from './portraits.ts'
import { controlOf } from './scenarios.ts'

/** Province codes 097 to 099 were never given out; anything else could be somebody real and is refused. */
function isMadeUp(identityNumber: string): boolean {
  return /^09[789]\d{9}$/.test(identityNumber)
}

/** A person in the words of the register. */
function toWire(person: Person, portrait?: Buffer) {
  return {
    SoDinhDanh: person.identityNumber,
    HoVaTen: person.fullName,
    NgaySinh: formatDate(person.birthDate),
    GioiTinh: person.sex === 'male' ? 'Nam' : 'Nữ',
    QuocTich: person.nationality,
    NoiSinh: person.birthplace,
    NoiThuongTru: {
      MaTinh: person.residence.provinceCode, TenTinh: person.residence.provinceName, TenXa: person.residence.commune, DiaChi: person.residence.street,
    },
    NoiOHienTai: null,
    SoCMNDCu: person.formerIdentityNumber,
    ...(portrait ? { AnhChanDung: portrait.toString('base64') } : {}),
  }
}

export const system: SandboxSystem = {
  name: 'population-register',
  prefix: '/population',
  title: { vi: 'Cơ sở dữ liệu dân cư', en: 'Population register' },
  routes(app, box) {
    app.addHook('onRequest', async (request, reply) => {
      const id = request.headers['x-request-id']
      if (typeof id === 'string') reply.header('x-request-id', id)
    })
    app.get<{ Params: { id: string }; Querystring: { anh?: string } }>('/persons/:id', async (request, reply) => {
      const { id } = request.params
      if (!isMadeUp(id)) return reply.code(422).send({ MaLoi: 'SO_NGOAI_DAI_MO_PHONG', MoTa: 'Bản mô phỏng chỉ nhận số định danh 097, 098, 099' })
      const person = await box.people.get(id)
      if (!person) return reply.code(404).send({ MaLoi: 'KHONG_TIM_THAY' })
      return toWire(person, request.query.anh === '1' ? await registeredPortraitOf(person) : undefined)
    })
  },
  control: controlOf,
}
