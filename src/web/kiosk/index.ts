/**
 * Kiosk — a number at the door, and the display that calls it.
 * Owns: nothing.  Outside: nothing.  Announces: nothing.
 * Legal: NĐ 118/2025/NĐ-CP.
 */
import type { FastifyInstance } from 'fastify'
import type { Web } from '../request.ts'

export function registerKiosk(_app: FastifyInstance, _web: Web): void {}
