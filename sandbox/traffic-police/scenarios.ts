/** What a person at the control page can make happen in the violation databases. That a source is down is the kit's fault switch. */
import type { Box, ControlAction, ControlField, Person, ViolationSource } from '../kit/index.ts'
import { localDate } from '../kit/index.ts'
import { addViolation, settleAll } from './records.ts'

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

const sources: { value: ViolationSource; title: { vi: string; en: string } }[] = [
  { value: 'national-database', title: { vi: 'Cơ sở dữ liệu trật tự, an toàn giao thông', en: 'National traffic-order database' } },
  { value: 'traffic-police', title: { vi: 'Cục Cảnh sát giao thông (chế độ 1)', en: 'National traffic police (regime 1)' } },
  { value: 'provincial-police', title: { vi: 'Công an tỉnh (chế độ 1)', en: 'Provincial police (regime 1)' } },
  { value: 'traffic-inspectorate', title: { vi: 'Thanh tra giao thông (chế độ 1)', en: 'Traffic inspectorate (regime 1)' } },
]

async function find(box: Box, identityNumber: string | undefined): Promise<Person> {
  const person = await box.people.get(identityNumber ?? '')
  if (!person) throw new Error('Không có người này trong dữ liệu mô phỏng. / Nobody of that number.')
  return person
}

export const actions: ControlAction[] = [
  {
    id: 'settle',
    title: { vi: 'Người này nộp phạt, giải quyết xong mọi vi phạm', en: 'This person settles all violations' },
    fields: [whom],
    async run(box, input) {
      const person = await find(box, input['person'])
      const open = person.violations.filter((violation) => violation.status === 'unresolved').length
      const today = localDate(await box.now())
      await box.people.change(person.identityNumber, (found) => settleAll(found, today))
      return `${person.fullName}: ${open} vi phạm đã giải quyết. / ${open} settled.`
    },
  },
  {
    id: 'add',
    title: { vi: 'Người này có thêm một vi phạm chưa giải quyết', en: 'This person gets an unresolved violation' },
    fields: [
      whom,
      { name: 'source', title: { vi: 'Nơi ghi nhận', en: 'Recorded by' }, kind: 'choice', options: sources, value: 'national-database' },
      { name: 'behaviour', title: { vi: 'Hành vi', en: 'Behaviour' }, value: 'Không chấp hành hiệu lệnh của đèn tín hiệu giao thông' },
      { name: 'fineVnd', title: { vi: 'Tiền phạt (đồng)', en: 'Fine (dong)' }, kind: 'number', value: '5000000' },
      { name: 'suspendedDays', title: { vi: 'Tước quyền sử dụng (ngày)', en: 'Suspended for (days)' }, kind: 'number', value: '0' },
    ],
    async run(box, input) {
      const person = await find(box, input['person'])
      const source = sources.find((one) => one.value === (input['source'] || 'national-database'))
      if (!source) throw new Error('Nơi ghi nhận không đúng. / No such source.')
      const violation = {
        source: source.value,
        behaviour: input['behaviour'] || 'Không chấp hành hiệu lệnh của đèn tín hiệu giao thông',
        fineVnd: Number(input['fineVnd'] || 5_000_000),
        suspendedDays: Number(input['suspendedDays'] || 0),
      }
      if (!Number.isSafeInteger(violation.fineVnd) || !Number.isSafeInteger(violation.suspendedDays)) throw new Error('Số không đúng. / Not a number.')
      const now = await box.now()
      await box.people.change(person.identityNumber, (found) => addViolation(found, violation, now))
      return `${person.fullName}: thêm một vi phạm. / one violation added.`
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
