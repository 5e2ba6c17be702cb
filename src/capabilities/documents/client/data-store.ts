/** Kho dữ liệu điện tử của công dân: where a signed result is put for its owner. Its wire ends here. */
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { OutsideFailure } from '../../../platform/outside/call.ts'
import type { Platform } from '../../../platform/runtime.ts'
import { sha256Hex } from '../../../platform/files/contract.ts'

const answerShape = z.object({
  error_code: z.literal(0), MaYeuCau: z.string(), MaBam: z.string(), MaKetQua: z.string().min(1).max(100), DuongDanTepTinKetQua: z.url({ protocol: /^https?$/ }).max(500),
})

/** One signed paper for its owner's store. */
export interface PaperForStore {
  readonly documentId: string
  readonly identityNumber: string
  readonly dossierCode: string
  readonly kind: string
  readonly title: string
  readonly authorityCode: string
  /** 'YYYY-MM-DD'. */
  readonly madeOn: string
  readonly bytes: Uint8Array
}

/** The store's receipt: what the portal's index counts an electronic result by. */
export interface StoreReceipt {
  readonly exchangeId: string
  /** MaKetQua. */
  readonly resultCode: string
  /** DuongDanTepTinKetQua. */
  readonly link: string
}

/**
 * Puts a paper into its owner's store; the same paper again is the same one there.
 * @returns undefined when the owner has no store yet
 */
export async function putIntoStore(platform: Platform, paper: PaperForStore): Promise<StoreReceipt | undefined> {
  const { systemCode, secret } = platform.config.dataStore
  const hash = sha256Hex(paper.bytes)
  const signature = createHmac('sha256', secret).update([systemCode, paper.documentId, paper.identityNumber, hash].join('|')).digest('hex')
  const { value, exchangeId } = await platform.outside.call({
    system: 'data-store', purpose: 'put', method: 'POST', path: '/giay-to', expect: answerShape, absentOn: [404],
    json: {
      MaHeThong: systemCode, MaYeuCau: paper.documentId, SoDinhDanh: paper.identityNumber, MaHoSo: paper.dossierCode, LoaiGiayTo: paper.kind, TenGiayTo: paper.title,
      CoQuanCap: paper.authorityCode, NgayCap: paper.madeOn.replaceAll('-', ''), MaBam: hash, NoiDung: Buffer.from(paper.bytes).toString('base64'), ChuKy: signature,
    },
  })
  if (value === undefined) return undefined
  if (value.MaYeuCau !== paper.documentId || value.MaBam !== hash) throw new OutsideFailure('data-store', 'malformed', 'the receipt is for another paper')
  return { exchangeId, resultCode: value.MaKetQua, link: value.DuongDanTepTinKetQua }
}
