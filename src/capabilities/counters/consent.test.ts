import { describe, expect, test } from 'vitest'
import { parseStrokes } from './consent.ts'
import { scanTypeOf } from './scan.ts'
import { idleEnd, isLive } from './visit.ts'

const line = (points: number) => Array.from({ length: points }, (_, i) => `${i % 1000},${i % 300}`).join(' ')

describe('a signature is numbers and nothing else (A4)', () => {
  test('strokes come back as points, in their order', () => {
    const strokes = parseStrokes(`${line(10)};${line(5)}`)
    expect(strokes?.map((stroke) => stroke.length)).toEqual([10, 5])
    expect(strokes?.[0]?.[3]).toEqual([3, 3])
  })

  test.each([
    ['nothing', ''], ['a slip of the pen', line(4)], ['a picture', 'data:image/png;base64,AAAA'], ['a script', '<svg onload=alert(1)>'],
    ['a point beside the plate', `${line(20)} 1001,5`], ['three numbers for a point', `${line(20)} 1,2,3`], ['more than a hand draws', line(5001)], ['a half point', `${line(20)} 7`],
  ])('%s is none', (_says, text) => {
    expect(parseStrokes(text)).toBeUndefined()
  })
})

describe('a scanned file is what its first bytes say', () => {
  test.each([
    ['%PDF-1.7', 'application/pdf'], ['\xff\xd8\xff\xe0', 'image/jpeg'], ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['<html>', undefined], ['GIF89a', undefined], ['<?xml version="1.0"?><svg>', undefined], ['', undefined], ['PK\x03\x04', undefined],
  ])('%j', (bytes, type) => {
    expect(scanTypeOf(Buffer.from(bytes, 'latin1'))).toBe(type)
  })
})

test('a visit lives half an hour without anybody, and not after its end', () => {
  const seenAt = new Date('2026-11-20T02:00:00Z')
  const at = (minutes: number) => new Date(seenAt.getTime() + minutes * 60_000)
  expect(idleEnd({ seenAt })).toEqual(at(30))
  expect([isLive({ endedAt: null, seenAt }, at(29)), isLive({ endedAt: null, seenAt }, at(30)), isLive({ endedAt: at(1), seenAt }, at(2))]).toEqual([true, false, false])
})
