import { parse } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import { renderPage, renderPart } from '../../../platform/http/html.ts'
import { Textarea } from '../form/textarea.tsx'
import { FormPage } from '../form/form-page.tsx'
import { Button } from '../form/button.tsx'
import { Page } from './page.tsx'
import type { PageProps } from './page.tsx'
import { DateOnly, DateTime, Money } from '../show/values.tsx'
import { SortableTable } from '../show/sortable-table.tsx'
import { Timeline } from '../show/timeline.tsx'
import { Badge } from '../show/pills.tsx'
import { band } from '../text.ts'

function drawn(props: Partial<PageProps>) {
  const html = renderPage(
    <Page
      lang="vi"
      title="T"
      simulation={true}
      assets={{ stylesheet: '/assets/citizen.css', script: '/assets/enhance.js' }}
      header={{
        service: { name: 'S', href: '/' },
        navigation: [{ text: 'N', href: '/n', current: true }],
        otherLanguageHref: '/en',
        signedIn: { name: 'P', signOut: { action: '/out', csrf: 'token' } },
      }}
      {...props}
    >
      <h1>H</h1>
    </Page>,
  )
  return { html, document: parse(html) }
}

describe('the page', () => {
  test.each(['vi', 'en'] as const)('bears the band in both languages when the page is in %s', (lang) => {
    const { document } = drawn({ lang })
    const words = document.querySelectorAll('.tt-band__words').map((one) => [one.getAttribute('lang'), one.textContent])
    expect(Object.fromEntries(words)).toEqual(band)
    expect(words[0]?.[0]).toBe(lang)
  })

  test('has no band in a run that is no simulation', () => {
    expect(drawn({ simulation: false }).document.querySelector('.tt-band')).toBeNull()
  })

  test('says its language and begins with the doctype', () => {
    const { html, document } = drawn({ lang: 'en' })
    expect(html.startsWith('<!DOCTYPE html><html')).toBe(true)
    expect(document.querySelector('html')?.getAttribute('lang')).toBe('en')
  })

  test('lets a keyboard skip to the main content, which exists', () => {
    const { document } = drawn({})
    const target = document.querySelector('.govuk-skip-link')?.getAttribute('href')
    expect(document.querySelector(target ?? 'none')?.tagName).toBe('MAIN')
  })

  test('has a menu that opens without JavaScript', () => {
    const { document } = drawn({})
    expect(document.querySelector('details.tt-menu > summary')).not.toBeNull()
    expect(document.querySelector('details.tt-menu a[aria-current=page]')?.textContent).toBe('N')
  })

  test('signs out by a form that carries the token, not by a link', () => {
    const form = drawn({}).document.querySelector('form[action="/out"]')
    expect(form?.getAttribute('method')).toBe('post')
    expect(form?.querySelector('input[name=_csrf]')?.getAttribute('value')).toBe('token')
  })

  test('has neither styles nor scripts inside, as the security policy demands', () => {
    const { document } = drawn({})
    expect(document.querySelectorAll('style, [style], script:not([src])')).toHaveLength(0)
  })

  test('says in its title that there are errors', () => {
    expect(drawn({ lang: 'en', hasError: true }).document.querySelector('title')?.textContent).toBe('Error: T – S')
  })
})

describe('forms', () => {
  test('carry the token first, so that a multipart parser meets it before the file', () => {
    const form = parse(renderPart(<FormPage action="/a" csrf="t" multipart={true} heading="H" />)).querySelector('form')
    expect(form?.querySelector('input')?.getAttribute('name')).toBe('_csrf')
    expect(form?.getAttribute('enctype')).toBe('multipart/form-data')
  })

  test('keep a text that begins with a newline', () => {
    expect(renderPart(<Textarea name="t" label="L" value={'\nx'} />)).toContain('>\n\nx</textarea>')
  })

  test('show on a button the key that presses it', () => {
    const button = parse(renderPart(<Button shortcut="A">Go</Button>)).querySelector('button')
    expect(button?.getAttribute('data-shortcut')).toBe('a')
    expect(button?.querySelector('kbd')?.textContent).toBe('A')
  })
})

describe('values', () => {
  test('are written the Vietnamese way and never torn', () => {
    expect(renderPart(<Money vnd={135000} />)).toBe('<span class="tt-nowrap">135.000\u00a0\u0111</span>')
    expect(parse(renderPart(<DateTime at={new Date('2026-11-20T02:40:00Z')} />)).textContent).toBe('09:40, 20/11/2026')
    expect(parse(renderPart(<DateOnly on="2026-11-27" />)).textContent).toBe('27/11/2026')
  })
})

describe('parts from the other design system keep its document', () => {
  test('timeline', () => {
    const item = parse(renderPart(<Timeline headingLevel={3} items={[{ label: 'L', at: new Date(0), byline: 'B', children: 'D' }]} />))
    expect(item.querySelector('.moj-timeline > .moj-timeline__item > .moj-timeline__header > h3.moj-timeline__title')?.textContent).toBe('L')
    expect(item.querySelector('p.moj-timeline__date > time')?.getAttribute('datetime')).toBe('1970-01-01T00:00:00.000Z')
    expect(item.querySelector('.moj-timeline__description')?.textContent).toBe('D')
  })

  test('badge', () => {
    expect(renderPart(<Badge>42</Badge>)).toBe('<span class="moj-badge">42</span>')
  })
})

test('a list sorted by a column says so to screen readers, and its cells carry the column name for narrow screens', () => {
  const table = parse(
    renderPart(
      <SortableTable
        caption="C"
        columns={[
          { key: 'a', text: 'A', sortHref: '?s=a', sorted: 'descending' },
          { key: 'b', text: 'B' },
        ]}
        rows={[{ cells: { a: '1', b: '2' } }]}
      />,
    ),
  )
  expect(table.querySelector('th[aria-sort]')?.getAttribute('aria-sort')).toBe('descending')
  expect(table.querySelector('td')?.getAttribute('data-label')).toBe('B')
})
