/** What the second lock costs: the same questions under row-level security and with it switched off, by turns in one run (decision 46). */
import type pg from 'pg'
import { rounded } from '../figures.ts'
import { timesOf, type Took, tookOf } from './taking.ts'

const ROUNDS = 6

export interface PolicyCost {
  readonly withPolicy: Took
  readonly without: Took
  /** With, divided by without, at the median. */
  readonly ratio: number
}

/** @param owner who owns the tables @param times how often each question is asked either way @param questions asked as an officer, through the application's own connection */
export async function benchPolicy(owner: pg.Client, times: number, questions: Readonly<Record<string, (index: number) => Promise<unknown>>>): Promise<Record<string, PolicyCost>> {
  const lock = (on: boolean) => owner.query(`alter table dossiers.dossier ${on ? 'enable' : 'disable'} row level security`)
  const figures: Record<string, PolicyCost> = {}
  try {
    for (const [name, ask] of Object.entries(questions)) {
      const took = { with: [] as number[], without: [] as number[] }
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const on of round % 2 === 0 ? [true, false] : [false, true]) {
          await lock(on)
          took[on ? 'with' : 'without'].push(...await timesOf(Math.ceil(times / ROUNDS), ask))
        }
      }
      const [withPolicy, without] = [tookOf(took.with), tookOf(took.without)]
      figures[name] = { withPolicy, without, ratio: rounded(withPolicy.medianMs / without.medianMs) }
    }
  } finally {
    await lock(true)
  }
  return figures
}
