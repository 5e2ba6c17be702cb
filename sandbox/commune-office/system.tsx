/** A commune office (UBND xã) that certifies electronic copies of paper health certificates. The wire is in README.md. */
import { z } from 'zod'
import { type Box, formatInstant, renderPage, renderPart, type SandboxSystem } from '../kit/index.ts'
import { certify, copiesOf, filesOf, type Quality } from './copies.ts'

const title = { vi: 'Ủy ban nhân dân xã: chứng thực bản sao điện tử', en: 'Commune office: certified electronic copies' }
const qualities: { value: Quality; title: { vi: string; en: string } }[] = [
  { value: 'good', title: { vi: 'Đúng', en: 'Good' } },
  { value: 'tampered', title: { vi: 'Bị sửa sau khi ký', en: 'Changed after signing' } },
  { value: 'wrong-root', title: { vi: 'Ký bằng chứng thư không ai tin', en: 'Signed under a root nobody trusts' } },
  { value: 'unsigned', title: { vi: 'Chưa ký', en: 'Not signed' } },
]
const asked = z.object({ SoDinhDanh: z.string().regex(/^09[789]\d{9}$/) })
const fileOf = (id: string) => `/commune/copies/${id}.pdf`

async function Copies({ box }: { box: Box }) {
  const copies = await copiesOf(box).list({ newestFirst: true, limit: 20 })
  if (copies.length === 0) return <p>Chưa có bản sao nào. <span class="en" lang="en">No copies yet.</span></p>
  return (
    <ul>
      {copies.map((copy) => <li key={copy.id}><a href={fileOf(copy.id)}>{copy.fullName}, {copy.number}</a> · {qualities.find((one) => one.value === copy.quality)?.title.vi} · {formatInstant(new Date(copy.madeAt))}</li>)}
    </ul>
  )
}

export const system: SandboxSystem = {
  name: 'commune-office',
  prefix: '/commune',
  title,
  isPage: (path) => path === '/',
  routes(app, box) {
    app.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(renderPage({ title, system: title, children: await Copies({ box }) })))
    app.post('/copies', async (request, reply) => {
      const parsed = asked.safeParse(request.body)
      const person = parsed.success ? await box.people.get(parsed.data.SoDinhDanh) : undefined
      if (!person) return reply.code(parsed.success ? 404 : 400).send({ MaLoi: 'KHONG_CO_NGUOI_NAY' })
      const copy = await certify(box, person, 'good')
      return reply.code(201).send({ Id: copy.id, SoGiayKham: copy.number, DuongDan: `${box.url}${fileOf(copy.id)}` })
    })
    app.get<{ Params: { file: string } }>('/copies/:file', async (request, reply) => {
      const file = await filesOf(box).get(request.params.file.replace(/\.pdf$/, ''))
      if (!file) return reply.code(404).send({ MaLoi: 'KHONG_CO_BAN_SAO' })
      return reply.type('application/pdf').header('content-disposition', 'attachment; filename="ban-sao-chung-thuc.pdf"').send(Buffer.from(file.pdf, 'base64'))
    })
  },
  control: {
    actions: [{
      id: 'certify',
      title: { vi: 'Chứng thực bản sao điện tử giấy khám của người này', en: 'Make a certified copy of this person’s paper certificate' },
      fields: [
        { name: 'person', title: { vi: 'Người', en: 'Person' }, kind: 'person' },
        { name: 'quality', title: { vi: 'Bản sao', en: 'The copy' }, kind: 'choice', options: qualities, value: 'good' },
      ],
      async run(box, input) {
        const person = await box.people.get(input['person'] ?? '')
        const quality = qualities.find((one) => one.value === (input['quality'] || 'good'))?.value
        if (!person || !quality) throw new Error('Không có người này hoặc loại này. / Nobody of that number, or no such kind.')
        const copy = await certify(box, person, quality)
        return `${person.fullName}, ${copy.number}: ${box.url}${fileOf(copy.id)}`
      },
    }],
    panel: async (box) => renderPart(await Copies({ box })),
  },
}
