/**
 * What a simulated system gets and gives. A system is met at HTTP only; everything it keeps goes through `Box.docs`, every
 * instant comes from `Box.now`, and whether it answers at all is decided before its routes are reached (kit/faults.ts).
 */
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { People } from '../people/person.ts'
import type { Faults } from './faults.ts'
import type { Words } from './words.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** One collection of documents in the sandbox's own database, or in memory when it was started without one. */
export interface Docs<T = Json> {
  get(id: string): Promise<T | undefined>
  /** With `ttlSeconds` the document is gone after that much real time, as a sign-in code is. */
  put(id: string, doc: T, options?: { ttlSeconds?: number }): Promise<void>
  /** Oldest first unless `newestFirst`; `where` matches documents that contain these fields (JSON containment). */
  list(options?: { where?: Json; limit?: number; offset?: number; newestFirst?: boolean }): Promise<T[]>
  count(where?: Json): Promise<number>
  delete(id: string): Promise<void>
  /**
   * Reads, changes and writes one document while nobody else can. `change` gets undefined where there is none yet; what
   * it returns is stored and handed back; if it throws, nothing is stored.
   */
  update(id: string, change: (doc: T | undefined) => T | Promise<T>): Promise<T>
}

export interface Box {
  /** The shared movable clock. */
  now(): Promise<Date>
  /** Collections are private to the system that asks, so two systems may use the same name; 'shared:…' belongs to all. */
  docs<T = Json>(collection: string): Docs<T>
  people: People
  /** Where the service under test answers, without a trailing slash. */
  webUrl: string
  /** Where this sandbox answers, without a trailing slash. */
  url: string
  faults: Faults
  /** Numbers from 0 up to 1, the same in every run with the same seed. */
  random(): number
  log: FastifyBaseLogger
}

export interface ControlField {
  name: string
  title: Words
  kind?: 'text' | 'number' | 'person' | 'choice'
  options?: { value: string; title: Words }[]
  value?: string
}

/** A button on the control page, and `POST /control/api/systems/<name>/actions/<id>`. */
export interface ControlAction {
  id: string
  title: Words
  fields?: ControlField[]
  /** Returns one sentence about what happened; throws an Error with one sentence when it could not. */
  run(box: Box, input: Record<string, string>): Promise<string>
}

export interface SandboxSystem {
  /** As in the fault switch: 'payment-platform'. */
  name: string
  /** As '/pay'. */
  prefix: string
  title: Words
  /** Registered under the prefix, already behind the fault switch. */
  routes(app: FastifyInstance, box: Box): void | Promise<void>
  /** True for pages people look at: chaos spares them, a switch set for this system does not. Path without the prefix. */
  isPage?(path: string): boolean
  /** Called about once a second and after the clock was moved; for parcels that travel and call-backs that are due. */
  tick?(box: Box): Promise<void>
  control?: {
    actions: ControlAction[]
    /** How often what the system does wrong by itself has happened, by kind; faults at HTTP are counted by the switch before it. */
    fired?(box: Box): Promise<Record<string, number>>
    /** HTML of its own on the control page: escaped by the system that made it. */
    panel?(box: Box): Promise<string>
  }
}
