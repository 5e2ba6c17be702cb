/**
 * Leader — the provincial leader's pages: who is waited for, who took longer than agreed, on whose account the time goes. Counts
 * and dossier numbers of the own province only; no dossier opens here.
 * Owns: nothing.  Outside: nothing.  Announces: nothing.
 * Legal: NĐ 118/2025/NĐ-CP (responsibility of the head); the coordination agreement of the province (catalogue/agreements).
 */
import type { FastifyInstance } from 'fastify'
import type { Web } from '../request.ts'
import { registerLate } from './late/routes.ts'

export function registerLeader(app: FastifyInstance, web: Web): void {
  registerLate(app, web)
}
