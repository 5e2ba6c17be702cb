/**
 * The places where an effect leaves the process: each statement of a transaction, its commit (before, sent, answered), a
 * request to an outside system, a file on its way to the disk, a job taken and done. A fault test attaches a driver that may
 * delay, throw or kill there; without one it costs a single comparison. There is no setting that attaches one.
 */

/** @param name where, as 'db.commit.before' @param about what is being done there, as 'dossier.accepted': never data of a person */
export type BoundaryDriver = (name: string, about: string) => void | Promise<void>

let driver: BoundaryDriver | undefined

/** Attaches (or with undefined removes) the driver of a fault test. Only tests call it: no process of the service does. */
export function driveBoundaries(next: BoundaryDriver | undefined): void {
  driver = next
}

/** Whether somebody watches: only then a name is worth making, and statements that would leave together leave one by one. */
export function isDriven(): boolean {
  return driver !== undefined
}

/** Marks an effect about to leave, or just back. */
export async function boundary(name: string, about = ''): Promise<void> {
  if (driver) await driver(name, about)
}

/** What a statement does, by the tables it names: 'insert dossiers.event, add jobs', 'lock dossiers.dossier', 'read platform.lookup'. */
export function effectOf(text: string): string {
  const writes = [...text.matchAll(/\b(insert into|update|delete from)\s+([a-z_]+\.[a-z_]+)/g)].map(([, verb = '', table]) => `${verb.split(' ')[0]} ${table}`)
  if (text.includes('graphile_worker.add_jobs')) writes.push('add jobs')
  if (writes.length > 0) return [...new Set(writes)].join(', ')
  const [, table = ''] = /\bfrom\s+([a-z_]+\.[a-z_]+)/.exec(text) ?? []
  return table ? `${/\bfor update\b/.test(text) ? 'lock' : 'read'} ${table}` : text.trim().split(/\s/, 1)[0] ?? ''
}

/** Whether a statement changes anything. */
export function isWrite(effect: string): boolean {
  return !/^(read|lock|select|begin) ?/.test(effect)
}
