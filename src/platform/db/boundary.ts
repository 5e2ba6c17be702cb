/**
 * The places where an effect leaves the process. A fault test attaches a driver that may delay, throw or kill there;
 * without one it costs a single comparison.
 */
export type BoundaryDriver = (name: string) => void | Promise<void>

let driver: BoundaryDriver | undefined

/** Attaches (or with undefined removes) the driver of a fault test. Only tests call it: no process of the service does. */
export function driveBoundaries(next: BoundaryDriver | undefined): void {
  driver = next
}

/** Marks an effect about to leave, or just back. @param name 'db.commit.before', 'outside.post.after' … */
export async function boundary(name: string): Promise<void> {
  if (driver) await driver(name)
}
