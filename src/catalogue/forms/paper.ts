/**
 * The shape of an official paper before it is a file: a tree of plain values. A form turns its values into this tree
 * (no I/O, no markup), `documents` draws it. Texts are Vietnamese, as the law prints them.
 */

/** One line "label: value". An empty value is drawn as a dotted line, as on the printed form. */
interface PaperField {
  readonly label: string
  readonly value: string
  readonly strong?: boolean
}

type PaperBlock =
  | { readonly type: 'fields'; readonly rows: readonly PaperField[] }
  /** Two short fields side by side. */
  | { readonly type: 'pair'; readonly left: PaperField; readonly right: PaperField }
  | { readonly type: 'paragraph'; readonly text: string; readonly style?: 'normal' | 'italic' | 'strong' | 'bases' }
  /** "Điều 1." and its text. */
  | { readonly type: 'article'; readonly heading: string; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'section'; readonly text: string }
  | {
      readonly type: 'table'
      /** Letters of a table with many columns: 'small' for six, 'tiny' for eleven. */
      readonly size?: 'small' | 'tiny'
      readonly columns: readonly { readonly title: string; readonly share: number; readonly align: 'left' | 'right' | 'center' }[]
      readonly rows: readonly (readonly string[])[]
    }

/**
 * Who signs at the foot. `digital`: a certificate's signature covers the file; `declared`: the declaration in the account stands for it; `seal`: the
 * authority's certificate signs, and who is named stands for it; `at-signing`: the lines are printed with the signature, when it is known who signs; until then
 * `name` is what the frame says.
 */
interface PaperSigner {
  /** Lines above the signature: a caption of the form, or the signer's post as NĐ 30/2020/NĐ-CP prints it. */
  readonly role: string
  readonly hint: string
  readonly name: string
  readonly kind: 'digital' | 'declared' | 'seal' | 'at-signing'
}

/** What stands in the frame of a paper that was drawn before it is known who signs; the signature's own lines find their place by it. */
export const SIGNING_FRAME = 'Chức vụ, họ tên người ký in cùng chữ ký số'

/** Who stands for a paper, by the power that was used. */
export interface Signatory {
  /** Lines above the name, such as "KT. TRƯỞNG PHÒNG" over "PHÓ TRƯỞNG PHÒNG"; empty for an officer on duty, whom the form's caption names. */
  readonly titles: string
  readonly name: string
}

/** An officer who signs in the place of the form: its caption stays, and lines of a power stand under it. */
export function officerBlock(caption: string, signer: Signatory): PaperSigner {
  return { role: signer.titles === '' ? caption : `${caption}\n${signer.titles}`, hint: 'Ký số', name: signer.name, kind: 'digital' }
}

/** The authority's seal signs; who stands for the paper is named under it. @param standing null where the authority alone stands for it */
export function sealedBlock(authority: IssuingAuthority, caption: string, standing: Signatory | null): PaperSigner {
  if (standing === null) return { role: caption, hint: 'Cơ quan ký số', name: officeName(authority), kind: 'seal' }
  return { role: standing.titles === '' ? caption : standing.titles, hint: 'Người chịu trách nhiệm; cơ quan ký số', name: standing.name, kind: 'seal' }
}

/** A statutory paper on A4: national heading, number and place, title, blocks, signers, recipients. */
export interface OfficialPaper {
  readonly layout: 'paper'
  readonly orientation?: 'landscape'
  readonly formCode: string
  readonly issuer: { readonly parent: string; readonly name: string } | null
  readonly place: string
  readonly title: string
  readonly subtitle: string
  readonly blocks: readonly PaperBlock[]
  readonly signers: readonly PaperSigner[]
  readonly recipients: readonly string[]
  readonly footnote: string
}

/** The electronic licence: the face and back of the card (TT 12/2025/TT-BCA) and what a checker needs beside it. */
export interface LicencePaper {
  readonly layout: 'licence'
  readonly formCode: string
  readonly issuer: { readonly parent: string; readonly name: string }
  readonly place: string
  readonly title: string
  readonly licenceNumber: string
  readonly fullName: string
  readonly dateOfBirth: string
  readonly nationality: { readonly vi: string; readonly en: string }
  readonly residence: string
  readonly classes: readonly LicencePaperClass[]
  readonly issuedOn: string
  readonly expiresOn: string
  /** SHA-256 (hex) of the 3×4 picture the citizen saw accepted. */
  readonly portraitHash: string
  readonly decision: string
  readonly signers: readonly PaperSigner[]
  readonly footnote: string
}

interface LicencePaperClass {
  readonly code: string
  readonly vehiclesVi: string
  readonly vehiclesEn: string
  readonly passedOn: string
  readonly restriction: string
  readonly validity: string
}

/** A paper as it was scanned: its pages as pictures, under a line that says of which dossier, by whom and when. */
export interface ScanPaper {
  readonly layout: 'scan'
  readonly formCode: string
  readonly issuer: { readonly parent: string; readonly name: string }
  readonly title: string
  readonly rows: readonly PaperField[]
  /** SHA-256 (hex) of the pages' pictures, in order. */
  readonly pageHashes: readonly string[]
  readonly footnote: string
}

export type Paper = OfficialPaper | LicencePaper | ScanPaper

/** The office on whose behalf a paper is made: dated data of the catalogue's provinces, passed in by the caller. */
export interface IssuingAuthority {
  /** Stable code; numbers run per authority, form and year. */
  readonly code: string
  /** Office above, printed first ("CÔNG AN TỈNH …"); may be empty. */
  readonly parent: string
  /** Its own name without the office above ("PHÒNG CẢNH SÁT GIAO THÔNG"). */
  readonly name: string
  /** Place printed before the date. */
  readonly place: string
}

/** An office as a sentence names it: 'Phòng Cảnh sát giao thông, Công an tỉnh …'. */
export function officeName({ parent, name }: Pick<IssuingAuthority, 'parent' | 'name'>): string {
  return parent === '' ? name : `${name}, ${parent}`
}

/** A citizen as a paper names them. Every text empty where not known. */
export interface PaperPerson {
  readonly fullName: string
  readonly identityNumber: string
  readonly address: string
  readonly phone: string
  readonly email: string
}

/**
 * One official form: its code in the law, the suffix of its number (`null`: the form bears no number of its own), the
 * version that a document keeps, and the pure function from values to paper.
 */
export interface Form<V> {
  readonly kind: string
  readonly code: string
  readonly title: { readonly vi: string; readonly en: string }
  readonly numberSuffix: string | null
  readonly version: string
  /** Legal basis, or where the layout is an assumption, saying so. */
  readonly source: string
  readonly paper: (values: V) => Paper
}

/** Keeps a form's literal kind while checking its shape. */
export function form<const K extends string, V>(definition: Form<V> & { readonly kind: K }): Form<V> & { readonly kind: K } {
  return definition
}
