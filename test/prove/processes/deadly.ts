/**
 * Whether it matters that a process dies here. Before a statement that only reads nothing has left the process since the last
 * boundary; the sweep within one process dies there too, the one that kills real processes saves its time.
 */
export function isDeadly(place: string): boolean {
  return !/^db\.statement (read|lock|begin|select)\b/.test(place)
}
