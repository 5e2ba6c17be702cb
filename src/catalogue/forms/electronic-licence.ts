import { form, type IssuingAuthority } from './paper.ts'
import { shortDate } from './wording.ts'

/** Values of the electronic licence, from the register's own row after the decision took effect. */
export interface ElectronicLicenceValues {
  readonly authority: IssuingAuthority
  readonly licenceNumber: string
  readonly fullName: string
  readonly dateOfBirth: string
  readonly nationality: { readonly vi: string; readonly en: string }
  readonly residence: string
  readonly classes: readonly {
    readonly code: string
    readonly vehicles: { readonly vi: string; readonly en: string }
    readonly passedOn: string
    readonly restriction: string
    readonly expiresOn: string
  }[]
  readonly issuedOn: string
  /** 'YYYY-MM-DD' of the class that ends first; empty when none has a term. */
  readonly expiresOn: string
  readonly portraitHash: string
  /** Number of the decision it rests on. */
  readonly decision: string
  readonly signer: { readonly role: string; readonly name: string }
}

/** Giấy phép lái xe, bản điện tử: the particulars of the card (TT 12/2025/TT-BCA) on a page signed by the authority. */
export const electronicLicence = form<'electronic-licence', ElectronicLicenceValues>({
  kind: 'electronic-licence',
  code: 'Kết quả KQ.G01.000185',
  title: { vi: 'Giấy phép lái xe, bản điện tử', en: 'Driving licence, electronic result' },
  numberSuffix: null,
  version: '2025-03-01',
  source: 'TT 12/2025/TT-BCA (particulars of the card); page layout assumed',
  paper: (v) => ({
    layout: 'licence',
    formCode: 'KQ.G01.000185',
    issuer: { parent: v.authority.parent, name: v.authority.name },
    place: v.authority.place,
    title: 'GIẤY PHÉP LÁI XE',
    licenceNumber: v.licenceNumber,
    fullName: v.fullName,
    dateOfBirth: shortDate(v.dateOfBirth),
    nationality: v.nationality,
    residence: v.residence,
    classes: v.classes.map((c) => ({
      code: c.code, vehiclesVi: c.vehicles.vi, vehiclesEn: c.vehicles.en, passedOn: shortDate(c.passedOn),
      restriction: c.restriction, validity: c.expiresOn === '' ? 'Không thời hạn' : shortDate(c.expiresOn),
    })),
    issuedOn: shortDate(v.issuedOn),
    expiresOn: v.expiresOn === '' ? 'Không thời hạn' : shortDate(v.expiresOn),
    portraitHash: v.portraitHash,
    decision: `Quyết định số ${v.decision}`,
    signers: [{ role: v.signer.role, hint: 'Ký số', name: v.signer.name, kind: 'seal' }],
    footnote: 'Bản điện tử có giá trị từ lúc ký. Thẻ nhựa được in và gửi sau.',
  }),
})
