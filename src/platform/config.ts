/** The one typed, frozen configuration. A wrong value stops the start with its name and reason. */
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { S3Settings } from './files/s3.ts'

const SYSTEMS = [
  'national-id', 'population-register', 'health-records', 'violations', 'payment-platform', 'post', 'sms', 'mail',
  'national-portal', 'data-store', 'certificate-authority', 'timestamp-authority',
] as const

/** The outside systems, by the names used in logs, settings and the status page. */
export type SystemName = (typeof SYSTEMS)[number]

const SIMULATED_PREFIX: Record<SystemName, string> = {
  'national-id': '/eid', 'population-register': '/population', 'health-records': '/health', violations: '/violations',
  'payment-platform': '/pay', post: '/post', sms: '/sms', mail: '/mail', 'national-portal': '/portal', 'data-store': '/data-store',
  'certificate-authority': '/ca', 'timestamp-authority': '/tsa',
}

const port = z.string().regex(/^\d{1,5}$/, 'must be a port number').transform(Number).pipe(z.number().int().min(0).max(65_535))
const count = (least: number, most: number) => z.string().regex(/^\d+$/, 'must be a whole number').transform(Number).pipe(z.number().min(least).max(most))

const provincialMail = z.string().regex(/^[^@\s]*@[^@\s]+$/, 'must be a mail address').refine((text) => text.includes('{province}'), 'must contain {province}')

