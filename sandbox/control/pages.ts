import type { FastifyInstance } from 'fastify'
import type { World } from '../start.ts'

export function registerPages(_app: FastifyInstance, _world: World): void {}
