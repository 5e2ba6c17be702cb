/** The eleven people with one story each, and the staff. Dates are counted from the day of the first seeding. */
import { addDays, localDate } from '../kit/dates.ts'
import { certificate, certificateClass, identityNumber, licence, violation } from './make.ts'
import type { Person, Story } from './person.ts'
import { residence } from './places.ts'
import { type Sketch, stories } from './stories.ts'

/** The cast in the order of the tour. `now`: the first seeding; everything is dated from it. */
export function demoCast(now: Date): Person[] {
  const today = localDate(now)
  return stories.map((sketch, place) => draw(sketch, place + 1, today))
}

function draw(sketch: Sketch, place: number, today: string): Person {
  const base = {
    identityNumber: identityNumber('097', sketch.sex, sketch.birthDate, sketch.serial),
    fullName: sketch.fullName,
    birthDate: sketch.birthDate,
    sex: sketch.sex,
    residence: residence(sketch.provinceCode, sketch.commune, `số ${10 + place}, Đường Mẫu`),
  }
  const story: Story = { slug: sketch.slug, kind: sketch.kind, eligible: sketch.eligible, words: sketch.words, next: sketch.next }
  const licences = sketch.licences.map((wish, index) => licence(base, {
    licenceClass: wish.licenceClass,
    serial: 1000 + place * 10 + index,
    points: wish.points,
    ...(wish.daysLeft === undefined ? { issuedOn: wish.issuedOn } : { expiresOn: addDays(today, wish.daysLeft) }),
    ...(wish.formerAddress === undefined ? {} : { holder: { residence: wish.formerAddress, identityNumber: formerNumber(place) } }),
  }))
  const first = sketch.licences.find((wish) => certificateClass(wish.licenceClass) !== null)
  const forClass = first ? certificateClass(first.licenceClass) : null
  return {
    ...base,
    nationality: 'VNM',
    birthplace: base.residence.provinceName,
    formerIdentityNumber: formerNumber(place),
    phone: `0000${String(1000 + place).padStart(6, '0')}`,
    email: `${sketch.slug}@vidu.invalid`,
    licences,
    certificates: sketch.certificateDaysAgo === undefined || forClass === null ? [] : [certificate({
      forClass, concludedOn: addDays(today, -sketch.certificateDaysAgo), serial: 400 + place * 17, clinic: place - 1, late: sketch.certificateLateDays,
    })],
    violations: (sketch.violations ?? []).map((wish, index) => violation({
      serial: 100 + place * 10 + index, happenedOn: addDays(today, -wish.daysAgo), status: wish.status, provinceName: base.residence.provinceName, behaviour: wish.behaviour,
    })),
    foreignLicence: sketch.kind === 'foreign-licence'
      ? { country: 'Nước Ví Dụ', number: 'VD-970017', licenceClass: 'B', issuedOn: addDays(today, -900), expiresOn: addDays(today, 900) }
      : null,
    eidLevel: sketch.kind === 'eid-level-1' ? 1 : 2,
    portraitSeed: place,
    story,
    staff: null,
  }
}

/** Nine digits; real identity cards never began with 97. */
function formerNumber(place: number): string {
  return `97000${String(670 + place).padStart(4, '0')}`
}
