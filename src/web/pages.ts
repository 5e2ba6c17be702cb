/** Registers every audience, and how a request ends when it can't end well. */
import type { FastifyInstance } from 'fastify'
import { registerAdministrator } from './administrator/index.ts'
import { registerCitizen } from './citizen/index.ts'
import { registerClinic } from './clinic/index.ts'
import { registerCounter } from './counter/index.ts'
import { watchDoors } from './doors/index.ts'
import { registerKiosk } from './kiosk/index.ts'
import { registerLeader } from './leader/index.ts'
import { registerMachine } from './machine/index.ts'
import { registerOfficer } from './officer/index.ts'
import { registerPost } from './post/index.ts'
import { registerPublic } from './public/index.ts'
import { registerEndings } from './public/endings/endings.tsx'
import type { Web } from './request.ts'

export async function registerPages(app: FastifyInstance, web: Web): Promise<void> {
  watchDoors(app, web)
  registerEndings(app, web)
  registerMachine(app, web)
  registerPublic(app, web)
  registerCitizen(app, web)
  registerOfficer(app, web)
  registerCounter(app, web)
  registerKiosk(app, web)
  registerClinic(app, web)
  registerPost(app, web)
  registerLeader(app, web)
  registerAdministrator(app, web)
}
