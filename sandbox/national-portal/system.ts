/** Cổng Dịch vụ công quốc gia, simulated: token, dossier code, dossier and progress, status 1 to 10. The wire is in README.md. */
import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Box, SandboxSystem } from '../kit/index.ts'
import { nextCode } from './codes.ts'
import { addProgress, dossierShape, dossiersOf, PortalRefusal, progressShape, setStatus, statusShape, upsertDossier } from './dossiers.ts'
import { portalPanel } from './panel.tsx'

const tokenSeconds = 3600
const credentials = z.object({ grant_type: z.literal('client_credentials').optional(), client_id: z.string().min(1), client_secret: z.string().min(1) })
const codeRequest = z.object({ MaCoQuan: z.string().regex(/^[A-Z]\d{2}(\.\d{2,3})*$/), MaYeuCau: z.string().min(1).max(200).optional() })

interface Token {
  endsAt: number
}

export const system: SandboxSystem = {
  name: 'national-portal',
  prefix: '/portal',
  title: { vi: 'Cổng Dịch vụ công quốc gia', en: 'National public service portal' },
  async routes(app, box) {
    const tokens = box.docs<Token>('tokens')
    const known = new Map<string, number>()
    app.addHook('onRequest', async (request, reply) => {
      const id = request.headers['x-request-id']
      if (typeof id === 'string') reply.header('x-request-id', id)
    })
    app.setErrorHandler((problem, _request, reply) => {
      if (problem instanceof PortalRefusal) return reply.code(problem.status).send({ error_code: problem.code, message: problem.message })
      if (problem instanceof z.ZodError) return reply.code(400).send({ error_code: 'DU_LIEU_SAI', message: z.prettifyError(problem) })
      throw problem
    })
    app.post('/token', async (request) => {
      credentials.parse(request.body)
      const token = randomUUID()
      known.set(token, Date.now() + tokenSeconds * 1000)
      await tokens.put(token, { endsAt: Date.now() + tokenSeconds * 1000 }, { ttlSeconds: tokenSeconds })
      return { access_token: token, token_type: 'Bearer', expires_in: tokenSeconds }
    })
    await app.register(async (guarded) => {
      guarded.addHook('preHandler', (request, reply) => checkToken(request, reply, async (token) => {
        const endsAt = known.get(token) ?? (await tokens.get(token))?.endsAt ?? 0
        known.set(token, endsAt)
        return endsAt > Date.now()
      }))
      guarded.post('/ma-ho-so', async (request) => {
        const { MaCoQuan, MaYeuCau } = codeRequest.parse(request.body)
        const key = MaYeuCau ?? header(request, 'idempotency-key') ?? header(request, 'x-request-id') ?? randomUUID()
        return { error_code: 0, MaHoSo: await nextCode(box, MaCoQuan, key) }
      })
      guarded.post('/ho-so', async (request) => told(await upsertDossier(box, dossierShape.parse(request.body))))
      guarded.post('/ho-so/tien-do', async (request) => told(await addProgress(box, progressShape.parse(request.body))))
      guarded.post('/ho-so/trang-thai', async (request) => told(await setStatus(box, statusShape.parse(request.body))))
      guarded.get<{ Params: { code: string } }>('/ho-so/:code', async (request, reply) => {
        const found = await dossiersOf(box).get(request.params.code)
        return found ?? reply.code(404).send({ error_code: 'KHONG_TIM_THAY', message: 'Chưa có hồ sơ này' })
      })
    })
  },
  control: { actions: [], panel: (box: Box) => portalPanel(box) },
}

const told = (dossier: { MaHoSo: string; TrangThaiHoSo: number }) => ({ error_code: 0, MaHoSo: dossier.MaHoSo, TrangThaiHoSo: dossier.TrangThaiHoSo })

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

async function checkToken(request: FastifyRequest, reply: FastifyReply, isGood: (token: string) => Promise<boolean>): Promise<FastifyReply | undefined> {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (token && await isGood(token)) return undefined
  return reply.code(401).send({ error_code: 'TOKEN', message: 'Cần token còn hạn / a valid token is needed' })
}
