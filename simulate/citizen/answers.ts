/** What a person answers on a page that asks: found by the words beside each field, never by the page's address. */
import { attach, begin, choose, type Filling, select, type, unanswered, type Upload } from '../visitor/filling.ts'
import type { Field, Form } from '../visitor/page.ts'
import type { Memory } from './memory.ts'

/** Reasons a person gives, best first, by the story they have. */
const reasonsOf: Readonly<Record<string, readonly RegExp[]>> = {
  'two-licences': [/gộp|tích hợp/i, /sắp hết hạn/i],
  'changed-details': [/thay đổi/i, /sắp hết hạn/i],
  'no-certificate-needed': [/hỏng/i],
  elderly: [/thay đổi/i, /hạng cũ|giấy bìa/i, /hỏng/i],
}

const otherwise: readonly RegExp[] = [/sắp hết hạn/i, /hạng cũ|giấy bìa/i, /hỏng/i]

/** What is typed, by what stands beside the field. */
function typedFor({ person, startedAt }: Answering, field: Field): string | undefined {
  if (field.value.trim() !== '') return undefined // prefilled and right
  if (startedAt && LOST.test(field.legend)) return partOfDay(field.label, startedAt)
  if (/điện thoại/i.test(field.label)) return `${person.phone.slice(0, 4)} ${person.phone.slice(4, 7)} ${person.phone.slice(7)}`
  if (/e-?mail|thư điện tử/i.test(field.label)) return person.email
  if (/người nhận|họ và tên/i.test(field.label)) return person.fullName
  if (/số nhà|đường|thôn/i.test(field.label)) return person.residence.street
  if (/xã|phường/i.test(field.label)) return person.residence.commune
  if (/nơi cư trú|địa chỉ/i.test(field.label)) return `${person.residence.street}, ${person.residence.commune}, ${person.residence.provinceName}`
  return undefined
}

/** A licence was lost on the day its owner came to report it. */
const LOST = /mất giấy phép ngày nào/i
const DECLARED = /^tôi cam đoan giấy phép/i

function partOfDay(label: string, at: Date): string {
  const [day = '', month = '', year = ''] = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(at).split('/')
  return /ngày/i.test(label) ? day : /tháng/i.test(label) ? month : year
}

/** The answer of somebody who has paper only, and the field that takes the certified copy. */
const ON_PAPER = /bản giấy/i
const COPY = /pdf đã ký/i

/** Which of a group of choices this person takes; undefined leaves the group alone. */
function chosenFrom({ person, fate }: Answering, group: readonly Field[]): Field | undefined {
  const about = `${group[0]?.legend} ${group.map((field) => field.label).join(' ')}`
  if (/giấy khám/i.test(about)) return (fate.certificate === 'on-paper' ? group.find((field) => ON_PAPER.test(field.label)) : undefined) ?? group.find((field) => /tìm thấy|số định danh/i.test(field.label)) ?? group.find((field) => /chưa gửi/i.test(field.label))
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

/** The little of a citizen's memory that answers are given from. */
export type Answering = Pick<Memory, 'person' | 'fate'> & { readonly startedAt?: Memory['startedAt'] }

/** What a person has at hand when a file is asked for. */
export interface Files {
  picture(): Promise<Upload>
  /** The certified electronic copy that the commune office made of a certificate on paper. */
  certifiedCopy(): Promise<Upload>
}

/** Fills in a form as this person would. */
export async function answer(who: Answering, form: Form, files: Files): Promise<Answered> {
  const { person } = who
  const filling = begin(form)
  let [choices, characters] = [0, 0]
  for (const group of unanswered(filling).values()) {
    const chosen = chosenFrom(who, group)
    if (!chosen) continue
    choose(filling, chosen)
    choices += 1
  }
  for (const field of form.fields) {
    if (field.kind === 'text') {
      const text = typedFor(who, field)
      if (text === undefined) continue
      type(filling, field, text)
      characters += text.length
    } else if (field.kind === 'select' && field.value === '') {
      const mine = field.options.find((option) => option.label.includes(person.residence.provinceName))
      if (!mine) continue
      select(filling, field, mine.value)
      choices += 1
    } else if (field.kind === 'checkbox' && DECLARED.test(field.label)) {
      choose(filling, field)
      choices += 1
    } else if (field.kind === 'file' && COPY.test(field.label)) attach(filling, field, await files.certifiedCopy())
    else if (field.kind === 'file') attach(filling, field, await files.picture())
  }
  return { filling, choices, characters }
}
