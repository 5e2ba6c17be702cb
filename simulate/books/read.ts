/** Reads the books: the service's database as its owner, the payment platform's own, and what breaks a promise. */
import pg from 'pg'
import type { Booking, DossierRow } from './compare.ts'
import { invariants } from './invariants.ts'

export interface Books {
  readDossiers(): Promise<DossierRow[]>
  readBookings(): Promise<Booking[]>
  /** Rows that break each promise, by its name. */
  checkInvariants(): Promise<Record<string, number>>
  /** Jobs that could run now, and due rows whose time has come; what waits for a source that is left alone is not among them. */
  countPending(): Promise<number>
  /** What waits for officers; without any they need not look. */
  countDesk(): Promise<number>
  /** Dossiers that wait for somebody outside who may answer at any hour: a source, a clinic, the payment platform. */
  countWaiting(): Promise<number>
  /** How each dossier stands, by its code: people are told when that changes, and look in then. */
  readStandings(): Promise<Map<string, string>>
  /** Requests of an officer for a thing that had been asked for in the same dossier before. */
  countRepeatedRequests(): Promise<number>
  countStuck(): Promise<{ task: string; error: string; count: number }[]>
  /** Jobs taken by a worker, by the worker's name. */
  listTaken(): Promise<{ id: string; worker: string }[]>
  close(): Promise<void>
}

const DOSSIERS = `
  select d.submission_code as code, d.status, d.amount_vnd as "amountVnd", d.filed_at as "filedAt", d.accepted_at as "acceptedAt", c.signed_at as "signedAt", d.closed_at as "closedAt",
    (select count(*)::int from dossiers.event e where e.dossier_id = d.id and e.to_status = 'signed') as signings,
    (select count(*)::int from licences.licence l where l.dossier_id = d.id) as "registerRows",
    (select count(*)::int from documents.document p where p.dossier_id = d.id and p.kind = 'decision' and p.state = 'signed') as "signedDecisions",
    exists (select from dossiers.requirement r where r.dossier_id = d.id and r.kind = 'fee' and r.state in ('met', 'waived')) as "feeMet"
  from dossiers.dossier d left join dossiers.decision c on c.dossier_id = d.id order by d.filed_at`

// The order's text is the submission code: the only thing the platform knows of us.
const BOOKINGS = `
  select o.doc->>'orderInfo' as code, sum((c.doc->>'amountVnd')::int)::int as "chargedVnd", count(*)::int as charges,
    coalesce(sum((r.doc->>'amountVnd')::int), 0)::int as "refundedVnd", count(r.id)::int as refunds
  from document c join document o on o.collection = 'payment-platform/orders' and o.id = c.doc->>'txnRef'
  left join document r on r.collection = 'payment-platform/refunds' and r.id = c.id and r.doc->>'state' <> 'rejected'
  where c.collection = 'payment-platform/charges' group by 1`

const PENDING = `
  select (select count(*)::int from graphile_worker._private_jobs where run_at <= clock_timestamp() and attempts < max_attempts)
       + (select count(*)::int from platform.due d where due_at <= platform.clock_now()
           and not exists (select from platform.source_health h where h.system = d.system and h.state <> 'closed')) as n`

// What an officer finds on a list: dossiers whose turn it is, and cards to print.
const DESK = `
  select (select count(*)::int from dossiers.dossier where turn = 'officer' and closed_at is null)
       + (select count(*)::int from deliveries.card where state = 'queued') + (select count(*)::int from deliveries.list where state in ('closed', 'counted')) as n`

const WAITING = "select count(*)::int as n from dossiers.dossier where turn = 'outside' and status in ('filed', 'accepted')"

const REPEATED = 'select coalesce(sum(times - 1), 0)::int as n from (select count(*) as times from dossiers.supplement_request r join dossiers.supplement_point p on p.request_id = r.id group by r.dossier_id, p.kind) as asked'

const STANDINGS = "select submission_code as code, status || ' ' || turn_cause as standing from dossiers.dossier"

export function openBooks(databaseUrl: string, sandboxDatabaseUrl: string): Books {
  const main = new pg.Pool({ connectionString: databaseUrl, max: 3 })
  const sandbox = new pg.Pool({ connectionString: sandboxDatabaseUrl, max: 1 })
  for (const pool of [main, sandbox]) pool.on('error', () => {})
  return {
    readDossiers: async () => (await main.query<DossierRow>(DOSSIERS)).rows,
    readBookings: async () => (await sandbox.query<Booking>(BOOKINGS)).rows,
    async checkInvariants() {
      const found: Record<string, number> = {}
      for (const [name, query] of Object.entries(invariants)) found[name] = (await main.query(query.text, [...query.values])).rows.length
      return found
    },
    countPending: async () => (await main.query<{ n: number }>(PENDING)).rows[0]?.n ?? 0,
    countDesk: async () => (await main.query<{ n: number }>(DESK)).rows[0]?.n ?? 0,
    countWaiting: async () => (await main.query<{ n: number }>(WAITING)).rows[0]?.n ?? 0,
    readStandings: async () => new Map((await main.query<{ code: string; standing: string }>(STANDINGS)).rows.map(({ code, standing }) => [code, standing])),
    countRepeatedRequests: async () => (await main.query<{ n: number }>(REPEATED)).rows[0]?.n ?? 0,
    countStuck: async () => (await main.query<{ task: string; error: string; count: number }>('select task, error, count(*)::int as count from platform.stuck_job where resolved_at is null group by 1, 2')).rows,
    listTaken: async () => (await main.query<{ id: string; worker: string }>("select id::text as id, locked_by as worker from graphile_worker._private_jobs where locked_by is not null")).rows,
    async close() {
      await Promise.all([main.end(), sandbox.end()])
    },
  }
}
