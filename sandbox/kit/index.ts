/**
 * The kit of the sandbox: what every simulated system is made of.
 * A system exports one `SandboxSystem`, keeps its things in `box.docs`, asks `box.now` for the time and `box.people` for people.
 */
export type { Box, ControlAction, ControlField, Docs, Json, SandboxSystem } from './box.ts'
export type { FaultMode, Faults, FaultSetting } from './faults.ts'
export type { Words } from './words.ts'
export type {
  ForeignLicence, People, Person, PersonCertificate, PersonLicence, PersonViolation, Residence, Sex, StaffRole, Story, StoryKind, ViolationSource,
} from '../people/person.ts'
export { faultModes } from './faults.ts'
export { addDays, addYears, compactInstant, formatDate, formatInstant, localDate, localInstant } from './dates.ts'
export { Both, renderPage, renderPart, sendPage, simulationBand } from './page.tsx'
export { between, pick, seededRandom } from './random.ts'
