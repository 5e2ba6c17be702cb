/**
 * Post — a postal worker's pages
 * Owns: nothing.  Outside: nothing.  Announces: nothing.
 * Legal:  cards taken over, delivered, returned.:NĐ 118/2025/NĐ-CP.
 */
import type { FastifyInstance } from 'fastify'
import type { Web } from '../request.ts'

export function registerPost(_app: FastifyInstance, _web: Web): void {}
