/** The command line: what is wrong with it is said in one sentence. */
import { parseArgs } from 'node:util'
import { articlesStress, noFaults, type Rates } from './plan/rates.ts'

export interface Profile {
  /** Shown seconds to a real second in the working hours in which nobody sits at a keyboard. */
  readonly compress: number
  /** Part of all machine-to-machine requests that meet a fault. */
  readonly chaos: number
  /** How often a process is killed with SIGKILL; half web, half worker. */
  readonly kills: number
  /** What goes wrong by itself. */
  readonly rates: Rates
  /** How often each kind of fault with a rate must have fired, or the run is red. */
  readonly faultsAtLeast: number
  /** Red when one who may exchange did not get there: where nothing kills processes and no page fails. */
  readonly everybodyCompletes: boolean
  /** People come through all doors: counters, clinic, paper, and with a lost licence. */
  readonly mixedDoors?: true
}

/** To add a profile, add a line. */
export const profiles = {
  calm: { compress: 60, chaos: 0, kills: 0, rates: noFaults, faultsAtLeast: 0, everybodyCompletes: true },
  kills: { compress: 6, chaos: 0, kills: 30, rates: noFaults, faultsAtLeast: 0, everybodyCompletes: false },
  chaos: {
    compress: 10, chaos: 0.05, kills: 0, rates: { ...noFaults, paymentSlow: 0.05, paymentDouble: 0.03, paymentLost: 0.03, paymentFailsAfterCharge: 0.02 }, faultsAtLeast: 0, everybodyCompletes: false,
  },
  'mixed-doors': { compress: 60, chaos: 0, kills: 0, rates: noFaults, faultsAtLeast: 0, everybodyCompletes: true, mixedDoors: true },
  'articles-stress': { compress: 3600, chaos: 0, kills: 0, rates: articlesStress, faultsAtLeast: 10, everybodyCompletes: true },
} as const satisfies Record<string, Profile>

/** People read and type no faster than this, and machines answer them in real time: however the hours between are hurried. */
const KEYBOARD_PACE = 60

export type ProfileName = keyof typeof profiles

export interface Options {
  /** People in a run; in a sweep for each step of each rate. */
  readonly citizens: number
  /** How many people the sandbox makes up. */
  readonly people: number
  readonly profile: ProfileName
  readonly seed: number
  readonly compress: number
  /** The pace while people sit at keyboards. */
  readonly keyboard: number
  readonly kills: number
  readonly rates: Rates
  readonly faultsAtLeast: number
  readonly everybodyCompletes: boolean
  readonly mixedDoors: boolean
  readonly chaos: number
  /** 'as-was': yesterday's process only, in a moment and without a system. */
  readonly arm: 'service' | 'as-was'
  /** Varies each rate from nothing to always, a few people each. */
  readonly sweep: boolean
  /** How many people are at a keyboard at the same time. */
  readonly atOnce: number
  /** A system that runs already; without it one is started. */
  readonly running: { readonly url: string; readonly sandboxUrl: string; readonly databaseUrl: string; readonly sandboxDatabaseUrl: string } | undefined
  readonly json: boolean
  /** Keeps the data folder of a system started here, and says where it is. */
  readonly keep: boolean
}

/** Nine rates in eleven steps, and half as many again, since some of the people may not exchange or need no certificate. */
const PEOPLE_A_SWEEP = 150

export class UsageError extends Error {}

function whole(name: string, text: string | undefined, otherwise: number, least: number): number {
  if (text === undefined) return otherwise
  const number = Number(text)
  if (!Number.isInteger(number) || number < least) throw new UsageError(`--${name} must be a whole number from ${least} on, not '${text}'`)
  return number
}

function isProfile(name: string): name is ProfileName {
  return Object.hasOwn(profiles, name)
}

/** @throws UsageError */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args], strict: true,
    options: {
      citizens: { type: 'string' }, profile: { type: 'string' }, seed: { type: 'string' }, compress: { type: 'string' }, kills: { type: 'string' }, 'at-once': { type: 'string' },
      'faults-at-least': { type: 'string' }, arm: { type: 'string' }, sweep: { type: 'boolean' },
      url: { type: 'string' }, 'sandbox-url': { type: 'string' }, 'database-url': { type: 'string' }, 'sandbox-database-url': { type: 'string' }, json: { type: 'boolean' }, keep: { type: 'boolean' },
    },
  })
  const profile = values.profile ?? 'calm'
  if (!isProfile(profile)) throw new UsageError(`--profile must be one of ${Object.keys(profiles).join(', ')}, not '${profile}'`)
  const chosen: Profile = profiles[profile]
  const compress = whole('compress', values.compress, chosen.compress, 1)
  const { arm = 'service' } = values
  if (arm !== 'service' && arm !== 'as-was') throw new UsageError(`--arm must be service or as-was, not '${arm}'`)
  const sweep = values.sweep ?? false
  const citizens = whole('citizens', values.citizens, sweep ? 3 : 20, 1)
  return {
    profile, citizens, sweep, people: sweep ? citizens * PEOPLE_A_SWEEP : citizens,
    seed: whole('seed', values.seed, 1, 0),
    compress, keyboard: Math.min(compress, KEYBOARD_PACE), rates: chosen.rates, everybodyCompletes: chosen.everybodyCompletes, mixedDoors: chosen.mixedDoors ?? false, chaos: chosen.chaos, arm,
    faultsAtLeast: whole('faults-at-least', values['faults-at-least'], chosen.faultsAtLeast, 0),
    kills: whole('kills', values.kills, chosen.kills, 0),
    atOnce: whole('at-once', values['at-once'], chosen.compress > KEYBOARD_PACE ? 20 : 6, 1),
    running: runningSystem(values),
    json: values.json ?? false,
    keep: values.keep ?? false,
  }
}

function runningSystem(values: { url?: string; 'sandbox-url'?: string; 'database-url'?: string; 'sandbox-database-url'?: string }): Options['running'] {
  const { url, 'database-url': databaseUrl } = values
  if (!url && !databaseUrl) return undefined
  if (!url || !databaseUrl || !URL.canParse(url) || !URL.canParse(databaseUrl)) throw new UsageError('a running system needs both --url and --database-url')
  const beside = new URL(databaseUrl)
  beside.pathname = beside.pathname.endsWith('/toantrinh') ? '/sandbox' : `${beside.pathname}_sandbox`
  return {
    url: new URL(url).origin, databaseUrl,
    sandboxUrl: values['sandbox-url'] ?? 'http://127.0.0.1:4000', sandboxDatabaseUrl: values['sandbox-database-url'] ?? beside.href,
  }
}
