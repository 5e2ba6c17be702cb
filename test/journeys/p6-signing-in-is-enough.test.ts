/** P6: who has an electronic identity of level 2 files in one sitting. Nobody approves an account; there is nothing to approve. */
import { expect, test } from 'vitest'
import { attach, begin, choose, select, type as typeInto, unanswered } from '../../simulate/visitor/filling.ts'
import type { Form } from '../../simulate/visitor/page.ts'
import { chooseIdentity } from '../../simulate/visitor/sign-in.ts'
import type { Person } from '../../sandbox/people/person.ts'
import { linesWith, sourceFiles } from '../architecture/source.ts'
import type { CaseWorld } from '../support/case-world.ts'
import { openPages } from './support/pages.ts'

/** Fills in whatever the page asks, as this person would: what is prefilled stays, the first choice is good enough. */
async function answer(world: CaseWorld, person: Person, form: Form) {
  const filling = begin(form)
  const texts: readonly (readonly [RegExp, string])[] = [[/điện thoại/i, person.phone], [/e-?mail|thư điện tử/i, person.email], [/người nhận/i, person.fullName], [/xã|phường/i, person.residence.commune], [/số nhà|đường/i, person.residence.street]]
  for (const group of unanswered(filling).values()) {
    const first = group.find((field) => /sắp hết hạn|bưu chính|tìm thấy|số định danh/i.test(field.label)) ?? group[0]
    if (first) choose(filling, first)
  }
  for (const field of form.fields) {
    if (field.kind === 'file' && /ảnh/i.test(`${field.label} ${form.text}`)) {
      const picture = await fetch(`${world.sandbox.url}/control/api/people/${person.identityNumber}/portrait.jpg?width=1200`)
      attach(filling, field, { name: 'anh.jpg', type: 'image/jpeg', bytes: Buffer.from(await picture.arrayBuffer()) })
    }
    if (field.kind === 'select' && field.value === '') select(filling, field, field.options.find((option) => option.label.includes(person.residence.provinceName))?.value ?? '')
    if (field.kind === 'text' && field.value === '') typeInto(filling, field, texts.find(([label]) => label.test(field.label))?.[1] ?? '')
  }
  return filling
}

test('Em, who was never here, signs in with the eID and has filed before getting up', async () => {
  const { world, browser, close } = await openPages()
  try {
    const em = (await world.sandbox.people.list({})).find((person) => person.story.slug === 'em')
    if (!em) throw new Error('Em is not in the cast')
    expect(await world.platform.asOwner('select id from identity.person where full_name = $1', [em.fullName])).toEqual([])
    const visited: string[] = []

    await browser.open('/dang-nhap')
    await chooseIdentity(browser, em.identityNumber)
    // The registers answer while she reads.
    await world.workerSettles()
    await browser.open('/cua-toi')
    for (let steps = 0; steps < 25 && !/^\/ho-so\//.test(browser.page.url.pathname); steps++) {
      const { page } = browser
      visited.push(page.url.pathname)
      expect(page.complaints, page.url.pathname).toEqual([])
      const starting = page.forms.find((form) => form.buttons.some((button) => /^đổi giấy phép/i.test(button.text)))
      const form = page.url.pathname === '/cua-toi' ? starting : page.forms.find((one) => one.method === 'post' && one.buttons.length > 0 && one.action.startsWith('/ho-so-nhap/'))
      if (!form) throw new Error(`${page.url.pathname} leads no further: ${page.text.slice(0, 300)}`)
      await browser.send(await answer(world, em, form), form.buttons[0])
    }
    expect(browser.page.url.pathname).toMatch(/^\/ho-so\/[0-9a-f-]{36}$/)
    expect(browser.page.text).toMatch(/TT-\w{4}-\w{4}/)

    const [dossier] = await world.platform.asOwner<{ id: string; status: string; sitting: number }>(`select d.id, d.status, extract(epoch from d.filed_at - p.created_at) as sitting
      from dossiers.dossier d join identity.person p on p.id = d.person_id where p.full_name = $1`, [em.fullName])
    expect(dossier).toMatchObject({ status: 'filed' })
    // No hour passed, and nobody but herself and machines did anything.
    expect(Number(dossier?.sitting)).toBeLessThan(60)
    expect(await world.platform.asOwner(`select kind from dossiers.event where actor_kind not in ('citizen', 'system')`)).toEqual([])
    expect(await world.platform.asOwner(`select kind from platform.fact where kind ~ 'approv|activat|account'`)).toEqual([])
    expect(visited).toContain('/cua-toi')
    expect(await world.broken()).toEqual({})
  } finally {
    await close()
  }
})

test('Minh, whose eID is of level 1, is told how to reach level 2, and no account of hers waits for anybody', async () => {
  const { world, browser, close } = await openPages()
  try {
    const minh = (await world.sandbox.people.list({})).find((person) => person.story.slug === 'minh')
    await browser.open('/dang-nhap')
    const page = await chooseIdentity(browser, minh?.identityNumber ?? '')
    expect(page.status).toBe(403)
    expect(page.text).toMatch(/mức 2/)
    expect(await world.platform.asOwner('select id from identity.person where full_name = $1', [minh?.fullName ?? ''])).toEqual([])
  } finally {
    await close()
  }
})

test('there is no state, no column and no line of code in which an account could wait for approval', async () => {
  const { world, close } = await openPages()
  try {
    const columns = await world.platform.asOwner<{ column_name: string }>(`select column_name from information_schema.columns where table_schema = 'identity' and table_name in ('person', 'session', 'sign_in')`)
    expect(columns.length).toBeGreaterThan(5)
    expect(columns.map(({ column_name }) => column_name).filter((name) => /approv|pending|status|state$|activ|verified|enabled/.test(name))).toEqual(['state'])
    const [state] = await world.platform.asOwner<{ table_name: string }>(`select table_name from information_schema.columns where table_schema = 'identity' and column_name = 'state'`)
    // The one "state" is OpenID's: it ties an answer to the browser that asked.
    expect(state?.table_name).toBe('sign_in')
  } finally {
    await close()
  }
  const ways = sourceFiles().filter((path) => /^src\/(capabilities\/identity\/|web\/request\.ts|web\/public\/(index|own-sign-in)\.ts)/.test(path))
  expect(ways.length).toBeGreaterThan(5)
  expect(linesWith(/\bapprov|pending.?approv|activat|account.?(state|status)/i, ways)).toEqual([])
})
