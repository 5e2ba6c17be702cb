/** What the national portal keeps of a dossier, and how it checks what it is sent. Field names are those of the wire. */
import { z } from 'zod'
import type { Box } from '../kit/index.ts'
import { mayFollow, statuses } from './statuses.ts'

const compactTime = z.string().regex(/^\d{14}$/, 'yyyyMMddHHmmss')
const status = z.coerce.number().int().min(1).max(10)
const file = z.looseObject({ TenTepDinhKem: z.string().optional(), DuongDanTaiTepTin: z.string().optional() })

/** DongBoHoSoMC. Fields beside these are kept as they come. */
export const dossierShape = z.looseObject({
  MaHoSo: z.string().min(5).max(60),
  MaTTHC: z.string().min(1),
  TenTTHC: z.string().optional(),
  ChuHoSo: z.string().min(1),
  LoaiDoiTuong: z.coerce.string().optional(),
  MaDoiTuong: z.string().optional(),
  NgayTiepNhan: compactTime,
  NgayHenTra: compactTime.nullish().or(z.literal('')),
  TrangThaiHoSo: status,
  KenhThucHien: z.coerce.string().optional(),
  DonViXuLy: z.string().optional(),
  TaiLieuNop: z.array(file).optional(),
  DanhSachGiayToKetQua: z.array(file).optional(),
})

/** CapNhatTienDoHoSoMC. */
export const progressShape = z.looseObject({
  MaHoSo: z.string(),
  NguoiXuLy: z.string(),
  ThoiDiemXuLy: compactTime,
  PhongBanXuLy: z.string().optional(),
  NoiDungXuLy: z.string().optional(),
  TrangThai: status,
})

export const statusShape = z.object({ MaHoSo: z.string(), TrangThai: status, ThoiDiem: compactTime.optional() })

export interface PortalDossier {
  MaHoSo: string
  TrangThaiHoSo: number
  fields: Record<string, unknown>
  /** Every different status with the shown time it came. */
  history: { TrangThai: number; luc: string }[]
  progress: z.infer<typeof progressShape>[]
  updatedAt: string
}

export const dossiersOf = (box: Box) => box.docs<PortalDossier>('dossiers')

/** Said with HTTP 409 or 404. */
export class PortalRefusal extends Error {
  readonly code: string
  readonly status: number
  constructor(status: number, code: string, message: string) {
    super(message)
    this.code = code
    this.status = status
  }
}

function moved(before: PortalDossier | undefined, after: number, now: string): PortalDossier['history'] {
  const past = before?.history ?? []
  if (!mayFollow(before?.TrangThaiHoSo, after)) {
    const from = before ? `${before.TrangThaiHoSo} (${statuses[before.TrangThaiHoSo]?.vi})` : 'chưa có hồ sơ'
    throw new PortalRefusal(409, 'THU_TU_TRANG_THAI', `Không thể chuyển từ ${from} sang ${after} (${statuses[after]?.vi})`)
  }
  return before?.TrangThaiHoSo === after ? past : [...past, { TrangThai: after, luc: now }]
}

export async function upsertDossier(box: Box, sent: z.infer<typeof dossierShape>): Promise<PortalDossier> {
  const now = (await box.now()).toISOString()
  return dossiersOf(box).update(sent.MaHoSo, (before) => ({
    MaHoSo: sent.MaHoSo, TrangThaiHoSo: sent.TrangThaiHoSo, fields: { ...before?.fields, ...sent },
    history: moved(before, sent.TrangThaiHoSo, now), progress: before?.progress ?? [], updatedAt: now,
  }))
}

export async function addProgress(box: Box, sent: z.infer<typeof progressShape>): Promise<PortalDossier> {
  const now = (await box.now()).toISOString()
  return dossiersOf(box).update(sent.MaHoSo, (before) => {
    if (!before) throw new PortalRefusal(404, 'KHONG_TIM_THAY', 'Chưa có hồ sơ này')
    const known = before.progress.some((step) => step.ThoiDiemXuLy === sent.ThoiDiemXuLy && step.NoiDungXuLy === sent.NoiDungXuLy && step.TrangThai === sent.TrangThai)
    return known ? before : {
      ...before, TrangThaiHoSo: sent.TrangThai, history: moved(before, sent.TrangThai, now), progress: [...before.progress, sent], updatedAt: now,
    }
  })
}

export async function setStatus(box: Box, sent: z.infer<typeof statusShape>): Promise<PortalDossier> {
  const now = (await box.now()).toISOString()
  return dossiersOf(box).update(sent.MaHoSo, (before) => {
    if (!before) throw new PortalRefusal(404, 'KHONG_TIM_THAY', 'Chưa có hồ sơ này')
    return { ...before, TrangThaiHoSo: sent.TrangThai, history: moved(before, sent.TrangThai, now), updatedAt: now }
  })
}
