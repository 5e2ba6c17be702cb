import { readFileSync } from 'node:fs'
import { parse } from 'node-html-parser'
import type { VNode } from 'preact'
import { describe, expect, test } from 'vitest'
import { renderPage, renderPart } from '../../platform/http/html.ts'
import { adapters } from './conformance.adapters.tsx'
import type { Options } from './conformance.adapters.tsx'
import { attributesOf } from './content.ts'
import { Form, FormPage } from './form/form-page.tsx'
import { Page } from './page/page.tsx'
import { Big, Card, Cards, Columns, Figures, Heading, Picture, Prose, Stack, Toolbar } from './show/card.tsx'
import { Checklist } from './show/checklist.tsx'
import { Badge, FilterPills, KeyHint } from './show/pills.tsx'
import { ShareBar } from './show/share-bar.tsx'
import { ColumnChoice, SortableTable } from './show/sortable-table.tsx'
import { StatusBox } from './show/status-box.tsx'
import { CompareTable, Scroll } from './show/table.tsx'
import { Timeline } from './show/timeline.tsx'
import { Code, NoWrap } from './show/values.tsx'

const EVIL = `"'><img src=x onerror=alert(1)><script>alert(1)</script>`
const AT = new Date('2026-11-20T02:40:00Z')

/** Every text of a fixture becomes the evil one; numbers and switches stay. */
function poisoned(value: unknown): unknown {
  if (typeof value === 'string') return value && EVIL
  if (Array.isArray(value)) return value.map(poisoned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.replace(/html$/, 'text').replace(/Html$/, 'Text'), poisoned(inner)]))
}

function expectHarmless(html: string) {
  expect(html).not.toMatch(/<img|<script/i)
  const document = parse(html)
  expect(document.querySelectorAll('img, script, [onerror]')).toHaveLength(0)
  expect(document.textContent + html).toContain('img src=x')
}

describe('a text that tries to be HTML stays a text', () => {
  test.each(Object.entries(adapters))('in every option of every fixture of %s', (component, draw) => {
    const file = new URL(`../../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`, import.meta.url)
    const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: { options: Options }[] }
    for (const { options } of fixtures) {
      if (JSON.stringify(options).includes(':"')) expectHarmless(renderPart(draw(poisoned(options) as Options)))
    }
  })

  const own: Readonly<Record<string, VNode>> = {
    Badge: <Badge label={EVIL}>{EVIL}</Badge>,
    Card: (
      <Card title={EVIL} beside={EVIL} foot={EVIL} id={EVIL}>
        {EVIL}
      </Card>
    ),
    Cards: <Cards>{EVIL}</Cards>,
    Checklist: <Checklist label={EVIL} items={[{ tone: 'done', title: EVIL, detail: EVIL, status: EVIL, meta: EVIL, action: EVIL }]} />,
    Code: <Code>{EVIL}</Code>,
    ColumnChoice: (
      <ColumnChoice action={EVIL} name={EVIL} columns={[{ key: EVIL, text: EVIL, shown: true }]} hidden={{ [EVIL]: EVIL }} />
    ),
    Columns: (
      <Columns start={EVIL} aside={EVIL}>
        {EVIL}
      </Columns>
    ),
    Figures: <Figures items={[{ value: EVIL, label: EVIL }]} />,
    FilterPills: <FilterPills label={EVIL} items={[{ text: EVIL, href: EVIL, count: 1, current: true }]} />,
    Form: (
      <Form action={EVIL} csrf={EVIL} hidden={{ field: EVIL }}>
        {EVIL}
      </Form>
    ),
    FormPage: (
      <FormPage action={EVIL} csrf={EVIL} heading={EVIL} caption={EVIL} lead={EVIL} errors={[{ text: EVIL, href: EVIL }]} beside={EVIL} />
    ),
    Heading: (
      <Heading caption={EVIL} beside={EVIL} end={EVIL}>
        {EVIL}
      </Heading>
    ),
    KeyHint: <KeyHint>{EVIL}</KeyHint>,
    NoWrap: <NoWrap>{EVIL}</NoWrap>,
    Big: <Big>{EVIL}</Big>,
    CompareTable: <CompareTable label={EVIL} head={[EVIL]} rows={[{ name: EVIL, values: [EVIL], differs: true }]} differsText={EVIL} />,
    Picture: <Picture alt={EVIL}>{EVIL}</Picture>,
    Scroll: <Scroll label={EVIL}>{EVIL}</Scroll>,
    Stack: <Stack>{EVIL}</Stack>,
    Toolbar: <Toolbar end={EVIL}>{EVIL}</Toolbar>,
    Prose: <Prose>{EVIL}</Prose>,
    ShareBar: <ShareBar items={[{ amount: 1, text: EVIL, tone: 'done' }]} />,
    SortableTable: (
      <SortableTable
        caption={EVIL}
        columns={[
          { key: 'a', text: EVIL, sortHref: EVIL },
          { key: 'b', text: EVIL },
        ]}
        rows={[{ cells: { a: EVIL, b: EVIL }, select: { name: EVIL, value: EVIL, label: EVIL } }]}
      />
    ),
    StatusBox: (
      <StatusBox tone="waiting" title={EVIL} action={EVIL}>
        {EVIL}
      </StatusBox>
    ),
    Timeline: <Timeline items={[{ label: EVIL, at: AT, byline: EVIL, children: EVIL }]} />,
  }
  test.each(Object.entries(own))('in %s', (_, node) => {
    expectHarmless(renderPart(node))
  })

  test('in every text of the page around the content', () => {
    const html = renderPage(
      <Page
        lang="vi"
        title={EVIL}
        simulation={true}
        assets={{ stylesheet: EVIL, icon: EVIL, preload: [EVIL] }}
        before={EVIL}
        header={{
          service: { name: EVIL, tagline: EVIL, href: EVIL },
          navigation: [{ text: EVIL, href: EVIL, count: 2 }],
          otherLanguageHref: EVIL,
          signedIn: { name: EVIL, detail: EVIL, href: EVIL, signOut: { action: EVIL, csrf: EVIL } },
        }}
        footer={{ links: [{ text: EVIL, href: EVIL }], note: EVIL }}
      >
        {EVIL}
      </Page>,
    )
    expectHarmless(html)
  })
})

test.each(['onclick', 'style', 'dangerouslySetInnerHTML', 'children', 'class'])('the attribute %s cannot be slipped in', (name) => {
  expect(() => attributesOf({ [name]: 'x' })).toThrow(name)
})
