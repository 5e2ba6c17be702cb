/**
 * Whole lifecycles a second: from "my licences" to the signed electronic licence and the card at the post. Each takes a
 * picture of two megapixels, pays, and has four papers signed (fee receipt, receipt of the dossier, decision, electronic licence).
 * People are signed in beforehand, nobody thinks, the outside answers at once.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Books } from '../../simulate/books/read.ts'
import { PICTURE_WIDTH, sit } from '../../simulate/citizen/session.ts'
import { inTurn } from '../../simulate/run/conductor.ts'
import { doRound, type Desk } from '../../simulate/office/officer.ts'
import { openBrowser } from '../../simulate/visitor/browser.ts'
import { seededRandom } from '../../simulate/world/random.ts'
import type { CastOfficer, CastPerson, Outside } from '../../simulate/world/outside.ts'
import { rounded } from '../figures.ts'
import { atMine, type Bench, bring } from './people.ts'

const CLIENTS = 6
/** Between two looks at an empty list: officers who only look are not what is measured. */
const ROUND_PAUSE_MS = 400
const MOST_MS = 240_000

export interface LifecycleFigures {
  readonly perSecond: number
  readonly lifecycles: number
  readonly seconds: number
  /** Processor seconds of each process for one lifecycle. */
  readonly cpuSecondsEach: Readonly<Record<string, number>>
}

/** @param people who may exchange and have not begun yet @param spent processor seconds of each process so far */
export async function benchLifecycles(bench: Bench, books: Books, people: readonly CastPerson[], officers: readonly CastOfficer[], spent: () => Record<string, number>): Promise<LifecycleFigures> {
  const pictures = new Map<string, Buffer>()
  for (const { identityNumber } of people) pictures.set(identityNumber, await bench.outside.portrait(identityNumber, PICTURE_WIDTH))
  // Pictures were taken before: drawing them is the simulation's work.
  const outside: Outside = { ...bench.outside, portrait: async (identityNumber, width) => pictures.get(identityNumber) ?? bench.outside.portrait(identityNumber, width) }
  const sittings = (await bring({ ...bench, outside }, people, atMine, CLIENTS)).map(({ until: _until, ...sitting }) => sitting)
  const desks: Desk[] = officers.filter(({ role }) => role === 'appraiser' || role === 'signer' || role === 'printer' || role === 'postal').map((officer, index) => ({
    officer, home: bench.home, random: seededRandom(index), browser: openBrowser(bench.traffic, bench.agent, bench.home),
  }))
  for (const desk of desks) await doRound(desk)
  const signedBefore = await countSigned(books)
  const before = spent()
  const startedAt = performance.now()
  let over = false
  const office = Promise.all(desks.map(async (desk) => {
    while (!over) {
      bench.abort.throwIfAborted()
      const { done } = await doRound(desk)
      if (done === 0) await pause(ROUND_PAUSE_MS)
    }
  }))
  office.catch(() => undefined)
  await inTurn(sittings.map((sitting) => () => sit(sitting)), CLIENTS, bench.abort)
  while ((await countSigned(books)) - signedBefore < people.length || (await books.countPending()) > 0) {
    if (performance.now() - startedAt > MOST_MS) throw new Error(`${(await countSigned(books)) - signedBefore} of ${people.length} lifecycles ended within four minutes`)
    await pause(50)
  }
  const seconds = (performance.now() - startedAt) / 1000
  const cpuSecondsEach = Object.fromEntries(Object.entries(spent()).map(([name, after]) => [name, rounded((after - (before[name] ?? 0)) / people.length, 3)]))
  over = true
  await office
  return { perSecond: rounded(people.length / seconds), lifecycles: people.length, seconds: rounded(seconds, 1), cpuSecondsEach }
}

async function countSigned(books: Books): Promise<number> {
  return (await books.readDossiers()).filter(({ signings, registerRows }) => signings === 1 && registerRows === 1).length
}
