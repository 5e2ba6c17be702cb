/**
 * Whole lifecycles a second: from "my licences" to the signed electronic licence and the card at the post. Each takes a
 * picture of two megapixels, pays, and has three papers signed (receipt of the dossier, decision, electronic licence).
 * People are signed in beforehand, nobody thinks, the outside answers at once.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Books } from '../simulate/books/read.ts'
import { sit } from '../simulate/citizen/session.ts'
import { inTurn } from '../simulate/conductor.ts'
import { doRound, type Desk } from '../simulate/office/officer.ts'
import { openBrowser } from '../simulate/visitor/browser.ts'
import { seededRandom } from '../simulate/world/random.ts'
import type { CastOfficer, CastPerson } from '../simulate/world/outside.ts'
import { rounded } from './figures.ts'
import { atMine, type Bench, bring } from './people.ts'

const CLIENTS = 6
const ROUND_PAUSE_MS = 20
const MOST_MS = 240_000

export interface LifecycleFigures {
  readonly perSecond: number
  readonly lifecycles: number
  readonly seconds: number
}

/** @param people who may exchange and have not begun yet */
export async function benchLifecycles(bench: Bench, books: Books, people: readonly CastPerson[], officers: readonly CastOfficer[]): Promise<LifecycleFigures> {
  const sittings = (await bring(bench, people, atMine, CLIENTS)).map(({ until: _until, ...sitting }) => sitting)
  const desks: Desk[] = officers.filter(({ role }) => role !== 'supervisor').map((officer, index) => ({
    officer, home: bench.home, random: seededRandom(index), browser: openBrowser(bench.traffic, bench.agent, bench.home),
  }))
  for (const desk of desks) await doRound(desk)
  const signedBefore = await countSigned(books)
  const startedAt = performance.now()
  let over = false
  const office = Promise.all(desks.map(async (desk) => {
    while (!over) {
      bench.abort.throwIfAborted()
      const { done } = await doRound(desk)
      if (done === 0) await pause(ROUND_PAUSE_MS)
    }
  }))
  await inTurn(sittings.map((sitting) => () => sit(sitting)), CLIENTS, bench.abort)
  while ((await countSigned(books)) - signedBefore < people.length || (await books.countPending()) > 0) {
    if (performance.now() - startedAt > MOST_MS) throw new Error(`${(await countSigned(books)) - signedBefore} of ${people.length} lifecycles ended within four minutes`)
    await pause(50)
  }
  const seconds = (performance.now() - startedAt) / 1000
  over = true
  await office
  return { perSecond: rounded(people.length / seconds), lifecycles: people.length, seconds: rounded(seconds, 1) }
}

async function countSigned(books: Books): Promise<number> {
  return (await books.readDossiers()).filter(({ signings, registerRows }) => signings === 1 && registerRows === 1).length
}
