/** Public post (bưu chính công ích): takes orders of agencies, carries parcels, tells where they are. */
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Box, SandboxSystem } from '../kit/index.ts'
import { countLost, find, instruct, moveDue, push, register, toWire, type Address } from './parcels.ts'
import { isAllotted } from './item-number.ts'
import { actions, panel } from './scenarios.tsx'

const tokenSeconds = 3600
const customer = { code: 'TTSIM097', secret: 'sandbox-only-secret' }

const text = (length: number) => z.string().max(length).default('')

const order = z.object({
  customerCode: z.literal(customer.code),
  orderNumber: z.string().min(1).max(50),
  codAmount: z.int().nonnegative().default(0),
  itemCode: z.string().refine(isAllotted).optional(),
  senderProvince: text(100), senderDistrict: text(100), senderAddress: text(300), senderName: z.string().min(1).max(200), senderEmail: text(200), senderTel: text(20), senderDesc: text(300),
  receiverProvince: z.string().min(1).max(100), receiverDistrict: text(100), receiverAddress: z.string().min(1).max(300), receiverName: z.string().min(1).max(200),
  // Numbers of this kind ring nowhere: a real one must never get this far.
  receiverEmail: text(200), receiverTel: z.string().regex(/^0000\d{6,7}$/), receiverDesc: text(300),
  govAgencyCode: text(50), govAgencyName: text(200),
})

const instruction = z.object({
  customerCode: z.literal(customer.code),
  orderNumber: z.string().min(1).max(50),
  requestId: z.string().min(1).max(50),
  choice: z.enum(['AGAIN', 'ADDRESS', 'HOLD']),
  receiverProvince: text(100), receiverDistrict: text(100), receiverAddress: text(300), receiverName: text(200), receiverEmail: text(200),
  receiverTel: z.string().regex(/^(0000\d{6,7})?$/).default(''), receiverDesc: text(300),
}).refine(({ choice, receiverProvince, receiverAddress, receiverName }) => choice !== 'ADDRESS' || (receiverProvince !== '' && receiverAddress !== '' && receiverName !== ''))

const query = z.object({ customerCode: z.literal(customer.code), orderNumber: z.string().min(1).max(50) })

type Order = z.infer<typeof order>

function addressOf<R extends 'sender' | 'receiver'>(one: Pick<Order, `${R}${'Province' | 'District' | 'Address' | 'Name' | 'Email' | 'Tel' | 'Desc'}`>, role: R): Address {
  return {
    province: one[`${role}Province`], district: one[`${role}District`], address: one[`${role}Address`], name: one[`${role}Name`],
    email: one[`${role}Email`], tel: one[`${role}Tel`], desc: one[`${role}Desc`],
  }
}

const refuse = (reply: FastifyReply, status: number, errorCode: number, errorMessage: string) => reply.code(status).send({ errorCode, errorMessage })

async function mayCall(box: Box, request: FastifyRequest): Promise<boolean> {
  const token = /^Bearer ([0-9a-f]{32})$/.exec(request.headers.authorization ?? '')?.[1]
  return token !== undefined && (await box.docs<{ code: string }>('tokens').get(token)) !== undefined
}

export const system: SandboxSystem = {
  name: 'post',
  prefix: '/post',
  title: { vi: 'Bưu chính công ích', en: 'Public post' },
  routes(app, box) {
    app.post('/token', async (request, reply) => {
      const asked = z.object({ customerCode: z.literal(customer.code), secret: z.literal(customer.secret) }).safeParse(request.body)
      if (!asked.success) return refuse(reply, 401, 1, 'Sai mã khách hàng hoặc mật khẩu')
      const token = randomBytes(16).toString('hex')
      await box.docs<{ code: string }>('tokens').put(token, { code: customer.code }, { ttlSeconds: tokenSeconds })
      return { errorCode: 0, token, expiresIn: tokenSeconds }
    })
    app.addHook('preHandler', async (request, reply) => {
      if (request.routeOptions.url !== '/post/token' && !(await mayCall(box, request))) return refuse(reply, 401, 1, 'Token không đúng hoặc hết hạn')
    })
    app.post('/postOrder', async (request, reply) => {
      const asked = order.safeParse(request.body)
      if (!asked.success) return refuse(reply, 400, 2, asked.error.issues[0]?.path.join('.') ?? '')
      const { customerCode, orderNumber, codAmount, itemCode, govAgencyCode, govAgencyName } = asked.data
      const parcel = await register(box, {
        customerCode, orderNumber, codAmount, itemCode, govAgencyCode, govAgencyName, sender: addressOf(asked.data, 'sender'), receiver: addressOf(asked.data, 'receiver'),
      })
      return parcel ? toWire(parcel) : refuse(reply, 409, 3, 'Mã hồ sơ đã dùng cho bưu gửi khác')
    })
    app.post('/cancelOrder', async (request, reply) => {
      const asked = query.safeParse(request.body)
      if (!asked.success) return refuse(reply, 400, 2, asked.error.issues[0]?.path.join('.') ?? '')
      const parcel = await find(box, asked.data.orderNumber)
      if (!parcel) return refuse(reply, 404, 4, 'Không có đơn này')
      if (parcel.state === 'CANCELLED') return toWire(parcel)
      if (parcel.state !== 'REGISTERED') return refuse(reply, 409, 5, 'Bưu gửi đã được nhận, không huỷ được')
      return toWire(await push(box, parcel.orderNumber, 'CANCELLED'))
    })
    app.post('/redeliver', async (request, reply) => {
      const asked = instruction.safeParse(request.body)
      if (!asked.success) return refuse(reply, 400, 2, asked.error.issues[0]?.path.join('.') ?? '')
      const { orderNumber, requestId, choice } = asked.data
      if (!(await find(box, orderNumber))) return refuse(reply, 404, 4, 'Không có đơn này')
      const parcel = await instruct(box, orderNumber, { requestId, choice, ...(choice === 'ADDRESS' ? { receiver: addressOf(asked.data, 'receiver') } : {}) })
      return parcel ? toWire(parcel) : refuse(reply, 409, 5, 'Bưu gửi không còn chờ chỉ dẫn')
    })
    app.post('/getOrderTracking', async (request, reply) => {
      const asked = query.safeParse(request.body)
      if (!asked.success) return refuse(reply, 400, 2, asked.error.issues[0]?.path.join('.') ?? '')
      const parcel = await find(box, asked.data.orderNumber)
      return parcel ? toWire(parcel) : refuse(reply, 404, 4, 'Không có đơn này')
    })
  },
  tick: moveDue,
  control: { actions, panel, fired: async (box) => ({ lostHint: await countLost(box) }) },
}
