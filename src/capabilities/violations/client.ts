/** The violation databases: their wire words end here. The protocol is assumed (sandbox/traffic-police/README.md says what from). */
import { z } from 'zod'
import { OutsideFailure, type OutsideAnswer } from '../../platform/outside/call.ts'
import type { Platform } from '../../platform/runtime.ts'
import { instantAt, type LocalDate, parseWireDate } from '../../platform/values/dates.ts'
import { newId } from '../../platform/values/ids.ts'
import type { Violation, ViolationBody } from './violation.ts'

const day = z.string().regex(/^\d{8}$/).transform((text, context): LocalDate => {
  const date = parseWireDate(text)
  if (date !== undefined) return date
  context.addIssue({ code: 'custom', message: 'not a day' })
  return z.NEVER
})

const instant = z.string().regex(/^\d{8}([01]\d|2[0-3])[0-5]\d[0-5]\d$/).transform((text, context): Date => {
  const date = parseWireDate(text.slice(0, 8))
  if (date !== undefined) return new Date(instantAt(date, `${text.slice(8, 10)}:${text.slice(10, 12)}`).getTime() + Number(text.slice(12)) * 1000)
  context.addIssue({ code: 'custom', message: 'not an instant' })
  return z.NEVER
})

const row = z.object({
  SoQuyetDinh: z.string().max(100).optional(),
  SoBienBan: z.string().min(1).max(100),
  ThoiGianViPham: instant,
  HanhVi: z.string().min(1).max(1000),
  CanCu: z.string().max(500),
  CoQuanLap: z.string().max(300),
  NoiGiaiQuyet: z.string().max(300),
  SoTienPhat: z.int().nonnegative(),
  TrangThai: z.enum(['CHUA_GIAI_QUYET', 'DA_GIAI_QUYET']),
  TuocTuNgay: day.optional(),
  TuocDenNgay: day.optional(),
})

const answer = z.object({ MaYeuCau: z.string(), SoDinhDanh: z.string(), ThoiDiem: instant, DanhSach: z.array(row).max(500) })

/** Who is asked about. Birth date 'YYYY-MM-DD'. */
export interface AskedPerson {
  readonly identityNumber: string
  readonly fullName: string
  readonly birthDate: LocalDate
}

/**
 * Asks one body for everything it holds about a person; an empty list is an answer.
 * @param onWrongPerson told when the answer is about another person or to another request, before the failure is thrown
 * @throws OutsideFailure 'malformed' for such an answer: nothing may be concluded from it
 */
export async function searchViolations(
  platform: Platform, body: ViolationBody, person: AskedPerson, onWrongPerson: () => Promise<void>,
): Promise<OutsideAnswer<Violation[]>> {
  const requestId = newId()
  const { value, ...rest } = await platform.outside.call({
    system: 'violations',
    purpose: `search.${body}`,
    method: 'POST',
    path: `/${body}/search`,
    json: { MaYeuCau: requestId, SoDinhDanh: person.identityNumber, HoVaTen: person.fullName, NgaySinh: person.birthDate.replaceAll('-', '') },
    expect: answer,
  })
  if (value === undefined) throw new OutsideFailure('violations', 'malformed', 'no answer')
  if (value.SoDinhDanh !== person.identityNumber || value.MaYeuCau !== requestId) {
    await onWrongPerson()
    throw new OutsideFailure('violations', 'malformed', 'the answer is about another person or request')
  }
  return { ...rest, value: value.DanhSach.map(toViolation) }
}

function toViolation(wire: z.infer<typeof row>): Violation {
  return {
    recordNumber: wire.SoBienBan,
    decisionNumber: wire.SoQuyetDinh ?? null,
    happenedAt: wire.ThoiGianViPham.toISOString(),
    behaviour: wire.HanhVi,
    legalBasis: wire.CanCu,
    recordedBy: wire.CoQuanLap,
    settleAt: wire.NoiGiaiQuyet,
    fineVnd: wire.SoTienPhat,
    resolved: wire.TrangThai === 'DA_GIAI_QUYET',
    suspendedFrom: wire.TuocTuNgay ?? null,
    suspendedUntil: wire.TuocDenNgay ?? null,
  }
}
