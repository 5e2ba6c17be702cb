/**
 * Leader — the provincial leader's pages
 * Owns: nothing.  Outside: nothing.  Announces: nothing.
 * Legal:  who is waited for, who is late.:NĐ 118/2025/NĐ-CP.
 */
import type { FastifyInstance } from 'fastify'
import type { Web } from '../request.ts'

export function registerLeader(_app: FastifyInstance, _web: Web): void {}
