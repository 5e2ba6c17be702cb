import { expect, test } from 'vitest'
import type { Field, Form } from '../visitor/page.ts'
import { openGiven } from './given.ts'

const field = (more: Partial<Field>): Field => ({ name: 'x', kind: 'text', label: '', legend: '', value: '', chosen: false, options: [], ...more })
const form = (...fields: Field[]): Form => ({ action: '', method: 'post', multipart: false, fields, buttons: [], text: '' })
const phone = (value = '') => form(field({ name: 'phone', label: 'Số điện thoại', value }))
const picture = form(field({ name: 'picture', kind: 'file', label: 'Chọn hoặc chụp ảnh' }))

test('an empty field for what was given before asks twice; a filled one does not', () => {
  const given = openGiven()
  given.read(phone())
  given.took(phone())
  given.read(phone('0000 100 001'))
  expect(given.askedAgain).toEqual([])
  given.read(phone())
  expect(given.askedAgain).toEqual(['số điện thoại'])
})

test('what a page complained about was not given', () => {
  const given = openGiven()
  given.read(picture)
  given.read(picture)
  given.took(picture)
  expect(given.askedAgain).toEqual([])
  given.read(picture)
  expect(given.askedAgain).toEqual(['chọn hoặc chụp ảnh'])
})

test('a choice made already is not asked again while it shows as chosen; hidden fields and declarations ask for nothing', () => {
  const given = openGiven()
  const choice = (chosen: boolean) => form(
    field({ name: 'how', kind: 'radio', legend: 'Dùng giấy khám nào?', label: 'Chưa gửi', chosen }), field({ name: 'how', kind: 'radio', legend: 'Dùng giấy khám nào?', label: 'Có số' }),
    field({ name: 'token', kind: 'hidden', value: 'x' }), field({ name: 'sure', kind: 'checkbox', label: 'Tôi cam đoan' }),
  )
  given.took(choice(false))
  given.read(choice(true))
  expect(given.askedAgain).toEqual([])
  given.read(choice(false))
  expect(given.askedAgain).toEqual(['dùng giấy khám nào?'])
})

test('an officer’s request read again is one request; another one for the same paper is a second', () => {
  const given = openGiven()
  given.requested('Ảnh chân dung', '08:00 23/11/2026')
  given.requested('Ảnh chân dung', '08:00 23/11/2026')
  expect(given.askedAgain).toEqual([])
  given.requested('Ảnh chân dung', '09:00 24/11/2026')
  expect(given.askedAgain).toEqual(['ảnh chân dung'])
})
