/**
 * Clinic — a doctor's pages: examine, conclude, sign, correct, take back; and what became of each certificate.
 * Owns: nothing.  Outside: nothing.  Announces: nothing.
 * Legal: TT 36/2024/TT-BYT.  Story: docs/decisions/0024-one-register-of-certificates.md
 */
import type { FastifyInstance } from 'fastify'
import type { Web } from '../request.ts'
import { registerDesk } from './routes.tsx'

export function registerClinic(app: FastifyInstance, web: Web): void {
  registerDesk(app, web)
}
