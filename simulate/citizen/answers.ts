/** What a person answers on a page that asks: found by the words beside each field, never by the page's address. */
import type { CastPerson } from '../world/outside.ts'
import { attach, begin, choose, type Filling, select, type, unanswered, type Upload } from '../visitor/filling.ts'
import type { Field, Form } from '../visitor/page.ts'

/** Reasons a person gives, best first, by the story they have. */
const reasonsOf: Readonly<Record<string, readonly RegExp[]>> = {
  'two-licences': [/gộp|tích hợp/i, /sắp hết hạn/i],
  'changed-details': [/thay đổi/i, /sắp hết hạn/i],
  'no-certificate-needed': [/hỏng/i],
  elderly: [/thay đổi/i, /hạng cũ|giấy bìa/i, /hỏng/i],
}

const otherwise: readonly RegExp[] = [/sắp hết hạn/i, /hạng cũ|giấy bìa/i, /hỏng/i]

/** What is typed, by what stands beside the field. */
function typedFor(person: CastPerson, field: Field): string | undefined {
  if (field.value.trim() !== '') return undefined // prefilled and right
  if (/điện thoại/i.test(field.label)) return `${person.phone.slice(0, 4)} ${person.phone.slice(4, 7)} ${person.phone.slice(7)}`
  if (/e-?mail|thư điện tử/i.test(field.label)) return person.email
  if (/người nhận|họ và tên/i.test(field.label)) return person.fullName
  if (/số nhà|đường|thôn/i.test(field.label)) return person.residence.street
  if (/xã|phường/i.test(field.label)) return person.residence.commune
  if (/nơi cư trú|địa chỉ/i.test(field.label)) return `${person.residence.street}, ${person.residence.commune}, ${person.residence.provinceName}`
  return undefined
}

/** Which of a group of choices this person takes; undefined leaves the group alone. */
function chosenFrom(person: CastPerson, group: readonly Field[]): Field | undefined {
  const about = `${group[0]?.legend} ${group.map((field) => field.label).join(' ')}`
  if (/giấy khám/i.test(about)) return group.find((field) => /tìm thấy|số định danh/i.test(field.label)) ?? group.find((field) => /chưa gửi/i.test(field.label))
  if (group.some((field) => otherwise.some((words) => words.test(field.label)))) {
    for (const words of [...(reasonsOf[person.story.kind] ?? []), ...otherwise]) {
      const found = group.find((field) => words.test(field.label))
      if (found) return found
    }
  }
  return group[0]
}

export interface Answered {
  readonly filling: Filling
  readonly choices: number
  readonly characters: number
}

/** Fills in a form as this person would. @param picture taken when a file is asked for */
export async function answer(person: CastPerson, form: Form, picture: () => Promise<Upload>): Promise<Answered> {
  const filling = begin(form)
  let [choices, characters] = [0, 0]
  for (const group of unanswered(filling).values()) {
    const chosen = chosenFrom(person, group)
    if (!chosen) continue
    choose(filling, chosen)
    choices += 1
  }
  for (const field of form.fields) {
    if (field.kind === 'text') {
      const text = typedFor(person, field)
      if (text === undefined) continue
      type(filling, field, text)
      characters += text.length
    } else if (field.kind === 'select' && field.value === '') {
      const mine = field.options.find((option) => option.label.includes(person.residence.provinceName))
      if (!mine) continue
      select(filling, field, mine.value)
      choices += 1
    } else if (field.kind === 'file') attach(filling, field, await picture())
  }
  return { filling, choices, characters }
}
