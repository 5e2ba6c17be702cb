/**
 * A tree like ours in small, and one violation for each rule of .dependency-cruiser.cjs: the file that breaks it and its import.
 * A rule that no longer catches its violation is a rule that guards nothing.
 */

/** Files that obey every rule. */
export const soundTree: Record<string, string> = {
  'src/main.ts': "import './app.ts'",
  'src/app.ts': "import './web/citizen/index.ts'\nimport './web/officer/index.ts'\nimport './observers/notifications/index.ts'\nimport './observers/statistics/index.ts'",
  'src/platform/outside/call.ts': 'export const call = () => 1',
  'src/platform/db/sql.ts': "import sql from 'sql-template-tag'\nexport { sql }",
  'src/platform/values/money.ts': 'export type Vnd = number',
  'src/catalogue/index.ts': "export { fee } from './fees.ts'",
  'src/catalogue/fees.ts': "import type { Vnd } from '../platform/values/money.ts'\nexport const fee: Vnd = 1",
  'src/capabilities/payments/index.ts': "export { pay } from './actions.ts'\nexport { jobs } from './jobs.ts'",
  'src/capabilities/payments/actions.ts': "import { find } from './store.ts'\nimport { isPaid } from './ledger.ts'\nexport const pay = () => isPaid(find())",
  'src/capabilities/payments/store.ts': "import { sql } from '../../platform/db/sql.ts'\nexport const find = () => sql`select 1`",
  'src/capabilities/payments/ledger.ts': 'export const isPaid = (row: unknown) => Boolean(row)',
  'src/capabilities/payments/client.ts': "import { call } from '../../platform/outside/call.ts'\nexport const ask = call",
  'src/capabilities/payments/jobs.ts': "import { ask } from './client.ts'\nexport const jobs = { ask }",
  'src/capabilities/violations/index.ts': "export { check, type Finding } from './actions.ts'",
  'src/capabilities/violations/actions.ts': 'export type Finding = string\nexport const check = () => 1',
  'src/dossiers/index.ts': "export { submit } from './actions/submit.ts'",
  'src/dossiers/actions/submit.ts': "import { pay } from '../../capabilities/payments/index.ts'\nimport { check } from '../../capabilities/violations/index.ts'\nimport { fee } from '../../catalogue/index.ts'\nimport { lifecycle } from '../lifecycle.ts'\nexport const submit = () => [pay(), check(), fee, lifecycle]",
  'src/dossiers/lifecycle.ts': "import type { Finding } from '../capabilities/violations/index.ts'\nexport const lifecycle: Finding[] = []",
  'src/observers/notifications/index.ts': 'export const messages = []',
  'src/observers/statistics/index.ts': 'export const figures = []',
  'src/web/kit/page.ts': "import { about } from './about.ts'\nexport const page = about",
  'src/web/kit/about.ts': 'export const about = 1',
  'src/web/citizen/index.ts': "import { submit } from '../../dossiers/index.ts'\nimport { jobs } from '../../capabilities/payments/index.ts'\nimport { page } from '../kit/page.ts'\nexport const citizen = [submit, page, jobs]",
  'src/web/officer/index.ts': "import { page } from '../kit/page.ts'\nexport const officer = page",
  'sandbox/post/system.ts': 'export const post = 1',
}

/** [rule, file that breaks it, its whole content]; each file is new or replaces one above. */
export const violations: readonly (readonly [rule: string, file: string, content: string])[] = [
  ['no-cycles', 'src/web/kit/about.ts', "import { page } from './page.ts'\nexport const about = () => page"],
  ['no-orphans', 'src/dossiers/forgotten.ts', 'export const forgotten = 1'],
  ['platform-knows-nothing', 'src/platform/knowing.ts', "import { fee } from '../catalogue/index.ts'\nexport const knowing = fee"],
  ['catalogue-is-pure', 'src/catalogue/reading.ts', "import { readFileSync } from 'node:fs'\nexport const reading = readFileSync"],
  ['capabilities-are-strangers', 'src/capabilities/payments/mixing.ts', "import type { Finding } from '../violations/index.ts'\nexport type Mixing = Finding"],
  ['capabilities-look-down', 'src/capabilities/payments/looking.ts', "import type { submit } from '../../dossiers/index.ts'\nexport type Looking = typeof submit"],
  ['dossiers-look-down', 'src/dossiers/actions/showing.ts', "import { officer } from '../../web/officer/index.ts'\nexport const showing = officer"],
  ['observers-look-down', 'src/observers/statistics/showing.ts', "import { page } from '../../web/kit/page.ts'\nexport const showing = page"],
  ['web-looks-down', 'src/web/officer/topmost.ts', "import '../../app.ts'\nexport const topmost = 1"],
  ['observers-are-never-called', 'src/dossiers/actions/telling.ts', "import { messages } from '../../observers/notifications/index.ts'\nexport const telling = messages"],
  ['observers-are-strangers', 'src/observers/statistics/hearing.ts', "import { messages } from '../notifications/index.ts'\nexport const hearing = messages"],
  ['front-door-only', 'src/web/officer/window.ts', "import { isPaid } from '../../capabilities/payments/ledger.ts'\nexport const window = isPaid"],
  ['front-door-between-modules', 'src/dossiers/actions/window.ts', "import { isPaid } from '../../capabilities/payments/ledger.ts'\nexport const window = isPaid"],
  ['index-is-for-others', 'src/capabilities/violations/jobs.ts', "import { check } from './index.ts'\nexport const jobs = check"],
  ['audiences-are-strangers', 'src/web/officer/borrowing.ts', "import { citizen } from '../citizen/index.ts'\nexport const borrowing = citizen"],
  ['kit-has-no-domain', 'src/web/kit/learned.ts', "import { fee } from '../../catalogue/index.ts'\nexport const learned = fee"],
  ['sql-lives-in-stores', 'src/web/officer/query.ts', "import pg from 'pg'\nexport const query = pg"],
  ['outside-is-called-by-clients', 'src/capabilities/payments/engine.ts', "import { call } from '../../platform/outside/call.ts'\nexport const engine = call"],
  ['clients-are-called-by-jobs', 'src/capabilities/payments/asking.ts', "import { ask } from './client.ts'\nexport const asking = ask"],
  ['pure-stays-pure', 'src/capabilities/payments/refund.ts', "import { find } from './store.ts'\nexport const refund = find"],
  ['pure-borrows-types-only', 'src/dossiers/turn.ts', "import { check } from '../capabilities/violations/index.ts'\nexport const turn = check"],
  ['http-lives-in-web', 'src/capabilities/violations/server.ts', "import Fastify from 'fastify'\nexport const server = Fastify"],
  ['sandbox-is-another-world', 'sandbox/post/agreeing.ts', "import { fee } from '../../src/catalogue/index.ts'\nexport const agreeing = fee"],
  ['src-never-simulates', 'src/web/officer/pretending.ts', "import { post } from '../../../sandbox/post/system.ts'\nexport const pretending = post"],
  ['no-test-imported', 'src/dossiers/actions/testing.ts', "import '../lifecycle.test.ts'\nexport const testing = 1"],
  ['no-dev-deps-in-src', 'src/web/officer/compiling.ts', "import ts from 'typescript'\nexport const compiling = ts"],
  ['no-unknown', 'src/web/officer/nowhere.ts', "import { nothing } from './not-there.ts'\nexport const nowhere = nothing"],
]
