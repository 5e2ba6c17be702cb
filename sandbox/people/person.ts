/**
 * The one made-up person that every simulated ministry knows. Dates are 'YYYY-MM-DD' (Asia/Ho_Chi_Minh), instants are
 * ISO strings, money is whole đồng. Everything here is impossible in reality on purpose: identity numbers use province
 * codes 097 to 099, licence and clinic numbers start with 97 to 99, phones start with 0000.
 */
import type { Words } from '../kit/words.ts'

export type Sex = 'male' | 'female'

/** Nơi thường trú under the two-tier administration since 1 July 2025. */
export interface Residence {
  /** Two-digit code of one of the 34 provinces, as '24' for Bắc Ninh. */
  provinceCode: string
  provinceName: string
  commune: string
  street: string
}

/** A row of the licence register, GPLX. Old and new classes share letters, so the regime always stands beside the class. */
export interface PersonLicence {
  licenceNumber: string
  cardSerial: string
  /** 'old': classes of the 2008 law (B2, FB2 …); 'new': classes of Law 36/2024. */
  regime: 'old' | 'new'
  licenceClass: string
  restrictions: string[]
  material: 'card' | 'paper'
  passedOn: string
  issuedOn: string
  /** null: không thời hạn. */
  expiresOn: string | null
  issuedBy: string
  /** Points left of 12 (Luật 36/2024 Đ58). */
  points: number
  /** What is printed on the card, which may differ from the population register. */
  holder: { fullName: string; birthDate: string; residence: string; identityNumber: string }
}

/** Giấy khám sức khoẻ lái xe. `conclusion`: A0-1 fit, A0-2 not fit, A0-3 fit but to be examined again. */
export interface PersonCertificate {
  /** 00001/GKSKLX/97001/26 */
  number: string
  forClass: string
  concludedOn: string
  conclusion: 'A0-1' | 'A0-2' | 'A0-3'
  clinicCode: string
  clinicName: string
  doctorName: string
  /** mg per litre of breath. */
  alcohol: number
  drugsFound: boolean
  recheckOn: string | null
  /** When the gateway has it from the clinic; null: not yet. */
  sentAt: string | null
  /** Where `sentAt` is null: the clinic sends it so many days after it was first asked for (Cúc: 3). */
  lateDays: number
  /** Made out to the nine-digit card of before 2021: found by its number only. */
  onFormerCard?: true
}

/** The body that holds a violation: three of them in regime 1, one national database since March 2025. */
export type ViolationSource = 'provincial-police' | 'traffic-police' | 'traffic-inspectorate' | 'national-database'

/** Vi phạm hành chính. While `status` is 'unresolved' no licence is issued or exchanged (Luật 36/2024 Đ62.4). */
export interface PersonViolation {
  id: string
  source: ViolationSource
  behaviour: Words
  legalBasis: string
  happenedAt: string
  place: string
  fineVnd: number
  status: 'unresolved' | 'settled'
  decisionNumber: string | null
  settledOn: string | null
  /** Where the person can settle it. */
  settleAt: Words
  /** The right of use is suspended until then (tước quyền sử dụng), or null. */
  suspendedUntil: string | null
}

interface ForeignLicence {
  country: string
  number: string
  licenceClass: string
  issuedOn: string
  expiresOn: string
}

export type StaffRole = 'appraiser' | 'signer' | 'supervisor' | 'administrator' | 'operator' | 'clerk' | 'doctor' | 'postal' | 'leader' | 'printer' | 'inspector'

/** Why this person is in the cast. `eligible` is set here and never asked of the product. */
export interface Story {
  /** Short stable name, as 'an', 'binh', 'g-000017'. */
  slug: string
  kind: StoryKind
  eligible: boolean
  words: Words
  /** Who has to do what next, in one sentence. */
  next: Words
}

export type StoryKind =
  | 'all-well' | 'unresolved-violation' | 'late-certificate' | 'charged-twice' | 'portrait-refused' | 'foreign-licence'
  | 'elderly' | 'lost-licence' | 'expired' | 'eid-level-1' | 'police-down' | 'no-certificate-needed' | 'two-licences'
  | 'changed-details' | 'unfit' | 'expired-certificate' | 'suspended' | 'no-licence' | 'staff'

export interface Person {
  /** 12 digits; also the id in every simulator. */
  identityNumber: string
  fullName: string
  birthDate: string
  sex: Sex
  nationality: string
  birthplace: string
  /** Nine-digit identity card of before 2021, if there was one. */
  formerIdentityNumber: string | null
  phone: string
  email: string
  residence: Residence
  licences: PersonLicence[]
  certificates: PersonCertificate[]
  violations: PersonViolation[]
  foreignLicence: ForeignLicence | null
  eidLevel: 1 | 2
  portraitSeed: number
  story: Story
  /** `office`: a clerk's or the post's service point, a doctor's clinic; null in the authority's own office. */
  staff: { role: StaffRole; provinceCode: string; provinceName: string; office: string | null; title: Words; power: SigningPower | null } | null
}

/** What somebody signs for the authority, in which form of NĐ 30/2020/NĐ-CP, on which made-up document. */
export interface SigningPower {
  papers: string[]
  form: 'head' | 'KT' | 'duty'
  /** The number of a document that cannot exist: its order begins with 97, and it ends in the mark of a simulation. */
  basis: string
}

/** The people that all systems share, kept in the sandbox's own database. */
export interface People {
  get(identityNumber: string): Promise<Person | undefined>
  /** In seeding order. `search` matches name (without marks), identity number or story slug. */
  list(options?: { from?: number; limit?: number; search?: string; staff?: boolean }): Promise<Person[]>
  count(options?: { search?: string; staff?: boolean }): Promise<number>
  /** Changes one person under a row lock, as when a certificate arrives or a fine is settled. Throws if nobody has the number. */
  change(identityNumber: string, change: (person: Person) => Person): Promise<Person>
  /** Whose licence, certificate or violation has this number, if anybody's. */
  findByLicence(licenceNumber: string): Promise<Person | undefined>
  findByCertificate(number: string): Promise<Person | undefined>
}
