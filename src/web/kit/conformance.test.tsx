import { readFileSync } from 'node:fs'
import { NodeType, parse } from 'node-html-parser'
import type { HTMLElement, Node } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import { renderPart } from '../../platform/http/html.ts'
import { adapters } from './conformance.adapters.tsx'
import type { Options } from './conformance.adapters.tsx'
import { Language } from './language.ts'

interface Fixture {
  name: string
  options: Options
  html: string
}

/** Fixtures that our props cannot express, each with the reason. */
const DROP_ZONE = 'the drop zone needs JavaScript; our file field does not'
const LEFT_OUT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'file-upload': {
    enhanced: DROP_ZONE,
    'enhanced, with error message and hint': DROP_ZONE,
    'enhanced, multiple files': DROP_ZONE,
    'enhanced, custom wrapper classes and attributes': DROP_ZONE,
    translated: DROP_ZONE,
  },
}

function fixturesOf(component: string): Fixture[] {
  const file = new URL(`../../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`, import.meta.url)
  const content = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }
  return content.fixtures
}

/** One line per element and text; attributes sorted, white space collapsed, so that only the tree counts. */
function outline(html: string): string {
  const lines: string[] = []
  walk(parse(html, { comment: false }), 0, lines)
  return lines.join('\n')
}

function walk(node: HTMLElement, depth: number, lines: string[]) {
  let run = ''
  const endRun = () => {
    const text = run.replace(/\s+/g, ' ').trim()
    if (text) lines.push(`${' '.repeat(depth)}"${text}"`)
    run = ''
  }
  for (const child of flattened(node)) {
    if (child.nodeType === NodeType.TEXT_NODE) run += child.text
    else {
      endRun()
      const element = child as HTMLElement
      const attributes = Object.entries(element.attributes).map(([name, value]) => `${name.toLowerCase()}=${value.replace(/\s+/g, ' ').trim()}`)
      lines.push(`${' '.repeat(depth)}<${element.rawTagName} ${attributes.sort().join(' ')}`)
      walk(element, depth + 1, lines)
    }
  }
  endRun()
}

/** The adapters wrap raw HTML given as nodes in x-fragment; it stands for nothing. */
function flattened(node: Node): Node[] {
  return node.childNodes.flatMap((child) => {
    const isWrapper = child.nodeType === NodeType.ELEMENT_NODE && (child as HTMLElement).rawTagName === 'x-fragment'
    return isWrapper ? flattened(child) : [child]
  })
}

describe.each(Object.entries(adapters))('%s gives the same document as govuk-frontend', (component, draw) => {
  const left = LEFT_OUT[component] ?? {}
  const fixtures = fixturesOf(component)

  test.each(fixtures.filter((fixture) => !(fixture.name in left)).map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
    const ours = renderPart(<Language.Provider value="en">{draw(fixture.options)}</Language.Provider>)
    expect(outline(ours)).toBe(outline(fixture.html))
  })

  test('what is left out exists', () => {
    const names = fixtures.map((fixture) => fixture.name)
    for (const name of Object.keys(left)) expect(names).toContain(name)
  })
})
