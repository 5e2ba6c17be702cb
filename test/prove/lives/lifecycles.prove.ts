/** The model of the lifecycle for longer: more lives, and longer ones, on a real database (C1, DOS3, DOS5). */
import { expect, test } from 'vitest'
import { walkLives } from '../../models/lifecycle.ts'
import { openLives } from '../../models/lifecycle-for-real.ts'
import { dossierOnPaper } from '../../models/lifecycle-on-paper.ts'
import { openCaseWorld } from '../../support/case-world.ts'
import { keep, scale, seed } from '../figures.ts'

test('on paper', async () => {
  const runs = Math.round(50_000 * scale)
  await walkLives({ runs, longest: 60, seed }, async () => dossierOnPaper())
  keep({ proof: 'lifecycle model on paper', lives: runs, wrong: 0 })
})

test('on a real database', async () => {
  await using world = await openCaseWorld()
  const open = await openLives(world)
  const runs = Math.round(400 * scale)
  await walkLives({ runs, longest: 20, seed }, open)
  expect(await world.broken()).toEqual({})
  keep({ proof: 'lifecycle model on a real database', lives: runs, wrong: 0 })
})

test('control: a law that lets a stranger withdraw is seen to differ', async () => {
  const open = async () => {
    const dossier = dossierOnPaper()
    return { ...dossier, act: async (...[act, who]: Parameters<typeof dossier.act>) => (act === 'withdraw' && who === 'stranger' ? 'done' as const : dossier.act(act, who)) }
  }
  await expect(walkLives({ runs: 2_000, longest: 20, seed }, open)).rejects.toThrow('stranger withdraw')
})
