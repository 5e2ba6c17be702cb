/**
 * Counter — a clerk's pages at a one-stop centre or post point
 * Owns: nothing.  Outside: nothing.  Announces: nothing.
 * Legal:  filing with and for people.:NĐ 118/2025/NĐ-CP.
 */
import type { FastifyInstance } from 'fastify'
import type { Web } from '../request.ts'

export function registerCounter(_app: FastifyInstance, _web: Web): void {}
