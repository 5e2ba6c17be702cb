/** People at their browsers while processes die: they look again when nothing came, as often as it takes. */
import { setTimeout as pause } from 'node:timers/promises'
import { isSettled, type Memory, openMemory } from '../../../simulate/citizen/memory.ts'
import { sit } from '../../../simulate/citizen/session.ts'
import { type Desk, doRound } from '../../../simulate/office/officer.ts'
import { type Browser, openBrowser, type Traffic } from '../../../simulate/visitor/browser.ts'
import { begin, choose, select } from '../../../simulate/visitor/filling.ts'
import { chooseIdentity, isIdentityPage } from '../../../simulate/visitor/sign-in.ts'
import { seededRandom } from '../../../simulate/world/random.ts'
import type { CastPerson } from '../../../simulate/world/outside.ts'
import type { Journey } from '../crash/journeys.ts'
import { seed } from '../figures.ts'
import type { Family } from './family.ts'

export interface Traveller {
  readonly memory: Memory
  readonly journey: Journey
}

/** What the office asks of whom before it goes on as usual. */
const SPECIAL: Readonly<Partial<Record<Journey, { readonly done: string; readonly ask: (browser: Browser, dossier: string) => Promise<void> }>>> = {
  refused: { done: 'refuse', ask: refuses },
  supplemented: { done: 'askSupplement', ask: asksForPicture },
}

const MOST_DAYS = 25
const QUIET_MS = 60_000
const STORM_MS = 400_000

/** Makes a traveller of somebody of the cast for whom everything is well. */
export function openTraveller(person: CastPerson, journey: Journey): Traveller {
  const told = journey === 'double-paid' ? { ...person, story: { ...person.story, kind: 'charged-twice' } } : person
  return { memory: openMemory(told), journey }
}

/** Tries until it works: the simulators' database dies with ours. */
async function persist<T>(fn: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await fn()
    } catch (error) {
      if (tries > 120) throw error
      await pause(250)
    }
  }
}

/** Until no job is left that could run now. @param mostMs in peace a minute; while processes die all the time, longer */
export async function quiet(family: Family, mostMs = QUIET_MS): Promise<void> {
  const since = performance.now()
  for (let calm = 0; calm < 2; ) {
    calm = (await family.books.countPending()) === 0 ? calm + 1 : 0
    if (performance.now() - since > mostMs) throw new Error(`jobs are still pending: ${JSON.stringify(await family.asOwner('select task_id, locked_by, attempts, last_error from graphile_worker._private_jobs limit 5'))}`)
    await pause(100)
  }
}

export interface Life {
  /** Leads these people from their sign-in to the end of their dossiers. @returns the days it took */
  travel(travellers: readonly Traveller[]): Promise<number>
  /** Nights and mornings for what goes on by itself: refunds, statements, parcels. */
  daysPass(days: number): Promise<void>
  readonly traffic: Traffic
}

