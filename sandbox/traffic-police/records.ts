/** What the violation databases hold and how they word it on the wire. The holders changed in law, so each body sees its own share. */
import { randomUUID } from 'node:crypto'
import { addDays, compactInstant, localDate, type Person, type PersonViolation, type ViolationSource } from '../kit/index.ts'

/** Who is asked on the wire, and whose rows each may see. */
const bodies = {
  'national-police': ['traffic-police'],
  'provincial-police': ['provincial-police'],
  inspectorate: ['traffic-inspectorate'],
  // Since 1 March 2025 one database holds everything, also what the three bodies recorded before.
  'traffic-order-database': ['national-database', 'provincial-police', 'traffic-police', 'traffic-inspectorate'],
  'eid-account': ['national-database', 'provincial-police', 'traffic-police', 'traffic-inspectorate'],
} as const satisfies Record<string, readonly ViolationSource[]>

export type Body = keyof typeof bodies

export function isBody(text: string): text is Body {
  return Object.hasOwn(bodies, text)
}

/** One row of DanhSach. */
export interface WireViolation {
  SoQuyetDinh?: string
  SoBienBan: string
  ThoiGianViPham: string
  HanhVi: string
  CanCu: string
  CoQuanLap: string
  NoiGiaiQuyet: string
  SoTienPhat: number
  TrangThai: 'CHUA_GIAI_QUYET' | 'DA_GIAI_QUYET'
  TuocTuNgay?: string
  TuocDenNgay?: string
}

const recordedBy: Record<ViolationSource, string> = {
  'traffic-police': 'Cảnh sát giao thông (mô phỏng)',
  'provincial-police': 'Công an tỉnh (mô phỏng)',
  'traffic-inspectorate': 'Thanh tra giao thông (mô phỏng)',
  'national-database': 'Cảnh sát giao thông (mô phỏng)',
}

const compactDate = (date: string) => date.replaceAll('-', '')

function toWire(violation: PersonViolation): WireViolation {
  const happenedAt = new Date(violation.happenedAt)
  const suspended = violation.suspendedUntil === null ? {} : {
    TuocTuNgay: compactDate(violation.settledOn ?? localDate(happenedAt)),
    TuocDenNgay: compactDate(violation.suspendedUntil),
  }
  return {
    ...(violation.decisionNumber === null ? {} : { SoQuyetDinh: violation.decisionNumber }),
    SoBienBan: violation.id,
    ThoiGianViPham: compactInstant(happenedAt),
    HanhVi: violation.behaviour.vi,
    CanCu: violation.legalBasis,
    CoQuanLap: recordedBy[violation.source],
    NoiGiaiQuyet: violation.settleAt.vi,
    SoTienPhat: violation.fineVnd,
    TrangThai: violation.status === 'settled' ? 'DA_GIAI_QUYET' : 'CHUA_GIAI_QUYET',
    ...suspended,
  }
}

/** Rows of one person that one body may see, oldest first. */
export function listFor(person: Person | undefined, body: Body): WireViolation[] {
  const seen: readonly ViolationSource[] = bodies[body]
  return (person?.violations ?? []).filter((violation) => seen.includes(violation.source)).map(toWire)
}

/** The person with every case closed on that day, as after paying at the office that made the decision. */
export function settleAll(person: Person, today: string): Person {
  return {
    ...person,
    violations: person.violations.map((violation) => violation.status === 'settled' ? violation : {
      ...violation, status: 'settled', settledOn: today, decisionNumber: violation.decisionNumber ?? `97${violation.id.slice(-4)}/QD-MP`,
    }),
  }
}

export interface NewViolation {
  source: ViolationSource
  behaviour: string
  fineVnd: number
  suspendedDays: number
}

/** The person with one more open case of that moment. */
export function addViolation(person: Person, violation: NewViolation, now: Date): Person {
  const serial = randomUUID().slice(0, 6).toUpperCase()
  return {
    ...person,
    violations: [...person.violations, {
      id: `BB-97-${serial}`,
      source: violation.source,
      behaviour: { vi: violation.behaviour, en: violation.behaviour },
      legalBasis: 'Nghị định 168/2024/NĐ-CP (mô phỏng)',
      happenedAt: now.toISOString(),
      place: 'Tuyến đường mô phỏng',
      fineVnd: violation.fineVnd,
      status: 'unresolved',
      decisionNumber: null,
      settledOn: null,
      settleAt: { vi: 'Phòng Cảnh sát giao thông (mô phỏng)', en: 'Traffic police office (simulated)' },
      suspendedUntil: violation.suspendedDays > 0 ? addDays(localDate(now), violation.suspendedDays) : null,
    }],
  }
}
