/**
 * Any number of people from a seed. Whether somebody may exchange a licence now is decided by the story given here, so that
 * a simulation never has to ask the product. At most one in ten may not.
 */
import { addDays, localDate } from '../kit/dates.ts'
import { between, pick, seededRandom } from '../kit/random.ts'
import type { Words } from '../kit/words.ts'
import { certificate, certificateClass, identityNumber, licence, violation } from './make.ts'
import { randomName } from './names.ts'
import type { Person, Sex, StoryKind } from './person.ts'
import { communes, residence, streets } from './places.ts'

export interface GenerateOptions {
  count: number
  seed: number
  /** The day everything is dated from. */
  now: Date
  /** Where they live: provinces whose officers are in the cast, unless told otherwise. */
  provinceCodes?: readonly string[]
}

const eligibleKinds: readonly StoryKind[] = [
  'all-well', 'all-well', 'all-well', 'all-well', 'all-well', 'all-well', 'changed-details', 'changed-details',
  'two-licences', 'no-certificate-needed', 'no-certificate-needed', 'elderly', 'late-certificate', 'charged-twice',
]
const blockedKinds: readonly StoryKind[] = ['unresolved-violation', 'unresolved-violation', 'unfit', 'expired', 'expired-certificate', 'suspended', 'no-licence']

/** Numbers that clinics gave before: one that begins to number on the service's pages begins at 00001 and must not meet them. */
const EARLIER_NUMBERS = 20_000

const told: Partial<Record<StoryKind, Words>> = {
  'all-well': { vi: 'Bằng sắp hết hạn, giấy tờ đủ.', en: 'The licence runs out soon, everything is there.' },
  'changed-details': { vi: 'Đã chuyển nơi ở, thẻ còn ghi nơi cũ.', en: 'Has moved; the card still shows the old place.' },
  'two-licences': { vi: 'Có bằng xe máy và ô tô, muốn gộp một thẻ.', en: 'Holds motorcycle and car licences and wants one card.' },
  'no-certificate-needed': { vi: 'Bằng xe máy bị hỏng, không cần giấy khám.', en: 'A damaged motorcycle licence; no certificate is needed.' },
  elderly: { vi: 'Người cao tuổi, bằng xe máy cũ.', en: 'An elderly person with an old motorcycle licence.' },
  'late-certificate': { vi: 'Phòng khám gửi giấy chậm một ngày.', en: 'The clinic sends the certificate a day late.' },
  'charged-twice': { vi: 'Bị trừ tiền hai lần.', en: 'Is charged twice.' },
  'unresolved-violation': { vi: 'Còn vi phạm chưa giải quyết.', en: 'Has an unresolved violation.' },
  unfit: { vi: 'Kết luận khám: không đủ điều kiện.', en: 'Examined and found not fit.' },
  expired: { vi: 'Bằng đã quá hạn.', en: 'The licence has expired.' },
  'expired-certificate': { vi: 'Giấy khám đã cũ.', en: 'The certificate is too old.' },
  suspended: { vi: 'Đang bị tước quyền sử dụng bằng.', en: 'The right to use the licence is suspended.' },
  'no-licence': { vi: 'Chưa có bằng lái.', en: 'Has no licence.' },
}

const nextStep: Record<'eligible' | 'blocked', Words> = {
  eligible: { vi: 'Đăng nhập và đổi bằng.', en: 'Signs in and exchanges.' },
  blocked: { vi: 'Đăng nhập và được báo điều gì đang chặn.', en: 'Signs in and is told what blocks.' },
}

/** The same seed, count and day give the same people; a smaller count gives the first of them. */
export function* generatePeople(options: GenerateOptions): Generator<Person> {
  const today = localDate(options.now)
  const provinceCodes = options.provinceCodes ?? ['24', '24', '01']
  for (let index = 0; index < options.count; index += 1) {
    // Each person has a generator of their own, so that one more trait for one does not change all others.
    const random = seededRandom(options.seed * 1_000_003 + index)
    const blockedPlace = between(seededRandom(options.seed * 7_919 + Math.floor(index / 10)), 0, 9)
    const blocked = index % 10 === blockedPlace
    yield one(index, random, pick(random, blocked ? blockedKinds : eligibleKinds), today, pick(random, provinceCodes))
  }
}

