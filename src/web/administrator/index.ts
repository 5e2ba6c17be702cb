/**
 * Administrator — the working calendar's pages: the days of a year for a province, proposing one, what it would move, confirming it,
 * opening the next year; who may sign, delegations, units. Dossiers appear by number only; none opens here.
 * Owns: nothing.  Outside: nothing.  Announces: nothing.
 * Legal: Bộ luật Lao động 45/2019/QH14 Điều 111, 112; yearly announcements of leave.  Story: docs/decisions/0037-a-day-off-is-a-row-of-two-people.md
 */
import type { FastifyInstance } from 'fastify'
import type { Web } from '../request.ts'
import { registerDay } from './day.routes.tsx'
import { registerPeople } from './people/routes.tsx'
import { registerYear } from './year.routes.tsx'

export function registerAdministrator(app: FastifyInstance, web: Web): void {
  registerYear(app, web)
  registerDay(app, web)
  registerPeople(app, web)
}
