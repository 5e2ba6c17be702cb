import { form, type IssuingAuthority, officeName, sealedBlock, type Signatory } from './paper.ts'
import { shortDate, shortHourAndDate } from './wording.ts'

/** One line of the register: a dossier as it stands at the moment of the extract. */
export interface RegisterLine {
  readonly order: number
  readonly dossierCode: string
  readonly procedure: string
  readonly applicant: string
  readonly contact: string
  readonly receivedAt: Date
  readonly dueAt: Date | null
  /** Null while nothing was given out. */
  readonly returnedAt: Date | null
  /** How the dossier came and how its result goes. */
  readonly way: string
  /** What stands where a hand would sign for the result. */
  readonly receipt: string
}

/** Values of one part of Mẫu 06. */
export interface RegisterValues {
  readonly authority: IssuingAuthority
  readonly from: string
  readonly to: string
  readonly part: number
  readonly parts: number
  readonly lines: readonly RegisterLine[]
  readonly asOf: Date
  /** Who had it taken; null for one that was asked for before powers were. */
  readonly standing: Signatory | null
}

/** Mẫu số 06 — Sổ theo dõi hồ sơ (TT 03/2025/TT-VPCP): the electronic register is the book; this is an extract of it. */
export const register = form<'register', RegisterValues>({
  kind: 'register',
  code: 'Mẫu số 06 · TT 03/2025/TT-VPCP',
  title: { vi: 'Sổ theo dõi hồ sơ', en: 'Register of dossiers' },
  numberSuffix: 'STD',
  version: '2025-09-15',
  source: 'TT 03/2025/TT-VPCP, Mẫu số 06 (as reproduced in QĐ 3621/QĐ-BYT 24/11/2025)',
  paper: (v) => ({
    layout: 'paper',
    orientation: 'landscape',
    formCode: 'Mẫu số 06',
    issuer: { parent: v.authority.parent, name: v.authority.name },
    place: v.authority.place,
    title: 'SỔ THEO DÕI HỒ SƠ',
    subtitle: `Lĩnh vực: cấp, đổi giấy phép lái xe. Tiếp nhận từ ${shortDate(v.from)} đến ${shortDate(v.to)}${v.parts > 1 ? `, phần ${v.part}/${v.parts}` : ''}`,
    blocks: [
      { type: 'table', size: 'tiny', columns: [
        { title: 'STT', share: 2, align: 'center' },
        { title: 'Mã hồ sơ', share: 6, align: 'left' },
        { title: 'Tên thủ tục hành chính', share: 7, align: 'left' },
        { title: 'Tên tổ chức, cá nhân', share: 6, align: 'left' },
        { title: 'Địa chỉ, số điện thoại', share: 8, align: 'left' },
        { title: 'Cơ quan chủ trì giải quyết', share: 6, align: 'left' },
        { title: 'Nhận hồ sơ', share: 4, align: 'center' },
        { title: 'Hẹn trả kết quả', share: 4, align: 'center' },
        { title: 'Trả kết quả', share: 4, align: 'center' },
        { title: 'Phương thức nhận', share: 5, align: 'left' },
        { title: 'Ký nhận', share: 5, align: 'left' },
      ], rows: v.lines.map((line) => [
        String(line.order), line.dossierCode, line.procedure, line.applicant, line.contact, officeName(v.authority), shortHourAndDate(line.receivedAt),
        line.dueAt === null ? '' : shortHourAndDate(line.dueAt), line.returnedAt === null ? '' : shortHourAndDate(line.returnedAt), line.way, line.receipt,
      ]) },
      { type: 'paragraph', text: `Trích từ sổ điện tử lúc ${shortHourAndDate(v.asOf)}, ${v.lines.length} hồ sơ. Sổ điện tử là bản chính và không phải in.`, style: 'italic' },
    ],
    signers: [sealedBlock(v.authority, v.standing === null ? 'CƠ QUAN GIẢI QUYẾT' : 'NGƯỜI TRÍCH SỔ', v.standing)],
    recipients: [],
    footnote: '',
  }),
})
