/**
 * Post — a postal worker's pages: hand-over lists counted item by item, what differs said with a reason, and signed.
 * Owns: nothing.  Outside: nothing.  Announces: nothing.
 * Legal: NĐ 118/2025/NĐ-CP (results by the public post); what a postal worker sees is item numbers, never a person.
 */
import type { FastifyInstance } from 'fastify'
import type { Web } from '../request.ts'
import { registerPostLists } from './routes.ts'

export function registerPost(app: FastifyInstance, web: Web): void {
  registerPostLists(app, web)
}
