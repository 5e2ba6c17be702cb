/** S14: forty deeds of an insider, each refused in words with nothing changed, or alarmed; each beside a permitted twin. `npm run prove:guards` */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lifecycle } from '../../../../src/dossiers/lifecycle.ts'
import { keep } from '../../../prove/figures.ts'
import { withoutProvince } from '../planted.ts'
import { type Case, wrongAbout, wrongWithTwin } from './case.ts'
import { decidingCases, signingCases } from './deciding.ts'
import { holdingCases } from './holding.ts'
import { placesCases } from './places.ts'
import { readingCases } from './reading.ts'
import { type Insiders, openInsiders } from './world.ts'

/** In this order: the powers are as the cast holds them until one is entered, and night falls with the last. */
const cases: readonly Case[] = [...signingCases, ...holdingCases, ...decidingCases, ...placesCases, ...readingCases]
let w: Insiders
beforeAll(async () => {
  w = await openInsiders()
})
afterAll(() => w[Symbol.asyncDispose]())

test('of forty deeds of an insider each is refused in words with nothing changed, or alarmed; done rightly in the same world each goes through (S14, TH1, TH2)', async () => {
  const started = performance.now()
  const wrong: string[] = []
  for (const one of cases) {
    const about = await wrongAbout(w, one).then(async (deed) => deed ?? wrongWithTwin(w, one)).catch(String)
    if (about !== undefined) wrong.push(`${one.what}: ${about}`)
    await one.after?.(w)
  }
  keep({ proof: 'S14 insider', cases: cases.length, wrong: wrong.length, seconds: Math.round((performance.now() - started) / 1000) })
  expect(wrong).toEqual([])
  expect(cases).toHaveLength(40)
  expect(new Set(cases.map(({ what }) => what)).size).toBe(40)
})

test('with one lock taken away the list is red: the province of a portrait, the second role of a check by hand (control)', async () => {
  const find = (what: string): Case => cases.find((one) => one.what === what) ?? { what, says: '', deed: () => Promise.reject(new Error(`no case ${what}`)), twin: () => Promise.reject(new Error(what)) }
  await w.without(withoutProvince)
  expect(await wrongAbout(w, find('opens the portrait of somebody of another province'))).toContain('went through')
  await w.without({})
  const { by } = lifecycle.confirmCheck
  Reflect.set(lifecycle.confirmCheck, 'by', [...by, 'appraiser'])
  expect(await wrongAbout(w, find('“checked by hand” by appraisers alone'))).toContain('went through')
  Reflect.set(lifecycle.confirmCheck, 'by', by)
})
