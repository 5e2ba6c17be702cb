import { v7 } from 'uuid'

/** A new time-ordered identifier (UUID version 7): rows written together lie together in the index. */
export function newId(): string {
  return v7()
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from an address can be an id at all; the database would refuse anything else loudly. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && UUID.test(text)
}