function one(index: number, random: () => number, kind: StoryKind, today: string, provinceCode: string): Person {
  const sex: Sex = random() < 0.5 ? 'male' : 'female'
  const age = kind === 'elderly' ? between(random, 66, 82) : between(random, 28, 52)
  const birthDate = addDays(today, -age * 365 - between(random, 10, 350))
  const base = {
    identityNumber: identityNumber('099', sex, birthDate, index),
    fullName: randomName(random, sex), birthDate, sex,
    residence: residence(provinceCode, pick(random, communes), `số ${between(random, 1, 299)}, ${pick(random, streets)}`),
  }
  const motorcycle = kind === 'no-certificate-needed' || kind === 'elderly'
  const licenceClass = motorcycle ? pick(random, ['A1', 'A1', 'A2']) : pick(random, ['B2', 'B2', 'B2', 'B2', 'C', 'FB2', 'D'])
  const daysLeft = kind === 'expired' ? -between(random, 40, 300) : between(random, 40, 330)
  const moved = kind === 'changed-details' || kind === 'elderly'
  const licences = kind === 'no-licence' ? [] : [licence(base, {
    licenceClass, serial: index * 2, block: '99', points: random() < 0.1 ? between(random, 4, 11) : 12,
    ...(motorcycle ? { issuedOn: addDays(today, -between(random, 3000, 5500)) } : { expiresOn: addDays(today, daysLeft) }),
    ...(moved ? { holder: { residence: 'Huyện Mẫu (cũ)' } } : {}),
  })]
  if (kind === 'two-licences') licences.push(licence(base, { licenceClass: 'A1', serial: index * 2 + 1, block: '99', issuedOn: addDays(today, -between(random, 3000, 3600)) }))
  const forClass = kind === 'no-licence' ? null : certificateClass(licenceClass)
  const late = kind === 'late-certificate' ? 1 : undefined
  return {
    ...base,
    nationality: 'VNM',
    birthplace: base.residence.provinceName,
    formerIdentityNumber: null,
    phone: `0000${String(100_000 + index).padStart(6, '0')}`,
    email: `nguoi${index}@vidu.invalid`,
    licences,
    certificates: forClass === null ? [] : [certificate({
      forClass, serial: EARLIER_NUMBERS + index, clinic: index, late, conclusion: kind === 'unfit' ? 'A0-2' : 'A0-1',
      concludedOn: addDays(today, -(late ? 0 : kind === 'expired-certificate' ? between(random, 400, 700) : between(random, 3, 120))),
    })],
    violations: violationsOf(kind, index, random, today, base.residence.provinceName),
    foreignLicence: null,
    eidLevel: 2,
    portraitSeed: 1000 + index,
    story: {
      slug: `g-${String(index).padStart(6, '0')}`, kind, eligible: eligibleKinds.includes(kind),
      words: told[kind] ?? { vi: '', en: '' },
      next: nextStep[eligibleKinds.includes(kind) ? 'eligible' : 'blocked'],
    },
    staff: null,
  }
}

function violationsOf(kind: StoryKind, index: number, random: () => number, today: string, provinceName: string) {
  const serial = 1000 + index
  if (kind === 'unresolved-violation') return [violation({ serial, happenedOn: addDays(today, -between(random, 5, 60)), status: 'unresolved', provinceName, behaviour: between(random, 0, 2) })]
  if (kind === 'suspended') return [violation({ serial, happenedOn: addDays(today, -30), status: 'unresolved', provinceName, suspendedUntil: addDays(today, 60) })]
  if (random() < 0.08) return [violation({ serial, happenedOn: addDays(today, -between(random, 200, 900)), status: 'settled', provinceName, behaviour: between(random, 0, 2) })]
  return []
}
