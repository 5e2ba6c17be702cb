/** Định danh điện tử (eID), simulated: sign-in, RP logout, and a look at what was issued. The wire is in README.md. */
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type Provider from 'oidc-provider'
import { type Box, renderPage, type SandboxSystem } from '../kit/index.ts'
import { controlOf } from './scenarios.ts'
import { levelOf, openProvider } from './provider.ts'
import { signInPage } from './sign-in-page.tsx'
import { openSubjects, type Subjects } from './subjects.ts'

const pageSize = 24

export const system: SandboxSystem = {
  name: 'national-id',
  prefix: '/eid',
  title: { vi: 'Định danh điện tử', en: 'Electronic identity' },
  isPage: (path) => path.startsWith('/chon-nguoi') || path.startsWith('/auth') || path.startsWith('/session'),
  async routes(app, box) {
    const subjects = await openSubjects(box)
    const provider = await openProvider(box, subjects)
    provider.on('server_error', (_ctx, problem) => box.log.warn({ problem: String(problem) }, 'eID fault'))
    await app.register(async (pages) => registerSignIn(pages, box, provider, subjects))
    await app.register(async (wire) => {
      // The provider reads bodies by itself.
      wire.removeAllContentTypeParsers()
      wire.addContentTypeParser('*', (_request, _payload, done) => done(null))
      const answer = provider.callback()
      wire.all('/*', async (request, reply) => {
        reply.hijack()
        const raw: IncomingMessage & { originalUrl?: string } = request.raw
        raw.originalUrl = raw.url
        raw.url = (raw.url ?? '/').slice('/eid'.length) || '/'
        await answer(raw, reply.raw)
      })
    })
  },
  control: controlOf,
}

function registerSignIn(app: FastifyInstance, box: Box, provider: Provider, subjects: Subjects): void {
  const show = async (uid: string, query: { tim?: string; tu?: string }, params: Readonly<Record<string, unknown>>) => {
    const hint = typeof params['login_hint'] === 'string' ? params['login_hint'] : undefined
    const search = (query.tim ?? '').slice(0, 100)
    const from = Math.max(0, Math.floor(Number(query.tu ?? 0)) || 0)
    return signInPage({
      action: `/eid/chon-nguoi/${uid}`,
      search, from, pageSize,
      citizens: await box.people.list({ staff: false, search, from, limit: pageSize }),
      staff: await box.people.list({ staff: true, search }),
      total: await box.people.count({ staff: false, search }),
      preselected: hint === undefined ? undefined : await box.people.get(hint),
      anew: params['prompt'] === 'login',
    })
  }
  app.get<{ Params: { uid: string }; Querystring: { tim?: string; tu?: string } }>('/chon-nguoi/:uid', async (request, reply) => {
    const details = await provider.interactionDetails(request.raw, reply.raw).catch(() => undefined)
    if (!details || details.uid !== request.params.uid) return reply.code(400).type('text/html; charset=utf-8').send(startAgain(box))
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
      .send(await show(details.uid, request.query, details.params))
  })
  app.post<{ Params: { uid: string }; Body: { person?: string } }>('/chon-nguoi/:uid', async (request, reply) => {
    const person = await box.people.get(String(request.body?.person ?? ''))
    const details = await provider.interactionDetails(request.raw, reply.raw).catch(() => undefined)
    if (!details || details.uid !== request.params.uid) return reply.code(400).type('text/html; charset=utf-8').send(startAgain(box))
    if (!person) return reply.code(422).type('text/html; charset=utf-8').send(await show(details.uid, {}, details.params))
    const returnTo = await provider.interactionResult(request.raw, reply.raw, {
      login: { accountId: await subjects.of(person.identityNumber), acr: levelOf(person), amr: ['sandbox'], remember: false, ts: Math.floor(Date.now() / 1000) },
    })
    return reply.redirect(returnTo, 303)
  })
}

function startAgain(box: Box): string {
  const title = { vi: 'Hãy đăng nhập lại từ đầu', en: 'Please start the sign-in again' }
  return renderPage({ title, home: false, children: `Lần đăng nhập này đã cũ. Mở lại ${box.webUrl} và bấm Đăng nhập. / This sign-in is too old. Open ${box.webUrl} and press Sign in.` })
}
