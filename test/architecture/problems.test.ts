import { expect, test } from 'vitest'
import { filesBelow, read } from './source.ts'

/** What went wrong for people, and what must be impossible now; each is somebody's story. */
const PROBLEMS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p9'] as const

const names = filesBelow('test/journeys').filter((path) => path.endsWith('.test.ts')).map((path) => path.slice('test/journeys/'.length, -'.test.ts'.length))

test('every problem of the citizens is a journey, named as a sentence', () => {
  const told = (problem: string) => names.filter((name) => /^(p\d-)+/.exec(name)?.[0].split('-').includes(problem))
  expect(PROBLEMS.filter((problem) => told(problem).length === 0)).toEqual([])
  const words = (name: string) => name.replace(/^(p\d-)+/, '').split('-').length
  expect(names.filter((name) => /^p\d-/.test(name) && words(name) < 3), 'a sentence has more than two words').toEqual([])
})

test('a journey says in its first line which problem it is about', () => {
  const silent = names.filter((name) => /^p\d-/.test(name)).filter((name) => {
    const [first = ''] = read(`test/journeys/${name}.test.ts`).split('\n')
    return (/^(p\d-)+/.exec(name)?.[0].split('-') ?? []).some((problem) => problem && !first.includes(problem.toUpperCase()))
  })
  expect(silent).toEqual([])
})
