import { v7 } from 'uuid'

/** A new time-ordered identifier (UUID version 7): rows written together lie together in the index. */
export function newId(): string {
  return v7()
}
