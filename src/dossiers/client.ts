/** The national public service portal: what it is told of a dossier, in its own words (DongBoHoSoMC, trạng thái 1–10). */
import { z } from 'zod'
import type { PortalStatus } from '../catalogue/index.ts'
import { OutsideFailure } from '../platform/outside/call.ts'
import type { Platform } from '../platform/runtime.ts'
import { localDateAt, localTimeAt } from '../platform/values/dates.ts'

const tokenShape = z.object({ access_token: z.string(), expires_in: z.number() })
const toldShape = z.object({ MaHoSo: z.string(), TrangThaiHoSo: z.number() })

/** One token a process, renewed a minute early. */
const tokens = new WeakMap<Platform, { token: string; until: number }>()

async function token(platform: Platform): Promise<string> {
  const known = tokens.get(platform)
  if (known && known.until > performance.now()) return known.token
  const answer = await platform.outside.call({
    system: 'national-portal', purpose: 'token', method: 'POST', path: '/token', expect: tokenShape,
    json: { grant_type: 'client_credentials', client_id: platform.config.portal.clientId, client_secret: platform.config.portal.secret },
  })
  if (!answer.value) throw new OutsideFailure('national-portal', 'malformed', 'no token')
  tokens.set(platform, { token: answer.value.access_token, until: performance.now() + (answer.value.expires_in - 60) * 1000 })
  return answer.value.access_token
}

const compact = (at: Date) => `${localDateAt(at).replaceAll('-', '')}${localTimeAt(at).replace(':', '')}00`

export interface PortalReport {
  readonly submissionCode: string
  readonly procedureCode: string
  readonly procedureTitle: string
  readonly applicantName: string
  readonly filedAt: Date
  readonly dueAt: Date | null
  readonly channel: 1 | 2 | 3
  readonly officeName: string
  readonly status: PortalStatus
  /** Electronic results as the citizen's data store received them: what index 3.3 of Decision 766/QĐ-TTg counts an online dossier by. */
  readonly results: readonly { readonly title: string; readonly code: string; readonly link: string }[]
}

/** Tells the portal a status. @returns the exchange id, which is our receipt */
export async function reportStatus(platform: Platform, report: PortalReport): Promise<string> {
  const answer = await platform.outside.call({
    system: 'national-portal', purpose: 'status', method: 'POST', path: '/ho-so', expect: toldShape, refusedOn: [400, 409, 422],
    headers: { authorization: `Bearer ${await token(platform)}` },
    json: {
      MaHoSo: report.submissionCode, MaTTHC: report.procedureCode, TenTTHC: report.procedureTitle, ChuHoSo: report.applicantName, LoaiDoiTuong: '0',
      NgayTiepNhan: compact(report.filedAt), NgayHenTra: report.dueAt ? compact(report.dueAt) : '', TrangThaiHoSo: report.status,
      KenhThucHien: String(report.channel), DonViXuLy: report.officeName,
      ...(report.results.length > 0 ? { DanhSachGiayToKetQua: report.results.map(({ title, code, link }) => ({ TenGiayTo: title, MaKetQua: code, DuongDanTepTinKetQua: link })) } : {}),
    },
  }).catch((error: unknown) => {
    // The token may have been taken back: the next try gets a new one.
    tokens.delete(platform)
    throw error
  })
  const { value } = answer
  if (value?.MaHoSo !== report.submissionCode) throw new OutsideFailure('national-portal', 'malformed', 'the answer is about another dossier')
  if (value.TrangThaiHoSo !== report.status) throw new OutsideFailure('national-portal', 'malformed', 'the answer is about another status')
  return answer.exchangeId
}
