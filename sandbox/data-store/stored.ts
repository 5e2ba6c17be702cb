/** Papers in citizens' stores, and how the store checks what it is sent. Field names are those of the wire. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { type Box, compactInstant } from '../kit/index.ts'

export const systemCode = 'toan-trinh'
const secret = 'sandbox-only-secret'

export const paperShape = z.object({
  MaHeThong: z.literal(systemCode),
  MaYeuCau: z.string().min(8).max(100),
  /** Numbers that nobody can have: province codes 097 to 099. */
  SoDinhDanh: z.string().regex(/^09[789]\d{9}$/),
  MaHoSo: z.string().min(5).max(60),
  LoaiGiayTo: z.string().min(1).max(60),
  TenGiayTo: z.string().min(1).max(200),
  CoQuanCap: z.string().min(1).max(60),
  NgayCap: z.string().regex(/^\d{8}$/),
  MaBam: z.string().regex(/^[0-9a-f]{64}$/),
  NoiDung: z.base64(),
  ChuKy: z.string().regex(/^[0-9a-f]{64}$/),
})
export type SentPaper = z.infer<typeof paperShape>

/** A paper in somebody's store; its bytes stand apart. */
export interface StoredPaper {
  MaKetQua: string
  MaYeuCau: string
  SoDinhDanh: string
  MaHoSo: string
  TenGiayTo: string
  MaBam: string
  ThoiDiemNhan: string
}

export const papersOf = (box: Box) => box.docs<StoredPaper>('papers')
const filesOf = (box: Box) => box.docs<{ content: string }>('files')
const closedOf = (box: Box) => box.docs<{ closed: boolean }>('closed')

/** Said with an HTTP status and a code. */
export class StoreRefusal extends Error {
  readonly code: string
  readonly status: number
  constructor(status: number, code: string, message: string) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** Whether who sends knows the secret: over request, owner and the content's hash. */
function isSigned(sent: SentPaper): boolean {
  const wanted = createHmac('sha256', secret).update([sent.MaHeThong, sent.MaYeuCau, sent.SoDinhDanh, sent.MaBam].join('|')).digest()
  return timingSafeEqual(wanted, Buffer.from(sent.ChuKy, 'hex'))
}

/**
 * Puts a paper into its owner's store; the same request again is the same paper.
 * @throws StoreRefusal
 */
export async function put(box: Box, sent: SentPaper): Promise<StoredPaper> {
  if (!isSigned(sent)) throw new StoreRefusal(401, 'CHU_KY', 'Chữ ký của hệ thống gửi không đúng / the signature of the sender does not hold')
  const content = Buffer.from(sent.NoiDung, 'base64')
  if (createHash('sha256').update(content).digest('hex') !== sent.MaBam || content.toString('latin1', 0, 5) !== '%PDF-') throw new StoreRefusal(400, 'DU_LIEU_SAI', 'Tệp không khớp mã băm / the file is not what its hash says')
  if (!(await box.people.get(sent.SoDinhDanh)) || (await closedOf(box).get(sent.SoDinhDanh))?.closed) throw new StoreRefusal(404, 'KHONG_CO_KHO', 'Công dân chưa có kho dữ liệu / this citizen has no store')
  const now = compactInstant(await box.now())
  const stored = await papersOf(box).update(sent.MaYeuCau, (before) => {
    if (before && before.MaBam !== sent.MaBam) throw new StoreRefusal(409, 'KHAC_NOI_DUNG', 'Mã yêu cầu đã dùng cho tệp khác / this request was used for another file')
    return before ?? {
      MaKetQua: `KQ.${sent.MaBam.slice(0, 16).toUpperCase()}`, MaYeuCau: sent.MaYeuCau, SoDinhDanh: sent.SoDinhDanh, MaHoSo: sent.MaHoSo, TenGiayTo: sent.TenGiayTo, MaBam: sent.MaBam, ThoiDiemNhan: now,
    }
  })
  await filesOf(box).put(stored.MaKetQua, { content: sent.NoiDung })
  return stored
}

export async function fileOf(box: Box, resultCode: string): Promise<Buffer | undefined> {
  const file = await filesOf(box).get(resultCode)
  return file && Buffer.from(file.content, 'base64')
}

/** Opens or closes somebody's store. @throws when nobody has the number */
export async function setStore(box: Box, identityNumber: string, closed: boolean): Promise<string> {
  const person = await box.people.get(identityNumber)
  if (!person) throw new Error('Không có người này. / Nobody has this number.')
  await closedOf(box).put(identityNumber, { closed })
  return person.fullName
}
