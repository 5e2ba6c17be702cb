/** What the control page can make clinics and the gateway do. */
import type { Box, ControlAction, ControlField, Person, PersonCertificate } from '../kit/index.ts'
import { addDays, localDate } from '../kit/index.ts'
import { clinicsWithSoftware, type Form, letterOf, push } from './clinic-software.ts'
import { examine, holdBack, sendAll, toWire } from './records.ts'

interface Settings {
  /** How many of the next answers are about somebody else. */
  wrongPerson: number
}

const settings = (box: Box) => box.docs<Settings>('settings')

/** Whether this answer shall be about somebody else; each time counts down. */
export async function takeWrongPerson(box: Box): Promise<boolean> {
  const left = (await settings(box).get('all'))?.wrongPerson ?? 0
  if (left === 0) return false
  await settings(box).put('all', { wrongPerson: left - 1 })
  return true
}

const whom: ControlField = { name: 'person', title: { vi: 'Người', en: 'Person' }, kind: 'person' }

const conclusions: { value: PersonCertificate['conclusion']; title: { vi: string; en: string } }[] = [
  { value: 'A0-1', title: { vi: 'Đủ điều kiện', en: 'Fit' } },
  { value: 'A0-2', title: { vi: 'Không đủ điều kiện', en: 'Not fit' } },
  { value: 'A0-3', title: { vi: 'Đạt, phải khám lại sau 90 ngày', en: 'Fit, to be examined again in 90 days' } },
]

const forms: { value: Form; signs: boolean; title: { vi: string; en: string } }[] = [
  { value: 'json', signs: false, title: { vi: 'JSON, khóa kết nối', en: 'JSON, by key' } },
  { value: 'xml', signs: true, title: { vi: 'XML quanh văn bản đã ký (RSA-SHA1)', en: 'XML around a signed document (RSA-SHA1)' } },
  { value: 'signed-xml', signs: true, title: { vi: 'XML ký trực tiếp', en: 'XML signed as a whole' } },
]

async function find(box: Box, identityNumber: string | undefined): Promise<Person> {
  const person = await box.people.get(identityNumber ?? '')
  if (!person) throw new Error('Không có người này trong dữ liệu mô phỏng. / Nobody of that number.')
  return person
}

