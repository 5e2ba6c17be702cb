/** What somebody typed outlives the session in which they typed it: nothing of it is recorded, nothing is lost, and nobody else's form is ever taken for theirs. */
import type { FastifyInstance } from 'fastify'
import { type HTMLElement, parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesks, signIn } from '../../../../test/office/desk.ts'
import { dossierOf, pay } from '../../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { listNotes } from '../../../dossiers/index.ts'
import { paths } from '../../paths.ts'

const NOTE = 'Gọi lại cho công dân trước 16 giờ <b>thứ Ba</b>\nvề nơi nhận thẻ'
const OURS = { 'sec-fetch-site': 'same-origin' }

let world: CaseWorld
let app: FastifyInstance
let oanh: Awaited<ReturnType<CaseWorld['staff']>>
let id = ''
beforeAll(async () => {
  world = await openCaseWorld()
  ;({ app } = await openDesks(world))
  oanh = await world.staff('appraiser')
  id = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  await pay(world, id)
})
afterAll(async () => {
  expect(await world.broken()).toEqual({})
  await world[Symbol.asyncDispose]()
})

type Fields = readonly (readonly [string, string])[]

/** Sends a form as a browser does. @param from what the browser says of where it comes from */
async function send(phien: string, fields: Fields, from: Readonly<Record<string, string>> = OURS) {
  const referer = `${new URL(world.platform.config.publicUrl).origin}${paths.officerDossier(id)}`
  const answer = await app.inject({
    method: 'POST', url: paths.officerNotes(id), cookies: { phien },
    headers: { 'content-type': 'application/x-www-form-urlencoded', referer, ...from }, body: new URLSearchParams(fields.map(([name, text]) => [name, text])).toString(),
  })
  return { status: answer.statusCode, html: answer.body, location: answer.headers.location, form: formOf(parse(answer.body)) }
}

/** The form of a page that sends again. */
function formOf(page: HTMLElement): Fields {
  const form = page.querySelectorAll('form').find((one) => one.getAttribute('action') === paths.officerNotes(id))
  return form?.querySelectorAll('input[type=hidden]').map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? ''] as const) ?? []
}

async function notes(): Promise<string[]> {
  const dossier = await dossierOf(world, id)
  return (await world.platform.read(oanh, (work) => listNotes(work, dossier))).map(({ text }) => text)
}

test('who wrote while the session ended keeps every word, signs in beside the page, sends again, and it is recorded once (C1, B1)', async () => {
  const ended = await signIn(world, oanh)
  await world.platform.asOwner('update identity.session set ended_at = now()')
  const late = await send(ended, [['_csrf', 'of before'], ['note', NOTE]])
  expect([late.status, late.html.includes('không mất gì'), late.html.includes('<b>thứ Ba'), late.html.includes('thứ Ba')]).toEqual([403, true, false, true])
  expect(late.html).toContain(`href="${paths.signIn(paths.officerDossier(id))}"`)
  // Pressed before signing in: the same page once more.
  expect((await send(ended, late.form)).form).toEqual(late.form)

  const anew = await signIn(world, oanh)
  const shown = await send(anew, late.form)
  expect([shown.status, await notes()]).toEqual([403, []])
  const sent = await send(anew, shown.form)
  expect([sent.status, await notes()]).toEqual([303, [NOTE]])
})

test('a button without words leads to the sign-in and back as ever', async () => {
  const pressed = await send('none', [['_csrf', ''], ['note', ''], ['shown', '0f3a']])
  expect([pressed.status, pressed.location]).toEqual([303, paths.signIn(paths.officerDossier(id))])
})

test('what another site sends, or a browser that does not say where it comes from, is never put into a form with a token (TH4)', async () => {
  const phien = await signIn(world, oanh)
  const before = await notes()
  const elsewhere: readonly Readonly<Record<string, string>>[] = [{}, { origin: 'null' }, { 'sec-fetch-site': 'none' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'https://example.invalid' }]
  for (const from of elsewhere) {
    const answer = await send(phien, [['note', NOTE]], from)
    expect([answer.status, answer.form.some(([name]) => name === 'note')]).toEqual([403, false])
  }
  expect(await notes()).toEqual(before)
})
