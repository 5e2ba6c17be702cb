/**
 * Clinic — a doctor's pages
 * Owns: nothing.  Outside: nothing.  Announces: nothing.
 * Legal:  examine, conclude, sign, correct.:TT 36/2024/TT-BYT.
 */
import type { FastifyInstance } from 'fastify'
import type { Web } from '../request.ts'

export function registerClinic(_app: FastifyInstance, _web: Web): void {}