export const actions: ControlAction[] = [
  {
    id: 'send-now',
    title: { vi: 'Phòng khám gửi giấy khám của người này ngay', en: 'The clinic sends this person’s certificate now' },
    fields: [whom],
    async run(box, input) {
      const person = await find(box, input['person'])
      const sent = await sendAll(box, person)
      return `${person.fullName}: đã gửi ${sent} giấy. / ${sent} sent.`
    },
  },
  {
    id: 'examine',
    title: { vi: 'Phòng khám khám cho người này hôm nay', en: 'A clinic examines this person today' },
    fields: [
      whom,
      { name: 'class', title: { vi: 'Hạng', en: 'Class' }, value: 'B' },
      { name: 'conclusion', title: { vi: 'Kết luận', en: 'Conclusion' }, kind: 'choice', options: conclusions, value: 'A0-1' },
    ],
    async run(box, input) {
      const person = await find(box, input['person'])
      const chosen = conclusions.find((one) => one.value === (input['conclusion'] || 'A0-1'))
      const forClass = input['class'] || 'B'
      if (!chosen || !/^[A-D][12]?E?$/.test(forClass)) throw new Error('Hạng hoặc kết luận không đúng. / No such class or conclusion.')
      const recheckOn = chosen.value === 'A0-3' ? addDays(localDate(await box.now()), 90) : null
      const number = await examine(box, person, forClass, chosen.value, recheckOn)
      return `${person.fullName}: ${number}`
    },
  },
  {
    id: 'push',
    title: { vi: 'Phòng khám khám hôm nay, phần mềm của họ gửi thẳng đến dịch vụ', en: 'A clinic examines today, and its own program sends it to the service' },
    fields: [
      whom,
      { name: 'class', title: { vi: 'Hạng', en: 'Class' }, value: 'B' },
      { name: 'conclusion', title: { vi: 'Kết luận', en: 'Conclusion' }, kind: 'choice', options: conclusions, value: 'A0-1' },
      { name: 'form', title: { vi: 'Dạng bản tin', en: 'Form of the message' }, kind: 'choice', value: 'json', options: forms.map(({ value, title }) => ({ value, title })) },
    ],
    async run(box, input) {
      const person = await find(box, input['person'])
      const conclusion = conclusions.find((one) => one.value === (input['conclusion'] || 'A0-1'))?.value
      const form = forms.find((one) => one.value === (input['form'] || 'json'))
      const clinic = (await clinicsWithSoftware(box)).find((one) => form && (one.privateKeyPem !== null) === form.signs)
      if (!conclusion || !form || !clinic) throw new Error('Dạng bản tin hoặc kết luận không đúng. / No such form or conclusion.')
      const now = await box.now()
      const serial = String((Math.floor(now.getTime() / 1000) + Math.floor(box.random() * 100_000)) % 100_000).padStart(5, '0')
      const record = toWire(person, {
        number: `${serial}/GKSKLX/${clinic.code}/${localDate(now).slice(2, 4)}`, forClass: input['class'] || 'B', concludedOn: localDate(now), conclusion, clinicCode: clinic.code, clinicName: clinic.name,
        doctorName: 'BS. Mẫu Thị Ví Dụ', alcohol: 0, drugsFound: conclusion === 'A0-2', recheckOn: conclusion === 'A0-3' ? addDays(localDate(now), 90) : null, sentAt: null, lateDays: 0,
      })
      return `${record.SO}: ${await push(box, letterOf(clinic, record, form.value))}`
    },
  },
  {
    id: 'shares',
    title: { vi: 'Giấy khám đến muộn hoặc chỉ có trên giấy', en: 'Certificates that come late, or are on paper only' },
    fields: [
      { name: 'late', title: { vi: 'Muộn: số định danh:số giờ, cách nhau bằng dấu cách', en: 'Late: identity number:hours, with blanks between' } },
      { name: 'paper', title: { vi: 'Chỉ có giấy: số định danh, cách nhau bằng dấu cách', en: 'On paper only: identity numbers, with blanks between' } },
    ],
    async run(box, input) {
      const late = (input['late'] ?? '').split(' ').filter(Boolean).map((text) => {
        const [identityNumber = '', hours] = text.split(':')
        return { identityNumber, hours: Number(hours) }
      })
      if (late.some(({ hours }) => !(hours > 0 && hours <= 10_000))) throw new Error('Số giờ không đúng. / No such number of hours.')
      const paper = (input['paper'] ?? '').split(' ').filter(Boolean)
      for (const { identityNumber, hours } of late) await holdBack(box, await find(box, identityNumber), hours)
      for (const identityNumber of paper) await holdBack(box, await find(box, identityNumber), undefined)
      return `${late.length} muộn, ${paper.length} chỉ có giấy. / ${late.length} late, ${paper.length} on paper only.`
    },
  },
  {
    id: 'wrong-person',
    title: { vi: 'Những câu trả lời tới là về người khác', en: 'The next answers are about somebody else' },
    fields: [{ name: 'count', title: { vi: 'Mấy lần', en: 'How many' }, kind: 'number', value: '1' }],
    async run(box, input) {
      const wrongPerson = Number(input['count'] || 1)
      if (!Number.isSafeInteger(wrongPerson) || wrongPerson < 0) throw new Error('Số không đúng. / Not a number.')
      await settings(box).put('all', { wrongPerson })
      return `${wrongPerson} câu trả lời tới sẽ về người khác. / ${wrongPerson} answers will be about somebody else.`
    },
  },
]
