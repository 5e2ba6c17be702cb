/** Two systems in one folder: the certificate authority ('/ca') and the time-stamp authority ('/tsa'). The wire is in README.md. */
import type { FastifyInstance } from 'fastify'
import type { SandboxSystem } from '../kit/index.ts'
import { authorityKeys, issue, listIssued, type Profile, revocationList, revoke } from './authority.ts'
import { stamp } from './time-stamps.ts'

const profiles: readonly Profile[] = ['officer', 'authority', 'timestamp']

function asRequest(body: unknown): { csr: string; profile: Profile; name: string } | undefined {
  if (body === null || typeof body !== 'object' || !('csr' in body) || !('profile' in body) || !('name' in body)) return undefined
  const { csr, name } = body
  const profile = profiles.find((known) => known === body.profile)
  if (typeof csr !== 'string' || typeof name !== 'string' || profile === undefined) return undefined
  return name.trim() === '' || name.length > 120 ? undefined : { csr, profile, name: name.normalize('NFC').trim() }
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

export const certificateAuthority: SandboxSystem = {
  name: 'certificate-authority',
  prefix: '/ca',
  title: { vi: 'Cơ quan chứng thực chữ ký số', en: 'Certificate authority' },
  routes(app, box) {
    app.post('/certificates', async (request, reply) => {
      const input = asRequest(request.body)
      if (input === undefined) return reply.code(400).send({ error: 'Send csr (PEM), profile (officer, authority, timestamp) and name.' })
      try {
        const chain = await issue(box, input)
        return await reply.type('application/x-pem-file').send(chain)
      } catch (problem) {
        return reply.code(422).send({ error: problem instanceof Error ? problem.message : 'The request could not be read.' })
      }
    })
    app.get('/root.pem', async (_request, reply) => reply.type('application/x-pem-file').send((await authorityKeys(box)).root.toString('pem')))
    app.get('/crl', async (_request, reply) => reply.type('application/pkix-crl').send(await revocationList(box)))
  },
  control: {
    actions: [{
      id: 'revoke',
      title: { vi: 'Thu hồi chứng thư', en: 'Revoke a certificate' },
      fields: [{ name: 'certificate', title: { vi: 'Tên hoặc số sê-ri', en: 'Name or serial number' }, kind: 'text' }],
      async run(box, input) {
        const count = await revoke(box, input.certificate ?? '')
        if (count === 0) throw new Error('No certificate in force has this name or serial number.')
        return `Revoked: ${count}.`
      },
    }],
    async panel(box) {
      const rows = (await listIssued(box)).slice(0, 20).map((one) =>
        `<tr><td>${escapeHtml(one.name)}</td><td>${one.profile}</td><td><code>${one.serial.slice(0, 16)}…</code></td><td>${one.revokedAt === null ? 'còn hiệu lực · in force' : 'đã thu hồi · revoked'}</td></tr>`)
      return `<table><thead><tr><th>Tên · Name</th><th>Loại · Profile</th><th>Sê-ri · Serial</th><th>Trạng thái · Status</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
    },
  },
}

export const timestampAuthority: SandboxSystem = {
  name: 'timestamp-authority',
  prefix: '/tsa',
  title: { vi: 'Dịch vụ cấp dấu thời gian', en: 'Time-stamp authority' },
  routes(app: FastifyInstance, box) {
    app.addContentTypeParser('application/timestamp-query', { parseAs: 'buffer', bodyLimit: 16 * 1024 }, (_request, body, done) => done(null, body))
    app.post('/', async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) return reply.code(415).send({ error: 'Send application/timestamp-query.' })
      return reply.type('application/timestamp-reply').send(await stamp(box, request.body))
    })
  },
}
