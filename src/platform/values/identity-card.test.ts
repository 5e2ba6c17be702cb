import { expect, test } from 'vitest'
import { parseIdentityCard } from './identity-card.ts'

test('a scanned card says who its holder is', () => {
  expect(parseIdentityCard('097185003310|012345678|Lê Thị Cúc|02111985|Nữ|Phố Ví Dụ, xã Đồng Mẫu, Bắc Ninh|10052021')).toEqual({
    identityNumber: '097185003310', formerNumber: '012345678', fullName: 'Lê Thị Cúc', birthDate: '1985-11-02', sex: 'female', residence: 'Phố Ví Dụ, xã Đồng Mẫu, Bắc Ninh', issuedOn: '2021-05-10',
  })
})

test('fields that newer cards add, and a missing day of issue, do not matter', () => {
  expect(parseIdentityCard('097088001234||Nguyễn Văn An|12031988|Nam|xã Hoa Sen||Cha|Mẹ')).toMatchObject({ fullName: 'Nguyễn Văn An', sex: 'male', issuedOn: undefined })
})

test.each(['', '097088001234', '097088001234||Nguyễn Văn An|31021988|Nam|x|', '97088001234||An|12031988|Nam|x|', '097088001234|||12031988|Nam|x|'])('%j is no card', (line) => {
  expect(parseIdentityCard(line)).toBeUndefined()
})