const environment = z.object({
  MODE: z.enum(['simulation', 'production']).default('simulation'),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SANDBOX_PORT: port.default(4000),
  SANDBOX_URL: z.url({ protocol: /^http$/ }).optional(),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address'),
  DATABASE_POOL: count(2, 100).default(12),
  DATA_DIR: z.string().default('.data'),
  KEYS_DIR: z.string().optional(),
  AUDIT_DIR: z.string().optional(),
  AUDIT_ORIGIN: z.string().regex(/^[^\s+]{1,100}$/, 'must be a name without spaces or plus signs').default('nhat-ky.vidu.invalid'),
  AUDIT_WITNESSES: z.string().default('').transform((text) => text.split(/[\s,]+/).filter(Boolean)).refine((keys) => keys.every((key) => /^[^\s+]{1,100}\+[0-9a-f]{8}\+B[A-Za-z0-9+/]{43}$/.test(key)), 'must be key lines as witnesses print them, separated by commas'),
  ASSETS_DIR: z.string().default(join(import.meta.dirname, '../../.data/assets')),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  WORKER_CONCURRENCY: count(1, 64).default(6),
  PORTRAIT_CHILDREN: count(1, 8).default(Math.min(2, availableParallelism())),
  TRUSTED_PROXY: z.string().optional(),
  EID_ISSUER: z.url().optional(),
  EID_CLIENT_ID: z.string().default('toan-trinh'),
  PAYMENT_TMN_CODE: z.string().default('TTSIM097'),
  PAYMENT_SECRET: z.string().default('sandbox-only-secret'),
  COLLECTING_BANK: z.string().regex(/^\d{6}$/, 'must be the six digits of a bank').default('000097'),
  COLLECTING_ACCOUNT: z.string().regex(/^\d{6,19}$/, 'must be an account number').default('0000097000097'),
  COLLECTING_HOLDER: z.string().default('TAI KHOAN MO PHONG'),
  POST_CUSTOMER_CODE: z.string().default('TTSIM097'),
  POST_SECRET: z.string().default('sandbox-only-secret'),
  PORTAL_CLIENT_ID: z.string().default('toan-trinh'),
  PORTAL_SECRET: z.string().default('sandbox-only-secret'),
  DATA_STORE_SYSTEM_CODE: z.string().regex(/^[\w.-]{1,40}$/, 'must be the code of a system').default('toan-trinh'),
  DATA_STORE_SECRET: z.string().default('sandbox-only-secret'),
  SIGNER: z.enum(['file-key']).default('file-key'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  OFFICE_MAIL: provincialMail.optional(),
  LEADER_MAIL: provincialMail.optional(),
  SUPERVISOR_MAIL: provincialMail.optional(),
  FILES: z.enum(['disk', 's3']).default('disk'),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket').optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
})

export interface Config {
  /** False only in production: band, watermarks, made-up numbers. */
  readonly simulation: boolean
  readonly port: number
  readonly host: string
  readonly publicUrl: string
  readonly sandboxUrl: string
  readonly databaseUrl: string
  readonly databasePool: number
  readonly dataDir: string
  readonly keysDir: string
  readonly filesDir: string
  /** Where the signed checkpoints of the log are kept, outside the database, whose log they say it is, and the keys of those who witness it. */
  readonly audit: { readonly dir: string; readonly origin: string; readonly witnesses: readonly string[] }
  /** Where files are kept: below filesDir, or in a bucket. */
  readonly files: { readonly kind: 'disk' } | ({ readonly kind: 's3' } & S3Settings)
  /** Where pictures lie while they are being sent in pieces. */
  readonly uploadsDir: string
  /** Where scripts/assets.mjs put style sheets, fonts and the manifest. */
  readonly assetsDir: string
  readonly logLevel: string
  readonly workerConcurrency: number
  readonly portraitChildren: number
  readonly trustedProxy: string | undefined
  readonly eid: { readonly issuer: string; readonly clientId: string }
  readonly outside: Readonly<Record<SystemName, { readonly url: string }>>
  /** With the account that transfers arrive at. */
  readonly payments: { readonly tmnCode: string; readonly secret: string; readonly account: { readonly bankBin: string; readonly number: string; readonly holder: string } }
  readonly post: { readonly customerCode: string; readonly secret: string }
  readonly portal: { readonly clientId: string; readonly secret: string }
  readonly dataStore: { readonly systemCode: string; readonly secret: string }
  readonly signer: 'file-key'
  /** Who shows it may read the figures; without one only this machine may, and in production nobody. */
  readonly metricsToken: string | undefined
  /** The mail address of the office of a province. */
  readonly officeMail: (province: string) => string
  /** Where the leader of a province reads mail. */
  readonly leaderMail: (province: string) => string
  /** Where whoever supervises a province's dossiers reads of those at risk; without it, where the office reads. */
  readonly supervisorMail: (province: string) => string
}

/** A setting is missing or wrong; the message names it and says why, in one line. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ConfigError'
  }
}

function isLoopback(url: string): boolean {
  return /^(127\.|localhost$|\[::1\]$)/.test(new URL(url).hostname)
}

/**
 * Reads the settings.
 * @param env the process environment, or a test's own
 * @throws ConfigError naming the first wrong setting
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, v]) => v !== '')))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigError(`${issue?.path.join('.') ?? 'settings'}: ${issue?.message ?? 'is wrong'}`)
  }
  const e = parsed.data
  const production = e.MODE === 'production'
  const publicUrl = (e.PUBLIC_URL ?? `http://127.0.0.1:${e.PORT}`).replace(/\/$/, '')
  const sandboxUrl = e.SANDBOX_URL ?? `http://127.0.0.1:${e.SANDBOX_PORT}`
  const outside = Object.fromEntries(
    SYSTEMS.map((name) => {
      const key = `${name.replaceAll('-', '_').toUpperCase()}_URL`
      const given = env[key]
      if (given && !URL.canParse(given)) throw new ConfigError(`${key}: must be an address`)
      if (production && !given) throw new ConfigError(`${key}: must be set in production`)
      return [name, { url: given ?? `${sandboxUrl}${SIMULATED_PREFIX[name]}` }]
    }),
  ) as Config['outside']
  if (production) refuseSimulation(e, publicUrl, outside)
  else stayAtHome(e, outside)
  const dataDir = resolve(e.DATA_DIR)
  return Object.freeze({
    simulation: !production, port: e.PORT, host: e.HOST, publicUrl, sandboxUrl,
    databaseUrl: e.DATABASE_URL, databasePool: e.DATABASE_POOL,
    dataDir, keysDir: resolve(e.KEYS_DIR ?? join(dataDir, 'keys')), filesDir: join(dataDir, 'files'), files: filesOf(e, production), audit: { dir: resolve(e.AUDIT_DIR ?? join(dataDir, 'audit')), origin: e.AUDIT_ORIGIN, witnesses: e.AUDIT_WITNESSES }, uploadsDir: join(dataDir, 'uploads'),
    assetsDir: resolve(e.ASSETS_DIR),
    logLevel: e.LOG_LEVEL, workerConcurrency: e.WORKER_CONCURRENCY, portraitChildren: e.PORTRAIT_CHILDREN, trustedProxy: e.TRUSTED_PROXY,
    eid: { issuer: e.EID_ISSUER ?? outside['national-id'].url, clientId: e.EID_CLIENT_ID },
    outside, payments: { tmnCode: e.PAYMENT_TMN_CODE, secret: e.PAYMENT_SECRET, account: { bankBin: e.COLLECTING_BANK, number: e.COLLECTING_ACCOUNT, holder: e.COLLECTING_HOLDER } },
    post: { customerCode: e.POST_CUSTOMER_CODE, secret: e.POST_SECRET }, portal: { clientId: e.PORTAL_CLIENT_ID, secret: e.PORTAL_SECRET },
    dataStore: { systemCode: e.DATA_STORE_SYSTEM_CODE, secret: e.DATA_STORE_SECRET },
    signer: e.SIGNER, metricsToken: e.METRICS_TOKEN,
    officeMail: (province: string) => (e.OFFICE_MAIL ?? 'csgt.{province}@vidu.invalid').replaceAll('{province}', province),
    leaderMail: (province: string) => (e.LEADER_MAIL ?? 'lanhdao.{province}@vidu.invalid').replaceAll('{province}', province),
    supervisorMail: (province: string) => (e.SUPERVISOR_MAIL ?? (e.MODE === 'production' ? e.OFFICE_MAIL : undefined) ?? 'giamsat.{province}@vidu.invalid').replaceAll('{province}', province),
  })
}

/** Where files are kept. A bucket needs all its settings; a simulation keeps nothing beyond this machine, production sends nothing in the clear. */
function filesOf(e: z.infer<typeof environment>, production: boolean): Config['files'] {
  if (e.FILES === 'disk') return { kind: 'disk' }
  const needed = (name: 'S3_ENDPOINT' | 'S3_BUCKET' | 'S3_ACCESS_KEY' | 'S3_SECRET_KEY'): string => {
    const value = e[name]
    if (!value) throw new ConfigError(`${name}: must be set when FILES is s3`)
    return value
  }
  const endpoint = needed('S3_ENDPOINT')
  if (production && !endpoint.startsWith('https://')) throw new ConfigError('S3_ENDPOINT: must be https in production')
  if (!production && !isLoopback(endpoint)) throw new ConfigError('S3_ENDPOINT: a simulation keeps nothing beyond this machine')
  return { kind: 's3', endpoint, bucket: needed('S3_BUCKET'), region: e.S3_REGION, accessKey: needed('S3_ACCESS_KEY'), secretKey: needed('S3_SECRET_KEY') }
}

/** A simulation is for this machine alone: it listens here and calls nobody beyond. */
function stayAtHome(e: z.infer<typeof environment>, outside: Config['outside']): void {
  if (!isMadeUpAccount(e)) throw new ConfigError('COLLECTING_ACCOUNT: a simulation shows only accounts that cannot exist')
  if (!/^(127\.|localhost$|::1$)/.test(e.HOST)) throw new ConfigError('HOST: a simulation listens on this machine only')
  for (const [name, { url }] of Object.entries(outside)) {
    if (!isLoopback(url)) throw new ConfigError(`${name.replaceAll('-', '_').toUpperCase()}_URL: a simulation calls nothing beyond this machine`)
  }
}

/** Banks begin with 9704 and no account with four zeros: whoever scans a simulated code can pay nobody. */
function isMadeUpAccount(e: z.infer<typeof environment>): boolean {
  return e.COLLECTING_BANK === '000097' && /^0000097\d{6}$/.test(e.COLLECTING_ACCOUNT)
}

/** Production must not touch anything made up: no simulator, no default secret, no plain http. */
function refuseSimulation(e: z.infer<typeof environment>, publicUrl: string, outside: Config['outside']): void {
  if (!publicUrl.startsWith('https://')) throw new ConfigError('PUBLIC_URL: must be https in production')
  if (!e.KEYS_DIR) throw new ConfigError('KEYS_DIR: must be set in production, outside the data folder')
  if (e.PAYMENT_SECRET === 'sandbox-only-secret') throw new ConfigError('PAYMENT_SECRET: must be set in production')
  if (/SIM097$/.test(e.PAYMENT_TMN_CODE)) throw new ConfigError('PAYMENT_TMN_CODE: must be set in production')
  if (isMadeUpAccount(e)) throw new ConfigError('COLLECTING_ACCOUNT: must be set in production')
  if (!e.OFFICE_MAIL) throw new ConfigError('OFFICE_MAIL: must be set in production')
  if (!e.LEADER_MAIL) throw new ConfigError('LEADER_MAIL: must be set in production')
  if (e.EID_ISSUER && isLoopback(e.EID_ISSUER)) throw new ConfigError('EID_ISSUER: is a simulator\'s address')
  if (e.POST_SECRET === 'sandbox-only-secret') throw new ConfigError('POST_SECRET: must be set in production')
  if (e.PORTAL_SECRET === 'sandbox-only-secret') throw new ConfigError('PORTAL_SECRET: must be set in production')
  if (e.DATA_STORE_SECRET === 'sandbox-only-secret') throw new ConfigError('DATA_STORE_SECRET: must be set in production')
  for (const [name, { url }] of Object.entries(outside)) {
    if (isLoopback(url)) throw new ConfigError(`${name.replaceAll('-', '_').toUpperCase()}_URL: is a simulator's address`)
  }
}
