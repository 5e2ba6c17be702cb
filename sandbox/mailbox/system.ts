/** The text-message and e-mail gateways, and the mailbox page where everybody's messages can be read. */
import type { SandboxSystem } from '../kit/index.ts'
import { accept, messagesOf } from './messages.ts'
import { mailboxPage } from './page.tsx'

export const sms: SandboxSystem = {
  name: 'sms',
  prefix: '/sms',
  title: { vi: 'Tin nhắn SMS', en: 'Text messages' },
  routes(app, box) {
    app.post('/send', async (request, reply) => {
      const { status, answer } = await accept(box, 'sms', request)
      return reply.code(status).send(answer)
    })
  },
}

export const mail: SandboxSystem = {
  name: 'mail',
  prefix: '/mail',
  title: { vi: 'Thư điện tử', en: 'E-mail' },
  routes(app, box) {
    app.post('/send', async (request, reply) => {
      const { status, answer } = await accept(box, 'mail', request)
      return reply.code(status).send(answer)
    })
  },
}

export const mailbox: SandboxSystem = {
  name: 'mailbox',
  prefix: '/mailbox',
  title: { vi: 'Hộp thư của mọi người', en: 'Everybody’s mailbox' },
  isPage: () => true,
  routes(app, box) {
    const find = (to: string, limit: number) => messagesOf(box).list({ newestFirst: true, limit, ...(to ? { where: { to } } : {}) })
    app.get<{ Querystring: { to?: string } }>('/', async (request, reply) => {
      const to = (request.query.to ?? '').trim()
      const messages = await find(to, 100)
      const addresses = new Set(messages.map((message) => message.to))
      const owners = new Map((await box.people.list()).flatMap((person) =>
        [person.phone, person.email].filter((address) => addresses.has(address)).map((address) => [address, person.fullName] as const)))
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(mailboxPage({ to, messages, owners }))
    })
    app.get<{ Querystring: { to?: string; limit?: string } }>('/api', async (request) => {
      const limit = Math.min(500, Math.max(1, Number(request.query.limit ?? 50) || 50))
      return { messages: await find((request.query.to ?? '').trim(), limit) }
    })
  },
  control: {
    actions: [],
    panel: async (box) => `<p><a href="/mailbox">Mở hộp thư <span lang="en">· Open the mailbox</span></a> (${await messagesOf(box).count()})</p>`,
  },
}