export function openLife(family: Family): Life {
  const { system, agent, outside, clock, officers } = family
  const traffic: Traffic = { requests: 0, errors: {}, pageMs: [] }
  const browser = () => openBrowser(traffic, agent, system.webUrl)
  const desks: Desk[] = officers.filter(({ role }) => role === 'appraiser' || role === 'signer' || role === 'printer' || role === 'postal').map((officer, index) => ({ officer, home: system.webUrl, random: seededRandom(seed + index), browser: browser() }))

  async function oneSitting({ memory }: Traveller, seat: ReturnType<typeof browser>, random: () => number): Promise<void> {
    memory.quit = undefined
    try {
      await sit({ memory, browser: seat, outside, clock, random, home: system.webUrl, thinks: false })
    } catch {
      // A page that did not come: they sit down again.
    }
    memory.quit = undefined
  }

  /** The office does what it does only with this dossier. @returns false while it could not */
  async function special({ memory, journey }: Traveller): Promise<boolean> {
    const wanted = SPECIAL[journey]
    const id = memory.dossierAddress?.split('/').at(-1)
    if (!wanted || !id) return true
    const done = async () => (await family.asOwner('select 1 from dossiers.event where dossier_id = $1 and kind = $2', [id, wanted.done])).length > 0
    if (await done()) return true
    const [ready] = await family.asOwner<{ province: string }>("select authority_province as province from dossiers.dossier where id = $1 and turn = 'officer'", [id])
    if (!ready) return false
    for (const desk of desks.filter(({ officer }) => officer.role === 'appraiser')) {
      try {
        const first = await desk.browser.open(`${system.webUrl}/can-bo/ho-so/${id}`)
        const page = isIdentityPage(first) ? await chooseIdentity(desk.browser, desk.officer.identityNumber).then(() => desk.browser.open(`${system.webUrl}/can-bo/ho-so/${id}`)) : first
        if (page.status !== 200) continue
        const claim = page.forms.flatMap((form) => form.buttons.map((button) => ({ form, button }))).find(({ button }) => /^nhận xử lý/i.test(button.text))
        if (claim) await desk.browser.send(begin(claim.form), claim.button)
        await wanted.ask(desk.browser, `${system.webUrl}/can-bo/ho-so/${id}`)
      } catch {
        // tried again in the next round
      }
      if (await done()) return true
    }
    return false
  }

  async function office(travellers: readonly Traveller[]): Promise<void> {
    for (let rounds = 0; rounds < 12; rounds += 1) {
      const ready = await Promise.all(travellers.map(special))
      if (travellers.some(({ journey, memory }, index) => SPECIAL[journey] && memory.dossierAddress && !ready[index])) {
        // Somebody's turn has not come yet today; the desks leave the rest until it is known whose.
        if (rounds < 11) {
          await quiet(family, STORM_MS)
          continue
        }
      }
      // Whose page did not come looks again the same day: closing and counting a list alone passes some thirty places to die at.
      const tried = await Promise.all(desks.map(async (desk) => doRound(desk).catch(() => ({ done: 0, waiting: true }))))
      await quiet(family, STORM_MS)
      if (tried.every(({ done, waiting }) => done === 0 && !waiting)) return
    }
  }

  async function daysPass(days: number): Promise<void> {
    for (let day = 0; day < days; day += 1) {
      await persist(() => clock.nextMorning())
      await quiet(family, STORM_MS)
    }
  }

  return {
    traffic, daysPass,
    async travel(travellers) {
      if (travellers.length === 0) return 0
      const seats = travellers.map((_, index) => ({ seat: browser(), random: seededRandom(seed * 7 + index) }))
      for (let day = 0; day < MOST_DAYS; day += 1) {
        await daysPass(1)
        for (let looks = 0; looks < 2; looks += 1) {
          await Promise.all(travellers.map(async (one, index) => {
            const place = seats[index]
            if (place && !isSettled(one.memory)) await oneSitting(one, place.seat, place.random)
          }))
          await quiet(family, STORM_MS)
        }
        await office(travellers)
        if (travellers.every(({ memory }) => isSettled(memory))) return day + 1
      }
      return MOST_DAYS
    },
  }
}

async function refuses(browser: Browser, dossier: string): Promise<void> {
  const page = await browser.open(`${dossier}?lam=tu-choi`)
  const form = page.forms.find(({ action }) => action.endsWith('tu-choi'))
  if (!form) return
  const filling = begin(form)
  for (const field of form.fields) if (field.kind === 'radio' && field.value === 'health-certificate-not-valid') choose(filling, field)
  await browser.send(filling, form.buttons[0])
}

/** Chooses the reason, reads the words that were put in, sends them. */
async function asksForPicture(browser: Browser, dossier: string): Promise<void> {
  for (const [look, value] of [[await browser.open(`${dossier}/bo-sung`), 'compose'], [undefined, 'send']] as const) {
    const form = (look ?? browser.page).forms.find(({ action }) => action.endsWith('bo-sung'))
    const field = form?.fields.find(({ name }) => name === 'reason-portrait')
    if (!form || !field) return
    const filling = begin(form)
    select(filling, field, 'unreadable')
    await browser.send(filling, form.buttons.find((button) => button.value === value))
  }
}
