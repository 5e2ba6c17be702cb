import { describe, expect, test } from 'vitest'
import { renderPart } from '../../../platform/http/html.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Language } from '../language.ts'
import { Drawing } from './drawing.tsx'
import { figuresFile } from './file.ts'
import { MadeUpTag } from './made-up.tsx'

const drawn = (lang: Lang, simulation: boolean) => renderPart(
  <Language.Provider value={lang}>
    <MadeUpTag simulation={simulation} />
    <Drawing id="x" width={400} height={200} title="T" desc="D" madeUp={simulation} />
  </Language.Provider>,
)

describe('figures of a simulation are stamped, and only these (S6)', () => {
  test('in the same Vietnamese words in both languages, in English pages with the English beside', () => {
    for (const lang of ['vi', 'en'] as const) {
      expect(drawn(lang, true)).toContain('<span lang="vi">số liệu giả</span>')
      expect(drawn(lang, true)).toMatch(/<svg[\s\S]*SỐ LIỆU GIẢ[\s\S]*<\/svg>/)
      expect(drawn(lang, true).includes('made-up figures')).toBe(lang === 'en')
      expect(drawn(lang, true).includes('MADE-UP FIGURES')).toBe(lang === 'en')
      expect(drawn(lang, false)).not.toMatch(/giả|made-up/i)
    }
  })

  test('a file says it in its first line and in its name', () => {
    const file = (simulation: boolean, lang: Lang = 'vi') => figuresFile({ about: 'mau', rows: [['a', 1]], lang, simulation })
    expect(file(true)).toEqual({ name: 'so-lieu-gia-mau.csv', text: expect.stringMatching(/^\ufeff"SỐ LIỆU GIẢ[^"]*"\r\n"a",1\r\n$/) })
    expect(file(true, 'en').text).toMatch(/^\ufeff"SỐ LIỆU GIẢ \(MADE-UP FIGURES\)/)
    expect(file(false)).toEqual({ name: 'so-lieu-mau.csv', text: '\ufeff"a",1\r\n' })
  })
})

test('no cell of a file can be run as a formula', () => {
  const evil = ['=1+1', '+1', '-1', '@sum(a1)', '\t=1', '\r=1', 'say "x", y']
  expect(figuresFile({ about: 'x', rows: [evil], lang: 'vi', simulation: false }).text).toBe(`\ufeff"'=1+1","'+1","'-1","'@sum(a1)","'\t=1","'\r=1","say ""x"", y"\r\n`)
})
