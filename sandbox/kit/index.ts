/**
 * The kit of the sandbox: what every simulated system is made of.
 * A system exports one `SandboxSystem`, keeps its things in `box.docs`, asks `box.now` for the time and `box.people` for people.
 */
export type { Box, ControlAction, ControlField, Docs, SandboxSystem } from './box.ts'
export type { FaultMode } from './faults.ts'
export type { Words } from './words.ts'
export type { Person, PersonCertificate, PersonViolation, ViolationSource } from '../people/person.ts'
export { faultModes } from './faults.ts'
export { addDays, compactInstant, formatDate, formatInstant, localDate } from './dates.ts'
export { Both, renderPage, renderPart, sendPage, simulationBand } from './page.tsx'
