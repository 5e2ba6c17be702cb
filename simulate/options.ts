/** The command line: what is wrong with it is said in one sentence. */
import { parseArgs } from 'node:util'

export interface Profile {
  /** Shown seconds to a real second while people are at work. */
  readonly compress: number
  /** Part of all machine-to-machine requests that meet a fault. */
  readonly chaos: number
  /** How often a process is killed with SIGKILL; half web, half worker. */
  readonly kills: number
  /** Shares of payments that go wrong on their own. */
  readonly payments: Readonly<Record<string, number>>
}

/** To add a profile, add a line. */
export const profiles = {
  calm: { compress: 60, chaos: 0, kills: 0, payments: {} },
  kills: { compress: 6, chaos: 0, kills: 30, payments: {} },
  chaos: { compress: 10, chaos: 0.05, kills: 0, payments: { slow: 0.05, double: 0.03, lost: 0.03, failAfterCharge: 0.02 } },
} as const satisfies Record<string, Profile>

export type ProfileName = keyof typeof profiles

export interface Options {
  readonly citizens: number
  readonly profile: ProfileName
  readonly seed: number
  readonly compress: number
  readonly kills: number
  /** How many people are at a keyboard at the same time. */
  readonly atOnce: number
  /** A system that runs already; without it one is started. */
  readonly running: { readonly url: string; readonly sandboxUrl: string; readonly databaseUrl: string; readonly sandboxDatabaseUrl: string } | undefined
  readonly json: boolean
  /** Keeps the data folder of a system started here, and says where it is. */
  readonly keep: boolean
}

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
      url: { type: 'string' }, 'sandbox-url': { type: 'string' }, 'database-url': { type: 'string' }, 'sandbox-database-url': { type: 'string' }, json: { type: 'boolean' }, keep: { type: 'boolean' },
    },
  })
  const profile = values.profile ?? 'calm'
  if (!isProfile(profile)) throw new UsageError(`--profile must be one of ${Object.keys(profiles).join(', ')}, not '${profile}'`)
  const chosen: Profile = profiles[profile]
  return {
    profile,
    citizens: whole('citizens', values.citizens, 20, 1),
    seed: whole('seed', values.seed, 1, 0),
    compress: whole('compress', values.compress, chosen.compress, 1),
    kills: whole('kills', values.kills, chosen.kills, 0),
    atOnce: whole('at-once', values['at-once'], 6, 1),
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
